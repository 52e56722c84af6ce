import { log } from '../base/elementary.ts';

/** How strongly a sign speaks for a cause or against it, in an author's words, from against to for. */
export const speaksWords = [
  'rules out', 'strongly against', 'against', 'slightly against', 'slightly for', 'for', 'strongly for', 'establishes',
] as const;

/** How strongly an answer speaks for a cause or against it, in one of eight steps; `likelihoodRatio` has their numbers. */
export type Speaks = (typeof speaksWords)[number];

/**
 * Likelihood ratio that stands for each word: how many times likelier the answer is when the cause was there than
 * when it was not. 0 rules out, infinity establishes.
 *
 * Source: S. McGee, Simplifying likelihood ratios, Journal of General Internal Medicine 17 (2002) 646–649, where
 * 2, 5 and 10 raise a middling probability by about 15, 30 and 45 points.
 *
 * @example
 * likelihoodRatio['strongly for']; // 10
 */
export const likelihoodRatio: Readonly<Record<Speaks, number>> = {
  'rules out': 0,
  'strongly against': 1 / 10,
  against: 1 / 5,
  'slightly against': 1 / 2,
  'slightly for': 2,
  for: 5,
  'strongly for': 10,
  establishes: Number.POSITIVE_INFINITY,
};

const weights: ReadonlyMap<Speaks, number> = new Map(speaksWords.map(speaks => [speaks, logarithm(likelihoodRatio[speaks])]));

/** A ratio and its inverse weigh the same to the last bit, so that neither is the stronger one and both together are nothing. */
function logarithm(ratio: number): number {
  return ratio < 1 ? -log(1 / ratio) : log(ratio);
}

/** Logarithm of the likelihood ratio: positive speaks for, negative against, infinite settles it. */
export function weightOf(speaks: Speaks): number {
  return weights.get(speaks) ?? 0;
}
