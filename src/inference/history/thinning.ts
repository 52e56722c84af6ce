import type { Lasting, PastInterview } from './lasting.ts';

/**
 * What thinned causes do to numbers of unexplained failures, one number for each class. A state is a combination of
 * them, its index in mixed radix, the first class with stride 1.
 */
export interface Thinning {
  /** How many members each class has. */
  readonly counts: readonly number[];
  readonly states: number;
  readonly steps: readonly Step[];
}

/** One cause: the weight of its absence and of its presence, and for each class the binomials of what it leaves. */
interface Step {
  readonly absent: number;
  readonly there: number;
  /** By class, a square matrix by rows: the chance that of `from` unexplained failures `left` stay; `null` where it explains none. */
  readonly leaves: readonly (Float64Array | null)[];
}

/**
 * Thinning by some causes: one that is there lets each unexplained failure stand with chance 1 − s, so of each class the
 * number left is binomial. Every term is positive.
 *
 * @param classes - failures that are alike to each of the causes
 * @param passed - interviews that went on, each with the time at which it counts: 1 wholly, 0 not at all
 */
export function thinningBy(causes: readonly number[], { presence }: Lasting, classes: readonly (readonly PastInterview[])[], passed: readonly (readonly [PastInterview, number])[]): Thinning {
  return {
    counts: classes.map(({ length }) => length),
    states: classes.reduce((product, { length }) => product * (length + 1), 1),
    steps: causes.map(cause => {
      const p = presence[cause] ?? 0;
      const there = passed.reduce((product, [{ strengths }, time]) => product * (1 - (strengths[cause] ?? 0) * time), p);
      return { absent: 1 - p, there, leaves: classes.map(members => binomials(members.length, members[0]?.strengths[cause] ?? 0)) };
    }),
  };
}

/** For each cause the chance, by state, that it and all after it explain everything; last, that nothing is left. */
export function explainedFrom({ states, steps, counts }: Thinning): readonly Float64Array[] {
  let next: Float64Array = new Float64Array(states);
  next[0] = 1;
  const rows = [next];
  for (const { absent, there, leaves } of steps.toReversed()) {
    const explained = next.slice();
    alongClasses(counts, (count, stride, index) => { gather(explained, count, stride, leaves[index] ?? null); });
    next = mix(absent, next, there, explained);
    rows.push(next);
  }
  return rows.reverse();
}

/**
 * For each cause the weight of the worlds in which it is there and everything is explained.
 *
 * @param start - weights of the states before any of the causes explains something
 * @param rows - as `explainedFrom` gives them
 */
export function withEach({ steps, counts }: Thinning, start: Float64Array, rows: readonly Float64Array[]): readonly number[] {
  let states = start;
  return steps.map(({ absent, there, leaves }, at) => {
    const thinned = states.slice();
    alongClasses(counts, (count, stride, index) => { thin(thinned, count, stride, leaves[index] ?? null); });
    states = mix(absent, states, there, thinned);
    return there * dot(thinned, rows[at + 1] ?? thinned);
  });
}

function alongClasses(counts: readonly number[], visit: (count: number, stride: number, index: number) => void): void {
  let stride = 1;
  counts.forEach((count, index) => {
    visit(count, stride, index);
    stride *= count + 1;
  });
}

/** Moves weight from each number of unexplained failures of a class to those that stay. */
function thin(states: Float64Array, count: number, stride: number, leaves: Float64Array | null): void {
  if (!leaves) return;
  const side = count + 1;
  for (let block = 0; block < states.length; block += stride * side) {
    for (let none = block; none < block + stride; none++) {
      for (let left = 0; left < side; left++) {
        let sum = 0;
        for (let from = left; from < side; from++) sum += (states[none + from * stride] as number) * (leaves[from * side + left] as number);
        states[none + left * stride] = sum;
      }
    }
  }
}

/** The same seen from behind: what a state becomes on average. */
function gather(states: Float64Array, count: number, stride: number, leaves: Float64Array | null): void {
  if (!leaves) return;
  const side = count + 1;
  for (let block = 0; block < states.length; block += stride * side) {
    for (let none = block; none < block + stride; none++) {
      for (let from = count; from > 0; from--) {
        let sum = 0;
        for (let left = 0; left <= from; left++) sum += (states[none + left * stride] as number) * (leaves[from * side + left] as number);
        states[none + from * stride] = sum;
      }
    }
  }
}

/** For each number of things up to `most`, the distribution of how many stay when each goes with chance s. */
function binomials(most: number, s: number): Float64Array | null {
  if (s === 0) return null;
  const side = most + 1;
  const rows = new Float64Array(side * side);
  rows[0] = 1;
  for (let from = 1; from < side; from++) {
    for (let left = 0; left <= from; left++) {
      const [before, one] = [rows[(from - 1) * side + left] as number, left > 0 ? rows[(from - 1) * side + left - 1] as number : 0];
      rows[from * side + left] = before * s + one * (1 - s);
    }
  }
  return rows;
}

function mix(absent: number, before: Float64Array, there: number, after: Float64Array): Float64Array {
  const mixed = new Float64Array(before.length);
  for (let index = 0; index < mixed.length; index++) mixed[index] = absent * (before[index] as number) + there * (after[index] as number);
  return mixed;
}

/** The sum of the products of two rows of numbers; four sums at a time, as each addition would wait for the last. */
export function dot(a: Float64Array, b: Float64Array): number {
  let index = 0;
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  for (; index + 3 < a.length; index += 4) {
    one += (a[index] as number) * (b[index] as number);
    two += (a[index + 1] as number) * (b[index + 1] as number);
    three += (a[index + 2] as number) * (b[index + 2] as number);
    four += (a[index + 3] as number) * (b[index + 3] as number);
  }
  for (; index < a.length; index++) one += (a[index] as number) * (b[index] as number);
  return one + two + (three + four);
}

/**
 * The weights of the states before any thinning: of each class, how many of its independent failures stay unexplained.
 *
 * @param stays - the chances to stay, class after class, from `from` on
 * @param by - weight of all states together
 * @param counts - how many members each class has
 * @param into - one number for each state
 *
 * Source: the Poisson binomial distribution, by convolution; X. H. Chen, A. P. Dempster, J. S. Liu, Biometrika 81 (1994) 457–469.
 */
export function unexplained(stays: Float64Array, from: number, goesOn: number, by: number, counts: readonly number[], into: Float64Array): void {
  into[0] = by;
  let states = 1;
  let at = from;
  for (const count of counts) {
    into.fill(0, states, states * (count + 1));
    for (let most = 1; most <= count; most++) {
      const p = (stays[at++] as number) * goesOn;
      for (let index = most * states + states - 1; index >= states; index--) {
        into[index] = (into[index] as number) * (1 - p) + (into[index - states] as number) * p;
      }
      for (let index = 0; index < states; index++) into[index] = (into[index] as number) * (1 - p);
    }
    states *= count + 1;
  }
}
