import { exp, log, log1p } from '../../base/elementary.ts';
import type { Beta } from './beta.ts';

/**
 * Probability that exactly k of n tries succeed, when the chance of each is the same and drawn from a Beta.
 *
 * @param n - whole number of 0 or more
 * @param k - whole number from 0 to n
 *
 * Source: Johnson, Kemp and Kotz, Univariate Discrete Distributions, 3rd ed. (2005), section 6.2.2 (negative
 * hypergeometric, or beta–binomial), for the ratio of one probability to the one before.
 */
export function exactly({ a, b }: Beta, n: number, k: number): number {
  let logarithm = 0;
  for (let i = 0; i < n; i++) logarithm += log1p(-a / (a + b + i));
  for (let j = 1; j <= k; j++) logarithm += log(ratio(a, b, n, j));
  return exp(logarithm);
}

/**
 * Probability that at most k of n tries succeed. The tail that points away from the mean is summed, term by
 * term by their ratios: all are positive, so nothing cancels.
 */
export function atMost(beta: Beta, n: number, k: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  return k <= meanOf(beta, n) ? downFrom(beta, n, k) : 1 - upFrom(beta, n, k + 1);
}

/** Probability that at least k of n tries succeed. */
export function atLeast(beta: Beta, n: number, k: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  return k > meanOf(beta, n) ? upFrom(beta, n, k) : 1 - downFrom(beta, n, k - 1);
}

function meanOf({ a, b }: Beta, n: number): number {
  return (n * a) / (a + b);
}

/** How many times likelier j successes are than j − 1. */
function ratio(a: number, b: number, n: number, j: number): number {
  return ((n - j + 1) / j) * ((a + j - 1) / (b + n - j));
}

function downFrom(beta: Beta, n: number, k: number): number {
  let term = 1;
  let sum = 1;
  for (let j = k; j > 0 && term > 0; j--) {
    term /= ratio(beta.a, beta.b, n, j);
    sum += term;
  }
  return Math.min(1, exactly(beta, n, k) * sum);
}

function upFrom(beta: Beta, n: number, k: number): number {
  let term = 1;
  let sum = 1;
  for (let j = k + 1; j <= n && term > 0; j++) {
    term *= ratio(beta.a, beta.b, n, j);
    sum += term;
  }
  return Math.min(1, exactly(beta, n, k) * sum);
}
