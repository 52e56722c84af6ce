import { exp, log, log1p } from '../base/elementary.ts';
import { unanswered } from '../pack/layout.ts';
import type { Prepared, PreparedCause, PreparedNumber, PreparedSign, Watcher } from '../pack/preparePack.ts';
import { shows } from '../pack/test.ts';

/** What the answers say of each cause, in the pack's order; only this file writes it. Probabilities are from 0 to 1. */
export interface Weighed {
  /** That it is there for anyone of whom these answers hold that the base rate depends on. */
  readonly baseRate: number[];
  /** Log likelihood ratio of all that the answers show of it; infinite where they settle it. */
  readonly evidence: number[];
  /** That it was there, from the answers alone, before the outcome is counted. */
  readonly presence: number[];
  /** That it alone stops someone, given that it was there; 0 where it explains silence only. */
  readonly strength: number[];
  /** Whether some answer speaks for it, and none rules it out: 1 or 0. */
  readonly supported: number[];
}

/** The same, and the first cause that one answer establishes and another rules out; −1 where there is none. */
export interface Reweighed {
  readonly weighed: Weighed;
  readonly clash: number;
}

/** Every cause as it stands when nothing has been answered. */
export function weighUnasked(prepared: Prepared): Weighed {
  const weighed: Weighed = { baseRate: [], evidence: [], presence: [], strength: [], supported: [] };
  const columns = unanswered(prepared.layout);
  for (let cause = 0; cause < prepared.causes.length; cause++) weighCause(prepared, cause, columns, weighed);
  return weighed;
}

/**
 * Weighs anew the causes that look at a question whose answer differs, and leaves all others as they are.
 *
 * @param before - what was weighed by the answers in `from`
 */
export function reweigh(prepared: Prepared, before: Weighed, from: readonly number[], to: readonly number[]): Reweighed {
  const weighed = copyOf(before);
  let clash = -1;
  for (const cause of causesBetween(prepared, from, to)) {
    if (!weighCause(prepared, cause, to, weighed) && (clash < 0 || cause < clash)) clash = cause;
  }
  return { weighed, clash };
}

/** The same, to be changed without changing the other. */
export function copyOf({ baseRate, evidence, presence, strength, supported }: Weighed): Weighed {
  return { baseRate: baseRate.slice(), evidence: evidence.slice(), presence: presence.slice(), strength: strength.slice(), supported: supported.slice() };
}

/** Indices of the causes that may stand otherwise by answers that differ, each once. */
function causesBetween({ watchers }: Prepared, from: readonly number[], to: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (let column = 0; column < to.length; column++) {
    if (from[column] !== to[column]) addWatching(watchers[column] as readonly Watcher[], from[column] as number, to[column] as number, found, 0);
  }
  return found;
}

/**
 * Adds the causes that may stand otherwise by a change of one column.
 *
 * @param found - where they are added, each once
 * @param since - from where in it they must not stand already
 */
export function addWatching(watchers: readonly Watcher[], from: number, to: number, found: number[], since: number): void {
  const differs = from ^ to;
  const settled = (from === 0) !== (to === 0);
  for (const { cause, mask, negates } of watchers) {
    if (((mask & differs) !== 0 || (negates && settled)) && found.indexOf(cause, since) < 0) found.push(cause);
  }
}

/**
 * Weighs the answers for and against one cause.
 *
 * Log-odds add as if findings were independent given the cause; signs of one fact share a group, of which only the
 * strongest counts, so that this holds.
 *
 * @returns Whether the answers agree: not when one of them establishes the cause and another rules it out.
 *
 * Source: I. J. Good, Probability and the Weighing of Evidence (1950).
 */
export function weighCause(prepared: Prepared, index: number, columns: readonly number[], into: Weighed): boolean {
  const cause = prepared.causes[index] as PreparedCause;
  const baseRate = valueGiven(cause.baseRate, columns);
  into.baseRate[index] = baseRate;
  into.strength[index] = cause.strength === null ? 0 : valueGiven(cause.strength, columns);
  let [established, ruledOut] = [false, false];
  for (const sign of cause.settling) {
    if (!isShown(sign, columns)) continue;
    if (sign.weight > 0) established = true;
    else ruledOut = true;
  }
  if (established || ruledOut) {
    into.evidence[index] = established ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    into.presence[index] = established ? 1 : 0;
    into.supported[index] = established ? 1 : 0;
    return !(established && ruledOut);
  }
  const { sum, supported } = gradedOf(cause, columns);
  const presence = sum === 0 ? baseRate : 1 / (1 + exp(-(logOdds(baseRate) + sum)));
  into.evidence[index] = sum;
  into.presence[index] = presence;
  into.supported[index] = supported && presence > 0 ? 1 : 0;
  return true;
}

/** Weights of the graded signs that show, of each group the strongest, and whether one of these speaks for the cause. */
function gradedOf({ graded }: PreparedCause, columns: readonly number[]): { readonly sum: number; readonly supported: boolean } {
  let [sum, supported, counted] = [0, false, -1];
  for (const sign of graded) {
    if (sign.slot === counted || !isShown(sign, columns)) continue;
    counted = sign.slot;
    sum += sign.weight;
    if (sign.weight > 0) supported = true;
  }
  return { sum, supported };
}

/** Shown when `when` is, and `unless` is not: an exception cancels a sign only once it is known to hold. */
export function isShown({ when, unless }: Pick<PreparedSign<unknown>, 'when' | 'unless'>, columns: readonly number[]): boolean {
  return shows(when, columns) && (unless === null || !shows(unless, columns));
}

/** A number under these answers: that of the first case that holds, the usual one when none is known to hold. */
function valueGiven({ usual, when }: PreparedNumber, columns: readonly number[]): number {
  for (const { test, value } of when) if (shows(test, columns)) return value;
  return usual;
}

function logOdds(probability: number): number {
  return log(probability) - log1p(-probability);
}
