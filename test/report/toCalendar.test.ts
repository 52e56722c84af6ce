import fc from 'fast-check';
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, test } from 'vitest';
import { diagnose, safeDiagnose } from '../../src/api/diagnose.ts';
import { isoDate } from '../../src/base/calendar.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { printable } from '../../src/report/format/wrap.ts';
import { safeToCalendar, toCalendar } from '../../src/report/toCalendar.ts';

const waiting = diagnose({ outcome: 'waiting', 'interview-date': '2026-11-20', 'thank-you': 'none' }, { asOf: '2026-11-22' });

/** The words to send, and the pack, as somebody else's pack may have them. */
function saying(words: string, hash = waiting.pack.hash): Diagnosis {
  const message = { occasion: 'thank-you', date: null, inDays: 0, parts: [{ place: 'words', fix: null, text: [words] }], blanks: [] } as const;
  return { ...waiting, pack: { ...waiting.pack, hash }, plan: { ...waiting.plan, message } };
}

/** Events as another program reads them. */
function eventsIn(text: string): readonly ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map(event => new ICAL.Event(event));
}

function valueOf(event: ICAL.Event, property: string): string {
  return String(event.component.getFirstPropertyValue(property));
}

const octets = (text: string): number => new TextEncoder().encode(text).length;

describe('the schedule as a calendar, read by another program', () => {
  test('has an all-day event for each step, on its day', () => {
    expect(eventsIn(toCalendar(waiting)).map(event => [event.summary, event.startDate.toString(), event.endDate.toString(), event.startDate.isDate])).toEqual([
      ['Send a thank-you note', '2026-11-22', '2026-11-23', true],
      ['Check in once', '2026-11-27', '2026-11-28', true],
      ['Write one last message', '2026-12-04', '2026-12-05', true],
      ['Let it go', waiting.schedule.at(-1)?.date, expect.any(String), true],
    ]);
    expect(waiting.schedule).toHaveLength(4);
  });

  test('says what to do, with the words to send at the first message only', () => {
    const descriptions = eventsIn(toCalendar(saying('Thank you; it was good, really.'))).map(event => event.description);
    expect(descriptions.slice(0, 2)).toEqual([
      'Send a short thank-you note with something from your conversation.\n\nWords that you could use: “Thank you; it was good, really.”',
      'Check in once, in a few friendly lines.',
    ]);
  });

  test('was made on the day of asking, is private, and leaves each day free', () => {
    for (const event of eventsIn(toCalendar(waiting))) {
      expect(['dtstamp', 'class', 'transp'].map(property => valueOf(event, property))).toEqual(['2026-11-22T00:00:00Z', 'PRIVATE', 'TRANSPARENT']);
    }
  });

  test('names its version and its maker', () => {
    const calendar = new ICAL.Component(ICAL.parse(toCalendar(waiting)) as unknown[]);
    expect([calendar.name, calendar.getFirstPropertyValue('version'), calendar.getFirstPropertyValue('prodid')]).toEqual(['vcalendar', '2.0', '-//afterview//afterview//EN']);
  });

  const uidsIn = (diagnosis: Diagnosis, label?: string): readonly string[] => eventsIn(toCalendar(diagnosis, { label })).map(({ uid }) => uid);

  test('exported on nine days, and by another version of the pack, it is still four events', () => {
    const days = Array.from({ length: 9 }, (_, day) => diagnose({ outcome: 'waiting', 'interview-date': '2026-11-20', 'thank-you': 'none' }, { asOf: isoDate(20779 + day) }));
    expect(days[0]?.asOf).toBe('2026-11-22');
    const uids = new Set(days.flatMap(each => uidsIn({ ...each, pack: { ...each.pack, hash: 'f'.repeat(64) } })));
    expect([...uids].sort()).toEqual(['check-in-2026-11-20@afterview', 'last-message-2026-11-20@afterview', 'let-go-2026-11-20@afterview', 'thank-you-2026-11-20@afterview']);
  });

  test('two employers on one day are kept apart by their labels, in letters of any script', () => {
    const labels = ['Acme', 'Beta', '株式会社', 'अ', 'Acme & Sons'];
    expect(new Set(labels.flatMap(label => uidsIn(waiting, label))).size).toBe(4 * labels.length);
    expect(uidsIn(waiting, ' acme  inc ')).toEqual(uidsIn(waiting, 'Acme Inc'));
    expect(eventsIn(toCalendar(waiting, { label: 'Acme, Inc.' }))[1]?.summary).toBe('Check in once (Acme, Inc.)');
    for (const uid of uidsIn(waiting, '株式会社')) expect(uid).toMatch(/^[\x21-\x7e]+$/);
  });

  test('whatever their labels, two that differ in more than case and spaces are never one', () => {
    const label = fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }).filter(text => /\S/u.test(text));
    const told = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ').normalize('NFC').toLowerCase();
    fc.assert(fc.property(label, fc.oneof(label, fc.constantFrom('株', 'u682a', 'acme inc', 'acme-inc', 'acme, inc.', '!!', '?')), (one, other) => {
      fc.pre([one, other].every(text => Array.from(text).length <= 80));
      expect(uidsIn(waiting, one).join() === uidsIn(waiting, other).join()).toBe(told(one) === told(other));
    }), { examples: [['株', 'u682a'], ['!!', '?'], ['acme inc', 'acme-inc']], numRuns: 50 });
  });

  test('another program reads the same events', () => {
    const text = toCalendar(waiting, { label: 'Acme, Inc.; 株' });
    const other = convertIcsCalendar(undefined, text).events ?? [];
    expect(other).toHaveLength(4);
    expect(other.map(({ uid, summary, description, start, end }) => ({ uid, summary, description, start: [start.type, start.date.toISOString().slice(0, 10)], end: end?.date.toISOString().slice(0, 10) })))
      .toEqual(eventsIn(text).map(({ uid, summary, description, startDate, endDate }) => ({ uid, summary, description, start: ['DATE', startDate.toString()], end: endDate.toString() })));
  });

  test.each([[''], [' '], ['x'.repeat(81)], [5]])('a label that is none is refused: %j', label => {
    expect(safeToCalendar(waiting, { label })).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind', path: ['label'] }] });
  });
});

describe('the file is as RFC 5545 has it', () => {
  test('to the letter', () => {
    const [step] = waiting.schedule;
    const one = { ...waiting, plan: { ...waiting.plan, message: null }, schedule: step ? [step] : [] };
    expect(toCalendar(one).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//afterview//afterview//EN', 'CALSCALE:GREGORIAN', 'BEGIN:VEVENT',
      'UID:thank-you-2026-11-20@afterview',
      'DTSTAMP:20261122T000000Z', 'DTSTART;VALUE=DATE:20261122', 'DTEND;VALUE=DATE:20261123', 'SUMMARY:Send a thank-you note',
      'DESCRIPTION:Send a short thank-you note with something from your conversati', ' on.', 'CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', '',
    ]);
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('a', ' ', 'é', '面', '🙂', '👩🏽‍💻', '\\', ';', ',', ':', '"', '\n', '\r\n', '\u2028', '\u0000', '\u001b', '\ud800', '\udc00', 'END:VEVENT', 'BEGIN:VCALENDAR'), maxLength: 200 }),
  );

  test('whatever the words: lines of 75 octets at most, ended by CR and LF, no sign cut in two, nothing else that ends a line', () => {
    fc.assert(fc.property(hostile, words => {
      const text = toCalendar(saying(words));
      const lines = text.split('\r\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) {
        expect(octets(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\u0000-\u001f\u007f]|\p{Cs}/u);
        expect(line).toMatch(/^(?: |[A-Z]+[:;])/);
      }
    }), { numRuns: 500 });
  });

  test('whatever the words: another program reads them as they were, but for what steers a terminal', () => {
    fc.assert(fc.property(hostile, words => {
      const events = eventsIn(toCalendar(saying(words)));
      expect(events).toHaveLength(4);
      const shown = printable(words).replaceAll(/ +/g, ' ').trim().replaceAll(/\p{Cs}/gu, '\ufffd');
      expect(events[0]?.description.split('\n\n')[1]).toBe(`Words that you could use: “${shown}”`);
    }), { numRuns: 500 });
  });

  test('a long text is folded where it has to be, and not before', () => {
    const lines = toCalendar(saying('面'.repeat(100))).split('\r\n');
    const first = lines.findIndex(line => line.startsWith('DESCRIPTION'));
    for (const line of lines.slice(first, first + 4)) expect(octets(line)).toBeGreaterThan(75 - 3);
  });

  test('backslashes, semicolons and commas are escaped, colons and quotes are not', () => {
    const unfolded = toCalendar(saying('a;b,c\\d:"e"')).replaceAll('\r\n ', '');
    expect(unfolded).toContain('\\n\\nWords that you could use: “a\\;b\\,c\\\\d:"e"”\r\n');
  });

  test('a label cannot add a line', () => {
    const text = toCalendar(waiting, { label: 'a\r\nATTENDEE:mailto:x@example.org' });
    expect(text.split('\r\n').filter(line => line.startsWith('ATTENDEE'))).toEqual([]);
    expect(eventsIn(text)[0]?.uid).toBe('thank-you-2026-11-20-a%20attendee%3Amailto%3Ax%40example.org@afterview');
  });

  test('for every day, up to the last that can be given', () => {
    fc.assert(fc.property(fc.integer({ min: -25_567, max: 84_005 }), fc.nat(60), (today, days) => {
      const result = safeDiagnose({ outcome: 'no-reply', 'interview-date': isoDate(today - days) }, { asOf: isoDate(today) });
      if (!result.ok) return;
      const events = eventsIn(toCalendar(result.value));
      expect(events.map(({ startDate }) => startDate.toString())).toEqual(result.value.schedule.map(({ date }) => date));
      for (const { startDate, endDate } of events) expect(endDate.subtractDate(startDate).toSeconds()).toBe(86_400);
    }), { numRuns: 100 });
  });
});

describe('a calendar of nothing is a problem', () => {
  test('when something has been heard', () => {
    expect(safeToCalendar(diagnose({ outcome: 'rejected', 'interview-date': '2026-11-10' }, { asOf: '2026-11-22' }))).toEqual({ ok: false, problems: [{
      code: 'no-schedule', message: 'there is nothing to put into a calendar, as nothing is left to wait for', hint: 'a calendar is for those who have heard nothing: outcome no-reply or waiting', path: ['outcome'],
    }] });
  });

  test('when there is no day to count from', () => {
    const problem = { code: 'no-schedule', message: 'there is no day to count from', hint: 'give the day of the interview, and the day that counts as today: asOf, or --as-of', path: ['interview-date'] };
    for (const answers of [{ 'days-since-interview': 2 }, { 'interview-date': '2026-11-20' }] as const) {
      expect(safeToCalendar(diagnose({ outcome: 'waiting', ...answers }))).toEqual({ ok: false, problems: [problem] });
    }
  });

  test('but not when the days since the interview tell what day it is', () => {
    const text = toCalendar(diagnose({ outcome: 'waiting', 'interview-date': '2026-11-20', 'days-since-interview': 2, 'thank-you': 'none' }));
    expect(eventsIn(text).map(event => [valueOf(event, 'dtstamp'), event.startDate.toString()])[0]).toEqual(['2026-11-22T00:00:00Z', '2026-11-22']);
  });
});
