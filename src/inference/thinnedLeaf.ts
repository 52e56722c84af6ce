import type { Lasting, PastInterview } from './lasting.ts';
import { dot, explainedFrom, type LastMode, type Thinning, thinningBy, unexplained, withEach } from './thinning.ts';
import { failByLevel, OUTCOMES, type Walk } from './walk.ts';
import type { WorldSplit } from './worldSplit.ts';

/** What the thinned causes add to each world of the enumerated ones. */
export interface ThinnedLeaf {
  /** How many failures each class has. */
  readonly counts: readonly number[];
  /** What they do where the latest interview fails by something else, and where it is one more failure to explain. */
  readonly besides: Thinning;
  readonly failing: Thinning;
  /** By mode, what they do where they let the latest interview pass so; the first one stands in for the failure. */
  readonly passing: readonly Thinning[];
  /** The chances, by state, that they explain everything. */
  readonly explained: { readonly besides: Float64Array; readonly failing: Float64Array; readonly passing: readonly Float64Array[] };
  /** By mode, the weights of all states before the thinning, over all worlds; the first those of `besides`. */
  readonly starts: readonly Float64Array[];
  /** Weights of the states of one world: of one level, of all, and of all that fire. */
  readonly ofLevel: Float64Array;
  readonly all: Float64Array;
  readonly firing: Float64Array;
}

export function thinnedLeaf(lasting: Lasting, latest: PastInterview, { thinned, classes, successes }: WorldSplit, modes: readonly LastMode[]): ThinnedLeaf {
  const wentOn = successes.map(each => [each, 1] as const);
  const besides = thinningBy(thinned, lasting, classes, wentOn);
  const failing = thinningBy(thinned, lasting, [...classes, [latest]], wentOn);
  const passing = modes.map(({ time }) => thinningBy(thinned, lasting, classes, [...wentOn, [latest, time]]));
  const { counts, states } = besides;
  const zeros = (): Float64Array => new Float64Array(states);
  return {
    counts, besides, failing, passing,
    explained: { besides: explainedFrom(besides).at(0) ?? zeros(), failing: (explainedFrom(failing).at(0) ?? zeros()).slice(states), passing: passing.map(each => explainedFrom(each).at(0) ?? zeros()) },
    starts: modes.map(zeros), ofLevel: zeros(), all: zeros(), firing: zeros(),
  };
}

/** A world in which thinned causes explain failures, too. */
export function addThinned(walk: Walk, leaf: ThinnedLeaf, depth: number, at: number, out: number): void {
  const { soft, below, standing, times, modes } = walk;
  const from = at * modes;
  const into = out * modes;
  leaf.all.fill(0);
  leaf.firing.fill(0);
  below.fill(0, into, into + OUTCOMES);
  failByLevel(walk, at);
  for (let level = 0; level < walk.stops.length; level++) addLevel(walk, leaf, level, at, into, walk.weights[depth] as number);
  for (let m = OUTCOMES; m < modes; m++) {
    const passes = soft[from + m] as number;
    const time = times[m] as number;
    const explained = leaf.explained.passing[m] ?? leaf.all;
    const fires = passes * dot(leaf.firing, explained);
    standing[m] = (standing[m] as number) + fires;
    below[into + m] = passes * dot(leaf.all, explained) - fires * time;
    addDifference(leaf.starts[m] ?? leaf.all, leaf.all, passes, leaf.firing, passes * time);
  }
}

function addLevel(walk: Walk, leaf: ThinnedLeaf, level: number, at: number, into: number, weight: number): void {
  const { soft, below, passes, failures, apart, modes } = walk;
  const { ofLevel, explained, starts } = leaf;
  const stop = walk.stops[level] as number;
  const known = weight * (walk.levelWeights[level] as number) * (walk.fail[level] as number);
  if (known === 0) return;
  unexplained(passes, at * failures + apart, 1 - stop, known, leaf.counts, ofLevel);
  const passing = (soft[at * modes + 1] as number) * (1 - stop);
  addScaled(leaf.all, ofLevel, 1);
  addScaled(leaf.firing, ofLevel, stop);
  addScaled(starts[0] ?? ofLevel, ofLevel, 1 - passing);
  addScaled(starts[1] ?? ofLevel, ofLevel, passing);
  const fails = (1 - passing) * dot(ofLevel, explained.besides) + passing * dot(ofLevel, explained.failing);
  const goesOn = passing * dot(ofLevel, explained.passing[1] ?? ofLevel);
  below[into] = (below[into] as number) + fails;
  below[into + 1] = (below[into + 1] as number) + goesOn;
  walk.outcomes[level * OUTCOMES] = (walk.outcomes[level * OUTCOMES] as number) + fails;
  walk.outcomes[level * OUTCOMES + 1] = (walk.outcomes[level * OUTCOMES + 1] as number) + goesOn;
}

/** Of each thinned cause, by mode, the weight of the worlds in which it is there; to be asked once all worlds are added. */
export function thinnedPresences({ besides, failing, passing, starts }: ThinnedLeaf): readonly Float64Array[] {
  const presences = besides.steps.map(() => new Float64Array(starts.length));
  const add = (thinning: Thinning, start: Float64Array, mode: number): void => {
    withEach(thinning, start, explainedFrom(thinning)).forEach((weight, index) => {
      const sums = presences[index];
      if (sums) sums[mode] = (sums[mode] ?? 0) + weight;
    });
  };
  starts.forEach((start, mode) => { add(mode === 0 ? besides : passing[mode] ?? besides, start, mode); });
  const toExplain = new Float64Array(failing.states);
  toExplain.set(starts[1] ?? [], besides.states);
  add(failing, toExplain, 0);
  return presences;
}

function addScaled(into: Float64Array, from: Float64Array, by: number): void {
  for (let index = 0; index < into.length; index++) into[index] = (into[index] as number) + (from[index] as number) * by;
}

/** Adds one row, and takes away the other; where it is the firing part of it, nothing cancels but what the standing stops. */
function addDifference(into: Float64Array, more: Float64Array, by: number, less: Float64Array, byLess: number): void {
  for (let index = 0; index < into.length; index++) into[index] = (into[index] as number) + (more[index] as number) * by - (less[index] as number) * byLess;
}
