import { exp, log } from '../../base/elementary.ts';

/**
 * Probability that a standard normal variable exceeds z, to full double precision in both tails.
 *
 * Series near the middle, Lentz's continued fraction in the tails.
 *
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.2.11 and 26.2.14.
 */
export function normalSurvival(z: number): number {
  if (z < 0) return 1 - normalSurvival(-z);
  return z < 3 ? 0.5 - density(z) * oddSeries(z) : density(z) / tailFraction(z);
}

function density(z: number): number {
  return exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** z + z³/3 + z⁵/(3·5) + …: all terms are positive, so nothing cancels. */
function oddSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; term > sum * 1e-17; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return sum;
}

/** z + 1/(z + 2/(z + 3/(z + …))), from a depth at which nothing changes any more. */
function tailFraction(z: number): number {
  let fraction = z;
  for (let k = 200; k >= 1; k--) fraction = z + k / fraction;
  return fraction;
}

/** Times whose logarithm is normal, in days. */
export interface Lognormal {
  /** In days, more than 0. */
  readonly median: number;
  /** Standard deviation of the natural logarithm, more than 0. */
  readonly sigma: number;
}

/** Probability that it takes longer than so many days; 1 up to day 0. */
export function stillWaiting({ median, sigma }: Lognormal, days: number): number {
  return days <= 0 ? 1 : normalSurvival(log(days / median) / sigma);
}
