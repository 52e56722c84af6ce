import { fillEnumerated } from './enumeratedRow.ts';
import { emptyRow, fillRow, type Grid, gridOf, type Row } from './grid.ts';
import type { Lasting } from './lasting.ts';
import { fillThinned, type Thinned, thinnedOf, thinnedPresences } from './thinnedRow.ts';
import { type Look, lookAt, startLook, type Time, type View } from './view.ts';
import { addToCauses } from './worlds.ts';
import type { WorldSplit } from './worldSplit.ts';

/**
 * Sums over worlds, each by mode, the way to look at the explained interview: mode 0 is its failure, and each one after
 * it a way to pass. Of the levels only its two outcomes matter.
 */
export interface Sums {
  readonly total: Float64Array;
  readonly withCause: readonly Float64Array[];
  /** The worlds in which the standing fires in the explained interview: each weighed by its chance to, and not by that to pass. Mode 0 has none. */
  readonly standing: Float64Array;
  /** For each level the worlds in which the explained interview fails, and those in which it passes. */
  readonly atLevel: readonly Float64Array[];
}

/** The sums of a view while rows are added. */
interface Adding {
  readonly look: Look;
  readonly thinned: Thinned | null;
  readonly sums: Sums;
  /** For each mode what each column comes to, but for its own part of passing softly. */
  readonly atColumn: readonly Float64Array[];
}

/**
 * Sums over all worlds of the lasting causes, for each view. They are the same for every split, but for the time that it takes.
 *
 * @param views - one or more; those that have outcomes of their own must not be asked of thinned causes
 */
export function worldSums(lasting: Lasting, split: WorldSplit, views: readonly View[]): readonly Sums[] {
  if (split.thinned.length > 0 && views.some(({ besides }) => besides.length > 0)) throw new RangeError('thinned causes must explain all outcomes');
  const grid = gridOf(lasting, split);
  const row = emptyRow(grid);
  const adding = views.map(view => startSums(lasting, grid, row, split, view));
  for (let index = 0; index < grid.rows.count; index++) {
    fillRow(grid, row, index);
    for (const each of adding) addRow(grid, row, each);
  }
  for (const each of adding) finish(grid, split, each);
  return adding.map(({ sums }) => sums);
}

/** The sums over two sets of worlds that have none in common. */
export function added(some: Sums, others: Sums): Sums {
  const row = (one: Float64Array, other: Float64Array | undefined): Float64Array => one.map((value, index) => value + (other?.[index] ?? 0));
  return {
    total: row(some.total, others.total),
    withCause: some.withCause.map((each, index) => row(each, others.withCause[index])),
    standing: row(some.standing, others.standing),
    atLevel: some.atLevel.map((each, index) => row(each, others.atLevel[index])),
  };
}

function startSums(lasting: Lasting, grid: Grid, row: Row, split: WorldSplit, view: View): Adding {
  const thinned = split.thinned.length > 0 ? thinnedOf(lasting, view, split) : null;
  const byMode = (): Float64Array => new Float64Array(1 + view.times.length);
  return {
    look: lookAt(grid, row, view, thinned !== null),
    thinned,
    sums: { total: byMode(), withCause: lasting.presence.map(byMode), standing: byMode(), atLevel: lasting.levels.map(() => new Float64Array(2)) },
    atColumn: Array.from(byMode(), () => new Float64Array(grid.columns.count)),
  };
}

function addRow(grid: Grid, row: Row, { look, thinned, sums, atColumn }: Adding): void {
  const { total, withCause, standing, atLevel } = sums;
  startLook(grid, row, look);
  if (thinned) fillThinned(grid, thinned, row, look, atLevel);
  else fillEnumerated(grid, row, look, atLevel);
  atColumn.forEach((columns, mode) => {
    const time = look.times[mode - 1];
    const [all, fired] = time ? addPassing(time, time.rows[row.index] as number, columns) : [addFailing(look.fails, columns), 0];
    total[mode] = (total[mode] as number) + all;
    standing[mode] = (standing[mode] as number) + fired;
    addToCauses(grid.rows, row.index, all, withCause, mode);
  });
}

/** @returns what the row comes to */
function addFailing(fails: Float64Array, atColumn: Float64Array): number {
  let all = 0;
  for (let column = 0; column < fails.length; column++) {
    const failed = fails[column] as number;
    all += failed;
    atColumn[column] = (atColumn[column] as number) + failed;
  }
  return all;
}

/** @returns what the row comes to, and where the standing fires besides */
function addPassing({ time, columns, lets, fires }: Time, own: number, atColumn: Float64Array): readonly [number, number] {
  const byFires = 1 - time;
  let all = 0;
  let fired = 0;
  for (let column = 0; column < atColumn.length; column++) {
    const fire = fires[column] as number;
    const passes = (lets[column] as number) + fire * byFires;
    const softly = columns[column] as number;
    all += softly * passes;
    fired += softly * fire;
    atColumn[column] = (atColumn[column] as number) + own * passes;
  }
  return [own * all, own * fired];
}

function finish({ columns }: Grid, split: WorldSplit, { look, thinned, sums, atColumn }: Adding): void {
  atColumn.forEach((ofColumns, mode) => {
    const softly = look.times[mode - 1]?.columns;
    ofColumns.forEach((sum, column) => { addToCauses(columns, column, (softly?.[column] ?? 1) * sum, sums.withCause, mode); });
  });
  if (thinned) thinnedPresences(thinned).forEach((presences, index) => { sums.withCause[split.thinned[index] ?? -1]?.set(presences); });
}
