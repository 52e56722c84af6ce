import { exp, log } from '../../base/elementary.ts';
import type { Reading } from '../../answers/reading.ts';
import { findingsFor } from '../../evidence/findings.ts';
import type { Weighed } from '../../evidence/weigh.ts';
import type { Waiting } from '../../pack/pack.ts';
import type { Prepared } from '../../pack/preparePack.ts';
import type { Baseline } from '../no/baseline.ts';
import type { StillWaiting } from './stillWaiting.ts';
import { type Clock, clockOf } from './clock.ts';

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

/**
 * Explains silence by a mixture of employer types, each with its chances of yes, told no and never told and with
 * lognormal times: what has not been heard by a day is what was still to come after it.
 *
 * @param goesOn - the engine's chance of going on under these answers; the odds of a yes are scaled by its odds against
 *   those of going on with no answers
 * @returns Nothing when the pack does not speak of waiting.
 */
export function explainSilence(baseline: Baseline, reading: Reading, outcome: 'waiting' | 'no-reply', weighed: Weighed, goesOn: number): ExplainedSilence | null {
  const { prepared } = baseline;
  const { pack, pack: { waiting } } = prepared;
  if (!waiting) return null;
  const clock = clockOf(pack, waiting, reading, outcome);
  const ratios = ratiosOf(prepared, reading);
  const undecided = likelihoodOf(prepared, weighed, 'undecided');
  const untold = likelihoodOf(prepared, weighed, 'never-told');
  const scale = scaled(goesOn, 1 - baseline.chanceOfNo());
  const statesAfter = (days: number): readonly [number, number, number] => {
    const missed = clock.promised && days > 0 ? waiting.missedPromise : 1;
    const [yes, no, never] = mixture(waiting, baseline.stillWaiting(days), ratios, scale);
    return normalised([yes * undecided.total, no * missed * undecided.total, never * missed * untold.total]);
  };
  const [advance, noToCome, never] = statesAfter(clock.days);
  return {
    ...clock, advance, noToCome, never,
    causes: prepared.ofSilence.map((cause, index) => {
      const isUndecided = pack.causes[cause]?.silence?.state === 'undecided';
      const of = isUndecided ? undecided : untold;
      return { cause, probability: ((of.each[index] as number) / (of.total || 1)) * (isUndecided ? advance + noToCome : never) };
    }),
    advanceAfter: days => statesAfter(days)[0],
  };
}

/** Likelihood ratios of types and states under these answers, by id; where it has none, no answer speaks of it. */
function ratiosOf({ waitingSigns }: Prepared, { columns }: Reading): ReadonlyMap<string, number> {
  const ratios = new Map<string, number>();
  for (const [of, signs] of waitingSigns) {
    const counted = findingsFor(signs, columns);
    if (counted.length > 0) ratios.set(of, exp(counted.reduce((sum, { weight }) => sum + weight, 0)));
  }
  return ratios;
}

/** Odds of a yes, times how much likelier the answers make it than it is for everybody; where nothing can stop anyone, they tell nothing. */
function scaled(goesOn: number, usually: number): (chance: number) => number {
  if (usually >= 1) return chance => chance;
  const [likelier, usual] = [goesOn * (1 - usually), (1 - goesOn) * usually];
  return chance => (chance * likelier) / ((1 - chance) * usual + chance * likelier);
}

/** Probabilities, up to one factor, that a yes, a no and nothing is still to come after so many silent days. */
function mixture({ types }: Waiting, still: readonly StillWaiting[], ratios: ReadonlyMap<string, number>, scale: (chance: number) => number): readonly [number, number, number] {
  const ratio = (id: string): number => ratios.get(id) ?? 1;
  const [byAdvance, byToldNo, byNeverTold] = [ratio('advance'), ratio('told-no'), ratio('never-told')];
  let [yes, no, never] = [0, 0, 0];
  types.forEach(({ id, weight, advance, toldNo }, index) => {
    const { forYes, forNo } = still[index] as StillWaiting;
    const own = weight * ratio(id);
    const goesOn = scale(advance);
    const rest = (1 - goesOn) / (1 - advance); // a higher chance of a yes leaves less for a no, told or not, in the same proportion
    yes += own * byAdvance * goesOn * forYes;
    no += own * byToldNo * toldNo * rest * forNo;
    never += own * byNeverTold * (1 - advance - toldNo) * rest;
  });
  return [yes, no, never];
}

/** Share of each cause in its state times what its findings make of it; `total` is 1 when the pack knows none of that state. */
function likelihoodOf({ pack, ofSilence }: Prepared, { evidence }: Weighed, state: 'undecided' | 'never-told'): { readonly each: readonly number[]; readonly total: number } {
  const shares = ofSilence.map(cause => {
    const silence = pack.causes[cause]?.silence;
    return silence?.state === state ? silence.share.value : 0;
  });
  const whole = shares.reduce((sum, share) => sum + share, 0);
  if (whole === 0) return { each: shares, total: 1 };
  const each = ofSilence.map((cause, index) => ((shares[index] as number) / whole) * exp(Math.min(MOST, evidence[cause] as number)));
  return { each, total: each.reduce((sum, value) => sum + value, 0) };
}

/** A cause that an answer establishes outweighs the others of its state a thousand times. */
const MOST = log(1000);

function normalised([a, b, c]: readonly [number, number, number]): readonly [number, number, number] {
  const sum = a + b + c;
  return sum > 0 ? [a / sum, b / sum, c / sum] : [0, 0, 1];
}
