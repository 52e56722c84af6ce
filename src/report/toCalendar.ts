import { fillMessage } from '../plan/fillMessage.ts';
import type { ScheduleStep, StepKind } from '../plan/schedule.ts';
import { orDiagnosisError } from '../base/errors.ts';
import type { Checked, ProblemCode } from '../base/problem.ts';
import { isoDate } from '../base/calendar.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { readDiagnosis, unlessBroken } from '../diagnosis/readDiagnosis.ts';
import { stepTexts } from './coach/planSection.ts';
import { readReportOptions } from './reportOptions.ts';
import { printable } from './format/wrap.ts';

const summaries: Readonly<Record<StepKind, string>> = {
  recovery: 'Send your message',
  'thank-you': 'Send a thank-you note',
  'check-in': 'Check in once',
  'last-message': 'Write one last message',
  'let-go': 'Let it go',
};

/** The options of `toCalendar`. */
export interface CalendarOptions {
  /** What tells this wait from others of one person, as the employer's name: 1 to 80 letters, whose case and spaces tell nothing apart. Two waits without one that began on one day are one. */
  readonly label?: string | undefined;
}

/**
 * The schedule of a diagnosis as a calendar file (iCalendar): an all-day, private event for each step, which leaves
 * the day free. The same step of the same wait has the same name each time, so a file that is opened again, on another
 * day or with another version of the pack, moves events and doubles none.
 *
 * @throws DiagnosisError for anything but a diagnosis of this version; with a problem `no-schedule` when there are no
 *   days to name: something has been heard, or neither the day of asking nor the days since the interview were given.
 *   A calendar without events is none.
 *
 * Source: RFC 5545, Internet Calendaring and Scheduling Core Object Specification (2009).
 *
 * @example
 * const diagnosis = diagnose({ outcome: 'waiting', 'interview-date': '2026-11-10' }, { asOf: '2026-11-12' });
 * toCalendar(diagnosis, { label: 'The bakery' }).includes('SUMMARY:Check in once (The bakery)'); // true
 */
export function toCalendar(diagnosis: Diagnosis, options: CalendarOptions = {}): string {
  return orDiagnosisError(safeToCalendar(diagnosis, options));
}

/**
 * As `toCalendar`, for a diagnosis and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * const result = safeToCalendar(diagnose({ outcome: 'rejected' }));
 * result.ok ? [] : result.problems.map(({ code }) => code); // ['no-schedule']
 */
export function safeToCalendar(diagnosis: unknown, options: unknown = {}): Checked<string> {
  const read = readDiagnosis(diagnosis);
  if (!read.ok) return read;
  const known = readReportOptions(options, ['label']);
  return known.ok ? unlessBroken('diagnosis', () => calendarOf(read.value, known.value.label ?? '')) : known;
}

function calendarOf(diagnosis: Diagnosis, label: string): Checked<string> {
  const { schedule, silence, asOf } = diagnosis;
  const dated = schedule.filter(isDated);
  const [first] = dated;
  if (schedule.length === 0) return refusal('there is nothing to put into a calendar, as nothing is left to wait for', 'a calendar is for those who have heard nothing: outcome no-reply or waiting', 'outcome');
  const guessed = asOf === null && silence?.assumed !== false;
  if (first === undefined || guessed) return refusal('there is no day to count from', 'give the day of the interview, and the day that counts as today: asOf, or --as-of', 'interview-date');
  const today = asOf === null ? dayOf(first.date) - first.inDays : dayOf(asOf);
  const words = diagnosis.plan.message && fillMessage(diagnosis.plan.message).text;
  const message = dated.find(({ kind }) => kind !== 'let-go');
  const wait = waitOf(diagnosis, label);
  return {
    ok: true,
    value: [
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//afterview//afterview//EN', 'CALSCALE:GREGORIAN',
      ...dated.flatMap(step => eventOf(step, wait, label, today, step === message ? words : null)),
      'END:VCALENDAR',
    ].map(line => `${folded(line)}\r\n`).join(''),
  };
}

/** The day on which the interview was, or the clock began, and the label: what one wait keeps from day to day. */
function waitOf({ answers, silence }: Diagnosis, label: string): string {
  const day = (Object.hasOwn(answers, 'interview-date') ? answers['interview-date'] : undefined) ?? silence?.askFrom ?? 'undated';
  const name = encodeURIComponent(label.trim().replaceAll(/\s+/gu, ' ').normalize('NFC').toLowerCase().replaceAll(/\p{Cs}/gu, '\ufffd'));
  return [String(day), ...(name === '' ? [] : [name])].join('-');
}

type DatedStep = ScheduleStep & { readonly date: string };

function isDated(step: ScheduleStep): step is DatedStep {
  return step.date !== null;
}

function refusal(message: string, hint: string, question: string): Checked<string> {
  const code: ProblemCode = 'no-schedule';
  return { ok: false, problems: [{ code, message, hint, path: [question] }] };
}

function eventOf({ kind, date }: DatedStep, wait: string, label: string, today: number, words: string | null): readonly string[] {
  const uid = `${kind}-${wait}`;
  const description = [stepTexts[kind], ...(words === null ? [] : [`Words that you could use: “${printable(words)}”`])];
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}@afterview`,
    `DTSTAMP:${compact(isoDate(today))}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(isoDate(dayOf(date) + 1))}`,
    `SUMMARY:${escaped(label.trim() === '' ? summaries[kind] : `${summaries[kind]} (${label.trim()})`)}`,
    `DESCRIPTION:${description.map(escaped).join('\\n\\n')}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Day number of a day of the schedule, which may lie in the 23rd century. */
function dayOf(iso: string): number {
  return Date.parse(iso) / MILLISECONDS_A_DAY;
}

function compact(iso: string): string {
  return iso.replaceAll('-', '');
}

/** A text as a value (section 3.3.11): nothing in it ends the line or the value, and half a sign becomes a replacement sign. */
function escaped(text: string): string {
  return printable(text).replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\p{Cs}/gu, '\ufffd');
}

const MOST_OCTETS = 75;

/** A line in pieces of 75 octets at most, each but the first after a blank (section 3.1); no sign is cut in two. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const sign of line) {
    const size = octetsOf(sign.codePointAt(0) ?? 0);
    if (octets + size > MOST_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += sign;
    octets += size;
  }
  return text;
}

/** How many octets a code point takes in UTF-8. */
function octetsOf(codePoint: number): number {
  return 1 + [0x80, 0x800, 0x10000].filter(start => codePoint >= start).length;
}
