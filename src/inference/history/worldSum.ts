import { power } from '../../base/elementary.ts';
import { emptySums, type Lasting, nobodyFresh, type PastInterview, type Sums } from './lasting.ts';

/** Of so many causes all combinations stand in one block, which fits into the cache of a processor. */
const BLOCK = 10;
/** Levels of the standing that are worked through at once. */
const LANES = 5;

/** Numbers for each combination of some causes, that of cause i in the worlds with bit i. */
type Table = Float64Array;

/** Lasting causes that may fire in some interview: of the others nothing is learned. */
export function usedCauses({ presence }: Lasting, interviews: readonly PastInterview[]): readonly number[] {
  return [...presence.keys()].filter(j => interviews.some(({ strengths }) => (strengths[j] as number) > 0));
}

/** What the worlds of some causes come to: their probability, with the chance that they stop none of those who went on, and the chances that they let others pass. */
interface Worlds {
  readonly prior: Table;
  /** World by world, for each failure. */
  readonly failures: Table;
  /** By time, for the explained interview, once without the next one and once where that passes. */
  readonly soft: readonly (readonly Table[])[];
}

/**
 * Sums over every world, a combination of the lasting causes: all terms are positive. Of some causes the worlds stand in
 * a block, in tables that are doubled cause by cause; each combination of the others is one more go through the block.
 *
 * @param next - one more interview; `null` for none
 * @param times - as `Sums` has them; the first is 0, the second 1
 * @returns The sums without the next interview, and those where it passes; without one, one.
 */
export function sumOverWorlds(lasting: Lasting, explained: PastInterview, others: readonly PastInterview[], next: PastInterview | null, times: readonly number[]): readonly Sums[] {
  const used = usedCauses(lasting, [explained, ...others, ...(next ? [next] : [])]);
  const [causes, further] = [used.slice(0, BLOCK), used.slice(BLOCK)];
  const [inner, outer] = [causes, further].map((some, index) => tablesOf(lasting, explained, others, next, times, some, index === 1)) as [Worlds, Worlds];
  const [size, ways] = [inner.prior.length, inner.soft.map((_, way) => way)];
  const sums = ways.map(() => ({ ...emptySums(lasting, times), blocks: times.map(() => new Float64Array(size)) }));
  const moments: Moments = { lets: [new Float64Array(size), new Float64Array(size)], fires: [new Float64Array(size), new Float64Array(size)] };
  const wentOn = others.filter(({ failed }) => !failed).length;
  for (let world = 0; world < outer.prior.length; world++) {
    weighLevels(lasting, wentOn, inner, outer, world, moments);
    for (const way of ways) {
      const { total, standing, withCause, blocks } = sums[way] as (typeof sums)[number];
      const [soft, by, lets, fires] = [inner.soft[way], outer.soft[way], moments.lets[way], moments.fires[way]] as [Table[], Table[], Table, Table];
      times.forEach((time, at) => {
        const all = addPassing(soft[at] as Table, by[at]?.[world] as number, time, lets, fires, blocks[at] as Table, standing, at);
        addTo(total, at, all);
        further.forEach((cause, i) => { if ((world >> i) % 2 === 1) addTo(withCause[cause] as number[], at, all); });
      });
    }
    addTo(sums[0]?.standingPassed as number[], 0, dot(inner.soft[0]?.[1] as Table, moments.fires[1]) * (outer.soft[0]?.[1]?.[world] as number));
  }
  for (const { blocks, withCause } of sums) blocks.forEach((block, at) => { foldHalves(block, causes, withCause, at); });
  return sums;
}

/** @param fresh - whether what does not depend on the world counts in these tables */
function tablesOf({ presence }: Lasting, explained: PastInterview, others: readonly PastInterview[], next: PastInterview | null, times: readonly number[], causes: readonly number[], fresh: boolean): Worlds {
  const [failed, passed] = [true, false].map(wanted => others.filter(each => each.failed === wanted)) as [PastInterview[], PastInterview[]];
  const passes = ({ strengths }: PastInterview, cause: number, time: number): number => 1 - (strengths[cause] as number) * time;
  const start = (interviews: readonly PastInterview[], time: number): number => (fresh ? interviews.reduce((product, each) => product * nobodyFresh(each, time), 1) : 1);
  const soft = (time: number, ahead: readonly PastInterview[]): Table =>
    doubled(causes, [start([explained], time) * start(ahead, 1)], j => [passes(explained, j, time) * ahead.reduce((product, each) => product * passes(each, j, 1), 1)], () => 1);
  return {
    prior: doubled(causes, [start(passed, 1)], j => [passed.reduce((product, each) => product * passes(each, j, 1), presence[j] as number)], j => 1 - (presence[j] as number)),
    failures: doubled(causes, failed.map(each => start([each], 1)), j => failed.map(each => passes(each, j, 1)), () => 1),
    soft: [[], ...(next ? [[next]] : [])].map(ahead => times.map(time => soft(time, ahead))),
  };
}

/** Several tables side by side, world by world: each starts with one world, and for each cause the worlds with it are put behind those without. */
function doubled(causes: readonly number[], start: readonly number[], there: (cause: number) => readonly number[], absent: (cause: number) => number): Table {
  const table = new Float64Array(start.length * 2 ** causes.length);
  table.set(start);
  causes.forEach((cause, i) => {
    const [by, without, half] = [there(cause), absent(cause), start.length * 2 ** i];
    for (let at = 0; at < half; at++) {
      table[at + half] = (table[at] as number) * (by[at % by.length] as number);
      table[at] = (table[at] as number) * without;
    }
  });
  return table;
}

/** The weights with which the standing lets one interview pass, and with which it stops it: as it is, and where it has let another one pass. */
interface Moments {
  readonly lets: readonly [Table, Table];
  readonly fires: readonly [Table, Table];
}

/** Weighs each world of the block at each level, with all others as they ended. The slow part: five levels share what is read. */
function weighLevels({ levels }: Lasting, wentOn: number, { prior, failures }: Worlds, outer: Worlds, world: number, { lets: [lets, letsThen], fires: [fires, firesThen] }: Moments): void {
  const count = failures.length / prior.length;
  const own = outer.failures.subarray(world * count, (world + 1) * count);
  for (const row of [lets, letsThen, fires, firesThen]) row.fill(0);
  for (let first = 0; first < levels.length; first += LANES) {
    const lanes = Array.from({ length: LANES }, (_, lane) => levels[first + lane] ?? { stops: 0, weight: 0 });
    const [stopsA, stopsB, stopsC, stopsD, stopsE] = lanes.map(({ stops }) => stops) as [number, number, number, number, number];
    const [letsA, letsB, letsC, letsD, letsE] = lanes.map(({ stops }) => 1 - stops) as [number, number, number, number, number];
    const [byA, byB, byC, byD, byE] = lanes.map(({ stops, weight }) => weight * power(1 - stops, wentOn) * (outer.prior[world] as number)) as [number, number, number, number, number];
    for (let at = 0, from = 0; at < prior.length; at++) {
      let a = byA * (prior[at] as number);
      let b = byB * (prior[at] as number);
      let c = byC * (prior[at] as number);
      let d = byD * (prior[at] as number);
      let e = byE * (prior[at] as number);
      for (let k = 0; k < count; k++, from++) {
        const pass = (own[k] as number) * (failures[from] as number);
        a *= 1 - pass * letsA;
        b *= 1 - pass * letsB;
        c *= 1 - pass * letsC;
        d *= 1 - pass * letsD;
        e *= 1 - pass * letsE;
      }
      fires[at] = (fires[at] as number) + a * stopsA + b * stopsB + c * stopsC + d * stopsD + e * stopsE;
      a *= letsA;
      b *= letsB;
      c *= letsC;
      d *= letsD;
      e *= letsE;
      lets[at] = (lets[at] as number) + a + b + c + d + e;
      firesThen[at] = (firesThen[at] as number) + a * stopsA + b * stopsB + c * stopsC + d * stopsD + e * stopsE;
      letsThen[at] = (letsThen[at] as number) + a * letsA + b * letsB + c * letsC + d * letsD + e * letsE;
    }
  }
}

function dot(some: Table, others: Table): number {
  let sum = 0;
  for (let at = 0; at < some.length; at++) sum += (some[at] as number) * (others[at] as number);
  return sum;
}

/** @returns what the block comes to where the explained interview passes softly; worlds go in pairs, so that no sum waits for the last one */
function addPassing(soft: Table, by: number, time: number, lets: Table, fires: Table, block: Table, standing: number[], at: number): number {
  const left = 1 - time;
  let even = 0;
  let odd = 0;
  let evenFired = 0;
  let oddFired = 0;
  for (let world = 0; world + 1 < block.length; world += 2) {
    const one = by * (soft[world] as number);
    const other = by * (soft[world + 1] as number);
    const oneFired = one * (fires[world] as number);
    const otherFired = other * (fires[world + 1] as number);
    const onePasses = one * (lets[world] as number) + oneFired * left;
    const otherPasses = other * (lets[world + 1] as number) + otherFired * left;
    block[world] = (block[world] as number) + onePasses;
    block[world + 1] = (block[world + 1] as number) + otherPasses;
    even += onePasses;
    odd += otherPasses;
    evenFired += oneFired;
    oddFired += otherFired;
  }
  if (block.length === 1) { // there is nothing that lasts
    evenFired = by * (soft[0] as number) * (fires[0] as number);
    even = by * (soft[0] as number) * (lets[0] as number) + evenFired * left;
    addTo(block, 0, even);
  }
  addTo(standing, at, evenFired + oddFired);
  return even + odd;
}

/** Adds up the worlds in which each cause is there: those of the last cause are the upper half, which then is folded onto the lower. */
function foldHalves(block: Table, causes: readonly number[], withCause: readonly number[][], at: number): void {
  for (let i = causes.length - 1, half = block.length / 2; i >= 0; i--, half /= 2) {
    for (let world = 0; world < half; world++) {
      addTo(withCause[causes[i] as number] as number[], at, block[world + half] as number);
      block[world] = (block[world] as number) + (block[world + half] as number);
    }
  }
}

function addTo(row: number[] | Table, at: number, value: number): void {
  row[at] = (row[at] as number) + value;
}
