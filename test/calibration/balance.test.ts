import { describe, expect, test } from 'vitest';
import type { Cause, Pack, Question, Sign } from '../../src/pack/pack.ts';
import { bareCause, barePack } from '../arbitraryPack.ts';
import { engineOf } from '../engineOf.ts';
import { judge, only } from './calibration.ts';
import { calibrationLine } from './line.ts';

/** What a base rate becomes by a likelihood ratio. */
function after(rate: number, ratio: number): number {
  return (rate * ratio) / (1 - rate + rate * ratio);
}

/**
 * Eight causes, each with a question of its own: a yes speaks strongly for it, a no slightly against it.
 *
 * @param often - how many say yes, for a cause of this base rate
 */
function packOf(often: (rate: number) => number): Pack {
  const rates = Array.from({ length: 8 }, (_, index) => 0.1 + index / 20);
  const questions = rates.map((rate, index): Question => {
    const yes = often(rate);
    return { id: `seen-${index}`, kind: 'yes-no', section: 'all', ask: 'Was it seen?', dontKnow: 0.1, options: [{ id: 'yes', says: 'Yes', typical: yes }, { id: 'no', says: 'No', typical: 1 - yes }] };
  });
  const signs = (question: number): readonly Sign[] => (['strongly for', 'slightly against'] as const).map((speaks, option) =>
    ({ when: { test: 'chosen', question, options: [option] }, speaks, because: 'It was said.', keep: false }));
  const causes = rates.map((rate, index): Cause => ({ ...bareCause(`cause-${index}`, rate, 0.5), signs: signs(index) }));
  return { ...barePack(0.1, 0.2, causes), questions };
}

/** So many that over all answers the cause is as frequent as its base rate says. */
const balanced = packOf(rate => (rate - after(rate, 0.5)) / (after(rate, 10) - after(rate, 0.5)));
const unbalanced = packOf(rate => Math.min(0.95, 3 * ((rate - after(rate, 0.5)) / (after(rate, 10) - after(rate, 0.5)))));

describe('causes drawn first, and answers after them', () => {
  const presence = (pack: Pack): ReturnType<typeof calibrationLine> => calibrationLine(judge(engineOf(pack).baseline.prepared, 'causes first', 4000, 1).map(each => each.presence));

  test('agree with how the pack reads the answers where its signs are balanced against the frequencies of the answers', () => {
    const candidates = judge(engineOf(balanced).baseline.prepared, 'causes first', 4000, 1);
    for (const each of [candidates, only(candidates, ({ supported }, player) => supported[player] === 1), candidates.map(candidate => candidate.presence)]) {
      const { slope, intercept } = calibrationLine(each);
      expect([slope.low < 1, slope.high > 1, intercept.low < 0, intercept.high > 0]).toEqual([true, true, true, true]);
      expect(slope.high - slope.low).toBeLessThan(0.4);
    }
  });

  test('and part from it where they are not: a yes that three times as many give tells less than its sign says', () => {
    const { intercept } = presence(unbalanced);
    expect(intercept.high).toBeLessThan(0);
  });
});
