import type { Lasting, PastInterview } from './lasting.ts';
import { addPair, OF_PAIR } from './pairLeaf.ts';
import { addThinned, type ThinnedLeaf, thinnedLeaf, thinnedPresences } from './thinnedLeaf.ts';
import type { LastMode } from './thinning.ts';
import { type EnumeratedCause, multiply, OUTCOMES, type Walk } from './walk.ts';
import type { WorldSplit } from './worldSplit.ts';

/** Sums over worlds: each by the way to look at the latest interview, but for the levels, of which only its two outcomes matter. */
export interface Sums {
  readonly total: Float64Array;
  readonly withCause: readonly Float64Array[];
  /** The worlds in which the standing fires in the latest interview: each weighed by its chance to, and not by that to pass. Modes 0 and 1 have none. */
  readonly standing: Float64Array;
  /** For each level the worlds in which the latest interview fails, and those in which it passes. */
  readonly atLevel: readonly Float64Array[];
}

/**
 * Sums over all worlds of the lasting causes. It is the same for every split of them, but for the time it takes.
 *
 * @param modes - the ways to look at the latest interview; the first two are its failure and its success
 */
export function worldSums(lasting: Lasting, latest: PastInterview, split: WorldSplit, modes: readonly LastMode[]): Sums {
  const walk = walkOf(lasting, latest, split, modes);
  const leaf = split.thinned.length > 0 ? thinnedLeaf(lasting, latest, split, modes) : null;
  walk.weights[0] = split.successes.reduce((product, { fresh }) => product * nobody(fresh, 1), 1);
  visit(walk, leaf, 0, 0, 0);
  const withCause = lasting.presence.map(() => new Float64Array(modes.length));
  split.enumerated.forEach((cause, depth) => { withCause[cause]?.set(walk.causes[depth]?.sums ?? []); });
  if (leaf) thinnedPresences(leaf).forEach((sums, index) => { withCause[split.thinned[index] ?? -1]?.set(sums); });
  return {
    total: walk.below.slice(0, modes.length), withCause, standing: walk.standing,
    atLevel: lasting.levels.map((_, level) => walk.outcomes.slice(level * OUTCOMES, (level + 1) * OUTCOMES)),
  };
}

function walkOf(lasting: Lasting, latest: PastInterview, { enumerated, apart, classes, successes }: WorldSplit, modes: readonly LastMode[]): Walk {
  const failed = [...apart, ...classes.flat()];
  const rows = (length: number): Float64Array => new Float64Array((enumerated.length + 2) * length);
  const ready = (p: number, strengthIn: (interview: PastInterview) => number): EnumeratedCause => enumeratedCause(p, strengthIn, latest, failed, successes, modes);
  const causes = enumerated.map(cause => ready(lasting.presence[cause] ?? 0, ({ strengths }) => strengths[cause] ?? 0));
  const walk: Walk = {
    times: Float64Array.from(modes, ({ time }) => time),
    stops: Float64Array.from(lasting.levels, ({ stops }) => stops),
    goesOn: Float64Array.from(lasting.levels, ({ stops }) => 1 - stops),
    levelWeights: Float64Array.from(lasting.levels, ({ stops, weight }) => weight * (1 - stops) ** successes.length),
    apart: apart.length, failures: failed.length, modes: modes.length,
    passes: rows(failed.length), soft: rows(modes.length), below: rows(modes.length), weights: rows(1),
    causes, last: causes.at(-1) ?? ready(0, () => 0), fail: new Float64Array(lasting.levels.length), ofPair: new Float64Array(OF_PAIR),
    outcomes: new Float64Array(lasting.levels.length * OUTCOMES), standing: new Float64Array(modes.length),
  };
  walk.passes.set(failed.map(({ fresh }) => nobody(fresh, 1)));
  walk.soft.set(modes.map(({ time }) => nobody(latest.fresh, time)));
  return walk;
}

function enumeratedCause(p: number, strengthIn: (interview: PastInterview) => number, latest: PastInterview, failed: readonly PastInterview[], successes: readonly PastInterview[], modes: readonly LastMode[]): EnumeratedCause {
  return {
    absent: 1 - p,
    there: successes.reduce((product, each) => product * (1 - strengthIn(each)), p),
    passes: Float64Array.from(failed, each => 1 - strengthIn(each)),
    soft: Float64Array.from(modes, ({ time }) => 1 - strengthIn(latest) * time),
    sums: new Float64Array(modes.length),
  };
}

function nobody(fires: readonly number[], time: number): number {
  return fires.reduce((product, q) => product * (1 - q * time), 1);
}

/**
 * Sums the worlds below a depth.
 *
 * @param at - the depth whose rows hold this world's chances: a cause that is absent leaves them as they are
 * @param out - the depth whose row of `below` takes the sums
 */
function visit(walk: Walk, leaf: ThinnedLeaf | null, depth: number, at: number, out: number): void {
  const { below, modes, causes, weights } = walk;
  const weight = weights[depth] as number;
  const cause = causes[depth];
  if (weight === 0) below.fill(0, out * modes, (out + 1) * modes);
  else if (leaf && !cause) addThinned(walk, leaf, depth, at, out);
  else if (!cause || (!leaf && cause === walk.last)) addPair(walk, depth, at, out);
  else {
    const next = depth + 1;
    weights[next] = weight * cause.absent;
    visit(walk, leaf, next, at, out);
    multiply(walk.passes, at, next, cause.passes);
    multiply(walk.soft, at, next, cause.soft);
    weights[next] = weight * cause.there;
    visit(walk, leaf, next, next, next);
    addWithCause(below, next * modes, out * modes, cause.sums);
  }
}

function addWithCause(rows: Float64Array, from: number, into: number, sums: Float64Array): void {
  for (let index = 0; index < sums.length; index++) {
    const value = rows[from + index] as number;
    rows[into + index] = (rows[into + index] as number) + value;
    sums[index] = (sums[index] as number) + value;
  }
}
