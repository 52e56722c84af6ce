import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/answers/outcome.ts';
import type { Fix, Pack } from '../../src/pack/pack.ts';
import { occasions } from '../../src/pack/words.ts';
import { fillMessage, safeFillMessage } from '../../src/plan/fillMessage.ts';
import { type Message, messageFor } from '../../src/plan/message.ts';
import type { ScheduleStep } from '../../src/plan/schedule.ts';
import { tinyPack } from '../tinyPack.ts';
import { nowTaking } from './fixing.ts';

/** A message for each occasion, which says what it is for. */
const pack: Pack = { ...tinyPack, messages: Object.fromEntries(occasions.map(occasion => [occasion, [{ place: 'words', words: [{ pieces: [[`For ${occasion}.`]] }] }]])) };

function messageOn(outcome: Outcome, kind: ScheduleStep['kind'] | null, now: readonly Fix[] = [], today: number | null = null): Message | null {
  const schedule = kind === null ? null : [{ kind, date: '2026-12-08', inDays: 8 }];
  return messageFor({ pack, reading: { answers: [], columns: [] }, outcome, today, now: now.map(fix => ({ cause: 0, fix })), schedule, question: null });
}

function said(message: Message | null): string | null {
  return message && fillMessage(message).text;
}

describe('a message is for what is due', () => {
  test.each<[outcome: Outcome, kind: ScheduleStep['kind'] | null, occasion: string | null]>([
    ['advanced', null, 'after-a-yes'], ['rejected', null, 'after-a-no'], ['cancelled', null, 'after-a-no'],
    ['no-reply', 'check-in', 'check-in'], ['waiting', 'thank-you', 'thank-you'], ['waiting', 'recovery', 'recovery'], ['no-reply', 'last-message', 'last-message'],
    ['no-reply', 'let-go', null], ['waiting', null, null], [null, 'check-in', null], ['rejected', 'check-in', 'after-a-no'], ['advanced', 'check-in', 'after-a-yes'],
  ])('%s, %s: %s', (outcome, kind, occasion) => {
    const message = messageOn(outcome, kind);
    expect([message?.occasion ?? null, said(message)]).toEqual([occasion, occasion && `For ${occasion}.`]);
  });

  test('today after an answer, and on its day before', () => {
    expect(messageOn('advanced', null, [], 20_787)).toMatchObject({ date: '2026-11-30', inDays: 0 });
    expect(messageOn('advanced', null)).toMatchObject({ date: null, inDays: 0 });
    expect(messageOn('waiting', 'check-in', [], 20_787)).toMatchObject({ date: '2026-12-08', inDays: 8 });
  });

  test('in the words of a fix where it has some, and else in those of the pack', () => {
    const words = (text: string): Fix => ({ ...nowTaking('sorry', 0.5), say: [{ pieces: [[text]] }] });
    expect(said(messageOn('rejected', null, [words('I am sorry.')]))).toBe('I am sorry.');
    expect(said(messageOn('rejected', null, [words(' ')]))).toBe('For after-a-no.');
    expect(said(messageOn('rejected', null, [nowTaking('silent', 0.5)]))).toBe('For after-a-no.');
  });

  test('and with a question, unless it is known that nothing may be asked', () => {
    const asking: Pack = { ...pack, messages: { 'after-a-no': [{ place: 'question', asks: true, words: [{ pieces: [['Any feedback?']] }] }] }, askNothingIf: { test: 'chosen', question: 0, options: [1] } };
    const asked = (option: number): string | null => said(messageFor({ pack: asking, reading: { answers: [{ kind: 'choice', option }], columns: [] }, outcome: 'rejected', today: null, now: [], schedule: null, question: null }));
    expect([asked(0), asked(1)]).toEqual(['Any feedback?', null]);
  });

  test('and none where the pack has nothing for it', () => {
    expect(messageFor({ pack: { ...pack, messages: {} }, reading: { answers: [], columns: [] }, outcome: 'rejected', today: null, now: [], schedule: null, question: null })).toBeNull();
  });
});

describe('what cannot fill a blank is told', () => {
  const message: Message = {
    occasion: 'after-a-no', date: null, inDays: 0, parts: [{ place: 'thanks', fix: null, text: ['Thank you for ', { blank: 'their-time' }, '.'] }],
    blanks: [{ id: 'their-time', says: 'their time' }],
  };

  test.each<[filled: unknown, problem: object]>([
    [7, { code: 'not-an-object', message: 'filled must be an object', hint: 'pass filled as an object: { "what-they-said": "…" }', path: [] }],
    [{ 'their-tim': 'x' }, { code: 'unknown-key', message: 'the message has no blank “their-tim”', hint: 'did you mean “their-time”?', path: ['their-tim'] }],
    [{ 'their-time': 7 }, { code: 'wrong-kind', message: '“their-time” takes words, not 7', hint: '1 to 300 letters', path: ['their-time'] }],
    [{ 'their-time': ' ' }, { code: 'wrong-kind', message: '“their-time” takes words, not “ ”', hint: '1 to 300 letters', path: ['their-time'] }],
    [{ 'their-time': 'x'.repeat(301) }, { code: 'wrong-kind', hint: '1 to 300 letters', path: ['their-time'] }],
  ])('%j', (filled, problem) => {
    const result = safeFillMessage(message, filled);
    expect(result.ok ? [] : result.problems).toMatchObject([problem]);
  });

  test('and words fill it without blanks at their ends, up to 300 letters', () => {
    expect(fillMessage(message)).toEqual({ text: 'Thank you for [their time].', open: ['their-time'] });
    expect(fillMessage(message, { 'their-time': ' the hour ' })).toEqual({ text: 'Thank you for the hour.', open: [] });
    expect(fillMessage(message, { 'their-time': 'x'.repeat(300) }).open).toEqual([]);
  });
});
