import { randomBytes } from 'node:crypto';
import { accessSync, type BigIntStats, chmodSync, chownSync, closeSync, constants, fstatSync, fsyncSync, lstatSync, openSync, realpathSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

/** How a text looks there: as wide as the terminal, and in colour unless that is not wanted; a file is no terminal. */
export function looksOf(file: string | undefined): { readonly width: number; readonly colour: boolean } {
  const terminal = file === undefined && process.stdout.isTTY;
  return { width: terminal ? process.stdout.columns : 80, colour: terminal && !process.env['NO_COLOR'] };
}

/** Who may read a file: whoever the one that was there, or else the system, lets; or its owner alone. */
export type Readers = 'usual' | 'owner';

/** Writes data to standard output, or whole to a file: a run that fails never leaves half a file under its name. */
export function writeOutput(text: string | Uint8Array, file: string | undefined, readers: Readers = 'usual'): void {
  if (file === undefined || file === '-') {
    process.stdout.write(text);
    return;
  }
  try {
    const descriptor = descriptorOf(file);
    if (descriptor === null) writeNamed(text, file, readers);
    else if (descriptor === 1) process.stdout.write(text);
    else writeFileSync(descriptor, text);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw unwritable(file, `this cannot be written (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'})`);
  }
}

function unwritable(file: string, message: string, hint = 'check the folder and whether you may write there'): Refusal {
  return new Refusal([{ code: 'unreadable', message, hint, at: { file, line: 1, column: 1 } }]);
}

/** Names that stand for what is open already: opened by name, what stands there would be lost. */
const streams: ReadonlyMap<string, number> = new Map([['/dev/stdout', 1], ['/dev/stderr', 2]]);
const numbered = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/;

/** The descriptor that a name stands for, standard output also by the name of the file that it goes to; `null` for any other. */
function descriptorOf(file: string): number | null {
  const number = numbered.exec(file)?.[1];
  if (number !== undefined) return Number(number);
  return streams.get(file) ?? (isOpenAs(1, file) ? 1 : null);
}

/** Whether a name is that of an ordinary file, or of one that can be made. */
export function isOrdinary(file: string): boolean {
  return descriptorOf(file) === null && (statSync(file, { throwIfNoEntry: false })?.isFile() ?? true);
}

function isOpenAs(descriptor: number, file: string): boolean {
  try {
    return isOne(fstatSync(descriptor, { bigint: true }), statSync(file, { bigint: true }));
  } catch {
    return false;
  }
}

/** @throws Refusal when the output would take the place of a file that was read */
export function refuseOverwriting(out: string | undefined, inputs: readonly string[]): void {
  if (out === undefined || !inputs.some(input => (input === '-' ? isOpenAs(0, out) : isSameFile(input, out)))) return;
  throw new Refusal([{ code: 'unreadable', message: 'this would overwrite the answers', hint: 'name another file', path: ['--out'] }], 2);
}

/** Whether two names lead to one ordinary file. */
function isSameFile(one: string, other: string): boolean {
  try {
    return isOne(statSync(one, { bigint: true }), statSync(other, { bigint: true }));
  } catch {
    return false;
  }
}

function isOne(a: BigIntStats, b: BigIntStats): boolean {
  return a.isFile() && a.dev === b.dev && a.ino === b.ino;
}

/** A link is written through; a device or a pipe is written to, never replaced. */
function writeNamed(text: string | Uint8Array, file: string, readers: Readers): void {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there === undefined) {
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) throw unwritable(file, 'this link leads to nothing', 'make the file that it leads to, or name another one');
    writeWhole(text, file, null, readers);
  } else if (there.isFile()) {
    refuseProtected(file, there);
    writeWhole(text, realpathSync(file), there, readers);
  } else {
    writeFileSync(file, text);
  }
}

/** In its place another could stand wherever the folder lets us; but who protects a file means what it holds. Root, too. */
function refuseProtected(file: string, { mode }: Stats): void {
  if ((mode & 0o222) === 0) throw unwritable(file, 'this file is write-protected', 'name another file, or lift its protection');
  accessSync(file, constants.W_OK);
}

/**
 * Beside the file first, then in its place, with the rights and the owner it had. A further name of the same file (a
 * hard link) keeps what it held: so there is no moment at which either is half written.
 */
function writeWhole(text: string | Uint8Array, file: string, there: Stats | null, readers: Readers): void {
  const draft = join(dirname(file), `.afterview-${randomBytes(8).toString('hex')}.tmp`);
  const mode = readers === 'owner' ? 0o600 : there && there.mode & 0o7777;
  const descriptor = openSync(draft, 'wx', there === null && mode === null ? 0o666 : 0o600);
  try {
    try {
      writeFileSync(descriptor, text);
      flush(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (there) keepOwner(draft, there);
    if (mode !== null) chmodSync(draft, mode);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Onto the disk, before it takes the place of what is there. Under its permission model Node allows nobody to ask for that. */
function flush(descriptor: number): void {
  allowing('ERR_ACCESS_DENIED', () => { fsyncSync(descriptor); });
}

/** Only root can give a file away; whoever may not do so owns what they write. */
function keepOwner(draft: string, { uid, gid }: Stats): void {
  const own = statSync(draft);
  if (own.uid !== uid || own.gid !== gid) allowing('EPERM', () => { chownSync(draft, uid, gid); });
}

/** Does something that may fail in one way without harm. */
function allowing(harmless: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === harmless)) throw error;
  }
}
