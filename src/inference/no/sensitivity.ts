import { gaussLegendre } from '../numbers/gaussLegendre.ts';
import type { Baseline } from './baseline.ts';
import { type ExplainedNo, explainNo, supportedCauses } from './explainNo.ts';
import { standingOut } from './focus.ts';
import { type NumberSamples, numberSamples, SAMPLES } from './numberSamples.ts';
import type { Person } from './person.ts';

/** How far the explanation of a no hangs on numbers of the pack that are known only roughly; causes are indices into the pack. */
export interface Sensitivity {
  /** Of each cause asked for, the range of its share: 5 in 100 sets of numbers lie below it, 5 above. */
  readonly ranges: ReadonlyMap<number, readonly [number, number]>;
  /** Of each supported cause, in what part of all sets of numbers it comes first among the supported; these add to 1. */
  readonly first: ReadonlyMap<number, number>;
  /** Whether some supported cause has a larger share than the rough numbers alone could give it without any answer. */
  readonly apart: boolean;
}

/** Sets of numbers, and with what probability each player fires under each of them when nothing has been answered. */
export interface Roughness {
  readonly baseline: Baseline;
  readonly samples: NumberSamples;
  /** Set by set: of the causes, of the background, of the standing. */
  readonly fires: Float64Array;
  /** The same for the interview at hand, and the shares of its causes: written anew by each call, and read by no other. */
  readonly scratch: { readonly fires: Float64Array; readonly shares: Float64Array };
  /** The upper end of the range of each share without any answer, once asked for. */
  readonly unaskedHigh: Map<number, number>;
}

/** Works out once for a pack what all interviews start from. */
export function roughnessOf(baseline: Baseline): Roughness {
  const { prepared: { pack }, weighed: { presence, strength } } = baseline;
  const samples = numberSamples(pack);
  const [causes, width] = [pack.causes.length, pack.causes.length + 2];
  const fires = new Float64Array(width * SAMPLES);
  for (let cause = 0; cause < causes; cause++) fillFires(samples, presence[cause] as number, strength[cause] as number, cause, fires);
  for (let set = 0; set < SAMPLES; set++) {
    fires[set * width + causes] = samples.background[set] as number;
    fires[set * width + causes + 1] = baseline.fires[causes + 1] as number;
  }
  const scratch = { fires: new Float64Array(fires.length), shares: new Float64Array(causes * SAMPLES) };
  return { baseline, samples, fires, scratch, unaskedHigh: new Map() };
}

/** A presence and a strength, each with its odds divided by a factor for each set, times each other. */
function fillFires({ baseRate, strength: factors, causes }: NumberSamples, presence: number, strength: number, cause: number, into: Float64Array): void {
  const [against, without] = [(1 - presence) / presence, (1 - strength) / strength];
  for (let set = 0, at = cause, from = cause; set < SAMPLES; set++, at += causes + 2, from += causes) {
    into[at] = 1 / ((1 + against * (baseRate[from] as number)) * (1 + without * (factors[from] as number)));
  }
}

/**
 * How the shares move when the pack's numbers move within their ranges, all at once and each its own way, while the
 * chance of going on without answers stays what it is.
 *
 * @param explained - what is to be tried out
 * @param before - what other interviews tell of the person, where there are any
 * @param causes - of which ranges are wanted; the supported ones unless given
 */
export function sensitivityOf(roughness: Roughness, explained: ExplainedNo, before: Person | null, causes?: readonly number[]): Sensitivity {
  const { prepared, prepared: { pack } } = roughness.baseline;
  const supported = supportedCauses(prepared, explained);
  const wanted = causes ?? supported;
  const all = [...new Set([...supported, ...wanted])];
  fillShares(roughness, explained, before, all);
  const rows = all.map((_, row) => roughness.scratch.shares.subarray(row * SAMPLES, (row + 1) * SAMPLES));
  const first = firstAmong(rows.slice(0, supported.length), supported.map(cause => standingOut(pack, explained.weighed.evidence[cause] as number, explained.share[cause] as number)));
  return {
    ranges: new Map(wanted.map(cause => [cause, rangeOf(rows[all.indexOf(cause)] as Float64Array, explained.share[cause] as number)])),
    first: new Map(supported.map((cause, row) => [cause, first[row] as number])),
    apart: supported.some(cause => (explained.share[cause] as number) > unaskedHigh(roughness, cause)),
  };
}

/** Writes the shares of some causes under all sets into the scratch, cause by cause. */
function fillShares({ baseline, samples, fires: unasked, scratch: { fires, shares } }: Roughness, { weighed }: ExplainedNo, before: Person | null, causes: readonly number[]): void {
  const { prepared: { pack, ofNo }, weighed: usual } = baseline;
  fires.set(unasked);
  for (const cause of ofNo) {
    const lasting = before !== null && pack.causes[cause]?.scope === 'candidate';
    const [presence, strength] = [(lasting ? before.presence : weighed.presence)[cause] as number, weighed.strength[cause] as number];
    if (presence !== usual.presence[cause] || strength !== usual.strength[cause]) fillFires(samples, presence, strength, cause, fires);
  }
  const width = pack.causes.length + 2;
  if (before) for (let set = 1; set <= SAMPLES; set++) fires[set * width - 1] = before.standing;
  sumShares(fires, width, causes, shares);
}

/** Six nodes err by less than 1e-9 while the players fire three times at most among them: nearly exact is enough for a range. */
const { nodes: [T1, T2, T3, T4, T5, T6], weights: [W1, W2, W3, W4, W5, W6] } = gaussLegendre(6) as unknown as Readonly<Record<'nodes' | 'weights', readonly [number, number, number, number, number, number]>>;

/** Nodes and sets all at once, as each product of its own need not wait for another. */
function sumShares(fires: Float64Array, width: number, causes: readonly number[], shares: Float64Array): void {
  for (let set = 0, from = 0; set < SAMPLES; set++, from += width) {
    let p1 = W1;
    let p2 = W2;
    let p3 = W3;
    let p4 = W4;
    let p5 = W5;
    let p6 = W6;
    let nobody = 1;
    for (let player = from; player < from + width; player++) {
      const q = fires[player] as number;
      p1 *= 1 - q * T1;
      p2 *= 1 - q * T2;
      p3 *= 1 - q * T3;
      p4 *= 1 - q * T4;
      p5 *= 1 - q * T5;
      p6 *= 1 - q * T6;
      nobody *= 1 - q;
    }
    for (let row = 0; row < causes.length; row++) {
      const q = fires[from + (causes[row] as number)] as number;
      const sum = p1 / (1 - q * T1) + p2 / (1 - q * T2) + p3 / (1 - q * T3) + p4 / (1 - q * T4) + p5 / (1 - q * T5) + p6 / (1 - q * T6);
      shares[row * SAMPLES + set] = nobody < 1 ? (q * sum) / (1 - nobody) : 0;
    }
  }
}

/** For each row in what part of the sets it is the largest; of equal ones the earlier row. */
function firstAmong(rows: readonly Float64Array[], factors: readonly number[]): readonly number[] {
  const times = rows.map(() => 0);
  for (let set = 0; set < SAMPLES && rows.length > 0; set++) {
    let lead = 0;
    for (let row = 1; row < rows.length; row++) if ((rows[row]?.[set] as number) * (factors[row] as number) > (rows[lead]?.[set] as number) * (factors[lead] as number)) lead = row;
    times[lead] = (times[lead] as number) + 1;
  }
  return times.map(count => count / SAMPLES);
}

/** How many sets lie outside a range on each side: a twentieth. */
const OUTSIDE = Math.floor(SAMPLES / 20);

/** From the value above the lowest twentieth to the one below the highest; what the pack's own numbers give always lies inside. */
function rangeOf(shares: Float64Array, value: number): readonly [number, number] {
  return [Math.min(value, smallest(shares, 1)), Math.max(value, -smallest(shares, -1))];
}

/** Of the values times a sign, the smallest but for those that lie outside; those so far are kept in order, as they are few. */
function smallest(values: Float64Array, sign: 1 | -1): number {
  const kept: number[] = [];
  for (let index = 0; index < values.length; index++) {
    const value = sign * (values[index] as number);
    if (kept.length > OUTSIDE && value >= (kept[OUTSIDE] as number)) continue;
    let at = Math.min(kept.length, OUTSIDE);
    for (; at > 0 && value < (kept[at - 1] as number); at--) kept[at] = kept[at - 1] as number;
    kept[at] = value;
  }
  return kept[OUTSIDE] as number;
}

function unaskedHigh(roughness: Roughness, cause: number): number {
  const { baseline, fires, scratch: { shares }, unaskedHigh: known } = roughness;
  const before = known.get(cause);
  if (before !== undefined) return before;
  sumShares(fires, baseline.fires.length, [cause], shares);
  const [, high] = rangeOf(shares.subarray(0, SAMPLES), explainNo(baseline, baseline.weighed).share[cause] as number);
  known.set(cause, high);
  return high;
}
