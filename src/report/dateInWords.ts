import { dayInWords, dayNumber } from '../base/calendar.ts';

/** “Tuesday, 10 November”, with the year where it is not the one of today. Both dates are `YYYY-MM-DD`. */
export function dateInWords(date: string, today: string | null): string {
  const day = dayNumber(date);
  if (day === undefined) return date;
  const [year, thisYear] = [date.slice(0, 4), today?.slice(0, 4)];
  return year === thisYear ? dayInWords(day) : `${dayInWords(day)} ${year}`;
}
