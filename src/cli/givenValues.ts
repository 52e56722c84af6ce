import { InvalidArgumentError } from 'commander';
import { dayNumber } from '../base/calendar.ts';

/** What stands behind an option, if it can be what the option takes. */

export function originGiven(written: string): string {
  if (!/^https?:/.test(written) || !URL.canParse(written) || new URL(written).origin !== written) throw new InvalidArgumentError('It is no origin: write https://example.org, without a path.');
  return written;
}

export function portGiven(written: string): number {
  if (!/^\d{1,5}$/.test(written) || Number(written) > 65_535) throw new InvalidArgumentError('It takes a whole number from 0 to 65535.');
  return Number(written);
}

export function labelGiven(written: string): string {
  if (written.trim() === '' || written.length > 80) throw new InvalidArgumentError('It takes 1 to 80 letters.');
  return written;
}

export function dayGiven(written: string): string {
  if (dayNumber(written) === undefined) throw new InvalidArgumentError('It is no day: write --as-of as YYYY-MM-DD, without a time.');
  return written;
}
