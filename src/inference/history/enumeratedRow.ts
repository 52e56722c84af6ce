import type { Grid, Row } from './grid.ts';
import type { Look, Time } from './view.ts';

/**
 * What the worlds of a row come to where every failure is apart, as nothing is left to explain.
 *
 * @param atLevel - for each level takes the weights of both outcomes of the explained interview
 */
export function fillEnumerated({ levels }: Grid, { index }: Row, { known, fails, times: [wholly] }: Look, atLevel: readonly Float64Array[]): void {
  if (!wholly) return;
  const { lets, fires, columns } = wholly;
  const own = wholly.rows[index] as number;
  lets.fill(0);
  fires.fill(0);
  levels.forEach(({ stops }, level) => { addLevel(known[level] ?? lets, wholly, own, stops, atLevel[level] ?? lets); });
  for (let column = 0; column < fails.length; column++) {
    fails[column] = (fires[column] as number) + (lets[column] as number) * (1 - own * (columns[column] as number));
  }
}

function addLevel(known: Float64Array, { lets, fires, columns }: Time, own: number, stops: number, outcomes: Float64Array): void {
  let passed = 0;
  let stopped = 0;
  for (let column = 0; column < known.length; column++) {
    const weight = known[column] as number;
    const passes = own * (columns[column] as number);
    lets[column] = (lets[column] as number) + weight * (1 - stops);
    fires[column] = (fires[column] as number) + weight * stops;
    passed += weight * passes;
    stopped += weight * (1 - passes);
  }
  outcomes[0] = (outcomes[0] as number) + stopped + stops * passed;
  outcomes[1] = (outcomes[1] as number) + (1 - stops) * passed;
}
