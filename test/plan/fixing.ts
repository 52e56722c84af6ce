import type { ExplainedCause } from '../../src/inference/no/explainNo.ts';
import type { Effort } from '../../src/pack/effort.ts';
import type { Fix } from '../../src/pack/pack.ts';
import { type Choice, chooseFixes } from '../../src/plan/choose.ts';
import type { FixOf, NextCause } from '../../src/plan/nextChance.ts';
import type { Fixable } from '../../src/plan/knapsack.ts';
import { bareCause } from '../arbitraryPack.ts';

/** A fix for the next interview that takes away a part of its cause. */
export function fixTaking(id: string, removes: number, effort: Effort = 'minutes', lifts?: Fix['lifts']): Fix {
  return { id, for: 'next', if: 'I sit down', do: 'Take a breath.', removes: { value: removes, from: ['judgement'] }, effort, ...(lifts && { lifts }), claims: [] };
}

/** A cause of the next interview with these fixes. */
export function fixable(id: string, presence: number, strength: number, fixes: readonly Fix[]): Fixable {
  const cause = { ...bareCause(id), fixes };
  return { cause, presence, strength, fixes: fixes.map(fix => ({ cause, fix })) };
}

/** A fix for this employer. */
export function nowTaking(id: string, removes: number): Fix {
  return { ...fixTaking(id, removes), for: 'now' };
}

/** A cause with its fixes, as it stands in this interview and the next. */
export interface Draft {
  readonly id: string;
  readonly presence: number;
  readonly strength: number;
  readonly fixes: readonly Fix[];
  readonly share?: number;
  readonly supported?: boolean;
}

/** What is chosen from these causes, when nothing else stands in the way. */
export function chosenFrom(drafts: readonly Draft[], budget?: Effort): Choice {
  const causes = drafts.map(({ id, presence, strength, fixes, share = 0.1, supported = true }): ExplainedCause => ({
    cause: { ...bareCause(id), fixes }, findings: [], baseRate: 0.5, presence, strength, supported, presenceGivenNo: presence, share, necessity: 0,
  }));
  return chooseFixes(causes, { otherwise: 1, causes: causes.map(({ cause, presence, strength }) => ({ cause, presence, strength })) }, [], { budget });
}

/** “late/leave-early”, for each of the fixes. */
export function namesOf(fixes: readonly FixOf[]): readonly string[] {
  return fixes.map(({ cause, fix }) => `${cause.id}/${fix.id}`);
}

/**
 * The chance of going on, by visiting every world of an interview: each cause absent, there and silent, or there and
 * firing. Each fix done takes a cause away with the probability that it removes it, whatever the others do.
 *
 * @param removals - for each cause the parts that fixes take away
 * @param others - probabilities with which something stops the person that no fix touches
 */
export function enumerateGoingOn(causes: readonly NextCause[], removals: readonly (readonly number[])[], others: readonly number[]): number {
  let goesOn = 0;
  const visit = (index: number, weight: number): void => {
    if (weight === 0) return;
    const cause = causes[index];
    if (cause === undefined) {
      goesOn += others.reduce((left, q) => left * (1 - q), weight);
      return;
    }
    const visitFixes = (at: number, chance: number): void => {
      const removes = removals[index]?.[at];
      if (removes === undefined) {
        visit(index + 1, chance * (1 - cause.strength)); // there and silent; where it fires, nobody goes on
        return;
      }
      visit(index + 1, chance * removes); // taken away
      visitFixes(at + 1, chance * (1 - removes));
    };
    visit(index + 1, weight * (1 - cause.presence));
    visitFixes(0, weight * cause.presence);
  };
  visit(0, 1);
  return goesOn;
}
