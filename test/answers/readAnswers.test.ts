import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../src/answers/readAnswer.ts';
import { type KnownAnswers, readAnswers, withAnswers } from '../../src/answers/readAnswers.ts';
import { dayNumber } from '../../src/base/calendar.ts';
import { type Checked, MOST_LISTED, type Problem } from '../../src/base/problem.ts';
import type { Condition } from '../../src/pack/condition.ts';
import { prepareQuestion } from '../../src/pack/prepareQuestion.ts';
import { engineOf } from '../engineOf.ts';
import { tinyPack } from '../tinyPack.ts';

const { prepared } = engineOf(tinyPack).baseline;
const indexOf = (id: string): number => tinyPack.questions.findIndex(question => question.id === id);

function known(checked: Checked<KnownAnswers>): KnownAnswers {
  if (!checked.ok) throw new Error('these answers are fine');
  return checked.value;
}

function read(answers: object, asOf?: string): KnownAnswers {
  return known(readAnswers(prepared, answers, asOf));
}

function problemsOf(checked: Checked<KnownAnswers>): readonly Problem[] {
  return checked.ok ? [] : checked.problems;
}

/** What is known as an answer to a question after these answers. */
function answer(id: string, { reading }: KnownAnswers): unknown {
  return reading.answers[indexOf(id)];
}

describe('today follows from a date and the days since', () => {
  const day = dayNumber('2026-11-15');

  test('where both were given', () => {
    const found = read({ 'interview-date': '2026-11-10', 'days-since-interview': 5 });
    expect([found.today, found.day]).toEqual([day, undefined]);
  });

  test('and then other days are counted up to it', () => {
    const found = read({ outcome: 'waiting', 'interview-date': '2026-11-10', 'days-since-interview': 5, 'promised-date': '2026-11-12' });
    expect(answer('days-past-promise', found)).toEqual({ kind: 'number', value: 3 });
    expect(answer('days-since-interview', read({ outcome: 'waiting', 'interview-date': '2026-11-10', 'promised-date': '2026-11-12', 'days-past-promise': 3 }))).toEqual({ kind: 'number', value: 5 });
  });

  test.each<[what: string, answers: object]>([
    ['where only the date was', { 'interview-date': '2026-11-10' }],
    ['where only the days were', { 'days-since-interview': 5 }],
    ['where nothing was', {}],
    ['where the days belong to another date', { outcome: 'waiting', 'interview-date': '2026-11-10', 'days-past-promise': 3 }],
    ['where they do not come up', { outcome: 'rejected', 'promised-date': '2026-11-12', 'days-past-promise': 3 }],
  ])('but not %s', (_what, answers) => { expect(read(answers).today).toBeNull(); });

  test('unless it was given', () => {
    expect(read({ 'interview-date': '2026-11-10', 'days-since-interview': 5 }, '2026-11-15')).toMatchObject({ today: day, day });
    expect(read({}, '2026-11-15')).toMatchObject({ today: day, day });
  });
});

describe('days that are counted may be as few and as many as the question takes', () => {
  test.each([['2026-11-10', 0], ['2027-02-18', 100]])('%s: %d', (asOf, value) => {
    expect(answer('days-since-interview', read({ 'interview-date': '2026-11-10' }, asOf))).toEqual({ kind: 'number', value });
  });

  test.each([['2026-11-09', '1 day after'], ['2026-11-08', '2 days after'], ['2027-02-19', '101 days before']])('but not more, as of %s', (asOf, far) => {
    expect(problemsOf(readAnswers(prepared, { 'interview-date': '2026-11-10' }, asOf))).toEqual([{
      code: 'contradiction', message: `2026-11-10 for “interview-date” is ${far} the day of asking, ${asOf}`, hint: 'check both days', path: ['interview-date'],
    }]);
  });
});

describe('what was put and not answered is known', () => {
  test('as “I don’t know”, which is not the same as nothing', () => {
    expect([...read({ stage: 'unknown', arrival: null, prepared: undefined, attended: 'there' }).saidUnknown]).toEqual([indexOf('stage'), indexOf('arrival')]);
  });

  test('and what does not come up is left out', () => {
    const found = read({ attended: 'missed', 'minutes-late': 9, 'warned-ahead': 'yes' });
    expect(found.leftOut).toEqual([indexOf('minutes-late'), indexOf('warned-ahead')]);
    expect(answer('minutes-late', found)).toEqual({ kind: 'not-asked' });
    expect(read({ attended: 'missed' }).leftOut).toEqual([]);
  });
});

describe('answers that are given later', () => {
  const first = { outcome: 'rejected', attended: 'there', stage: 'unknown' };

  test.each<[what: string, id: string, value: unknown]>([
    ['another one', 'outcome', 'cancelled'], ['a further one', 'arrival', 'late'], ['“I don’t know”', 'outcome', 'unknown'], ['one to what was not known', 'stage', 'phone-screen'],
    ['one by which others no longer come up', 'attended', 'missed'],
  ])('stand as if they had been there from the first: %s', (_what, id, value) => {
    const before = read(first, '2026-11-15');
    const then = known(withAnswers(prepared, before, [[id, value]]));
    const { given, saidUnknown, ...rest } = read({ ...first, [id]: value }, '2026-11-15');
    expect(then).toEqual({ ...rest, given, saidUnknown });
    expect(before).toEqual(read(first, '2026-11-15'));
  });

  test('may be several, of which nothing is no answer', () => {
    const then = known(withAnswers(prepared, read(first), [['stage', undefined], ['arrival', 'late'], ['outcome', undefined]]));
    expect(then).toEqual(read({ ...first, arrival: 'late' }));
  });

  test('are told what is wrong with them', () => {
    expect(problemsOf(withAnswers(prepared, read(first), [['arival', 'late'], ['arrival', 'lat']])).map(({ code, path }) => [code, path])).toEqual([['unknown-question', ['arival']], ['unknown-option', ['arrival']]]);
  });
});

test('of answers that cannot all be true only those are named that were given', () => {
  const yes = (id: string, option: number): Condition => ({ test: 'chosen', question: indexOf(id), options: [option] });
  const torn = engineOf({ ...tinyPack, contradictions: [{ when: { test: 'any', of: [yes('attended', 1), yes('arrival', 1)] }, because: 'Not so.' }] }).baseline.prepared;
  const clash = { code: 'contradiction', hint: 'change one of these answers, or leave it out' };
  expect(problemsOf(readAnswers(torn, { arrival: 'late' }))).toEqual([{ ...clash, message: '“arrival”: Not so.', path: ['arrival'] }]);
  expect(problemsOf(readAnswers(torn, { attended: 'there', arrival: 'late' }))).toEqual([{ ...clash, message: '“attended” and “arrival”: Not so.', path: ['attended'] }]);
});

test('of very many unknown questions the nearest name is looked up for the first only', () => {
  const ids = Array.from({ length: MOST_LISTED + 2 }, (_, index) => `arival-${String(MOST_LISTED + 1 - index).padStart(3, '0')}`); // the last are told first
  const hints = problemsOf(readAnswers(prepared, Object.fromEntries(ids.map(id => [id, 1])))).map(({ hint }) => hint);
  expect(hints.slice(0, 3)).toEqual(['look its name up among the questions', 'look its name up among the questions', expect.stringContaining('one of: outcome')]);
});

describe('one answer is read', () => {
  const reads = (id: string, value: unknown): unknown => {
    const found = readAnswer(prepareQuestion(tinyPack.questions[indexOf(id)] as (typeof tinyPack.questions)[number]), value);
    return 'wrong' in found ? found.wrong : found.answer;
  };

  test('in the order of the options, and all of them may be chosen', () => {
    expect(reads('prepared', ['practised', 'read-site', 'read-news'])).toEqual({ kind: 'choices', options: [0, 1, 2] });
    expect(reads('prepared', [])).toEqual({ kind: 'choices', options: [] });
  });

  test('from the lowest number to the highest, and without a negative nothing', () => {
    expect(['minutes-late', 'minutes-late'].map((id, index) => reads(id, [1, 240][index]))).toEqual([{ kind: 'number', value: 1 }, { kind: 'number', value: 240 }]);
    expect(reads('questions-asked', -0)).toStrictEqual({ kind: 'number', value: 0 });
    expect(Object.is((reads('questions-asked', -0) as { value: number }).value, 0)).toBe(true);
  });

  test.each<[id: string, value: unknown, wrong: object]>([
    ['minutes-late', 0, { code: 'out-of-range', message: '0 minutes cannot be for “minutes-late”', hint: 'from 1 to 240' }],
    ['minutes-late', 241, { code: 'out-of-range', message: '241 minutes cannot be for “minutes-late”', hint: 'from 1 to 240' }],
    ['interview-date', 'today', { code: 'out-of-range', message: '“today” is no day for “interview-date”', hint: 'write it as YYYY-MM-DD, without a time' }],
    ['interview-date', 20_261_110, { code: 'wrong-kind', message: '20261110 is no day for “interview-date”', hint: 'write it as YYYY-MM-DD, without a time' }],
    ['prepared', [7], { code: 'unknown-option', message: '7 is no answer to “prepared”', hint: 'one of: read-site, read-news, practised', path: [0] }],
  ])('%s: not %j', (id, value, wrong) => { expect(reads(id, value)).toEqual([{ path: [], ...wrong }]); });

  test('and one that cannot be read is told, not thrown', () => {
    const hostile = new Proxy([], { get: () => { throw new Error('no'); } });
    expect(reads('prepared', hostile)).toEqual([{ code: 'wrong-kind', message: 'the answer to “prepared” could not be read', hint: 'pass a plain value without getters that throw', path: [] }]);
  });
});
