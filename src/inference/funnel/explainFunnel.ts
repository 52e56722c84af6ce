import type { FunnelStage } from '../../pack/funnelStages.ts';
import type { FunnelRate } from '../../pack/logic.ts';
import { type Beta, betaQuantile, fitBeta } from '../numbers/beta.ts';
import { atLeast, atMost } from '../numbers/betaBinomial.ts';

/**
 * - `below`: so few pass that it is unusual
 * - `above`: so many pass that it is unusual
 * - `too-few`: fewer pass than usual, and it could not be `below` even if none at all had passed
 * - `as-expected`: anything else
 */
export type FunnelVerdict = 'below' | 'as-expected' | 'above' | 'too-few';

/** From one stage of a search to the next, beside what is usual. Rates and probabilities are from 0 to 1. */
export interface FunnelStep {
  readonly from: FunnelStage;
  readonly to: FunnelStage;
  /** How many reached the first stage; 1 or more. */
  readonly tried: number;
  /** How many of them reached the second. */
  readonly passed: number;
  /** The pass rate to expect of someone of whom nothing is known. */
  readonly expected: number;
  /** Probability that of so many tries of such a person so few pass, or fewer. */
  readonly lowerTail: number;
  /** Probability that of so many tries of such a person so many pass, or more. */
  readonly upperTail: number;
  /** This person's own pass rate, after these counts: its mean, and the bounds of the central 95%. */
  readonly posterior: { readonly mean: number; readonly from: number; readonly to: number };
  readonly verdict: FunnelVerdict;
}

/** Where a search stops, as far as its counts tell. */
export interface FunnelReport {
  /** Steps of which both counts are known and the first is not 0, in order. */
  readonly steps: readonly FunnelStep[];
  /** A tail below this is unusual: 5 in 100, divided by the number of steps, as one of several is rare more often than one. */
  readonly unusual: number;
  /** The first stage of the step that is `below` with the smallest lower tail; `null` when none is. */
  readonly bottleneck: FunnelStage | null;
}

const UNUSUAL = 0.05;
const CENTRAL = 0.95;

/**
 * Compares the counts of a search with how many usually pass.
 *
 * People differ in their pass rate as a Beta distribution fitted to mean and range of the pack, so the number that
 * pass is Beta–binomial, and the rate after the counts is Beta again. All probabilities are exact. As each step is
 * looked at, each is held to its part of the 5 in 100 (Bonferroni): in all, someone like others is told of a step
 * that falls behind in at most 5 of 100 searches.
 *
 * @param rates - of each step in order
 * @param people - how people differ in each of these rates, as `betasOf` fits it
 * @param counts - how many reached each stage, where known; never more than reached the stage before
 *
 * Source: Gelman et al., Bayesian Data Analysis, 3rd ed. (2013), section 2.4, for the posterior; Dunn, Journal of the
 * American Statistical Association 56 (1961) 52–64, for the division by the number of steps.
 */
export function explainFunnel(rates: readonly FunnelRate[], people: readonly Beta[], counts: ReadonlyMap<FunnelStage, number>): FunnelReport {
  const known = rates.flatMap((rate, index) => {
    const [tried, passed] = [counts.get(rate.from), counts.get(rate.to)];
    return tried === undefined || passed === undefined || tried === 0 ? [] : [{ rate, people: people[index] as Beta, tried, passed }];
  });
  const unusual = known.length === 0 ? UNUSUAL : UNUSUAL / known.length;
  const steps = known.map(({ rate, people: beta, tried, passed }) => stepOf(rate, beta, tried, passed, unusual));
  const [bottleneck] = steps.filter(({ verdict }) => verdict === 'below').sort((a, b) => a.lowerTail - b.lowerTail);
  return { steps, unusual, bottleneck: bottleneck?.from ?? null };
}

/** How people differ in each pass rate, by a Beta distribution with its mean, and 95% of its mass in its range. */
export function betasOf(rates: readonly FunnelRate[]): readonly Beta[] {
  return rates.map(({ rate }) => fitBeta(rate.value, rate.range, CENTRAL));
}

function stepOf({ from, to, rate }: FunnelRate, people: Beta, tried: number, passed: number, unusual: number): FunnelStep {
  const [lowerTail, upperTail] = [atMost(people, tried, passed), atLeast(people, tried, passed)];
  const own: Beta = { a: people.a + passed, b: people.b + tried - passed };
  const tooFew = passed < tried * rate.value && atMost(people, tried, 0) >= unusual;
  return {
    from, to, tried, passed, lowerTail, upperTail,
    expected: rate.value,
    posterior: { mean: own.a / (own.a + own.b), from: betaQuantile(own, (1 - CENTRAL) / 2), to: betaQuantile(own, (1 + CENTRAL) / 2) },
    verdict: verdictOf(lowerTail < unusual, upperTail < unusual, tooFew),
  };
}

function verdictOf(below: boolean, above: boolean, tooFew: boolean): FunnelVerdict {
  if (below) return 'below';
  if (above) return 'above';
  return tooFew ? 'too-few' : 'as-expected';
}
