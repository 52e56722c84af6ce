import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Contact, scheduleOf } from '../../src/plan/schedule.ts';
import { dayNumber } from '../../src/base/calendar.ts';

const friday = dayNumber('2026-11-20') ?? 0;
const fresh: Contact = { today: friday, daysSinceInterview: 1, askIn: 6, letGoIn: 27, thanked: false, followUps: 0, recovering: false };

function datesOf(contact: Partial<Contact>): readonly string[] {
  return scheduleOf({ ...fresh, ...contact }).map(({ kind, date }) => `${kind} ${date}`);
}

describe('what to send, and when', () => {
  test('the day after: thanks today, one check-in after a week, one last a week later, then letting go', () => {
    expect(datesOf({})).toEqual(['thank-you 2026-11-20', 'check-in 2026-11-26', 'last-message 2026-12-03', 'let-go 2026-12-17']);
  });

  test('what was sent already counts', () => {
    expect(datesOf({ thanked: true })[0]).toBe('check-in 2026-11-26');
    expect(datesOf({ thanked: true, followUps: 1 })).toEqual(['last-message 2026-12-03', 'let-go 2026-12-17']);
    expect(datesOf({ thanked: true, followUps: 2 })).toEqual(['let-go 2026-12-17']);
    expect(datesOf({ thanked: true, followUps: 9 })).toEqual(['let-go 2026-12-17']);
  });

  test('a check-in that falls on a weekend waits for Monday', () => {
    expect(datesOf({ thanked: true, askIn: 1 })[0]).toBe('check-in 2026-11-23');
    expect(datesOf({ thanked: true, askIn: 2 })[0]).toBe('check-in 2026-11-23');
  });

  test('a check-in rests for three days after a thank-you note', () => {
    expect(datesOf({ daysSinceInterview: 7, askIn: 0 })).toEqual(['thank-you 2026-11-20', 'check-in 2026-11-23', 'last-message 2026-11-30', 'let-go 2026-12-17']);
    expect(datesOf({ today: friday + 3, daysSinceInterview: 3, askIn: 0 }).slice(0, 2)).toEqual(['thank-you 2026-11-23', 'check-in 2026-11-26']);
  });

  test('no message falls between Christmas and New Year', () => {
    const christmas = dayNumber('2026-12-18') ?? 0;
    expect(datesOf({ today: christmas, thanked: true, askIn: 7 })).toEqual(['check-in 2027-01-04', 'last-message 2027-01-11', 'let-go 2027-01-18']);
  });

  test('a thank-you note a week late is none any more', () => {
    expect(datesOf({ daysSinceInterview: 8 })[0]).toMatch(/^check-in/);
  });

  test('once the day to let go has come, nothing is sent', () => {
    expect(datesOf({ daysSinceInterview: 60, askIn: -53, letGoIn: -10 })).toEqual(['let-go 2026-11-20']);
  });

  test('what is to be put right goes out today, and is the thank-you note as well; a check-in rests for three days after it', () => {
    expect(datesOf({ recovering: true })).toEqual(['recovery 2026-11-20', 'check-in 2026-11-26', 'last-message 2026-12-03', 'let-go 2026-12-17']);
    expect(datesOf({ recovering: true, thanked: true, askIn: 0 }).slice(0, 2)).toEqual(['recovery 2026-11-20', 'check-in 2026-11-23']);
    expect(datesOf({ recovering: true, followUps: 1 })[0]).toMatch(/^last-message/);
    expect(datesOf({ recovering: true, letGoIn: 0 })).toEqual(['let-go 2026-11-20']);
  });

  test('without a date, days are counted from today', () => {
    expect(scheduleOf({ ...fresh, today: null })).toEqual([
      { kind: 'thank-you', date: null, inDays: 0 }, { kind: 'check-in', date: null, inDays: 6 },
      { kind: 'last-message', date: null, inDays: 13 }, { kind: 'let-go', date: null, inDays: 27 },
    ]);
  });
});

const contacts: fc.Arbitrary<Contact> = fc.record({
  today: fc.option(fc.integer({ min: 18000, max: 24000 })), daysSinceInterview: fc.option(fc.nat(200)), askIn: fc.integer({ min: -200, max: 60 }),
  letGoIn: fc.integer({ min: -200, max: 200 }), thanked: fc.option(fc.boolean()), followUps: fc.nat(10), recovering: fc.boolean(),
});

describe('for any contact so far', () => {
  test('never more than a thank-you note and two messages in all, in order, never in the past, and letting go comes last', () => {
    fc.assert(fc.property(contacts, contact => {
      const steps = scheduleOf(contact);
      const messages = steps.filter(({ kind }) => kind === 'check-in' || kind === 'last-message').length;
      expect(messages + Math.min(2, contact.followUps)).toBeLessThanOrEqual(2);
      expect(steps.at(-1)?.kind).toBe('let-go');
      steps.forEach(({ inDays }, index) => { expect(inDays).toBeGreaterThanOrEqual(index === 0 ? 0 : steps[index - 1]?.inDays ?? 0); });
    }));
  });

  test('no message falls on a weekend', () => {
    fc.assert(fc.property(contacts, contact => {
      for (const { kind, date } of scheduleOf(contact)) {
        if (date !== null && kind.endsWith('message')) expect([0, 6]).not.toContain(new Date(`${date}T12:00:00Z`).getUTCDay());
      }
    }));
  });
});
