import type { PastInterview } from './lasting.ts';

/**
 * Every world of some lasting causes: world w has the i-th of them where bit i of w is set. Numbers stand in flat arrays,
 * as there may be thousands of worlds.
 */
export interface Worlds {
  /** Their indices among all lasting causes. */
  readonly causes: readonly number[];
  readonly count: number;
  /** By world, its probability times the chance that it stops none of the successes. */
  readonly weights: Float64Array;
  /** World by world, the chance for each failure that nothing of this world stops it. */
  readonly passes: Float64Array;
}

/** The worlds of these causes and nothing else: each number is that of its causes alone. */
export function worldsOf(causes: readonly number[], presence: readonly number[], failed: readonly PastInterview[], successes: readonly PastInterview[]): Worlds {
  const count = 2 ** causes.length;
  const weights = new Float64Array(count).fill(1);
  const passes = new Float64Array(count * failed.length).fill(1);
  causes.forEach((cause, i) => {
    const p = presence[cause] ?? 0;
    const without = 2 ** i;
    append(weights, 0, 1, without, successes.reduce((product, each) => product * (1 - strengthOf(cause, each)), p));
    for (let world = 0; world < without; world++) weights[world] = (weights[world] as number) * (1 - p);
    failed.forEach((each, k) => { append(passes, k, failed.length, without, 1 - strengthOf(cause, each)); });
  });
  return { causes, count, weights, passes };
}

/** By world of these causes, the chance that nothing of it stops an interview, each firing only as often as `time` says. */
export function passingIn({ causes, count }: Worlds, interview: PastInterview, time: number): Float64Array {
  const passes = new Float64Array(count).fill(1);
  causes.forEach((cause, i) => { append(passes, 0, 1, 2 ** i, 1 - strengthOf(cause, interview) * time); });
  return passes;
}

function strengthOf(cause: number, { strengths }: PastInterview): number {
  return strengths[cause] ?? 0;
}

/** After so many worlds, puts the same ones once more with each number times `by`; the numbers stand `stride` apart. */
function append(numbers: Float64Array, from: number, stride: number, worlds: number, by: number): void {
  const end = from + worlds * stride;
  for (let index = from; index < end; index += stride) numbers[index + worlds * stride] = (numbers[index] as number) * by;
}

/** The chance that no player fires, each only as often as `time` says. */
export function nobody(fires: readonly number[], time: number): number {
  return fires.reduce((product, q) => product * (1 - q * time), 1);
}

/** Adds what a world comes to to the sums of each cause that it has, at one of them. */
export function addToCauses({ causes }: Worlds, world: number, value: number, sums: readonly Float64Array[], at: number): void {
  causes.forEach((cause, i) => {
    const ofCause = sums[cause];
    if (ofCause && (world >> i) % 2 === 1) ofCause[at] = (ofCause[at] as number) + value;
  });
}
