import { questionsOf } from '../pack/condition.ts';
import type { Cause, Sign } from '../pack/pack.ts';
import { weightOf } from '../pack/speaks.ts';
import type { Reading } from '../answers/answers.ts';
import { holds, openQuestions, type Truth } from '../answers/holds.ts';

/** A sign that the answers show and that is counted. */
export interface Finding {
  readonly sign: Sign;
  /** Logarithm of its likelihood ratio: positive for, negative against, infinite when it settles the matter. */
  readonly weight: number;
}

/** A sign that unanswered questions leave open. */
export interface OpenSign {
  readonly sign: Sign;
  readonly weight: number;
  /** Indices of the questions that would settle it. */
  readonly questions: readonly number[];
}

/** Those of several signs that the answers show, counted or not. */
export function shownSigns(signs: readonly Sign[], reading: Reading): readonly Sign[] {
  return signs.filter(sign => shows(sign, reading) === true);
}

/** The signs of a cause that count. */
export function findingsFor(cause: Cause, reading: Reading): readonly Finding[] {
  return strongestPerFact(cause.signs, reading).map(sign => ({ sign, weight: weightOf(sign.speaks) }));
}

/** The signs that are shown: of a group only the strongest, of equally strong ones the first, so that no fact counts twice. */
export function strongestPerFact<S extends Omit<Sign, 'keep'>>(signs: readonly S[], reading: Reading): readonly S[] {
  const counted = new Map<string | S, S>();
  for (const sign of signs) {
    if (shows(sign, reading) !== true) continue;
    const fact = sign.group ?? sign;
    const rival = counted.get(fact);
    if (!rival || Math.abs(weightOf(sign.speaks)) > Math.abs(weightOf(rival.speaks))) counted.set(fact, sign);
  }
  return [...counted.values()];
}

/** The signs of a cause that are neither shown nor refuted, with what would settle them. */
export function openSignsOf(cause: Cause, reading: Reading): readonly OpenSign[] {
  return cause.signs
    .filter(sign => shows(sign, reading) === undefined)
    .map(sign => ({ sign, weight: weightOf(sign.speaks), questions: openQuestions(sign.when, reading) }));
}

/** Shown when `when` is, and `unless` is not: an exception cancels a sign only once it is known to hold. */
function shows({ when, unless }: Omit<Sign, 'keep'>, reading: Reading): Truth {
  return unless !== undefined && holds(unless, reading) === true ? false : holds(when, reading);
}

/** Indices of the questions whose answers show a sign. */
export function questionsShowing({ when }: Sign, reading: Reading): readonly number[] {
  return questionsOf(when).filter(index => reading[index] !== undefined && reading[index].kind !== 'not-asked');
}
