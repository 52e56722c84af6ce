import { power } from '../../base/elementary.ts';
import { emptySums, type Lasting, nobodyFresh, type PastInterview, type Sums } from './lasting.ts';

/** How many times larger all terms together may be than what is left of them: so many times 1e-16 is the error. */
const MOST_CANCELLED = 1e8;

/** Failures in which everything that lasts fires alike. */
interface Alike {
  readonly strengths: readonly number[];
  /** By how many of them pass: the signed sum, over the choices of so many, of the chance that nothing fresh stops these. */
  readonly ways: readonly number[];
}

/** How many subsets of the failures there are, alike ones only counted. */
export function subsetsOf(others: readonly PastInterview[]): number {
  return alikeFailures(others).reduce((product, { ways }) => product * ways.length, 1);
}

/**
 * Sums over everything that may last by inclusion and exclusion: that all of some interviews failed is a signed sum, over
 * their subsets, of the chance that the whole subset passed, and a chance to pass is a product over the causes. Time
 * grows with the failures that differ in what lasts, and not with the causes.
 *
 * @param times - as `Sums` has them; the first is 0, the second 1
 * @returns `null` where so much cancels that too few digits would be left.
 *
 * Source: D. Heckerman, A tractable inference algorithm for diagnosing multiple diseases, Proceedings of the 5th
 * Conference on Uncertainty in Artificial Intelligence (1989) 174–181 (Quickscore).
 */
export function sumOverSubsets(lasting: Lasting, explained: PastInterview, others: readonly PastInterview[], times: readonly number[]): Sums | null {
  const groups = alikeFailures(others);
  const passed = others.filter(({ failed }) => !failed);
  const terms = termsOf(lasting, explained, passed.length + others.length, times);
  const there = groups.map(() => new Float64Array(lasting.presence.length)); // by depth, so that nothing is made on the way
  const start = Float64Array.from(lasting.presence, (p, j) => passed.reduce((product, { strengths }) => product * (1 - (strengths[j] as number)), p));
  const choose = (at: number, before: Float64Array, passing: number, ways: number): void => {
    const group = groups[at];
    if (!group) {
      terms.add(before, passing, ways);
      return;
    }
    const row = there[at] as Float64Array;
    row.set(before);
    group.ways.forEach((way, count) => {
      if (count > 0) for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) * (1 - (group.strengths[j] as number));
      choose(at + 1, row, passing + count, ways * way);
    });
  };
  choose(0, start, passed.length, passed.reduce((product, each) => product * nobodyFresh(each, 1), 1));
  const { sums, size } = terms.read();
  const [all, passing] = sums.total as [number, number];
  return size <= MOST_CANCELLED * (all - passing) ? sums : null;
}

function alikeFailures(others: readonly PastInterview[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const each of others.filter(({ failed }) => failed)) {
    const key = each.strengths.join();
    const ways = groups.get(key)?.ways ?? [1];
    const lets = nobodyFresh(each, 1);
    groups.set(key, { strengths: each.strengths, ways: [...ways, 0].map((way, count) => way - lets * (ways[count - 1] ?? 0)) });
  }
  return [...groups.values()];
}

/** Terms that are added up. */
interface Terms {
  /** @param there - of each cause, that it is there and stops none of those that pass */
  readonly add: (there: Float64Array, passing: number, ways: number) => void;
  /** With how large all of them are together: so many times 1e-16 may be lost. */
  readonly read: () => { readonly sums: Sums; readonly size: number };
}

function termsOf(lasting: Lasting, explained: PastInterview, most: number, times: readonly number[]): Terms {
  const { presence } = lasting;
  const [count, absent] = [times.length, Float64Array.from(presence, p => 1 - p)];
  const soft = Float64Array.from({ length: count * presence.length }, (_, at) => 1 - (explained.strengths[at % presence.length] as number) * (times[Math.floor(at / presence.length)] as number));
  const fresh = times.map(time => nobodyFresh(explained, time));
  const standing = Array.from({ length: most + 1 }, (_, passing) => standingThat(lasting, passing));
  const [total, fired, withCause, parts] = [new Float64Array(count), new Float64Array(count), new Float64Array(count * presence.length), new Float64Array(presence.length)];
  let [size, standingPassed] = [0, 0];
  return {
    add: (there, passing, ways) => {
      const { lets, fires, firesThen } = standing[passing] as ReturnType<typeof standingThat>;
      for (let at = 0, from = 0; at < count; at++, from += presence.length) {
        let causes = ways * (fresh[at] as number);
        for (let j = 0; j < presence.length; j++) {
          const own = (there[j] as number) * (soft[from + j] as number);
          const whole = (absent[j] as number) + own;
          causes *= whole;
          parts[j] = own / (whole || 1);
        }
        const passes = causes * (lets - fires * (times[at] as number));
        if (at === 0) size += Math.abs(passes); // whatever happens is likelier than any of it
        if (at === 1) standingPassed += causes * firesThen;
        total[at] = (total[at] as number) + passes;
        fired[at] = (fired[at] as number) + causes * fires;
        for (let j = 0; j < presence.length; j++) withCause[from + j] = (withCause[from + j] as number) + passes * (parts[j] as number);
      }
    },
    read: () => {
      const empty = emptySums(lasting, times);
      return { size, sums: { total: [...total], standing: [...fired], standingPassed: [standingPassed], withCause: empty.withCause.map((row, j) => row.map((_, at) => withCause[at * presence.length + j] as number)) } };
    },
  };
}

/** With what weight the standing lets so many interviews pass, stops one more, and stops it where it has let yet another one pass. */
function standingThat({ levels }: Lasting, passing: number): { readonly lets: number; readonly fires: number; readonly firesThen: number } {
  const weights = levels.map(({ stops, weight }) => weight * power(1 - stops, passing));
  const sum = (by: (stops: number) => number): number => weights.reduce((total, weight, level) => total + weight * by(levels[level]?.stops as number), 0);
  return { lets: sum(() => 1), fires: sum(stops => stops), firesThen: sum(stops => stops * (1 - stops)) };
}
