import { dayNumber } from '../base/calendar.ts';
import { didYouMean } from '../base/nearest.ts';
import { plainEntries } from '../base/plainObject.ts';
import { type Checked, MOST_LISTED, type Problem, sortProblems } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import type { Answer } from '../pack/answer.ts';
import { questionsOf } from '../pack/condition.ts';
import type { Prepared } from '../pack/preparePack.ts';
import { shows, type Test } from '../pack/test.ts';
import { readAnswer } from './readAnswer.ts';
import { type Reading, readingOf } from './reading.ts';
import { clash, type Given, impliedDay, settle } from './settle.ts';

/** Answers that fit the pack. */
export interface KnownAnswers {
  readonly given: Given;
  readonly reading: Reading;
  /** Questions whose answers were left out, as these do not come up after the others. */
  readonly leftOut: readonly number[];
  /** Questions that were put, and to which the answer was “I don't know”. */
  readonly saidUnknown: ReadonlySet<number>;
  /** Number of the day that counts as today, where it was given, or follows from a date and the days since it. */
  readonly today: number | null;
  /** The same only where it was given. */
  readonly day: number | undefined;
}

/**
 * Reads answers as a pack asks for them: unknown questions and options, wrong kinds, impossible values and
 * contradictions are problems. Answers to questions that are not put to this person are left out.
 *
 * @param input - question id → answer; anything else gives problems, never an exception
 * @param asOf - the day that counts as today, `YYYY-MM-DD`; days are counted up to it
 */
export function readAnswers(prepared: Prepared, input: unknown, asOf?: string): Checked<KnownAnswers> {
  const entries = plainEntries(input, 'answers');
  if (!entries.ok) return entries;
  const problems: Problem[] = [];
  const { given, saidUnknown } = readAll(prepared, entries.value, problems);
  const day = dayOf(asOf, problems);
  return settledAnswers(prepared, given, saidUnknown, day, problems);
}

/** The same answers with some of them otherwise. Further answers may come up by them, or be left out. */
export function withAnswers(prepared: Prepared, { given, saidUnknown, day }: KnownAnswers, others: readonly (readonly [string, unknown])[]): Checked<KnownAnswers> {
  const problems: Problem[] = [];
  const read = readAll(prepared, others, problems);
  const [now, unknown] = [given.slice(), new Set(saidUnknown)];
  for (const [id, value] of others) {
    const index = prepared.questionIndices.get(id);
    if (index === undefined || value === undefined) continue;
    now[index] = read.given[index];
    if (read.saidUnknown.has(index)) unknown.add(index);
    else unknown.delete(index);
  }
  return settledAnswers(prepared, now, unknown, day, problems);
}

function settledAnswers(prepared: Prepared, given: Given, saidUnknown: ReadonlySet<number>, day: number | undefined, problems: Problem[]): Checked<KnownAnswers> {
  const today = day ?? impliedDay(prepared, given);
  const { reading, leftOut } = settle(prepared, given, today, problems);
  if (problems.length === 0) problems.push(...contradictionsOf(prepared, given, reading, leftOut));
  if (problems.length > 0) return { ok: false, problems: sortProblems(problems) };
  return { ok: true, value: { given, reading, leftOut, saidUnknown, today: today ?? null, day } };
}

/** Where so many names are unknown, the nearest one is looked up for the first of them only. */
const NO_HINT = 'look its name up among the questions';

function readAll(prepared: Prepared, entries: readonly (readonly [string, unknown])[], problems: Problem[]): Pick<KnownAnswers, 'given' | 'saidUnknown'> {
  const { questions, questionIndices } = prepared;
  const given = new Array<Answer | undefined>(questions.length).fill(undefined);
  const saidUnknown = new Set<number>();
  let unknown = 0;
  for (const [id, value] of entries) {
    const index = questionIndices.get(id);
    const question = index === undefined ? undefined : questions[index];
    if (index === undefined || question === undefined) {
      const hint = (unknown += 1) > MOST_LISTED ? NO_HINT : didYouMean(id, questionIndices.keys());
      problems.push({ code: 'unknown-question', message: `no question is called ${showAny(id)}`, hint, path: [id] });
      continue;
    }
    const read = readAnswer(question, value);
    if ('wrong' in read) problems.push(...read.wrong.map(each => ({ ...each, path: [id, ...each.path] })));
    else if (read.answer !== undefined) given[index] = read.answer;
    else if (value !== undefined) saidUnknown.add(index);
  }
  return { given, saidUnknown };
}

/** The number of the day that counts as today, where one is given; what is no day becomes a problem. */
export function dayOf(asOf: unknown, problems: Problem[]): number | undefined {
  if (asOf === undefined) return undefined;
  const day = typeof asOf === 'string' ? dayNumber(asOf) : undefined;
  if (day === undefined) problems.push({ code: 'out-of-range', message: `${showAny(asOf)} is no day`, hint: 'write asOf as YYYY-MM-DD, without a time', path: ['asOf'] });
  return day;
}

/** Answers that the pack says cannot all be true. One that was left out counts here, as the slip may lie in either. */
function contradictionsOf({ pack, layout, contradictions }: Prepared, given: Given, reading: Reading, leftOut: readonly number[]): readonly Problem[] {
  const said = leftOut.length === 0 ? reading : readingOf(layout, reading.answers.map((answer, index) => given[index] ?? answer));
  return pack.contradictions.filter((_, index) => shows(contradictions[index] as Test, said.columns)).map(({ when, because }) => {
    const ids = questionsOf(when).filter(index => said.answers[index] !== undefined).map(index => pack.questions[index]?.id ?? '');
    return clash(ids[0] ?? '', `${ids.map(id => `“${id}”`).join(' and ')}: ${because}`, 'change one of these answers, or leave it out');
  });
}
