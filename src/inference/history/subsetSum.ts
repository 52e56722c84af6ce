import { power } from '../../base/elementary.ts';
import { emptySums, type Lasting, nobodyFresh, type PastInterview, type Sums } from './lasting.ts';

/** How many times larger all terms together may be than what is left of them: so many times 1e-16 is the error. */
const MOST_CANCELLED = 1e6;

/** How many subsets of the failures there are, alike ones only counted. */
export function subsetsOf(others: readonly PastInterview[]): number {
  return alikeFailures(others).reduce((product, alike) => product * (alike.length + 1), 1);
}

/**
 * Sums over everything that may last by inclusion and exclusion: that all of some interviews failed is a signed sum, over
 * their subsets, of the chance that the whole subset passed, and a chance to pass is a product over the causes. Time
 * grows with the failures that differ, and not with the causes.
 *
 * @param times - as `Sums` has them; the first is 0, the second 1
 * @returns `null` where so much cancels that too few digits would be left.
 *
 * Source: D. Heckerman, A tractable inference algorithm for diagnosing multiple diseases, Proceedings of the 5th
 * Conference on Uncertainty in Artificial Intelligence (1989) 174–181 (Quickscore).
 */
export function sumOverSubsets(lasting: Lasting, explained: PastInterview, others: readonly PastInterview[], times: readonly number[]): Sums | null {
  const sums = emptySums(lasting, times);
  const groups = alikeFailures(others);
  let size = 0;
  const choose = (at: number, sign: number, passed: readonly PastInterview[]): void => {
    const alike = groups[at];
    if (!alike) size += addTerm(lasting, explained, passed, sign, times, sums);
    for (let count = 0, ways = sign; alike && count <= alike.length; ways *= -(alike.length - count) / (count + 1), count++) choose(at + 1, ways, [...passed, ...alike.slice(0, count)]);
  };
  choose(0, 1, others.filter(({ failed }) => !failed));
  const [all, passing] = sums.total as [number, number];
  return size <= MOST_CANCELLED * (all - passing) ? sums : null;
}

/** Failures that are alike to everything that lasts. */
function alikeFailures(others: readonly PastInterview[]): readonly (readonly PastInterview[])[] {
  const groups = new Map<string, PastInterview[]>();
  for (const each of others.filter(({ failed }) => failed)) {
    const key = [nobodyFresh(each, 1), ...each.strengths].join();
    groups.set(key, [...groups.get(key) ?? [], each]);
  }
  return [...groups.values()];
}

/** @returns how large the term is: so many times 1e-16 may be lost by it */
function addTerm({ presence, levels }: Lasting, explained: PastInterview, passed: readonly PastInterview[], sign: number, times: readonly number[], sums: Sums): number {
  const there = presence.map((p, j) => passed.reduce((product, { strengths }) => product * (1 - (strengths[j] as number)), p));
  const fresh = passed.reduce((product, each) => product * nobodyFresh(each, 1), sign);
  const weights = levels.map(({ stops, weight }) => weight * power(1 - stops, passed.length));
  const fires = weights.reduce((sum, weight, level) => sum + weight * (levels[level]?.stops as number), 0);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let size = 0;
  times.forEach((time, at) => {
    const soft = there.map((p, j) => p * (1 - (explained.strengths[j] as number) * time));
    const causes = soft.reduce((product, p, j) => product * (1 - (presence[j] as number) + p), fresh * nobodyFresh(explained, time));
    const passes = causes * (all - fires * time);
    size = Math.max(size, Math.abs(passes));
    sums.total[at] = (sums.total[at] as number) + passes;
    sums.standing[at] = (sums.standing[at] as number) + causes * fires;
    sums.withCause.forEach((row, j) => { row[at] = (row[at] as number) + (passes * (soft[j] as number)) / (1 - (presence[j] as number) + (soft[j] as number) || 1); });
    if (at === 1) sums.standingPassed[0] = (sums.standingPassed[0] as number) + causes * weights.reduce((sum, weight, level) => sum + weight * (levels[level]?.stops as number) * (1 - (levels[level]?.stops as number)), 0);
  });
  return size;
}
