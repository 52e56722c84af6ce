import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Refusal } from './refusal.ts';

/** Writes data to standard output, or whole to a file: a run that fails never leaves half a file under its name. */
export function writeOutput(text: string, file: string | undefined): void {
  if (file === undefined || file === '-') {
    process.stdout.write(text);
    return;
  }
  try {
    const there = statSync(file, { throwIfNoEntry: false });
    if (there === undefined || there.isFile()) writeWhole(text, there ? realpathSync(file) : file, there?.mode);
    else writeFileSync(file, text); // a device or a pipe is written to, never replaced
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new Refusal([{ code: 'unreadable', message: `this cannot be written (${code})`, hint: 'check the folder and whether you may write there', at: { file, line: 1, column: 1 } }]);
  }
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
