import { didYouMean } from '../base/nearest.ts';
import { questionsOf } from '../pack/condition.ts';
import type { DateQuestion, NumberQuestion, Pack } from '../pack/pack.ts';
import { type Checked, MOST_LISTED, type Problem, sortProblems } from '../base/problem.ts';
import type { Answer } from '../pack/answer.ts';
import type { Note, Reading } from './answers.ts';
import { dayNumber, isoDate } from '../base/calendar.ts';
import { holds } from './holds.ts';
import { plainEntries } from '../base/plainObject.ts';
import { readAnswer } from './readAnswer.ts';
import { showAny } from '../base/show.ts';

/** Answers that fit the pack, and what the reader should know about them. */
export interface CheckedAnswers {
  readonly reading: Reading;
  readonly notes: readonly Note[];
  /** Number of the day that counts as today, where it was given, or follows from a date and the days since it. */
  readonly today: number | null;
}

/**
 * Checks answers against a pack: unknown questions and options, wrong kinds, impossible values, contradictions.
 * Answers to questions that are not put to this person are left out, with a note.
 *
 * @param input - question id → answer; anything else gives problems, never an exception
 * @param asOf - the day that counts as today, `YYYY-MM-DD`; days are counted up to it
 */
export function checkAnswers(pack: Pack, input: unknown, asOf?: string): Checked<CheckedAnswers> {
  const entries = plainEntries(input, 'answers');
  if (!entries.ok) return entries;
  const problems: Problem[] = [];
  const given = readAll(pack, entries.value, problems);
  const today = dayOf(asOf, problems) ?? impliedDay(pack, settle(pack, given, undefined, []).reading);
  const { reading, notes } = settle(pack, given, today, problems);
  if (problems.length === 0) problems.push(...contradictionsOf(pack, given, reading));
  return problems.length > 0 ? { ok: false, problems: sortProblems(problems) } : { ok: true, value: { reading, notes, today: today ?? null } };
}

const indices = new WeakMap<Pack, ReadonlyMap<string, number>>();

/** Index of each question by id; found once for a pack, as packs never change. */
export function questionIndices(pack: Pack): ReadonlyMap<string, number> {
  const known = indices.get(pack);
  if (known) return known;
  const fresh = new Map(pack.questions.map((question, index) => [question.id, index]));
  indices.set(pack, fresh);
  return fresh;
}

/** Where so many names are unknown, the nearest one is looked up for the first of them only. */
const NO_HINT = 'look its name up among the questions';

function readAll(pack: Pack, entries: readonly (readonly [string, unknown])[], problems: Problem[]): Reading {
  const byId = questionIndices(pack);
  const reading: (Answer | undefined)[] = pack.questions.map(() => undefined);
  let unknown = 0;
  for (const [id, value] of entries) {
    const index = byId.get(id);
    const question = index === undefined ? undefined : pack.questions[index];
    if (index === undefined || question === undefined) {
      problems.push({ code: 'unknown-question', message: `no question is called ${showAny(id)}`, hint: (unknown += 1) > MOST_LISTED ? NO_HINT : didYouMean(id, byId.keys()), path: [id] });
      continue;
    }
    const read = readAnswer(question, value);
    if ('wrong' in read) problems.push(...read.wrong.map(each => ({ ...each, path: [id, ...each.path] })));
    else reading[index] = read.answer;
  }
  return reading;
}

/** The number of the day that counts as today, where one is given; what is no day becomes a problem. */
export function dayOf(asOf: unknown, problems: Problem[]): number | undefined {
  if (asOf === undefined) return undefined;
  const day = typeof asOf === 'string' ? dayNumber(asOf) : undefined;
  if (day === undefined) problems.push({ code: 'out-of-range', message: `${showAny(asOf)} is no day`, hint: 'write asOf as YYYY-MM-DD, without a time', path: ['asOf'] });
  return day;
}

/** The day of asking as answers imply it: a date, and how many days ago it was. */
function impliedDay({ questions }: Pack, reading: Reading): number | undefined {
  for (const [index, question] of questions.entries()) {
    const [days, date] = [reading[index], question.kind === 'number' && question.countsDaysFrom !== undefined ? reading[question.countsDaysFrom] : undefined];
    if (days?.kind === 'number' && date?.kind === 'date') return date.day + days.value;
  }
  return undefined;
}

/**
 * Goes through the questions once, in order, as they ask-if and count days from earlier ones only. Takes out answers
 * to questions whose `ask-if` is refuted, fills in the days that follow from dates, and finds dates that cannot be.
 */
function settle(pack: Pack, given: Reading, today: number | undefined, problems: Problem[]): Pick<CheckedAnswers, 'reading' | 'notes'> {
  const reading: (Answer | undefined)[] = [];
  const notes: Note[] = [];
  pack.questions.forEach((question, index) => {
    const answer = given[index];
    if (question.askIf !== undefined && holds(question.askIf, reading) === false) {
      reading.push({ kind: 'not-asked' });
      if (answer !== undefined) notes.push({ code: 'not-asked', question: question.id, text: `Your answer to “${question.ask}” was left out: after your other answers that question does not come up.` });
      return;
    }
    if (question.kind === 'date') problems.push(...tooEarly(pack, question, answer, reading));
    reading.push(question.kind === 'number' ? counted(pack, question, answer, reading, today, problems) : answer);
  });
  return { reading, notes };
}

function tooEarly(pack: Pack, { id, notBefore }: DateQuestion, answer: Answer | undefined, reading: Reading): readonly Problem[] {
  const earliest = notBefore === undefined ? undefined : reading[notBefore];
  if (notBefore === undefined || earliest?.kind !== 'date' || answer?.kind !== 'date' || answer.day >= earliest.day) return [];
  return [clash(id, `${isoDate(answer.day)} for “${id}” is before “${pack.questions[notBefore]?.id}”, ${isoDate(earliest.day)}`, 'check both days')];
}

/** The answer to a question for a number; when it counts the days from a date that is known, the days up to today. */
function counted(pack: Pack, { id, from, to, countsDaysFrom }: NumberQuestion, answer: Answer | undefined, reading: Reading, today: number | undefined, problems: Problem[]): Answer | undefined {
  const date = countsDaysFrom === undefined ? undefined : reading[countsDaysFrom];
  if (countsDaysFrom === undefined || today === undefined || date?.kind !== 'date') return answer;
  const dateId = pack.questions[countsDaysFrom]?.id ?? '';
  const days = today - date.day;
  if (days < from || days > to) {
    problems.push(clash(dateId, `${isoDate(date.day)} for “${dateId}” is ${inDays(Math.abs(days))} ${days < 0 ? 'after' : 'before'} the day of asking, ${isoDate(today)}`, 'check both days'));
  } else if (answer?.kind === 'number' && answer.value !== days) {
    problems.push(clash(id, `${inDays(answer.value)} for “${id}”, but from ${isoDate(date.day)} to ${isoDate(today)} it is ${days}`, `leave one of “${id}” and “${dateId}” out`));
  }
  return { kind: 'number', value: days };
}

function inDays(count: number): string {
  return Math.abs(count) === 1 ? `${count} day` : `${count} days`;
}

function clash(id: string, message: string, hint: string): Problem {
  return { code: 'contradiction', message, hint, path: [id] };
}

/** Answers that the pack says cannot all be true. One that was left out counts here, as the slip may lie in either. */
function contradictionsOf(pack: Pack, given: Reading, reading: Reading): readonly Problem[] {
  const said = reading.map((answer, index) => given[index] ?? answer);
  return pack.contradictions.filter(({ when }) => holds(when, said) === true).map(({ when, because }) => {
    const ids = questionsOf(when).filter(index => said[index] !== undefined).map(index => pack.questions[index]?.id ?? '');
    return clash(ids[0] ?? '', `${ids.map(id => `“${id}”`).join(' and ')}: ${because}`, 'change one of these answers, or leave it out');
  });
}
