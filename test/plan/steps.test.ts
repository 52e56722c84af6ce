import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/base/calendar.ts';
import { type Contact, scheduleOf } from '../../src/plan/schedule.ts';

/** From Friday, 20 November 2026, the day after an interview. */
const fresh: Contact = { today: dayNumber('2026-11-20') ?? 0, daysSinceInterview: 1, askIn: 6, letGoIn: 27, thanked: true, followUps: 0, recovering: false };

function steps(contact: Partial<Contact>): readonly string[] {
  return scheduleOf({ ...fresh, ...contact }).map(({ kind, date, inDays }) => `${kind} ${date?.slice(5) ?? ''} in ${inDays}`);
}

describe('of the steps of waiting', () => {
  test('letting go comes a week after the last message, however early that day would be', () => {
    expect(steps({ thanked: false, letGoIn: 1 })).toEqual(['thank-you 11-20 in 0', 'check-in 11-26 in 6', 'last-message 12-03 in 13', 'let-go 12-10 in 20']);
    expect(steps({ followUps: 1, letGoIn: 1 })).toEqual(['last-message 12-03 in 13', 'let-go 12-10 in 20']);
  });

  test('a last message that falls on a weekend waits for Monday, too', () => {
    expect(steps({ followUps: 1, askIn: 1 })[0]).toBe('last-message 11-30 in 10'); // eight days from Friday are a Saturday
  });

  test('thanks and letting go may fall on any day', () => {
    expect(steps({ today: dayNumber('2026-11-21') ?? 0, thanked: false })[0]).toBe('thank-you 11-21 in 0');
    expect(steps({ followUps: 2, letGoIn: 1 })).toEqual(['let-go 11-21 in 1']);
  });

  test('messages rest from Christmas Eve to New Year’s Day', () => {
    const advent = dayNumber('2026-12-18') ?? 0;
    expect([5, 6].map(askIn => steps({ today: advent, askIn })[0])).toEqual(['check-in 12-23 in 5', 'check-in 01-04 in 17']);
    expect(steps({ today: dayNumber('2025-12-29') ?? 0, askIn: 3 })[0]).toBe('check-in 01-02 in 4'); // a Friday, after New Year’s Day
  });

  test('nobody is thanked where it is not known how long ago it was', () => {
    expect(steps({ thanked: false, daysSinceInterview: null })[0]).toMatch(/^check-in/);
    expect(steps({ thanked: null })[0]).toMatch(/^check-in/);
  });

  test('parts of a day count as a whole one, and nothing is in the past', () => {
    expect(steps({ askIn: 5.2 })[0]).toBe('check-in 11-26 in 6');
    expect(steps({ askIn: -3 })[0]).toBe('check-in 11-20 in 0');
    expect(steps({ letGoIn: -3 })).toEqual(['let-go 11-20 in 0']);
  });
});
