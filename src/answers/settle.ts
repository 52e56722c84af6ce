import type { Answer } from '../pack/answer.ts';
import { type QuestionBits, unanswered, writeAnswer } from '../pack/layout.ts';
import type { DateQuestion, NumberQuestion, Pack } from '../pack/pack.ts';
import type { Prepared } from '../pack/preparePack.ts';
import { shows } from '../pack/test.ts';
import { isoDate } from '../base/calendar.ts';
import type { Problem } from '../base/problem.ts';
import type { Reading } from './reading.ts';

/** One answer for each question of the pack, in its order, as it was given. */
export type Given = readonly (Answer | undefined)[];

export interface Settled {
  readonly reading: Reading;
  /** Questions whose answers were left out, as these do not come up after the others. */
  readonly leftOut: readonly number[];
}

const NOT_ASKED: Answer = { kind: 'not-asked' };

/**
 * Goes through the questions once, in order, as they ask-if and count days from earlier ones only. Takes out answers
 * to questions whose `ask-if` is refuted, fills in the days that follow from dates, and finds dates that cannot be.
 *
 * @param today - number of the day that counts as today; without it no days are counted
 */
export function settle({ pack, questions, layout, askIf }: Prepared, given: Given, today: number | undefined, problems: Problem[]): Settled {
  const answers = given.slice();
  const columns = unanswered(layout);
  const leftOut: number[] = [];
  for (let index = 0; index < answers.length; index++) {
    const [test, kind] = [askIf[index], questions[index]?.kind];
    if (test && shows(test.refuted, columns)) {
      if (answers[index] !== undefined) leftOut.push(index);
      answers[index] = NOT_ASKED;
    } else if (kind === 'number') {
      answers[index] = counted(pack, index, answers, today, problems);
    } else if (kind === 'date') {
      problems.push(...tooEarly(pack, index, answers));
    }
    const answer = answers[index];
    if (answer !== undefined) writeAnswer(layout.questions[index] as QuestionBits, answer, columns);
  }
  return { reading: { answers, columns }, leftOut };
}

function tooEarly({ questions }: Pack, index: number, answers: Given): readonly Problem[] {
  const { id, notBefore } = questions[index] as DateQuestion;
  const [answer, earliest] = [answers[index], notBefore === undefined ? undefined : answers[notBefore]];
  if (notBefore === undefined || earliest?.kind !== 'date' || answer?.kind !== 'date' || answer.day >= earliest.day) return [];
  const message = `${isoDate(answer.day)} for “${id}” is before “${questions[notBefore]?.id}”, ${isoDate(earliest.day)}`;
  return [clash(id, message, 'check both days')];
}

/** The answer to a question for a number; when it counts the days from a date that is known, the days up to today. */
function counted({ questions }: Pack, index: number, answers: Given, today: number | undefined, problems: Problem[]): Answer | undefined {
  const answer = answers[index];
  if (today === undefined) return answer;
  const { id, from, to, countsDaysFrom } = questions[index] as NumberQuestion;
  const date = countsDaysFrom === undefined ? undefined : answers[countsDaysFrom];
  if (countsDaysFrom === undefined || date?.kind !== 'date') return answer;
  const dateId = (questions[countsDaysFrom] as DateQuestion).id;
  const days = today - date.day;
  if (days < from || days > to) {
    const when = days < 0 ? 'after' : 'before';
    const message = `${isoDate(date.day)} for “${dateId}” is ${inDays(Math.abs(days))} ${when} the day of asking, ${isoDate(today)}`;
    problems.push(clash(dateId, message, 'check both days'));
  } else if (answer?.kind === 'number' && answer.value !== days) {
    const message = `${inDays(answer.value)} for “${id}”, but from ${isoDate(date.day)} to ${isoDate(today)} it is ${days}`;
    problems.push(clash(id, message, `leave one of “${id}” and “${dateId}” out`));
  }
  return { kind: 'number', value: days };
}

/** The day of asking as answers imply it: a date, and how many days ago it was. */
export function impliedDay(prepared: Prepared, given: Given): number | undefined {
  const counters = prepared.counters.filter(({ counter, date }) => given[counter] !== undefined && given[date] !== undefined);
  if (counters.length === 0) return undefined;
  const { answers } = settle(prepared, given, undefined, []).reading;
  for (const { counter, date: from } of counters) {
    const [days, date] = [answers[counter], answers[from]];
    if (days?.kind === 'number' && date?.kind === 'date') return date.day + days.value;
  }
  return undefined;
}

function inDays(count: number): string {
  return Math.abs(count) === 1 ? `${count} day` : `${count} days`;
}

export function clash(id: string, message: string, hint: string): Problem {
  return { code: 'contradiction', message, hint, path: [id] };
}
