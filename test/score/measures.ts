import type { Pack } from '../../src/pack/pack.ts';
import type { RealCase } from './realCases.ts';
import type { Ranker } from './rankers.ts';

/** How many of how many were right. */
export interface Count {
  readonly right: number;
  readonly of: number;
}

export interface Measures {
  readonly top1: Count;
  readonly top3: Count;
  readonly anyInTop3: Count;
  readonly side: Count;
  /** Of no cases for a ranker that never says one. */
  readonly verdict: Count;
}

/** How often a ranker's first cause, its first three, and the side of its first cause agree with the expert. */
export function measure(pack: Pack, ranker: Ranker, cases: readonly RealCase[]): Measures {
  const ranked = cases.map(each => ({ each, order: ranker.rank(each).map(({ cause }) => cause) }));
  const count = (test: (each: RealCase, order: readonly string[]) => boolean): Count =>
    ({ right: ranked.filter(({ each, order }) => test(each, order)).length, of: cases.length });
  return {
    top1: count(({ verdict }, order) => order[0] === verdict[0]),
    top3: count(({ verdict }, order) => order.slice(0, 3).includes(verdict[0] ?? '')),
    anyInTop3: count(({ verdict }, order) => order.slice(0, 3).some(cause => verdict.includes(cause))),
    side: count((each, order) => sideAgrees(pack, each, order[0] ?? '')),
    verdict: ranker.verdict ? count(each => verdictOf[each.control] === ranker.verdict?.(each)) : { right: 0, of: 0 },
  };
}

/** The headline that says what an expert says. */
export const verdictOf = { controllable: 'mostly-you', external: 'mostly-them', mixed: 'both', 'too-early': 'too-early' } as const;

/** The candidate's side are causes of control `you`; `fit` and `them` lie outside. A mixed verdict agrees with both. */
function sideAgrees(pack: Pack, { control }: RealCase, first: string): boolean {
  const theirs = pack.causes.find(({ id }) => id === first)?.control !== 'you';
  return control === 'mixed' || theirs === (control !== 'controllable');
}

/**
 * Wilson's interval for a proportion.
 *
 * Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209–212; z = 1.96 for 95%.
 */
export function wilson({ right, of }: Count, z = 1.959964): readonly [number, number] {
  if (of === 0) return [0, 1];
  const p = right / of;
  const centre = p + (z * z) / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return [(centre - half) / (1 + (z * z) / of), (centre + half) / (1 + (z * z) / of)];
}

/** Brier skill of a ranker's weights, as forecasts of the expert's first cause, against those with no answers: 1 is perfect, 0 no better. */
export function brierSkill(ranker: Ranker, cases: readonly RealCase[]): number {
  const brier = (answers: (each: RealCase) => RealCase): number => cases.reduce((sum, each) => {
    const ranking = ranker.rank(answers(each));
    const total = ranking.reduce((all, { weight }) => all + weight, 0);
    return sum + ranking.reduce((all, { cause, weight }) => all + (weight / total - Number(cause === each.verdict[0])) ** 2, 0);
  }, 0);
  return 1 - brier(each => each) / brier(each => ({ ...each, answers: {} }));
}
