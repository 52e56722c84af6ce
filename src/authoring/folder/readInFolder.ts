import { join } from 'node:path';
import { type Checked, sortProblems } from '../../base/problem.ts';
import type { Bases } from '../extend/parsePack.ts';
import { basesBeside } from './basesBeside.ts';
import { readFolder, withSlashes } from './readFolder.ts';

/** What was read from a folder, and the names of the files that were not. */
export type InFolder<T> = T & { readonly notRead: readonly string[] };

/** Reads the texts of a folder as a pack; problems of its files and of its texts come together, in order of place. */
export function readInFolder<T extends object>(folder: string, read: (texts: ReadonlyMap<string, unknown>, bases: Bases) => Checked<T>): Checked<InFolder<T>> {
  const found = readFolder(folder);
  if (!found.ok) return found;
  const { texts, notRead, problems } = found.value;
  const pack = read(texts, basesBeside(folder));
  if (pack.ok) return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { ...pack.value, notRead } };
  // a file without text has its problem already, and a better one
  const head = { file: withSlashes(join(folder, 'pack.yaml')), line: 1, column: 1 };
  const others = pack.problems.filter(({ code }) => code !== 'not-text')
    .map(problem => (problem.code === 'missing-file' ? { ...problem, at: head } : problem));
  return { ok: false, problems: sortProblems([...problems, ...others]) };
}
