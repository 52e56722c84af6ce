import type { Lasting, PastInterview } from './lasting.ts';
import type { LastMode } from './thinning.ts';
import type { Sums } from './worldSum.ts';

/** Sets of more failures would not fit into memory beside each other. */
const MOST_FAILURES = 20;

/** About how many steps the walk through subsets takes. */
export function subsetCost(causes: number, failures: number, modes: number): number {
  return failures > MOST_FAILURES ? Number.POSITIVE_INFINITY : 3 * (causes + 1) * modes * (failures + 1) * 2 ** (failures + 1);
}

/**
 * The same sums as over all worlds, by the sets of failures that are still unexplained: causes are taken one after the
 * other, and each that is there explains each unexplained failure with its own chance there. As every term is positive,
 * nothing cancels. What it takes grows with 2 to the number of failures, and not with that of causes.
 *
 * Source: the recursion over causes for a noisy-OR, as in D. Heckerman, J. S. Breese, Causal independence for
 * probability assessment and inference using Bayesian networks, IEEE Transactions on Systems, Man, and Cybernetics 26
 * (1996) 826–831, on sets in place of single effects.
 */
export function subsetSums(lasting: Lasting, latest: PastInterview, others: readonly PastInterview[], used: readonly number[], modes: readonly LastMode[]): Sums {
  const zeros = (): Float64Array => new Float64Array(modes.length);
  const sums: Sums = { total: zeros(), withCause: lasting.presence.map(zeros), standing: zeros(), atLevel: lasting.levels.map(() => new Float64Array(2)) };
  modes.forEach((mode, m) => { addMode(sums, m, mode, { lasting, latest, others, used }); });
  return sums;
}

interface History {
  readonly lasting: Lasting;
  readonly latest: PastInterview;
  readonly others: readonly PastInterview[];
  readonly used: readonly number[];
}

/** One cause in one mode: the weight of its absence and of its presence, and what it explains of each failure. */
interface Step {
  readonly absent: number;
  readonly there: number;
  readonly explains: Float64Array;
}

function addMode(sums: Sums, m: number, mode: LastMode, history: History): void {
  const { lasting, latest, others, used } = history;
  const failures = [...others.filter(({ failed }) => failed), ...(mode.failed ? [latest] : [])];
  const successes = others.filter(({ failed }) => !failed);
  const soft = mode.failed ? 0 : mode.time;
  const steps = used.map((cause): Step => {
    const [p, at] = [lasting.presence[cause] ?? 0, (each: PastInterview): number => each.strengths[cause] ?? 0];
    const passes = successes.reduce((product, each) => product * (1 - at(each)), 1 - at(latest) * soft);
    return { absent: 1 - p, there: p * passes, explains: Float64Array.from(failures, at) };
  });
  const passed = (each: PastInterview, time: number): number => each.fresh.reduce((product, q) => product * (1 - q * time), 1);
  const [stays, goesOn] = [failures.map(each => passed(each, 1)), successes.reduce((product, each) => product * passed(each, 1), passed(latest, soft))];
  const ahead = explainedAfter(steps, 2 ** failures.length);
  const start = new Float64Array(2 ** failures.length);
  lasting.levels.forEach(({ stops, weight }, level) => {
    const unexplained = unexplainedSets(stays.map(stay => stay * (1 - stops)));
    const untouched = weight * goesOn * (1 - stops) ** successes.length;
    const value = untouched * (1 - stops * soft);
    const explained = dot(unexplained, ahead[0] ?? EMPTY);
    addTo(sums.total, m, value * explained);
    if (m < 2) addTo(sums.atLevel[level], m, value * explained);
    else addTo(sums.standing, m, untouched * stops * explained);
    unexplained.forEach((chance, set) => { addTo(start, set, value * chance); });
  });
  addCauses(sums, m, steps, start, ahead, used);
}

/** Walks on from the start, and at each cause adds the worlds in which it is there. */
function addCauses(sums: Sums, m: number, steps: readonly Step[], start: Float64Array, ahead: readonly Float64Array[], used: readonly number[]): void {
  let sets = start;
  steps.forEach(({ absent, there, explains }, index) => {
    const thinned = Float64Array.from(sets);
    explains.forEach((chance, bit) => { thin(thinned, bit, chance); });
    addTo(sums.withCause[used[index] ?? -1], m, there * dot(thinned, ahead[index + 1] ?? EMPTY));
    sets = sets.map((value, set) => absent * value + there * (thinned[set] ?? 0));
  });
}

/** For each cause the chance, by set, that it and all after it explain the whole set; last, that nothing is left. */
function explainedAfter(steps: readonly Step[], size: number): readonly Float64Array[] {
  const ahead = [new Float64Array(size)];
  addTo(ahead[0], 0, 1);
  for (const { absent, there, explains } of [...steps].reverse()) {
    const next = ahead[0] ?? EMPTY;
    const explained = Float64Array.from(next);
    explains.forEach((chance, bit) => { gather(explained, bit, chance); });
    ahead.unshift(next.map((value, set) => absent * value + there * (explained[set] ?? 0)));
  }
  return ahead;
}

/** Moves weight from sets with a failure to those without it: it is explained with this chance. */
function thin(sets: Float64Array, bit: number, chance: number): void {
  if (chance === 0) return;
  const step = 2 ** bit;
  for (let from = step; from < sets.length; from += 2 * step) {
    for (let set = from; set < from + step; set++) {
      const value = sets[set] as number;
      sets[set - step] = (sets[set - step] as number) + value * chance;
      sets[set] = value * (1 - chance);
    }
  }
}

/** The same seen from behind: what a set with a failure becomes on average. */
function gather(sets: Float64Array, bit: number, chance: number): void {
  if (chance === 0) return;
  const step = 2 ** bit;
  for (let from = step; from < sets.length; from += 2 * step) {
    for (let set = from; set < from + step; set++) sets[set] = (sets[set] as number) * (1 - chance) + (sets[set - step] as number) * chance;
  }
}

/** The distribution over sets of independent failures, each of which stays unexplained with its own chance. */
function unexplainedSets(stays: readonly number[]): Float64Array {
  const sets = new Float64Array(2 ** stays.length);
  sets[0] = 1;
  stays.forEach((stay, bit) => {
    const step = 2 ** bit;
    for (let set = 0; set < step; set++) {
      const value = sets[set] as number;
      sets[set + step] = value * stay;
      sets[set] = value * (1 - stay);
    }
  });
  return sets;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] as number) * (b[index] as number);
  return sum;
}

function addTo(values: Float64Array | undefined, index: number, value: number): void {
  if (values) values[index] = (values[index] ?? 0) + value;
}

const EMPTY = new Float64Array(0);
