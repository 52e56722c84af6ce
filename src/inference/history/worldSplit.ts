import type { PastInterview } from './lasting.ts';

/**
 * How the worlds of the lasting causes are summed: each combination of the enumerated ones is walked through, and
 * those of the thinned ones are summed within it. Failures that a thinned cause may explain are gathered into classes,
 * the members of which are alike to every thinned cause, so that only the number of the unexplained ones matters.
 */
export interface WorldSplit {
  readonly enumerated: readonly number[];
  readonly thinned: readonly number[];
  /** Failed interviews that no thinned cause explains. */
  readonly apart: readonly PastInterview[];
  /** All other failed interviews, the largest class first, as then the distribution over the states is found soonest. */
  readonly classes: readonly (readonly PastInterview[])[];
  readonly successes: readonly PastInterview[];
  /** About how long it takes, in nanoseconds. */
  readonly cost: number;
}

/** What the time depends on beside the split itself. */
export interface Sizes {
  readonly levels: number;
  /** How many views there are, and how many ways to look at the explained interview in all of them together. */
  readonly views: number;
  readonly modes: number;
}

/** How many levels are worked through at once. */
export const LANES = 5;

/** More numbers at a time would take too much memory: 128 MB. */
const MOST_NUMBERS = 2 ** 24;

/**
 * Splits the causes so that the sum takes the least time, as far as a greedy choice finds it: causes are moved from
 * the enumerated to the thinned ones, always the one that leaves the fewest states, and the best split on the way is taken.
 * Without thinned causes it is the plain enumeration, and with all of them it walks through sets of failures alone.
 */
export function bestSplit(used: readonly number[], others: readonly PastInterview[], sizes: Sizes): WorldSplit {
  const failed = others.filter(each => each.failed);
  const codes = new Map(used.map(cause => [cause, codesOf(cause, failed)]));
  let [thinned, classOf]: [readonly number[], readonly number[]] = [[], failed.map(() => 0)];
  let best = { thinned, cost: costOf(used.length, 0, classOf, sizes) };
  for (let rest = used; rest.length > 0; rest = rest.filter(cause => !thinned.includes(cause))) {
    const ways = rest.map(cause => ({ cause, refined: refine(classOf, codes.get(cause) ?? []) }));
    const states = ways.map(({ refined }) => statesOf(refined));
    const next = ways[states.indexOf(Math.min(...states))];
    if (!next) break;
    [thinned, classOf] = [[...thinned, next.cause], next.refined];
    const cost = costOf(used.length, thinned.length, classOf, sizes);
    if (cost < best.cost) best = { thinned, cost };
  }
  return splitBy(used, best.thinned, others, sizes);
}

/** The split with these causes thinned. */
export function splitBy(used: readonly number[], thinned: readonly number[], others: readonly PastInterview[], sizes: Sizes): WorldSplit {
  const failed = others.filter(each => each.failed);
  const classOf = thinned.reduce((classes: readonly number[], cause) => refine(classes, codesOf(cause, failed)), failed.map(() => 0));
  const members = (wanted: number): readonly PastInterview[] => failed.filter((_, k) => classOf[k] === wanted);
  return {
    enumerated: used.filter(cause => !thinned.includes(cause)),
    thinned,
    apart: members(0),
    classes: [...new Set(classOf)].filter(each => each !== 0).map(members).sort((a, b) => b.length - a.length),
    successes: others.filter(each => !each.failed),
    cost: costOf(used.length, thinned.length, classOf, sizes),
  };
}

/** A number for each different strength of a cause, by interview; 0 where it has none. */
function codesOf(cause: number, failed: readonly PastInterview[]): readonly number[] {
  const strengths = failed.map(each => each.strengths[cause] ?? 0);
  const different = [0, ...new Set(strengths.filter(strength => strength > 0))];
  return strengths.map(strength => different.indexOf(strength));
}

/** Parts classes by one more cause; class 0 are the interviews in which no cause so far has any strength. */
function refine(classOf: readonly number[], codes: readonly number[]): readonly number[] {
  const keys = new Map([[0, 0]]);
  return classOf.map((before, k) => {
    const key = before * (codes.length + 1) + (codes[k] ?? 0);
    const known = keys.get(key) ?? keys.size;
    keys.set(key, known);
    return known;
  });
}

/** How many interviews each class has, but for class 0, the largest first. */
function countsOf(classOf: readonly number[]): readonly number[] {
  const counts = Array.from({ length: Math.max(0, ...classOf) + 1 }, () => 0);
  for (const each of classOf) counts[each] = (counts[each] ?? 0) + 1;
  return counts.slice(1).filter(count => count > 0).sort((a, b) => b - a);
}

/** How many combinations of numbers of unexplained failures there are. */
function statesOf(classOf: readonly number[]): number {
  return countsOf(classOf).reduce((product, count) => product * (count + 1), 1);
}

/** How many steps the distribution over the states takes, class by class. */
function convolutionOf(counts: readonly number[]): number {
  let [steps, states] = [0, 1];
  for (const count of counts) {
    steps += (states * count * (count + 3)) / 2;
    states *= count + 1;
  }
  return steps;
}

/** About how many nanoseconds a split takes, as measured by test/bench/history.ts. */
function costOf(used: number, thinned: number, classOf: readonly number[], { levels, views, modes }: Sizes): number {
  const worlds = 2 ** (used - thinned);
  const apart = classOf.filter(each => each === 0).length;
  const enumerated = 15 + LANES * Math.ceil(levels / LANES) * (6 * views + apart) + 8 * modes;
  if (thinned === 0) return worlds * enumerated;
  const counts = countsOf(classOf);
  const states = statesOf(classOf);
  if (states * (thinned + modes + 2 * views) > MOST_NUMBERS) return Number.POSITIVE_INFINITY;
  const leaf = 75 + views * (classOf.length + levels * (90 + 2 * convolutionOf(counts) + 8 * states)) + modes * (40 + 3 * states);
  const moved = counts.reduce((sum, count) => sum + count + 2, 4);
  return worlds * (enumerated + leaf) + (modes + 2 * views) * thinned * states * 5 * moved;
}
