import { exp, log } from '../../base/elementary.ts';
import { isSilent, outcomeOf } from '../../answers/outcome.ts';
import type { Reading } from '../../answers/reading.ts';
import { findingsFor } from '../../evidence/findings.ts';
import type { Weighed } from '../../evidence/weigh.ts';
import type { Waiting } from '../../pack/pack.ts';
import type { Prepared } from '../../pack/preparePack.ts';
import type { Baseline } from '../no/baseline.ts';
import type { StillWaiting } from './stillWaiting.ts';
import { type Clock, clockOf } from './clock.ts';

/** What the answers say of the wait itself, whatever lies behind it. */
export interface Wait {
  readonly waiting: Waiting;
  readonly clock: Clock;
  /** Likelihood ratios of types and states, by id; where it has none, no answer speaks of it. */
  readonly ratios: ReadonlyMap<string, number>;
}

/** A cause of hearing nothing, by index in the pack, with its probability; over all of them these add to 1. */
export interface SilentCause {
  readonly cause: number;
  readonly probability: number;
}

/** What silence so far means. The three chances add to 1. */
export interface ExplainedSilence extends Clock {
  /** Probability that an invitation is still to come. */
  readonly advance: number;
  /** Probability that a no is still to come. */
  readonly noToCome: number;
  /** Probability that no word will ever come. */
  readonly never: number;
  /** In the pack's order. */
  readonly causes: readonly SilentCause[];
  /** The chance of an invitation if the silence lasts so many days on the clock, all else the same. */
  readonly advanceAfter: (days: number) => number;
}

/** Reads what the answers say of the wait; nothing when something was heard, or the pack does not speak of waiting. */
export function waitOf(prepared: Prepared, reading: Reading): Wait | null {
  const { pack, pack: { waiting } } = prepared;
  const outcome = outcomeOf(prepared, reading);
  return waiting && isSilent(outcome) ? { waiting, clock: clockOf(pack, waiting, reading, outcome), ratios: ratiosOf(prepared, reading) } : null;
}

/**
 * Explains silence by a mixture of employer types, each with its chances of yes, told no and never told and with
 * lognormal times: what has not been heard by a day is what was still to come after it.
 *
 * @param goesOn - the engine's chance of going on under these answers; the odds of a yes are scaled by its odds against
 *   those of going on with no answers
 */
export function explainSilence(baseline: Baseline, wait: Wait, weighed: Weighed, goesOn: number): ExplainedSilence {
  const { advance, noToCome, never, causes } = silentChances(baseline, wait, weighed, goesOn);
  return {
    ...wait.clock, advance, noToCome, never,
    causes: baseline.prepared.silent.map(({ cause }, index) => ({ cause, probability: causes[index] as number })),
    advanceAfter: days => silentChances(baseline, wait, weighed, goesOn, days).advance,
  };
}

/** The chances alone. Those of the states add to 1, and so do those of the causes of silence, in the pack's order. */
export interface SilentChances extends Pick<ExplainedSilence, 'advance' | 'noToCome' | 'never'> {
  readonly causes: readonly number[];
}

/** The same in numbers alone, after so many days on the clock. */
export function silentChances(baseline: Baseline, wait: Wait, { evidence }: Weighed, goesOn: number, days = wait.clock.days): SilentChances {
  const { silent } = baseline.prepared;
  const causes: number[] = [];
  for (const { cause, share } of silent) causes.push(share * exp(Math.min(MOST, evidence[cause] as number)));
  const [undecided, untold] = [totalOf(silent, causes, true), totalOf(silent, causes, false)];
  const [yes, no, none] = mixture(wait, baseline.stillWaiting(days), scaleOf(goesOn, 1 - baseline.chanceOfNo()));
  const missed = wait.clock.promised && days > 0 ? wait.waiting.missedPromise : 1;
  const [advance, noToCome, never] = normalised(yes * undecided, no * missed * undecided, none * missed * untold);
  for (let index = 0; index < causes.length; index++) {
    const isUndecided = silent[index]?.undecided === true;
    causes[index] = ((causes[index] as number) / ((isUndecided ? undecided : untold) || 1)) * (isUndecided ? advance + noToCome : never);
  }
  return { advance, noToCome, never, causes };
}

function ratiosOf({ waitingSigns }: Prepared, { columns }: Reading): ReadonlyMap<string, number> {
  const ratios = new Map<string, number>();
  for (const [of, signs] of waitingSigns) {
    const counted = findingsFor(signs, columns);
    if (counted.length > 0) ratios.set(of, exp(counted.reduce((sum, { weight }) => sum + weight, 0)));
  }
  return ratios;
}

/** Odds that stand for likelier and for usual. */
type Scale = readonly [likelier: number, usual: number];

/** How much likelier the answers make a yes than it is for everybody; where nothing can stop anyone, they tell nothing. */
function scaleOf(goesOn: number, usually: number): Scale {
  return usually >= 1 ? [1, 1] : [goesOn * (1 - usually), (1 - goesOn) * usually];
}

/** Probabilities, up to one factor, that a yes, a no and nothing is still to come. */
function mixture({ waiting: { types }, ratios }: Wait, still: readonly StillWaiting[], [likelier, usual]: Scale): readonly [number, number, number] {
  const [byAdvance, byToldNo, byNeverTold] = [ratios.get('advance') ?? 1, ratios.get('told-no') ?? 1, ratios.get('never-told') ?? 1];
  let [yes, no, never] = [0, 0, 0];
  for (let index = 0; index < types.length; index++) {
    const { id, weight, advance, toldNo } = types[index] as Waiting['types'][number];
    const { forYes, forNo } = still[index] as StillWaiting;
    const own = weight * (ratios.get(id) ?? 1);
    const goesOn = (advance * likelier) / ((1 - advance) * usual + advance * likelier);
    const rest = (1 - goesOn) / (1 - advance); // a higher chance of a yes leaves less for a no, told or not, in the same proportion
    yes += own * byAdvance * goesOn * forYes;
    no += own * byToldNo * toldNo * rest * forNo;
    never += own * byNeverTold * (1 - advance - toldNo) * rest;
  }
  return [yes, no, never];
}

/** How likely all causes of one state are together; 1 when the pack knows none of that state. */
function totalOf(silent: Prepared['silent'], likelihoods: readonly number[], isUndecided: boolean): number {
  let [total, known] = [0, false];
  for (let index = 0; index < silent.length; index++) {
    const { undecided, share } = silent[index] as Prepared['silent'][number];
    if (undecided !== isUndecided || share === 0) continue;
    total += likelihoods[index] as number;
    known = true;
  }
  return known ? total : 1;
}

/** A cause that an answer establishes outweighs the others of its state a thousand times. */
const MOST = log(1000);

function normalised(a: number, b: number, c: number): readonly [number, number, number] {
  const sum = a + b + c;
  return sum > 0 ? [a / sum, b / sum, c / sum] : [0, 0, 1];
}
