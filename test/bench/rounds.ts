import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Something whose time is taken: one call of it, which may have to be waited for. */
export interface Contender {
  readonly name: string;
  readonly call: () => unknown;
}

/** CPU time of one call in microseconds, for each round, from the shortest to the longest. */
export interface Measured {
  readonly name: string;
  readonly microseconds: readonly number[];
  readonly callsPerRound: number;
}

export const ROUNDS = 11;
/** For what takes so long that eleven rounds of it would take all the time. */
const FEWER_ROUNDS = 3;
const LONG_MICROSECONDS = 100_000;
const SLICE_MILLISECONDS = 100;
const SLICES_WITHOUT_GAIN = 2;
const MOST_SLICES = 8;
/** A slice that leaves more than this part of the time is none with a gain. */
const GAIN = 0.95;
const ROUND_MILLISECONDS = 16;

interface Runner {
  readonly contender: Contender;
  readonly calls: number;
  readonly rounds: number;
  readonly taken: number[];
}

/**
 * Takes the CPU time of each contender in turns, A B C A B C …, once all are warm, so that what slows the machine down
 * for a while slows down all of them. Before each turn the fresh garbage of the one before is collected, and a quarter
 * as many calls are made that do not count, until the caches are its own. All garbage is collected at the start only,
 * as V8 then forgets part of what it has learnt about the code.
 */
export async function measure(contenders: readonly Contender[]): Promise<readonly Measured[]> {
  collectGarbage();
  const runners: Runner[] = [];
  for (const contender of contenders) {
    const { calls, microseconds } = await warmedUp(contender);
    runners.push({ contender, calls, rounds: microseconds > LONG_MICROSECONDS ? FEWER_ROUNDS : ROUNDS, taken: [] });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { contender, calls, rounds, taken } of runners) {
      if (round >= rounds) continue;
      collectGarbage({ type: 'minor' });
      await cpuTime(contender, Math.floor(calls / 4));
      taken.push((await cpuTime(contender, calls)) / calls);
    }
  }
  return runners.map(({ contender: { name }, calls, taken }) => ({
    name,
    callsPerRound: calls,
    microseconds: taken.sort((a, b) => a - b),
  }));
}

/** Calls it until a slice of time brings no more speed, and says how many calls fill a round. */
async function warmedUp(contender: Contender): Promise<{ readonly calls: number; readonly microseconds: number }> {
  let microseconds = await cpuTime(contender, 1);
  for (let slice = 0, slow = 0; slice < MOST_SLICES && slow < SLICES_WITHOUT_GAIN; slice++) {
    const before = microseconds;
    for (const start = performance.now(); performance.now() - start < SLICE_MILLISECONDS;) {
      microseconds = Math.min(microseconds, (await cpuTime(contender, callsIn(microseconds))) / callsIn(microseconds));
    }
    slow = microseconds < GAIN * before ? 0 : slow + 1;
  }
  return { calls: callsIn(microseconds), microseconds };
}

function callsIn(microseconds: number): number {
  return Math.max(1, Math.round((ROUND_MILLISECONDS * 1000) / Math.max(1, microseconds)));
}

/** Microseconds of all threads of this process. */
async function cpuTime({ call }: Contender, calls: number): Promise<number> {
  const before = process.cpuUsage();
  for (let each = 0; each < calls; each++) {
    const result = call();
    if (result instanceof Promise) await result;
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const collectGarbage = garbageCollector();

function garbageCollector(): (options?: { readonly type: 'minor' }) => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as (options?: { readonly type: 'minor' }) => void;
}
