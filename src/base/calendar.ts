const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The number of a day, counted from 1970-01-01, which is day 0.
 *
 * @param iso - `YYYY-MM-DD`, a day that exists, from 1900 to 2199; no time, no zone
 * @returns `undefined` when it is anything else.
 */
export function dayNumber(iso: string): number | undefined {
  const parts = /^(19|20|21)(\d\d)-(\d\d)-(\d\d)$/.exec(iso);
  if (!parts) return undefined;
  const milliseconds = Date.UTC(Number(`${parts[1]}${parts[2]}`), Number(parts[3]) - 1, Number(parts[4]));
  const day = milliseconds / MILLISECONDS_A_DAY;
  return isoDate(day) === iso ? day : undefined;
}

/** `YYYY-MM-DD` of a day number. */
export function isoDate(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The day that it is at this time where the clock stands, as `YYYY-MM-DD`. */
export function localDay(time: Date): string {
  return [String(time.getFullYear()).padStart(4, '0'), ...[time.getMonth() + 1, time.getDate()].map(part => String(part).padStart(2, '0'))].join('-');
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** “Tuesday, 10 November”, without the year: for days near to the one on which it is read. */
export function dayInWords(day: number): string {
  const date = new Date(day * MILLISECONDS_A_DAY);
  return `${weekdays[date.getUTCDay()]}, ${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
}
