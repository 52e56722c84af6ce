import { isoDate } from '../base/calendar.ts';

/** What a contact is for: `recovery` puts something right at once. Nothing comes after letting go. */
export type StepKind = 'recovery' | 'thank-you' | 'check-in' | 'last-message' | 'let-go';

/** One thing to do on one day. */
export interface ScheduleStep {
  readonly kind: StepKind;
  /** `YYYY-MM-DD`; messages never fall on a weekend or between Christmas and New Year. `null` when no date was given to count from. */
  readonly date: string | null;
  /** Days from the day of asking; 0 is today, and nothing is put into the past. */
  readonly inDays: number;
}

/** What is known of the contact with an employer who has not answered. Days are counted from today. */
export interface Contact {
  /** Day number of today, where it is known; otherwise steps have no dates. */
  readonly today: number | null;
  readonly daysSinceInterview: number | null;
  /** Days until asking is fair; 0 or less when it is already. */
  readonly askIn: number;
  /** Days until letting go; 0 or less when that day has come. */
  readonly letGoIn: number;
  readonly thanked: boolean | null;
  /** Messages and calls after a thank-you note. */
  readonly followUps: number;
  /** Whether there is something to put right: that goes out today, and is the thank-you note as well. */
  readonly recovering: boolean;
}

/** After a thank-you note two messages are what anyone should get: a check-in and a last one. */
export const MOST_FOLLOW_UPS = 2;
/** A thank-you note a week later would be a check-in. */
const LATEST_THANKS = 7;
/** After a thank-you note it rests for some days; between two messages that ask, for a week. */
const REST = 3;
const BETWEEN = 7;

/** The steps that remain, in order: at most a thank-you note or something put right, one check-in, one last message, and then letting go. */
export function scheduleOf(contact: Contact): readonly ScheduleStep[] {
  const { thanked, followUps, daysSinceInterview, askIn, letGoIn, recovering } = contact;
  const steps: ScheduleStep[] = [];
  const put = (kind: StepKind, inDays: number): ScheduleStep => {
    const step = onWeekday(contact.today, kind, Math.max(0, Math.ceil(inDays)));
    steps.push(step);
    return step;
  };
  const open = letGoIn > 0;
  const thankful = thanked === false && daysSinceInterview !== null && daysSinceInterview <= LATEST_THANKS;
  const first = open && followUps === 0 && (recovering || thankful) ? put(recovering ? 'recovery' : 'thank-you', 0) : null;
  const left = open ? Math.max(0, MOST_FOLLOW_UPS - followUps) : 0;
  const rested = first ? first.inDays + REST : 0;
  const asking = left === 0 ? null : put(left === 2 ? 'check-in' : 'last-message', Math.max(rested, left === 2 ? askIn : askIn + BETWEEN));
  if (left === 2 && asking) put('last-message', asking.inDays + BETWEEN);
  put('let-go', left > 0 ? Math.max(letGoIn, (steps.at(-1)?.inDays ?? 0) + BETWEEN) : letGoIn);
  return steps;
}

/** Moves a message to the next working day; a thank-you note and letting go may fall on any day. */
function onWeekday(today: number | null, kind: StepKind, inDays: number): ScheduleStep {
  if (today === null) return { kind, date: null, inDays };
  const day = kind === 'check-in' || kind === 'last-message' ? workday(today + inDays) : today + inDays;
  return { kind, date: isoDate(day), inDays: day - today };
}

/** The first day from here on that is neither on a weekend nor from Christmas Eve to New Year's Day. */
function workday(day: number): number {
  return isWeekend(day) || isYearEnd(day) ? workday(day + 1) : day;
}

/** Day 0 of the count, 1970-01-01, was a Thursday. */
function isWeekend(day: number): boolean {
  return [0, 6].includes((((day + 4) % 7) + 7) % 7);
}

function isYearEnd(day: number): boolean {
  const monthDay = isoDate(day).slice(-5);
  return monthDay >= '12-24' || monthDay <= '01-01';
}
