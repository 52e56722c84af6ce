import { type ReadPack, safeReadPack } from '../../src/authoring/readPack.ts';
import { formatProblem, formatProblems, type Problem } from '../../src/base/problem.ts';
import { minimalPack } from './minimalPack.ts';

/** The same files, with the text of one changed or a further one added. */
export function withFile(file: string, text: unknown, files: ReadonlyMap<string, unknown> = minimalPack): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([...files, [file, text]]);
}

/** The same files with one edit, which must change something. */
export function edited(file: string, from: string, to: string, files: ReadonlyMap<string, string> = minimalPack): ReadonlyMap<string, string> {
  const text = files.get(file);
  if (!text?.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}`);
  return new Map([...files, [file, text.replace(from, () => to)]]);
}

/** What is wrong with these files; nothing when they make a pack. */
export function problemsOf(files: ReadonlyMap<string, unknown>): readonly Problem[] {
  const read = safeReadPack(files);
  return read.ok ? [] : read.problems;
}

/** What is wrong, each with its place as `file:line:column code: message`, and the hint; without the source line. */
export function told(files: ReadonlyMap<string, unknown>): readonly string[] {
  return problemsOf(files).map(problem => {
    const [head, ...rest] = formatProblem(problem).split('\n');
    return [head, rest.at(-1)?.trim()].join(' / ');
  });
}

/** The pack that these files make. */
export function packOf(files: ReadonlyMap<string, unknown>): ReadPack {
  const read = safeReadPack(files);
  if (!read.ok) throw new Error(formatProblems(read.problems));
  return read.value;
}
