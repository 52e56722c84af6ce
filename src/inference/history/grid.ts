import type { Lasting } from './lasting.ts';
import { LANES, type WorldSplit } from './worldSplit.ts';
import { nobody, type Worlds, worldsOf } from './worlds.ts';

/**
 * Every world of the enumerated causes: a row has one choice of the first of them, a column one of the rest,
 * and each number of a world is the product of its row's and its column's. Indices of the loops over the flat arrays are
 * always in bounds, hence their assertions: they run for each of up to some ten million worlds.
 */
export interface Grid {
  readonly rows: Worlds;
  readonly columns: Worlds;
  /** The chances that no fresh player stops each failure, and that none has stopped a success. */
  readonly fresh: { readonly passes: Float64Array; readonly successes: number };
  /** How many failures no thinned cause explains; they stand before the others. */
  readonly apart: number;
  readonly levels: readonly Level[];
}

/** A level of the standing: the chance that it stops the person, and its weight times the chance that it stops none of the successes. */
interface Level {
  readonly stops: number;
  readonly weight: number;
}

/** Of so many causes, what stands by column still fits into the cache of a processor. */
const MOST_COLUMN_CAUSES = 9;

/** What the worlds of one row of the grid share, and the weight of each. */
export interface Row {
  /** Its place in the grid. */
  index: number;
  /** The chances that nothing of the row and no fresh player stops each failure. */
  readonly passes: Float64Array;
  /** For each level the weights, by column, with which all failures apart do fail. There may be more than there are levels. */
  readonly known: readonly Float64Array[];
}

export function gridOf({ presence, levels }: Lasting, { enumerated, apart, classes, successes }: WorldSplit): Grid {
  const failed = [...apart, ...classes.flat()];
  const half = Math.max(Math.ceil(enumerated.length / 2), enumerated.length - MOST_COLUMN_CAUSES);
  return {
    rows: worldsOf(enumerated.slice(0, half), presence, failed, successes),
    columns: worldsOf(enumerated.slice(half), presence, failed, successes),
    fresh: {
      passes: Float64Array.from(failed, each => nobody(each.fresh, 1)),
      successes: successes.reduce((product, each) => product * nobody(each.fresh, 1), 1),
    },
    apart: apart.length,
    levels: levels.map(({ stops, weight }) => ({ stops, weight: weight * (1 - stops) ** successes.length })),
  };
}

export function emptyRow({ fresh, columns, levels }: Grid): Row {
  return { index: 0, passes: fresh.passes.slice(), known: Array.from({ length: LANES * Math.ceil(levels.length / LANES) }, () => new Float64Array(columns.count)) };
}

export function fillRow({ rows, columns, fresh, apart, levels }: Grid, row: Row, index: number): void {
  const { passes, known } = row;
  const weight = (rows.weights[index] as number) * fresh.successes;
  row.index = index;
  for (let k = 0; k < passes.length; k++) passes[k] = (fresh.passes[k] as number) * (rows.passes[index * passes.length + k] as number);
  for (let first = 0; first < levels.length; first += LANES) {
    const some = levels.slice(first, first + LANES);
    weighLevels(columns, passes, apart, some.map(({ stops }) => 1 - stops), some.map(each => each.weight * weight), known.slice(first, first + LANES));
  }
}

/** The slow part of all sums. Five levels share what is read, and each has a product of its own, so that none waits for another. */
function weighLevels({ weights, passes, count }: Worlds, own: Float64Array, apart: number, lets: readonly number[], byLevel: readonly number[], known: readonly Float64Array[]): void {
  const [letsA = 0, letsB = 0, letsC = 0, letsD = 0, letsE = 0] = lets;
  const [byA = 0, byB = 0, byC = 0, byD = 0, byE = 0] = byLevel;
  const [knownA, knownB, knownC, knownD, knownE] = known as readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  for (let column = 0; column < count; column++) {
    const start = column * own.length;
    const weight = weights[column] as number;
    let a = byA * weight;
    let b = byB * weight;
    let c = byC * weight;
    let d = byD * weight;
    let e = byE * weight;
    for (let k = 0; k < apart; k++) {
      const pass = (own[k] as number) * (passes[start + k] as number);
      a *= 1 - pass * letsA;
      b *= 1 - pass * letsB;
      c *= 1 - pass * letsC;
      d *= 1 - pass * letsD;
      e *= 1 - pass * letsE;
    }
    knownA[column] = a;
    knownB[column] = b;
    knownC[column] = c;
    knownD[column] = d;
    knownE[column] = e;
  }
}
