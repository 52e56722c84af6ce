import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../../src/base/calendar.ts';
import type { Answer } from '../../../src/pack/answer.ts';
import type { Pack, Waiting } from '../../../src/pack/pack.ts';
import { type Clock, clockOf, dayCountedFrom, fairToAsk, isOverdue, numberAt } from '../../../src/inference/silence/clock.ts';
import { engineOf } from '../../engineOf.ts';
import { tinyPack } from '../../tinyPack.ts';

const indexOf = (id: string): number => tinyPack.questions.findIndex(question => question.id === id);
const [SINCE, PAST] = [indexOf('days-since-interview'), indexOf('days-past-promise')];
const waiting: Waiting = { types: [], signs: [], missedPromise: 1, whenUnsaid: { 'no-reply': 21, waiting: 4 }, daysSince: SINCE, daysPastPromise: PAST };

/** What was answered, by the id of the question; days as `YYYY-MM-DD`. */
function reading(answers: Readonly<Record<string, number | string>>): { answers: readonly (Answer | undefined)[]; columns: [] } {
  const given = tinyPack.questions.map(({ id }): Answer | undefined => {
    const answer = answers[id];
    if (answer === undefined) return undefined;
    return typeof answer === 'number' ? { kind: 'number', value: answer } : { kind: 'date', day: dayNumber(answer) ?? 0 };
  });
  return { answers: given, columns: [] };
}

function clock(answers: Readonly<Record<string, number | string>>, outcome: 'waiting' | 'no-reply' = 'no-reply'): Clock {
  return clockOf(tinyPack, waiting, reading(answers), outcome);
}

describe('the clock', () => {
  test('counts the days since the interview', () => {
    expect(clock({ 'days-since-interview': 12 })).toEqual({ days: 12, promised: false, said: true });
    expect(clock({ 'days-since-interview': 0 })).toEqual({ days: 0, promised: false, said: true });
  });

  test('assumes what the outcome stands for where nothing was said', () => {
    expect(clock({})).toEqual({ days: 21, promised: false, said: false });
    expect(clock({}, 'waiting')).toEqual({ days: 4, promised: false, said: false });
    expect(clock({ 'interview-date': '2026-11-10' })).toEqual({ days: 21, promised: false, said: false });
  });

  test('counts from a promised day on, where one was named, and never below nothing', () => {
    expect(clock({ 'days-since-interview': 12, 'days-past-promise': 5 })).toEqual({ days: 5, promised: true, said: true });
    expect(clock({ 'days-since-interview': 12, 'days-past-promise': -5 })).toEqual({ days: 0, promised: true, said: true });
  });

  test('has not started where they wait for a promised day, without a today', () => {
    expect(clock({ 'promised-date': '2026-11-20' }, 'waiting')).toEqual({ days: 0, promised: true, said: false });
    expect(clock({ 'promised-date': '2026-11-20', 'interview-date': '2026-11-01' }, 'waiting')).toEqual({ days: 0, promised: true, said: false });
  });

  test('is past that day where nothing came, by a day at least', () => {
    expect(clock({ 'promised-date': '2026-11-20' })).toEqual({ days: 1, promised: true, said: false });
    expect(clock({ 'promised-date': '2026-11-20', 'interview-date': '2026-11-10' })).toEqual({ days: 11, promised: true, said: false }); // 21 days after the interview
    expect(clock({ 'promised-date': '2026-12-10', 'interview-date': '2026-11-10' })).toEqual({ days: 1, promised: true, said: false });
  });
});

describe('asking is fair', () => {
  const overdue = (pack: Pack, answers: Readonly<Record<string, number>>, outcome: 'waiting' | 'no-reply'): boolean =>
    isOverdue(engineOf(pack).baseline.prepared, reading(answers), outcome);
  const patient: Pack = { ...tinyPack, waiting };

  test('a week after the interview, or the day after the promised one', () => {
    expect([fairToAsk(false), fairToAsk(true)]).toEqual([7, 1]);
    expect([6, 7].map(days => overdue(patient, { 'days-since-interview': days }, 'waiting'))).toEqual([false, true]);
    expect([0, 1].map(days => overdue(patient, { 'days-past-promise': days }, 'no-reply'))).toEqual([false, true]);
  });

  test('by the outcome, where a pack does not speak of waiting', () => {
    expect([overdue(tinyPack, {}, 'no-reply'), overdue(tinyPack, {}, 'waiting')]).toEqual([true, false]);
  });
});

describe('of a question that counts days', () => {
  test('the day is that of the date it counts from, where that was answered', () => {
    const day = dayNumber('2026-11-10');
    const given = reading({ 'interview-date': '2026-11-10', 'questions-asked': 2 });
    expect([SINCE, PAST, indexOf('questions-asked'), indexOf('stage'), undefined].map(index => dayCountedFrom(tinyPack, index, given))).toEqual([day, undefined, undefined, undefined, undefined]);
    const odd = { answers: given.answers.map((answer, index) => (index === indexOf('interview-date') ? { kind: 'not-asked' as const } : answer)), columns: [] };
    expect(dayCountedFrom(tinyPack, SINCE, odd)).toBeUndefined();
  });

  test('a number is known where a number was answered', () => {
    const given = reading({ 'interview-date': '2026-11-10', 'questions-asked': 2 });
    expect(['questions-asked', 'interview-date', 'stage'].map(id => numberAt(given, indexOf(id)))).toEqual([2, undefined, undefined]);
    expect(numberAt(given, undefined)).toBeUndefined();
  });
});
