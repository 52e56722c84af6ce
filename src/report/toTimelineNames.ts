import { dayInWords, dayNumber } from '../base/calendar.ts';
import type { DatedInterview } from '../diagnosis/timelineShape.ts';
import { capital, countInWords } from './section.ts';

/** What the interviews of a timeline are called within its sentences; an interview is an index. */
export interface Names {
  /** “9 February”, or “the second of them” where it has no day of its own. */
  readonly name: (interview: number) => string;
  /** “on 9 February and 30 March”; more than three of them: “five times, last on 30 March”. */
  readonly at: (interviews: readonly number[]) => string;
}

const MOST_LISTED = 3;

export function namesOf(interviews: readonly DatedInterview[]): Names {
  const dates = interviews.map(({ date }) => date);
  const year = new Set(dates.map(yearOf).filter(each => each !== '')).size > 1;
  const ownDay = (interview: number): string | null => {
    const date = dates[interview] ?? null;
    return date !== null && dates.filter(each => each === date).length === 1 ? date : null;
  };
  const name = (interview: number): string => {
    const date = ownDay(interview);
    return date === null ? `the ${ordinal(interview)} of them` : dayOf(date, year);
  };
  const at = (places: readonly number[]): string => {
    const on = (interview: number): string => `${ownDay(interview) === null ? 'at' : 'on'} ${name(interview)}`;
    if (places.length > MOST_LISTED) return `${countInWords(places.length)} times, last ${on(places.at(-1) ?? 0)}`;
    const dated = places.every(interview => ownDay(interview) !== null);
    return dated ? `on ${andList(places.map(name))}` : andList(places.map(on));
  };
  return { name, at };
}

/** “9 February 2026”, or what stands for it. */
export function whenOf({ date }: Pick<DatedInterview, 'date'>, interview: number): string {
  return date === null ? `${capital(ordinal(interview))}, no date` : dayOf(date, true);
}

/** “, from 12 January to 30 March 2026”; nothing where a day is missing, or all are one. */
export function rangeOf(interviews: readonly DatedInterview[]): string {
  const dates = interviews.flatMap(({ date }) => date ?? []);
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined || first === last || dates.length < interviews.length) return '';
  return ` from ${dayOf(first, yearOf(first) !== yearOf(last))} to ${dayOf(last, true)}`;
}

/** “one, two and three”. */
export function andList(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** “once”, “twice”, “three times”. */
export function timesInWords(count: number): string {
  return ['never', 'once', 'twice'][count] ?? `${countInWords(count)} times`;
}

function yearOf(date: string | null): string {
  return date?.slice(0, 4) ?? '';
}

/** Without the day of the week, which says nothing after months. */
function dayOf(date: string, year: boolean): string {
  const day = dayNumber(date);
  if (day === undefined) return date;
  return `${dayInWords(day).replace(/^\w+, /, '')}${year ? ` ${yearOf(date)}` : ''}`;
}

const ordinals = [
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth',
] as const;

function ordinal(interview: number): string {
  return ordinals[interview] ?? `${interview + 1}${endOf(interview + 1)}`;
}

/** 13th, 21st, 22nd, 23rd: from thirteen to a hundred. */
function endOf(count: number): string {
  return count < 20 ? 'th' : ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th';
}
