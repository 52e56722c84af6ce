import { describe, expect, test } from 'vitest';
import { type ExplainedNo, explainNo } from '../../src/inference/no/explainNo.ts';
import { byRanking, firstNamed, rankingOf } from '../../src/inference/ranking.ts';
import type { ExplainedSilence } from '../../src/inference/silence/explainSilence.ts';
import type { Cause, Pack } from '../../src/pack/pack.ts';
import type { Prepared } from '../../src/pack/preparePack.ts';
import { bareCause, barePack } from '../arbitraryPack.ts';
import { engineOf } from '../engineOf.ts';

function unasked(pack: Pack): { readonly prepared: Prepared; readonly explained: ExplainedNo } {
  const { baseline } = engineOf(pack);
  return { prepared: baseline.prepared, explained: explainNo(baseline, baseline.weighed) };
}

/** Two reasons for a no, and a cause that explains silence alone. */
const slow = { ...bareCause('slow'), strength: undefined, silence: { state: 'undecided', share: { value: 1 } } } as unknown as Cause;
const { prepared, explained } = unasked(barePack(0.1, 0, [bareCause('late'), bareCause('rude'), slow]));
const supporting = (...supported: readonly number[]): ExplainedNo => ({ ...explained, share: [0.2, 0.6, 0], weighed: { ...explained.weighed, supported: [...supported] } });
const silence = (advance: number, probability: number): ExplainedSilence => ({ advance, causes: [{ cause: 2, probability }] }) as unknown as ExplainedSilence;

function ranked(no: ExplainedNo, silent: ExplainedSilence | null = null): readonly (readonly [string, number])[] {
  return rankingOf(prepared, no, silent).map(({ cause, weight }) => [cause, Number(weight.toFixed(12))]);
}

describe('causes are ranked', () => {
  test('by share, the supported ones first', () => {
    expect(ranked(supporting(0, 0, 0))).toEqual([['rude', 0.75], ['late', 0.25]]);
    expect(ranked(supporting(1, 0, 0))).toEqual([['late', 0.25], ['rude', 0.75]]);
    expect(ranked({ ...supporting(1, 1, 0), share: [0.2, 0.2, 0] })).toEqual([['late', 0.5], ['rude', 0.5]]);
  });

  test('beside those of the silence, by the probability of a no', () => {
    // a no is half as likely: .1, .3, and .4 for the silence
    expect(ranked(supporting(0, 0, 0), silence(0.5, 0.4))).toEqual([['slow', 0.5], ['rude', 0.375], ['late', 0.125]]);
    expect(ranked(supporting(1, 0, 1), silence(0.5, 0.4))).toEqual([['slow', 0.5], ['late', 0.125], ['rude', 0.375]]);
  });

  test('and what cannot be it is not supported', () => {
    expect(ranked(supporting(0, 0, 1), silence(0, 0)).map(([cause]) => cause)).toEqual(['rude', 'late', 'slow']);
  });

  test('without weights where nothing can be it', () => {
    expect(ranked({ ...supporting(0, 0, 0), share: [0, 0, 0] })).toEqual([['late', 0], ['rude', 0]]);
  });
});

describe('what is named first', () => {
  test('is a cause that an answer speaks for', () => {
    const ranking = [{ cause: 'rude', weight: 0.7 }, { cause: 'late', weight: 0.3 }];
    expect([firstNamed(prepared, supporting(0, 1, 0), ranking), firstNamed(prepared, supporting(1, 0, 0), ranking), firstNamed(prepared, supporting(1, 1, 1), [])]).toEqual([1, -1, -1]);
  });

  test('comes first in all that is said, and what is not ranked last, as it stood', () => {
    const order = byRanking([{ cause: 'rude', weight: 0.7 }, { cause: 'late', weight: 0.3 }]);
    expect(['x', 'late', 'y', 'rude'].map(cause => ({ cause })).sort(order).map(({ cause }) => cause)).toEqual(['rude', 'late', 'x', 'y']);
  });
});

describe('a no', () => {
  test('that nothing can bring about has no causes', () => {
    const { explained: none } = unasked(barePack(0, 0, [bareCause('it', 0.5, 0)]));
    expect(none).toMatchObject({ chanceOfNo: 0, presence: [0], necessity: [0], share: [0], background: 0, standing: 0 });
  });

  test('leaves what is certain as it is, to the last bit', () => {
    const { explained: sure } = unasked(barePack(0.3, 0.1, [bareCause('always', 1, 0.7), bareCause('never', 0, 0.7), bareCause('other', 0.3, 0.9)]));
    expect(sure.presence.slice(0, 2)).toEqual([1, 0]);
    expect(sure.necessity[1]).toBe(0);
  });
});
