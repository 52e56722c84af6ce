import { safeReadPack } from '../../src/authoring/readPack.ts';
import { MOST_BYTES } from '../../src/authoring/yaml/limits.ts';
import type { Repeat } from './repeats.ts';

/** How the time of reading grows with a repeat. */
export interface Growth {
  readonly what: string;
  readonly size: number;
  /** CPU milliseconds for this size, and for half of it: the least of several runs. */
  readonly whole: number;
  readonly half: number;
  /** Of time by size: 1 is linear, 2 quadratic. */
  readonly exponent: number;
}

/** More files than this are no pack; what is repeated as files is doubled up to here. */
const MOST_FILES = 400;

/** Measures a repeat at the largest size that the caps allow, and at half of it. */
export function growthOf({ what, files }: Repeat): Growth {
  const size = largest(files);
  const [half, whole] = [leastMilliseconds(files(size >> 1)), leastMilliseconds(files(size))];
  return { what, size, whole, half, exponent: Math.log2(Math.max(whole, 0.1) / Math.max(half, 0.1)) };
}

/** The largest power of two, or three quarters of one, at which no file is refused for its size. */
function largest(files: Repeat['files']): number {
  let size = 16;
  while (size < 2 * MOST_BYTES && fits(files(size * 2))) size *= 2;
  return fits(files(size + (size >> 1))) ? size + (size >> 1) : size;
}

function fits(files: ReadonlyMap<string, string>): boolean {
  return files.size <= MOST_FILES && [...files.values()].every(text => new TextEncoder().encode(text).length <= MOST_BYTES && !tooMany(text));
}

/** What `readYaml` refuses by its signs alone. */
function tooMany(text: string): boolean {
  return (text.match(/[[\]{},!&*\\]/g) ?? []).length > 10_000 || (text.match(/\n/g) ?? []).length > 20_000 || (text.match(/:(?=\s|$)|(?:^| )[-?](?=\s|$)/gm) ?? []).length > 20_000;
}

function leastMilliseconds(files: ReadonlyMap<string, string>): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0, spent = 0; run < 3 && spent < 3000; run++) {
    const milliseconds = cpuOf(() => safeReadPack(files));
    spent += milliseconds;
    least = Math.min(least, milliseconds);
  }
  return least;
}

/** CPU milliseconds of this process. */
export function cpuOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
