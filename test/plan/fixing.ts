import type { ExplainedNo } from '../../src/inference/no/explainNo.ts';
import type { Effort } from '../../src/pack/effort.ts';
import type { Fix } from '../../src/pack/pack.ts';
import { type Choice, chooseFixes } from '../../src/plan/choose.ts';
import type { FixOf, NextInterview } from '../../src/plan/nextChance.ts';
import type { Fixable } from '../../src/plan/knapsack.ts';
import { bareCause, barePack } from '../arbitraryPack.ts';
import { engineOf } from '../engineOf.ts';

/** A fix for the next interview that takes away a part of its cause. */
export function fixTaking(id: string, removes: number, effort: Effort = 'minutes', lifts?: Fix['lifts']): Fix {
  return { id, for: 'next', if: 'I sit down', do: 'Take a breath.', removes: { value: removes }, effort, ...(lifts && { lifts }) };
}

/** The causes that were named so far, each with an index of its own. */
const named: string[] = [];

function indexOf(id: string): number {
  return named.includes(id) ? named.indexOf(id) : named.push(id) - 1;
}

/** A cause of the next interview with these fixes. */
export function fixable(id: string, presence: number, strength: number, fixes: readonly Fix[]): Fixable {
  const cause = indexOf(id);
  return { cause, id, presence, strength, fixes: fixes.map(fix => ({ cause, fix })) };
}

/** The next interview with these causes at work, and with these fixes of them to do. */
export function interviewWith(causes: readonly Fixable[], otherwise: number): { readonly next: NextInterview; readonly fixes: readonly FixOf[] } {
  return {
    next: { presence: causes.map(({ presence }) => presence), strength: causes.map(({ strength }) => strength), otherwise },
    fixes: causes.flatMap(({ fixes }, cause) => fixes.map(({ fix }) => ({ cause, fix }))),
  };
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
  const sorted = drafts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { baseline: { prepared, weighed } } = engineOf({ ...barePack(0, 0), causes: sorted.map(({ id, fixes }) => ({ ...bareCause(id), fixes })) });
  const [presence, strength] = [sorted.map(each => each.presence), sorted.map(each => each.strength)];
  const explained: ExplainedNo = {
    weighed: { ...weighed, presence, strength, supported: sorted.map(({ supported = true }) => (supported ? 1 : 0)) },
    presence, share: sorted.map(({ share = 0.1 }) => share), necessity: sorted.map(() => 0), chanceOfNo: 0.5, background: 0, standing: 0,
  };
  const { next, now, recoveries, chance } = chooseFixes(prepared, explained, { otherwise: 1, presence, strength }, { answers: [], columns: [] }, { budget });
  const renamed = (fixes: readonly FixOf[]): readonly FixOf[] => fixes.map(({ cause, fix }) => ({ cause: indexOf(sorted[cause]?.id ?? ''), fix }));
  return { next: renamed(next), now: renamed(now), recoveries: renamed(recoveries), chance };
}

/** “late/leave-early”, for each of the fixes. */
export function namesOf(fixes: readonly FixOf[]): readonly string[] {
  return fixes.map(({ cause, fix }) => `${named[cause]}/${fix.id}`);
}

/**
 * The chance of going on, by visiting every world of an interview: each cause absent, there and silent, or there and
 * firing. Each fix done takes a cause away with the probability that it removes it, whatever the others do.
 *
 * @param removals - for each cause the parts that fixes take away
 * @param others - probabilities with which something stops the person that no fix touches
 */
export function enumerateGoingOn(causes: readonly { readonly presence: number; readonly strength: number }[], removals: readonly (readonly number[])[], others: readonly number[]): number {
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
