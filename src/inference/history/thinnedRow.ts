import type { Grid, Row } from './grid.ts';
import type { Lasting } from './lasting.ts';
import { dot, explainedFrom, type Thinning, thinningBy, unexplained, withEach } from './thinning.ts';
import type { Look, Time, View } from './view.ts';
import type { WorldSplit } from './worldSplit.ts';

/** What the thinned causes add to each world of the enumerated ones. */
export interface Thinned {
  /** How many failures each class has. */
  readonly counts: readonly number[];
  /** What they do where the explained interview fails by something else, and where it is one more failure to explain. */
  readonly besides: Explaining;
  readonly failing: Explaining;
  /** What they do where they let it pass: wholly, and for each time. */
  readonly wholly: Explaining;
  readonly passing: readonly Explaining[];
  /** Of one world: how likely each failure passes; and the weights of its states at one level, where the standing lets pass, and where it fires. */
  readonly passes: Float64Array;
  readonly ofLevel: Float64Array;
  readonly lets: Float64Array;
  readonly fires: Float64Array;
}

/** One thinning, the chance for each state that it explains everything, and the weights over all worlds of the states before it. */
interface Explaining {
  readonly thinning: Thinning;
  readonly explained: Float64Array;
  readonly starts: Float64Array;
}

export function thinnedOf(lasting: Lasting, { explained: latest, times }: View, { thinned, classes, successes, apart }: WorldSplit): Thinned {
  const wentOn = successes.map(each => [each, 1] as const);
  const explaining = (thinning: Thinning): Explaining => ({ thinning, explained: explainedFrom(thinning)[0] ?? new Float64Array(thinning.states), starts: new Float64Array(thinning.states) });
  const besides = explaining(thinningBy(thinned, lasting, classes, wentOn));
  const passing = times.map(time => explaining(thinningBy(thinned, lasting, classes, [...wentOn, [latest, time]])));
  const states = (): Float64Array => new Float64Array(besides.starts.length);
  const failing = explaining(thinningBy(thinned, lasting, [...classes, [latest]], wentOn));
  return {
    counts: besides.thinning.counts,
    besides,
    failing: { ...failing, explained: failing.explained.slice(besides.starts.length) },
    wholly: passing[0] ?? besides,
    passing,
    passes: new Float64Array(apart.length + classes.flat().length),
    ofLevel: states(), lets: states(), fires: states(),
  };
}

/**
 * What the worlds of a row come to where thinned causes explain failures, too.
 *
 * @param atLevel - for each level takes the weights of both outcomes of the explained interview
 */
export function fillThinned(grid: Grid, thinned: Thinned, row: Row, { times, known, fails }: Look, atLevel: readonly Float64Array[]): void {
  const { passes } = grid.columns;
  const { besides, passing, lets, fires } = thinned;
  const failures = thinned.passes.length;
  const inWorld = ({ rows, columns }: Time, column: number): number => (rows[row.index] as number) * (columns[column] as number);
  for (let column = 0; column < fails.length; column++) {
    for (let k = 0; k < failures; k++) thinned.passes[k] = (row.passes[k] as number) * (passes[column * failures + k] as number);
    lets.fill(0);
    fires.fill(0);
    fails[column] = 0;
    const passed = times[0] ? inWorld(times[0], column) : 0;
    atLevel.forEach((outcomes, level) => { fails[column] = (fails[column] as number) + addLevel(grid, thinned, level, known[level]?.[column] ?? 0, passed, outcomes); });
    addScaled(besides.starts, fires, 1);
    addScaled(besides.starts, lets, 1 - passed);
    times.forEach((each, index) => { addStates(thinned, passing[index] ?? besides, each, inWorld(each, column), column); });
  }
}

/** @returns the weight with which the explained interview fails at this level */
function addLevel({ levels, apart }: Grid, { ofLevel, besides, failing, wholly, passes, counts, lets, fires }: Thinned, level: number, weight: number, passed: number, outcomes: Float64Array): number {
  if (weight === 0) return 0;
  const stops = levels[level]?.stops ?? 0;
  const passing = passed * (1 - stops);
  unexplained(passes, apart, 1 - stops, weight, counts, ofLevel);
  addScaled(lets, ofLevel, 1 - stops);
  addScaled(fires, ofLevel, stops);
  const failed = (1 - passing) * dot(ofLevel, besides.explained) + passing * dot(ofLevel, failing.explained);
  outcomes[0] = (outcomes[0] as number) + failed;
  outcomes[1] = (outcomes[1] as number) + passing * dot(ofLevel, wholly.explained);
  return failed;
}

/** All that a way to pass takes from the states of a world, in one go through them. */
function addStates({ lets, fires }: Thinned, { explained, starts }: Explaining, time: Time, passes: number, column: number): void {
  const byFires = passes * (1 - time.time);
  let letsAll = 0;
  let firesAll = 0;
  for (let state = 0; state < starts.length; state++) {
    const letPass = lets[state] as number;
    const fired = fires[state] as number;
    const chance = explained[state] as number;
    letsAll += letPass * chance;
    firesAll += fired * chance;
    starts[state] = (starts[state] as number) + letPass * passes + fired * byFires;
  }
  time.lets[column] = letsAll;
  time.fires[column] = firesAll;
}

/** Of each thinned cause, by mode, the weight of the worlds in which it is there; to be asked once all rows are filled. */
export function thinnedPresences({ besides, failing, wholly, passing }: Thinned): readonly (readonly number[])[] {
  const toExplain = new Float64Array(failing.thinning.states);
  toExplain.set(wholly.starts, besides.starts.length);
  const ofFailing = presencesIn(failing.thinning, toExplain);
  const ofPassing = passing.map(({ thinning, starts }) => presencesIn(thinning, starts));
  return presencesIn(besides.thinning, besides.starts).map((presence, index) => [presence + (ofFailing[index] ?? 0), ...ofPassing.map(each => each[index] ?? 0)]);
}

function presencesIn(thinning: Thinning, start: Float64Array): readonly number[] {
  return withEach(thinning, start, explainedFrom(thinning));
}

function addScaled(into: Float64Array, from: Float64Array, by: number): void {
  for (let index = 0; index < into.length; index++) into[index] = (into[index] as number) + (from[index] as number) * by;
}
