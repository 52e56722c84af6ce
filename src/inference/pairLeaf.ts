import { addOutcomes, allFail, multiply, OUTCOMES, type Walk } from './walk.ts';

/** Where the sums over the levels of one world stand: fails and passes of the latest interview, the weight of all levels, and of those that fire. */
const FAILS = 0;
const PASSES = 1;
const ALL = 2;
const FIRING = 3;
/** The same of the second world of a pair, further on. */
const SECOND = 4;

/** How many numbers the sums of a pair take. */
export const OF_PAIR = 8;

/**
 * Adds the two worlds that differ in the last cause only, each of which settles every outcome. Levels are summed first:
 * with K the weight of all and S that of those that fire, the latest interview passes softly with weight soft · (K − S t).
 */
export function addPair(walk: Walk, at: number, out: number, weight: number): void {
  const { soft, below, standing, times, modes, ofPair, last } = walk;
  const from = at * modes;
  const into = out * modes;
  addLevels(walk, at, soft[from + 1] as number, weight * last.absent, 0);
  addSecond(walk, at, (soft[from + 1] as number) * (last.soft[1] as number), weight * last.there);
  addPairOutcomes(walk, into);
  const all = ofPair[ALL] as number;
  const firing = ofPair[FIRING] as number;
  const allWith = ofPair[SECOND + ALL] as number;
  const firingWith = ofPair[SECOND + FIRING] as number;
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

/** The world of the pair that has the last cause; where that never is, it weighs nothing. */
function addSecond(walk: Walk, at: number, latestPasses: number, weight: number): void {
  if (weight === 0) walk.ofPair.fill(0, SECOND);
  else {
    multiply(walk.passes, at, walk.causes.length, walk.last.passes);
    addLevels(walk, walk.causes.length, latestPasses, weight, SECOND);
  }
}

function addPairOutcomes({ ofPair, below, last }: Walk, into: number): void {
  for (let m = 0; m < OUTCOMES; m++) {
    const withLast = ofPair[SECOND + m] as number;
    below[into + m] = (ofPair[m] as number) + withLast;
    last.sums[m] = (last.sums[m] as number) + withLast;
  }
}

/** Sums the levels of one world. */
function addLevels(walk: Walk, at: number, latestPasses: number, weight: number, into: number): void {
  const { levelWeights, stops, outcomes, ofPair, passes, failures } = walk;
  let fails = 0;
  let goesOn = 0;
  let firing = 0;
  for (let level = 0; level < stops.length; level++) {
    const stop = stops[level] as number;
    const known = weight * (levelWeights[level] as number) * allFail(passes, at * failures, failures, 1 - stop);
    const passing = known * latestPasses * (1 - stop);
    const failing = known * (1 - latestPasses * (1 - stop));
    fails += failing;
    goesOn += passing;
    firing += known * stop;
    addOutcomes(outcomes, level, failing, passing);
  }
  ofPair[into + FAILS] = fails;
  ofPair[into + PASSES] = goesOn;
  ofPair[into + ALL] = fails + goesOn;
  ofPair[into + FIRING] = firing;
}
