import { partsOf, type Parts } from '../inference/no/parts.ts';
import type { ReadInterview } from '../inference/readInterview.ts';
import type { Control, Pack, Question } from '../pack/pack.ts';
import type { Changed } from '../plan/changes.ts';
import { chanceOfGoingOn, type FixOf, leftOf } from '../plan/nextChance.ts';
import { givenAt } from '../answers/answerValue.ts';
import type { Answer } from '../pack/answer.ts';
import type { AnswerValue, Reading } from '../answers/answers.ts';
import { isoDate } from '../base/calendar.ts';
import type { Reasons } from './inferred.ts';

/** One figure as the answers have it, and as it would be. */
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/** An answer that is otherwise; `null` is “I don't know”. */
export interface AnswerChange {
  readonly question: string;
  readonly ask: string;
  readonly before: AnswerValue | null;
  readonly after: AnswerValue | null;
  /** Both in words. */
  readonly says: { readonly before: string; readonly after: string };
}

/** A fix that is done, and the probability that its cause stops someone: the next time, or this time if it is for now. */
export interface FixDone {
  readonly fix: string;
  readonly cause: string;
  readonly for: 'now' | 'next';
  readonly do: string;
  readonly stops: BeforeAfter;
}

/** A cause under both sets of answers: whether it was there, given a no, and its part in that no. */
export interface CauseMoved {
  readonly cause: string;
  readonly title: string;
  readonly control: Control;
  readonly presence: BeforeAfter;
  readonly share: BeforeAfter;
}

/** The same interview with some answers otherwise, or some fixes done. Probabilities and shares are from 0 to 1. */
export interface WhatIf {
  readonly answers: readonly AnswerChange[];
  readonly fixes: readonly FixDone[];
  /** Probability that an interview with these answers goes on, whatever became of this one. */
  readonly goesOn: BeforeAfter;
  /** Probability that an invitation is still to come; `null` unless nothing has been heard. */
  readonly advance: BeforeAfter | null;
  /** Probability of going on in the next interview. */
  readonly next: BeforeAfter;
  readonly parts: { readonly before: Parts; readonly after: Parts };
  /** Every cause that moved, the one whose share moved most first. */
  readonly causes: readonly CauseMoved[];
  /** Whether some cause moved without being settled: then the figures say how people with such answers fare, not what the change alone would do. */
  readonly association: boolean;
}

/** An interview that was read, with what lay behind it. */
interface Case {
  readonly interview: ReadInterview;
  readonly inferred: Reasons;
}

/** Sets two inferences of one interview side by side. */
export function whatIfOf(pack: Pack, before: Case, after: Case, { questions, fixes }: Changed): WhatIf {
  const [asked, then] = [before.interview.checked.reading, after.interview.checked.reading];
  const { explained, silence, next } = after.inferred;
  const now = fixes.filter(({ fix }) => fix.for === 'now');
  const ahead = fixes.filter(({ fix }) => fix.for === 'next');
  return {
    answers: questions.flatMap(index => answerChange(pack, index, asked, then)),
    fixes: [...now.map(fix => fixDone(fix, explained.causes)), ...ahead.map(fix => fixDone(fix, next.causes))],
    goesOn: { before: 1 - before.inferred.explained.chanceOfNo, after: (1 - explained.chanceOfNo) * liftBy(now, explained.causes) },
    advance: silence && before.inferred.silence ? { before: before.inferred.silence.advance, after: silence.advance } : null,
    next: { before: chanceOfGoingOn(before.inferred.next), after: chanceOfGoingOn(next, ahead) },
    parts: { before: partsOf(before.inferred.explained), after: partsOf(explained) },
    causes: movedCauses(before.inferred, after.inferred),
    association: before.interview.weighed.some(({ presence }, index) => {
      const other = after.interview.weighed[index]?.presence ?? presence;
      return other !== presence && [presence, other].every(each => each > 0 && each < 1);
    }),
  };
}

interface Firing {
  readonly cause: FixOf['cause'];
  readonly presence: number;
  readonly strength: number;
}

function stopsOf(causes: readonly Firing[], fixes: readonly FixOf[], of: FixOf['cause']): BeforeAfter {
  const before = causes.reduce((found, { cause, presence, strength }) => (cause === of ? presence * strength : found), 0);
  return { before, after: before * leftOf(fixes) };
}

function fixDone(each: FixOf, causes: readonly Firing[]): FixDone {
  const { cause, fix } = each;
  return { fix: fix.id, cause: cause.id, for: fix.for, do: fix.do, stops: stopsOf(causes, [each], cause) };
}

/**
 * How many times likelier an interview goes on with these fixes of it: exact for one interview. Among several, a lasting
 * cause counts here as the answers to this one have it.
 */
function liftBy(fixes: readonly FixOf[], causes: readonly Firing[]): number {
  return [...new Set(fixes.map(({ cause }) => cause))].reduce((lift, cause) => {
    const { before, after } = stopsOf(causes, fixes.filter(each => each.cause === cause), cause);
    return before < 1 ? lift * ((1 - after) / (1 - before)) : lift;
  }, 1);
}

function answerChange(pack: Pack, index: number, asked: Reading, then: Reading): readonly AnswerChange[] {
  const question = pack.questions[index];
  if (!question) return [];
  const given = (reading: Reading): AnswerValue | null => givenAt(pack, reading, index) ?? null;
  return [{ question: question.id, ask: question.ask, before: given(asked), after: given(then), says: { before: inWords(question, asked[index]), after: inWords(question, then[index]) } }];
}

function inWords(question: Question, answer: Answer | undefined): string {
  const says = (option: number): string => ('options' in question ? question.options[option]?.says ?? '' : '');
  switch (answer?.kind) {
    case undefined:
      return "I don't know";
    case 'choice':
      return says(answer.option);
    case 'choices':
      return answer.options.length === 0 ? 'None of these' : answer.options.map(says).join('; ');
    case 'number':
      return String(answer.value);
    case 'date':
      return isoDate(answer.day);
    case 'not-asked':
      return 'Not asked';
  }
}

function movedCauses(before: Reasons, after: Reasons): readonly CauseMoved[] {
  const later = new Map(after.explained.causes.map(each => [each.cause, each]));
  return before.explained.causes.flatMap((each): readonly CauseMoved[] => {
    const then = later.get(each.cause);
    if (!then || (then.share === each.share && then.presenceGivenNo === each.presenceGivenNo)) return [];
    const { id, title, control } = each.cause;
    return [{ cause: id, title, control, presence: { before: each.presenceGivenNo, after: then.presenceGivenNo }, share: { before: each.share, after: then.share } }];
  }).sort((a, b) => movement(b) - movement(a) || (a.cause < b.cause ? -1 : 1));
}

function movement({ share }: CauseMoved): number {
  return Math.abs(share.after - share.before);
}
