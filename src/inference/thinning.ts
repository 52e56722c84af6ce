import type { Lasting, PastInterview } from './lasting.ts';

/** How the latest interview is looked at: 1 as the failure that it was, otherwise softly, at a node of the share's integral. */
export interface LastMode {
  readonly time: number;
  readonly failed: boolean;
}

/**
 * How likely causes of one strength for all interviews explain what is left: for each way to look at the latest
 * interview, a row by the number of unexplained failures. First the row over all worlds, then one for each cause,
 * over the worlds in which it is there.
 */
export type ConstantRows = readonly (readonly Float64Array[])[];

/**
 * Sums over the worlds of the constant causes by thinning: a cause that is there lets each unexplained failure stand
 * with chance 1 − s, so the number left is binomial. Every term is positive.
 */
export function explainedByConstant(lasting: Lasting, latest: PastInterview, others: readonly PastInterview[], constant: readonly number[], modes: readonly LastMode[]): ConstantRows {
  const failures = others.filter(({ failed }) => failed).length;
  const successes = others.length - failures;
  const causes = constant.map(cause => {
    const [p, s] = [lasting.presence[cause] ?? 0, latest.strengths[cause] ?? 0];
    return { p, s, passed: p * (1 - s) ** successes, left: binomials(failures + 1, s) };
  });
  const row = (forced: number, { time, failed }: LastMode): Float64Array => {
    let values = new Float64Array(failures + 2);
    values[0] = 1;
    causes.forEach(({ p, s, passed, left }, index) => {
      const there = passed * (failed ? 1 : 1 - s * time);
      const absent = index === forced ? 0 : 1 - p;
      const before = values;
      values = before.map((value, count) => absent * value + there * dot(left[count], before));
    });
    return values;
  };
  return modes.map(mode => [row(-1, mode), ...causes.map((_, index) => row(index, mode))]);
}

/** For each number of things up to `most`, the distribution of how many stay when each goes with chance s. */
function binomials(most: number, s: number): readonly Float64Array[] {
  const rows = [Float64Array.of(1)];
  for (let count = 1; count <= most; count++) {
    const before = rows[count - 1] ?? new Float64Array(0);
    rows.push(Float64Array.from({ length: count + 1 }, (_, left) => (before[left] ?? 0) * s + (before[left - 1] ?? 0) * (1 - s)));
  }
  return rows;
}

function dot(chances: Float64Array | undefined, values: Float64Array): number {
  let sum = 0;
  if (chances) for (let index = 0; index < chances.length; index++) sum += (chances[index] ?? 0) * (values[index] ?? 0);
  return sum;
}

/**
 * The distribution of how many of several independent things happen, by convolution.
 *
 * Source: the Poisson binomial distribution; X. H. Chen, A. P. Dempster, J. S. Liu, Biometrika 81 (1994) 457–469.
 */
export function poissonBinomial(chances: Float64Array, count: number): Float64Array {
  const counts = new Float64Array(count + 1);
  counts[0] = 1;
  for (let index = 0; index < count; index++) {
    const p = chances[index] ?? 0;
    for (let n = index + 1; n >= 0; n--) counts[n] = (counts[n] ?? 0) * (1 - p) + (n > 0 ? (counts[n - 1] ?? 0) * p : 0);
  }
  return counts;
}

/** Weight of what the constant causes do with these failures and the latest interview, which nothing else stops with chance `last`. */
export function weightOf(row: Float64Array | undefined, unexplained: Float64Array, last: number, failed: boolean): number {
  let sum = 0;
  if (!row) return 0;
  for (let left = 0; left < unexplained.length; left++) {
    const here = row[left] ?? 0;
    sum += (unexplained[left] ?? 0) * (failed ? (1 - last) * here + last * (row[left + 1] ?? 0) : last * here);
  }
  return sum;
}
