import { givenAt } from '../answers/answerValue.ts';
import { holds, openQuestions } from '../answers/holds.ts';
import type { Reading } from '../answers/reading.ts';
import { log } from '../base/elementary.ts';
import { findingsFor } from '../evidence/findings.ts';
import { isShown } from '../evidence/weigh.ts';
import { explainNo } from '../inference/no/explainNo.ts';
import type { Baseline } from '../inference/no/baseline.ts';
import { rankingOf } from '../inference/ranking.ts';
import type { ReadInterview } from '../inference/readInterview.ts';
import { explainSilence, waitOf } from '../inference/silence/explainSilence.ts';
import type { Lab, LabCause, LabSign } from '../lint/lab.ts';
import { type Condition, questionsOf } from '../pack/condition.ts';
import type { Conditional } from '../pack/logic.ts';
import type { Cause, Question } from '../pack/pack.ts';
import type { Prepared, PreparedCause, PreparedSign } from '../pack/preparePack.ts';
import type { CauseAccount, ChosenNumber, SignAccount } from './causeAccount.ts';
import { raisingAnswers } from './raisingAnswers.ts';

const MOST_NAMED = 3;

/** The account of one cause after the answers of one interview. */
export function accountOf(lab: Lab, baseline: Baseline, interview: ReadInterview, cause: number): CauseAccount {
  const { prepared } = baseline;
  const { weighed, known: { reading } } = interview;
  const explained = explainNo(baseline, weighed);
  const wait = waitOf(prepared, reading);
  const silence = wait && explainSilence(baseline, wait, weighed, 1 - explained.chanceOfNo);
  const ranking = rankingOf(prepared, explained, silence);
  const own = lab.causes[cause] as LabCause;
  const place = ranking.findIndex(each => each.cause === own.cause.id);
  return {
    cause: own.cause.id,
    title: own.cause.title,
    baseRate: chosen(own, own.cause.baseRate, 'base-rate', reading),
    signs: signsOf(prepared, own, prepared.causes[cause] as PreparedCause, reading),
    evidence: decibans(weighed.evidence[cause] as number),
    presence: weighed.presence[cause] as number,
    presenceGivenNo: explained.presence[cause] as number,
    supported: weighed.supported[cause] === 1,
    strength: own.cause.strength ? chosen(own, own.cause.strength, 'strength', reading) : null,
    share: explained.share[cause] as number,
    necessity: explained.necessity[cause] as number,
    place: place < 0 ? null : place + 1,
    places: ranking.length,
    silence: silence?.causes.find(each => each.cause === cause)?.probability ?? null,
    explainedAwayBy: prepared.ofNo.filter(other => other !== cause && weighed.supported[other] === 1)
      .map(other => ({ cause: (prepared.pack.causes[other] as Cause).id, share: explained.share[other] as number }))
      .sort((a, b) => b.share - a.share).slice(0, MOST_NAMED),
    wouldRaise: raisingAnswers(baseline, interview, cause).slice(0, MOST_NAMED),
  };
}

/** The case that was chosen stands where its author wrote it; what an employer named, under `named`. */
function chosen({ file }: LabCause, { value, range, when }: Conditional, key: 'base-rate' | 'strength', { answers }: Reading): ChosenNumber {
  const written = (key === 'base-rate' ? file.value['base-rate'] : file.value.strength)?.when?.length ?? 0;
  const index = when.findIndex(branch => holds(branch.if, answers) === true);
  const branch = when[index];
  const own = index - (when.length - written);
  const path = own < 0 ? ['named'] : [key, 'when', own];
  return { value: branch?.value ?? value, usual: value, range: (branch ? branch.range : range) ?? null, at: file.place(branch ? path : [key], 'key') };
}

function signsOf(prepared: Prepared, { file, signs }: LabCause, cause: PreparedCause, reading: Reading): readonly SignAccount[] {
  const counted = findingsFor(cause.signs, reading.columns);
  return signs.map((sign, index): SignAccount => {
    const own = cause.signs[index] as PreparedCause['signs'][number];
    const state = stateOf(sign, own, counted, reading);
    const { because, speaks, group, when, unless } = sign.sign;
    return {
      because, speaks, group: group ?? null, state,
      decibans: decibans(own.weight),
      given: state === 'counts' ? decibans(own.weight - besides(cause, own, reading)) : 0,
      answers: answersAt(prepared, [when, unless], reading),
      open: state === 'open' ? openQuestions(when, reading.answers).map(question => (prepared.pack.questions[question] as Question).id) : [],
      at: file.place(sign.path),
    };
  });
}

function stateOf({ sign: { when } }: LabSign, own: PreparedCause['signs'][number], counted: PreparedCause['signs'], { answers, columns }: Reading): SignAccount['state'] {
  if (isShown(own, columns)) return counted.includes(own) ? 'counts' : 'outweighed';
  const held = holds(when, answers);
  if (held === true) return 'cancelled';
  return held === false ? 'refuted' : 'open';
}

/** The weight that would count in its stead if a sign did not show: that of the next strongest of its group. */
function besides<S>({ signs }: { readonly signs: readonly PreparedSign<S>[] }, own: PreparedSign<S>, { columns }: Reading): number {
  const [next] = findingsFor(signs.filter(sign => sign !== own && sign.slot === own.slot), columns);
  return next?.weight ?? 0;
}

function answersAt({ pack }: Prepared, conditions: readonly (Condition | undefined)[], reading: Reading): SignAccount['answers'] {
  const questions = [...new Set(conditions.flatMap(condition => (condition ? questionsOf(condition) : [])))];
  return Object.fromEntries(questions.flatMap(question => {
    const value = givenAt(pack, reading, question);
    return value === undefined ? [] : [[(pack.questions[question] as Question).id, value]];
  }));
}

const PER_NEPER = 10 / log(10);

/**
 * A log likelihood ratio in decibans.
 *
 * Source: I. J. Good, Probability and the Weighing of Evidence (1950), after A. M. Turing.
 */
function decibans(weight: number): number | null {
  return Number.isFinite(weight) ? weight * PER_NEPER : null;
}
