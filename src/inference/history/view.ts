import type { Asked } from './asked.ts';
import type { Grid, Row } from './grid.ts';
import type { PastInterview } from './lasting.ts';
import { nobody, passingIn } from './worlds.ts';

/** What is asked of a history, beside outcomes that all views share. */
export interface View extends Asked<PastInterview> {
  /** How softly the explained interview passes in each mode after the first: 1 wholly, which comes first, 0 whatever happens. */
  readonly times: readonly number[];
}

/** A view while the grid is gone through row by row: what its worlds come to, one number for each column. */
export interface Look {
  readonly times: readonly Time[];
  readonly besides: readonly Outcome[];
  /** For each level the weights with which all others end as they did. */
  readonly known: readonly Float64Array[];
  /** The weights with which the explained interview fails, too. */
  readonly fails: Float64Array;
}

/** Chances that nothing but the standing stops an interview: those of the rows, with all fresh players, and those of the columns. */
interface Passing {
  readonly rows: Float64Array;
  readonly columns: Float64Array;
}

/** An interview that failed or passed. */
interface Outcome extends Passing {
  readonly failed: boolean;
}

/** A way for the explained interview to pass. */
export interface Time extends Passing {
  readonly time: number;
  /** The weights with which the standing lets it pass, and those with which it fires. They may be the same arrays for all times. */
  readonly lets: Float64Array;
  readonly fires: Float64Array;
}

/** @param byTime - whether `lets` and `fires` differ by time */
export function lookAt(grid: Grid, row: Row, { explained, besides, times }: View, byTime: boolean): Look {
  const numbers = (): Float64Array => new Float64Array(grid.columns.count);
  const shared = { lets: numbers(), fires: numbers() };
  return {
    times: times.map(time => ({ time, ...passing(grid, explained, time), ...(byTime ? { lets: numbers(), fires: numbers() } : shared) })),
    besides: besides.map(each => ({ failed: each.failed, ...passing(grid, each, 1) })),
    known: besides.length === 0 ? row.known : grid.levels.map(numbers),
    fails: numbers(),
  };
}

function passing({ rows, columns }: Grid, interview: PastInterview, time: number): Passing {
  const fresh = nobody(interview.fresh, time);
  return { rows: passingIn(rows, interview, time).map(each => each * fresh), columns: passingIn(columns, interview, time) };
}

/** Counts the outcomes that belong to the view alone. */
export function startLook({ levels }: Grid, row: Row, { besides, known }: Look): void {
  besides.forEach(({ failed, rows, columns }, index) => {
    const own = rows[row.index] as number;
    levels.forEach(({ stops }, level) => {
      const into = known[level] ?? columns;
      countOutcome(index === 0 ? row.known[level] ?? into : into, columns, own * (1 - stops), failed, into);
    });
  });
}

function countOutcome(known: Float64Array, columns: Float64Array, by: number, failed: boolean, into: Float64Array): void {
  const [constant, slope] = failed ? [1, -by] : [0, by];
  for (let column = 0; column < into.length; column++) into[column] = (known[column] as number) * (constant + slope * (columns[column] as number));
}
