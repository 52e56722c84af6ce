import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/base/problem.ts';
import type { Answer } from '../../src/pack/answer.ts';
import { dayNumber, isoDate } from '../../src/base/calendar.ts';
import { checkAnswers } from '../engineOf.ts';
import { tinyPack } from '../tinyPack.ts';

function reading(answers: unknown, asOf?: string): Readonly<Record<string, Answer | undefined>> {
  const checked = checkAnswers(tinyPack, answers, asOf);
  if (!checked.ok) throw new Error(checked.problems[0]?.message);
  return Object.fromEntries(tinyPack.questions.map(({ id }, index) => [id, checked.value.reading.answers[index]]));
}

function problemsOf(answers: unknown, asOf?: string): readonly Problem[] {
  const checked = checkAnswers(tinyPack, answers, asOf);
  return checked.ok ? [] : checked.problems;
}

describe('a day is YYYY-MM-DD and must exist', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-11-22', 20_779],
    ['1900-01-01', -25_567],
    ['2199-12-31', 84_005],
  ])('%s is day %i', (iso, day) => {
    expect(dayNumber(iso)).toBe(day);
    expect(isoDate(day)).toBe(iso);
  });

  test.each([
    ['29 February of a year without one', '2026-02-29'],
    ['29 February of 1900', '1900-02-29'],
    ['31 April', '2026-04-31'],
    ['month 13', '2026-13-01'],
    ['month 0', '2026-00-10'],
    ['day 0', '2026-01-00'],
    ['day 32', '2026-01-32'],
    ['a year before 1900', '1899-12-31'],
    ['a year after 2199', '2200-01-01'],
    ['a day with a time', '2026-11-22T00:00:00Z'],
    ['a day with a zone', '2026-11-22+02:00'],
    ['one digit for the month', '2026-1-02'],
    ['two digits for the year', '26-01-02'],
    ['the American order', '11/22/2026'],
    ['the German order', '22.11.2026'],
    ['spaces around it', ' 2026-11-22 '],
    ['a line end after it', '2026-11-22\n'],
    ['other digits', '２０２６-11-22'],
    ['a minus for a hyphen', '2026−11−22'],
    ['a week', '2026-W47-7'],
    ['words', 'yesterday'],
    ['nothing', ''],
  ])('%s is none', (_slip, text) => {
    expect(dayNumber(text)).toBeUndefined();
    expect(problemsOf({ 'interview-date': text })).toMatchObject([{ code: 'out-of-range', hint: 'write it as YYYY-MM-DD, without a time', path: ['interview-date'] }]);
  });

  test('every day from 1900 to 2199 follows the one before, with the days that each month has', () => {
    const days = Array.from({ length: 84_005 + 25_567 + 1 }, (_, index) => index - 25_567);
    const isos = days.map(isoDate);
    expect(isos.map(dayNumber)).toEqual(days);
    expect(new Set(isos).size).toBe(days.length);
    expect(isos).toEqual([...isos].sort());
    expect(isos.filter(iso => iso.endsWith('-02-29'))).toHaveLength(73); // 300 years / 4, but not 1900 and 2100
  });
});

describe('days are counted from a date to the day that counts as today', () => {
  test('where both are known', () => {
    expect(reading({ 'interview-date': '2026-11-10' }, '2026-11-22')['days-since-interview']).toEqual({ kind: 'number', value: 12 });
  });

  test('over the end of a month, of a leap February and of a year', () => {
    expect(reading({ 'interview-date': '2023-12-31' }, '2024-03-01')['days-since-interview']).toEqual({ kind: 'number', value: 61 });
  });

  test('to none on the day itself, and below none for a day that is still to come', () => {
    const answers = { outcome: 'waiting', 'interview-date': '2026-11-22', 'promised-date': '2026-11-30' };
    expect(reading(answers, '2026-11-22')).toMatchObject({ 'days-since-interview': { value: 0 }, 'days-past-promise': { value: -8 } });
  });

  test('but not without that day, as the library reads no clock', () => {
    expect(reading({ 'interview-date': '2026-11-10' })['days-since-interview']).toBeUndefined();
    expect(reading({ 'interview-date': '2026-11-10', 'days-since-interview': 3 })['days-since-interview']).toEqual({ kind: 'number', value: 3 });
  });

  test('and not without the date', () => {
    expect(reading({ 'days-since-interview': 3 }, '2026-11-22')['days-since-interview']).toEqual({ kind: 'number', value: 3 });
    expect(reading({ 'interview-date': 'unknown' }, '2026-11-22')['days-since-interview']).toBeUndefined();
  });

  test('and not from a date that was left out', () => {
    const answers = { outcome: 'rejected', 'promised-date': '2026-11-30', 'days-past-promise': 4 };
    expect(reading(answers, '2026-11-22')).toMatchObject({ 'promised-date': { kind: 'not-asked' }, 'days-past-promise': { value: 4 } });
  });

  test('an equal number of days may stand beside the date', () => {
    expect(problemsOf({ 'interview-date': '2026-11-10', 'days-since-interview': 12 }, '2026-11-22')).toEqual([]);
  });

  test('for every two days', () => {
    const day = fc.integer({ min: -25_567, max: 84_005 });
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 100 }), (from, days) => {
      fc.pre(from + days <= 84_005);
      expect(reading({ 'interview-date': isoDate(from) }, isoDate(from + days))['days-since-interview']).toEqual({ kind: 'number', value: days });
    }), { numRuns: 300, seed: 23 });
  });
});

describe('dates that cannot be are a contradiction', () => {
  test.each<[slip: string, answers: object, path: string, message: string, hint: string]>([
    ['an interview after today', { 'interview-date': '2026-12-01' }, 'interview-date', '2026-12-01 for “interview-date” is 9 days after the day of asking, 2026-11-22', 'check both days'],
    ['an interview tomorrow', { 'interview-date': '2026-11-23' }, 'interview-date', '2026-11-23 for “interview-date” is 1 day after the day of asking, 2026-11-22', 'check both days'],
    ['an interview longer ago than can be answered', { 'interview-date': '2026-08-13' }, 'interview-date', '2026-08-13 for “interview-date” is 101 days before the day of asking, 2026-11-22', 'check both days'],
    ['a number of days that is another', { 'interview-date': '2026-11-10', 'days-since-interview': 3 }, 'days-since-interview', '3 days for “days-since-interview”, but from 2026-11-10 to 2026-11-22 it is 12', 'leave one of “days-since-interview” and “interview-date” out'],
    ['one day instead of twelve', { 'interview-date': '2026-11-10', 'days-since-interview': 1 }, 'days-since-interview', '1 day for “days-since-interview”, but from 2026-11-10 to 2026-11-22 it is 12', 'leave one of “days-since-interview” and “interview-date” out'],
    ['news promised for a day before the interview', { outcome: 'waiting', 'interview-date': '2026-11-10', 'promised-date': '2026-11-09' }, 'promised-date', '2026-11-09 for “promised-date” is before “interview-date”, 2026-11-10', 'check both days'],
  ])('%s', (_slip, answers, path, message, hint) => {
    expect(problemsOf(answers, '2026-11-22')).toEqual([{ code: 'contradiction', message, hint, path: [path] }]);
  });

  test('the same day is not before', () => {
    expect(problemsOf({ outcome: 'waiting', 'interview-date': '2026-11-10', 'promised-date': '2026-11-10' })).toEqual([]);
  });

  test('a day before another is seen without any today', () => {
    expect(problemsOf({ outcome: 'waiting', 'interview-date': '2026-11-10', 'promised-date': '2026-11-09' })).toHaveLength(1);
  });

  test('a date that was left out contradicts nothing', () => {
    expect(problemsOf({ outcome: 'rejected', 'interview-date': '2026-11-10', 'promised-date': '2026-11-09' }, '2026-11-22')).toEqual([]);
  });

  test.each([['2026-02-30'], ['22.11.2026'], ['']])('“%s” is no day to count to', asOf => {
    expect(problemsOf({}, asOf)).toEqual([{ code: 'out-of-range', message: `“${asOf}” is no day`, hint: 'write asOf as YYYY-MM-DD, without a time', path: ['asOf'] }]);
  });
});
