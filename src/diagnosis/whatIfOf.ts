import { inOrder } from '../base/order.ts';
import { givenAt } from '../answers/answerValue.ts';
import type { AnswerValue } from '../answers/answers.ts';
import type { Reading } from '../answers/reading.ts';
import { isoDate } from '../base/calendar.ts';
import type { Parts } from '../inference/no/parts.ts';
import type { Weighed } from '../evidence/weigh.ts';
import type { Inferred } from '../interview/infer.ts';
import type { Answer } from '../pack/answer.ts';
import type { Control } from '../pack/logic.ts';
import type { Pack, Question } from '../pack/pack.ts';
import type { Prepared } from '../pack/preparePack.ts';
import type { Changed } from '../plan/changes.ts';
import { chanceOfGoingOn, type FixOf, leftOf } from '../plan/nextChance.ts';

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

/** Sets two inferences of one interview side by side. */
export function whatIfOf(before: Inferred, after: Inferred, { questions, fixes }: Pick<Changed, 'questions' | 'fixes'>): WhatIf {
  const { engine: { pack, baseline: { prepared } } } = before;
  const [{ known: { reading: asked }, weighed }, { known: { reading: then }, weighed: reweighed }] = [before.latest, after.latest];
  const [silence, silenceAfter] = [before.silence(), after.silence()];
  const now = fixes.filter(({ fix }) => fix.for === 'now');
  const ahead = fixes.filter(({ fix }) => fix.for === 'next');
  return {
    answers: questions.map(index => answerChange(pack, index, asked, then)),
    fixes: [...now.map(fix => fixDone(prepared, fix, reweighed)), ...ahead.map(fix => fixDone(prepared, fix, after.next()))],
    goesOn: { before: 1 - before.explained().chanceOfNo, after: (1 - after.explained().chanceOfNo) * liftBy(now, reweighed) },
    advance: silence && silenceAfter && { before: silence.advance, after: silenceAfter.advance },
    next: { before: chanceOfGoingOn(before.next()), after: chanceOfGoingOn(after.next(), ahead) },
    parts: { before: before.parts(), after: after.parts() },
    causes: movedCauses(before, after),
    association: weighed.presence.some((presence, cause) => isAssociation(presence, reweighed.presence[cause] as number)),
  };
}

/** Moved without being settled: then other answers would say it of other people, and do not make it so. */
function isAssociation(before: number, after: number): boolean {
  return before !== after && [before, after].every(presence => presence > 0 && presence < 1);
}

/** With what probability each cause is there and then stops someone, in the pack's order. */
type Firing = Pick<Weighed, 'presence' | 'strength'> | { readonly presence: readonly number[]; readonly strength: readonly number[] };

function stopsOf({ presence, strength }: Firing, fixes: readonly FixOf[], cause: number): BeforeAfter {
  const before = (presence[cause] as number) * (strength[cause] as number);
  return { before, after: before * leftOf(fixes) };
}

function fixDone({ pack }: Prepared, each: FixOf, firing: Firing): FixDone {
  const { cause, fix } = each;
  return { fix: fix.id, cause: (pack.causes[cause] as Pack['causes'][number]).id, for: fix.for, do: fix.do, stops: stopsOf(firing, [each], cause) };
}

/**
 * How many times likelier an interview goes on with these fixes of it: exact for one interview. Among several, a lasting
 * cause counts here as the answers to this one have it.
 */
function liftBy(fixes: readonly FixOf[], firing: Firing): number {
  return [...new Set(fixes.map(({ cause }) => cause))].reduce((lift, cause) => {
    const { before, after } = stopsOf(firing, fixes.filter(each => each.cause === cause), cause);
    return before < 1 ? lift * ((1 - after) / (1 - before)) : lift;
  }, 1);
}

function answerChange(pack: Pack, index: number, asked: Reading, then: Reading): AnswerChange {
  const question = pack.questions[index] as Question;
  const given = (reading: Reading): AnswerValue | null => givenAt(pack, reading, index) ?? null;
  const says = { before: inWords(question, asked.answers[index]), after: inWords(question, then.answers[index]) };
  return { question: question.id, ask: question.ask, before: given(asked), after: given(then), says };
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

function movedCauses(before: Inferred, after: Inferred): readonly CauseMoved[] {
  const { engine: { pack, baseline: { prepared } } } = before;
  const [was, is] = [before.explained(), after.explained()];
  return prepared.ofNo.map((cause): CauseMoved => {
    const { id, title, control } = pack.causes[cause] as Pack['causes'][number];
    const beforeAfter = (one: readonly number[], other: readonly number[]): BeforeAfter => ({ before: one[cause] as number, after: other[cause] as number });
    return { cause: id, title, control, presence: beforeAfter(was.presence, is.presence), share: beforeAfter(was.share, is.share) };
  }).filter(({ presence, share }) => share.before !== share.after || presence.before !== presence.after)
    .sort((a, b) => movement(b) - movement(a) || inOrder(a.cause, b.cause));
}

function movement({ share }: CauseMoved): number {
  return Math.abs(share.after - share.before);
}
