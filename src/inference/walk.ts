/** Mode 0 is the failure itself, mode 1 a success in its place; the others are nodes of the integral. */
export const OUTCOMES = 2;

/**
 * What a walk through the worlds of the enumerated causes carries. Rows of the flat arrays stand one for each depth, so
 * that nothing is allocated on the way. Indices of the loops over them are always in bounds, hence their assertions:
 * they run for each of up to some ten million worlds.
 */
export interface Walk {
  readonly modes: number;
  /** By mode, as the latest interview counts. */
  readonly times: Float64Array;
  /** By level, the chance that it stops the person and that it does not, and its weight times the chance that it stops nobody of those who went on. */
  readonly stops: Float64Array;
  readonly goesOn: Float64Array;
  readonly levelWeights: Float64Array;
  /** How many failures there are, and how many of them no thinned cause explains; those stand first. */
  readonly failures: number;
  readonly apart: number;
  /** By depth: the chances that each failed interview passes nevertheless, that the latest one passes in each mode, sums by mode, and the weight of the world. */
  readonly passes: Float64Array;
  readonly soft: Float64Array;
  readonly below: Float64Array;
  readonly weights: Float64Array;
  readonly causes: readonly EnumeratedCause[];
  /** The last of them, or one that never is there. */
  readonly last: EnumeratedCause;
  /** Of the world at hand, for `failByLevel` and `addPair`. */
  readonly fail: Float64Array;
  readonly ofPair: Float64Array;
  /** Sums by level of the two outcomes of the latest interview, and by mode of the worlds in which the standing fires. */
  readonly outcomes: Float64Array;
  readonly standing: Float64Array;
}

/** One enumerated cause: the weight of its absence and of its presence, what it lets pass, and sums by mode of the worlds that have it. */
export interface EnumeratedCause {
  readonly absent: number;
  readonly there: number;
  readonly passes: Float64Array;
  readonly soft: Float64Array;
  readonly sums: Float64Array;
}

/**
 * For each level the chance that the failures apart fail in this world; four products at a time, as each factor would
 * wait for the last. Numbers come and go in typed arrays only, as a call would put every fraction into an object.
 */
export function failByLevel({ passes, failures, apart, goesOn, fail }: Walk, at: number): void {
  const start = at * failures;
  const end = start + apart;
  for (let level = 0; level < fail.length; level++) {
    const pass = goesOn[level] as number;
    let one = 1;
    let two = 1;
    let three = 1;
    let four = 1;
    let k = start;
    for (; k + 3 < end; k += 4) {
      one *= 1 - (passes[k] as number) * pass;
      two *= 1 - (passes[k + 1] as number) * pass;
      three *= 1 - (passes[k + 2] as number) * pass;
      four *= 1 - (passes[k + 3] as number) * pass;
    }
    for (; k < end; k++) one *= 1 - (passes[k] as number) * pass;
    fail[level] = one * two * (three * four);
  }
}

/** Multiplies one row of a flat array into another one. */
export function multiply(rows: Float64Array, from: number, into: number, by: Float64Array): void {
  const source = from * by.length;
  const target = into * by.length;
  for (let index = 0; index < by.length; index++) rows[target + index] = (rows[source + index] as number) * (by[index] as number);
}
