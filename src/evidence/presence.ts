import type { Finding } from './findings.ts';

/**
 * Probability that a cause was there, from its base rate and what the answers show of it.
 *
 * Log-odds add as if findings were independent given the cause; signs of one fact share a group so that this holds.
 *
 * @param baseRate - strictly between 0 and 1
 * @param findings - counted findings; one that establishes gives 1, one that rules out 0
 * @throws RangeError when one establishes and another rules out: that is a contradiction to be told beforehand
 *
 * Source: I. J. Good, Probability and the Weighing of Evidence (1950).
 */
export function presenceGiven(baseRate: number, findings: readonly Finding[]): number {
  const settled = findings.filter(({ weight }) => !Number.isFinite(weight));
  if (settled.length > 0) {
    if (settled.some(({ weight }) => weight !== settled[0]?.weight)) throw new RangeError('answers establish this cause and rule it out');
    return settled[0]?.weight === Number.POSITIVE_INFINITY ? 1 : 0;
  }
  const logOdds = findings.reduce((sum, { weight }) => sum + weight, Math.log(baseRate) - Math.log1p(-baseRate));
  return 1 / (1 + Math.exp(-logOdds));
}
