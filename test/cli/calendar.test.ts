import ICAL from 'ical.js';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../src/api/diagnose.ts';
import { toCalendar } from '../../src/report/toCalendar.ts';
import { afterview, scratch } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

function write(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content, null, 2));
  return file;
}

function summariesIn(text: string): readonly string[] {
  return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map(event => new ICAL.Event(event).summary);
}

const answers = { outcome: 'waiting', 'thank-you': 'none' } as const;
const dated = write('dated.json', { asOf: '2026-11-22', interview: { date: '2026-11-20' }, answers });
const undated = write('undated.json', { interview: { date: '2026-11-20' }, answers });
const heard = write('heard.json', { interviews: [{ answers }, { answers: { outcome: 'rejected' } }] });
const expected = toCalendar(diagnose({ ...answers, 'interview-date': '2026-11-20' }, { asOf: '2026-11-22' }));

/** `YYYYMMDD`, where this machine stands. */
function todayByTheClock(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('');
}

describe('--format ics', () => {
  test('prints the calendar of the library, and nothing else', async () => {
    expect(await afterview(['diagnose', dated, '--format', 'ics'])).toEqual({ code: 0, stdout: expected, stderr: '' });
  });

  test('writes it to a file that another program opens', async () => {
    const out = join(folder, 'wait.ics');
    expect(await afterview(['diagnose', dated, '--format', 'ics', '--out', out])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(summariesIn(readFileSync(out, 'utf8'))).toEqual(['Send a thank-you note', 'Check in once', 'Write one last message', 'Let it go']);
  });

  test('counts from the day of the option where the file has none', async () => {
    expect(await afterview(['diagnose', undated, '--format', 'ics', '--as-of', '2026-11-22'])).toMatchObject({ code: 0, stdout: expected });
  });

  test('counts up to the day on the clock where neither says which day is today', async () => {
    const { code, stdout } = await afterview(['diagnose', undated, '--format', 'ics']);
    expect({ code, stamped: /DTSTAMP:(\d{8})/.exec(stdout)?.[1] }).toEqual({ code: 0, stamped: todayByTheClock() });
  });

  test('once something has been heard there is none, and the answer that says so is shown', async () => {
    const { code, stdout, stderr } = await afterview(['diagnose', heard, '--format', 'ics']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/heard\.json:11:20 no-schedule: there is nothing to put into a calendar, as nothing is left to wait for\n.+"outcome": "rejected"\n/);
  });
});

describe('a funnel in an answers file', () => {
  test('is part of the report', async () => {
    const file = write('funnel.json', { answers: { outcome: 'rejected' }, funnel: { 'first-interviews': 10, 'second-interviews': 0 } });
    expect((await afterview(['diagnose', file])).stdout).toContain('It stops at the first interview');
    expect((await afterview(['diagnose', file, '--for', 'coach'])).stdout).toContain('Where your search stops\nTen first interviews and no second interview: with the usual rates that happens\nto about 3 in 100 people.');
  });

  test('with a slip is a problem at its place', async () => {
    const file = write('slip.json', { answers: { outcome: 'rejected' }, funnel: { sent: 5, screens: 6 } });
    expect(await afterview(['diagnose', file])).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/slip\.json:7:16 contradiction: 6 for “screens” is more than 5 for “sent”\n/) as string });
  });
});
