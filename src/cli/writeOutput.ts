import { type BigIntStats, fstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Refusal } from './refusal.ts';

/** How a text looks there: as wide as the terminal, and in colour unless that is not wanted; a file is no terminal. */
export function looksOf(file: string | undefined): { readonly width: number; readonly colour: boolean } {
  const terminal = file === undefined && process.stdout.isTTY;
  return { width: terminal ? process.stdout.columns : 80, colour: terminal && !process.env['NO_COLOR'] };
}

/** Writes data to standard output, or whole to a file: a run that fails never leaves half a file under its name. */
export function writeOutput(text: string, file: string | undefined): void {
  if (file === undefined || file === '-') {
    process.stdout.write(text);
    return;
  }
  try {
    const descriptor = descriptorOf(file);
    if (descriptor !== null) {
      writeFileSync(descriptor, text);
      return;
    }
    const there = statSync(file, { throwIfNoEntry: false });
    if (there === undefined || there.isFile()) writeWhole(text, there ? realpathSync(file) : file, there?.mode);
    else writeFileSync(file, text); // a device or a pipe is written to, never replaced
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new Refusal([{ code: 'unreadable', message: `this cannot be written (${code})`, hint: 'check the folder and whether you may write there', at: { file, line: 1, column: 1 } }]);
  }
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

/** Beside the file first, then in its place, with the rights it had. */
function writeWhole(text: string, file: string, mode = 0o666): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text, { mode });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
