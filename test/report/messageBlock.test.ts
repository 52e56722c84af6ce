import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/plan/message.ts';
import { messageBlock } from '../../src/report/messageBlock.ts';

const message: Message = {
  occasion: 'check-in', date: '2026-12-08', inDays: 8, blanks: [],
  parts: [{ place: 'thanks', fix: null, text: ['Thank you again.'] }, { place: 'question', fix: null, text: ['Where do things stand?'] }],
};

function leadOf(change: Partial<Message>, today: string | null = '2026-11-30'): string {
  const block = messageBlock({ ...message, ...change }, today);
  return block.kind === 'message' ? block.lead : '';
}

describe('a message', () => {
  test('is one text, with its day', () => {
    expect(messageBlock(message, '2026-11-30')).toEqual({ kind: 'message', lead: 'On Tuesday, 8 December, send this:', text: 'Thank you again. Where do things stand?', blanks: [] });
  });

  test.each<[Partial<Message>, string | null, string]>([
    [{ date: '2026-11-30', inDays: 0 }, '2026-11-30', 'Today, Monday, 30 November, send this:'],
    [{ date: '2026-12-01', inDays: 1 }, '2026-11-30', 'Tomorrow, Tuesday, 1 December, send this:'],
    [{ date: null, inDays: 0 }, null, 'Today, send this:'],
    [{ date: null, inDays: 1 }, null, 'Tomorrow, send this:'],
    [{ date: null, inDays: 2 }, null, 'In 2 days, send this:'],
    [{ date: '2027-01-04', inDays: 12 }, '2026-12-23', 'On Monday, 4 January 2027, send this:'],
  ])('%j: %s: %s', (change, today, lead) => {
    expect(leadOf(change, today)).toBe(lead);
  });

  test('that has gaps is unfinished and says so; each gap stands in its words, and as data beside the text', () => {
    const blanks = [{ id: 'their-work', says: 'something about their work' }, { id: 'a-day', says: 'a day' }];
    const gapped: Message = { ...message, blanks, parts: [{ place: 'interest', fix: 'a-fix', text: ['I liked ', { blank: 'their-work' }, ' on ', { blank: 'a-day' }, ', ', { blank: 'their-work' }, '.'] }] };
    expect(messageBlock(gapped, '2026-11-30')).toEqual({
      kind: 'message', lead: 'On Tuesday, 8 December, send this, with the gaps filled:', text: 'I liked [something about their work] on [a day], [something about their work].', blanks,
    });
  });
});
