import { failByLevel, multiply, OUTCOMES, type Walk } from './walk.ts';

/**
 * Where the numbers of one world stand in `ofPair`: what it comes to over all levels in a failure and in a success of the
 * latest interview, in either, and where the standing fires; then what it goes in with, its weight and the chance that
 * nothing but the standing stops the latest interview. Those of the world that has the last cause come after it.
 */
const ALL = OUTCOMES;
const FIRING = OUTCOMES + 1;
const WEIGHT = OUTCOMES + 2;
const LATEST = OUTCOMES + 3;
const WITH_LAST = OUTCOMES + 4;

/** How many numbers a pair of worlds takes. */
export const OF_PAIR = 2 * WITH_LAST;

/**
 * Adds the two worlds that differ in the last cause only, each of which settles every outcome. Levels are summed first:
 * with K the weight of all and S that of those that fire, the latest interview passes softly with weight soft · (K − S t).
 */
export function addPair(walk: Walk, depth: number, at: number, out: number): void {
  const { soft, below, modes, ofPair, last } = walk;
  ofPair[WEIGHT] = (walk.weights[depth] as number) * last.absent;
  ofPair[LATEST] = soft[at * modes + 1] as number;
  ofPair[WITH_LAST + WEIGHT] = (walk.weights[depth] as number) * last.there;
  ofPair[WITH_LAST + LATEST] = (soft[at * modes + 1] as number) * (last.soft[1] as number);
  addLevels(walk, at, 0);
  multiply(walk.passes, at, walk.causes.length + 1, last.passes);
  addLevels(walk, walk.causes.length + 1, WITH_LAST);
  for (let m = 0; m < OUTCOMES; m++) {
    const withLast = ofPair[WITH_LAST + m] as number;
    last.sums[m] = (last.sums[m] as number) + withLast;
    below[out * modes + m] = (ofPair[m] as number) + withLast;
  }
  addModes(walk, at, out);
}

function addModes({ soft, below, modes, ofPair, last, standing, times }: Walk, at: number, out: number): void {
  const from = at * modes;
  const into = out * modes;
  const all = ofPair[ALL] as number;
  const firing = ofPair[FIRING] as number;
  const allWith = ofPair[WITH_LAST + ALL] as number;
  const firingWith = ofPair[WITH_LAST + FIRING] as number;
  for (let m = OUTCOMES; m < modes; m++) {
    const passes = soft[from + m] as number;
    const passesWith = passes * (last.soft[m] as number);
    const time = times[m] as number;
    const withLast = passesWith * (allWith - firingWith * time);
    standing[m] = (standing[m] as number) + passes * firing + passesWith * firingWith;
    last.sums[m] = (last.sums[m] as number) + withLast;
    below[into + m] = passes * (all - firing * time) + withLast;
  }
}

/** Sums the levels of one world. */
function addLevels(walk: Walk, at: number, world: number): void {
  const { levelWeights, stops, goesOn, outcomes, ofPair, fail } = walk;
  failByLevel(walk, at);
  const weight = ofPair[world + WEIGHT] as number;
  const latest = ofPair[world + LATEST] as number;
  let fails = 0;
  let passes = 0;
  let firing = 0;
  for (let level = 0; level < stops.length; level++) {
    const known = weight * (levelWeights[level] as number) * (fail[level] as number);
    const passing = latest * (goesOn[level] as number);
    const failing = known * (1 - passing);
    outcomes[level * OUTCOMES] = (outcomes[level * OUTCOMES] as number) + failing;
    outcomes[level * OUTCOMES + 1] = (outcomes[level * OUTCOMES + 1] as number) + known * passing;
    fails += failing;
    passes += known * passing;
    firing += known * (stops[level] as number);
  }
  ofPair[world] = fails;
  ofPair[world + 1] = passes;
  ofPair[world + ALL] = fails + passes;
  ofPair[world + FIRING] = firing;
}
