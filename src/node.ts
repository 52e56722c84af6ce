import { join } from 'node:path';
import { readFolder, withSlashes } from './authoring/folder/readFolder.ts';
import { type ReadPack, safeReadPack } from './authoring/readPack.ts';
import { PackError } from './base/errors.ts';
import { type Checked, sortProblems } from './base/problem.ts';

export type { ReadPack } from './authoring/readPack.ts';
export type { PackExample } from './authoring/check/packExamples.ts';
export { isPackError, PackError } from './base/errors.ts';

/** A pack as read from a folder. */
export interface LoadedPack extends ReadPack {
  /** Files of the folder that hold no part of the pack, as their names do not end in `.yaml` or `.yml`; of hidden ones and `node_modules` nothing is said. */
  readonly notRead: readonly string[];
}

/**
 * Loads a pack from a folder of YAML files.
 *
 * @param folder - holds `pack.yaml`, `questions/`, `sources.yaml` and the cause files, or links to them; files that are
 *   not YAML are left alone, and so is everything whose name starts with a dot, or is `node_modules`
 * @throws PackError with the problems of every file, each with its place and a hint
 *
 * @example
 * const { pack } = loadPack('node_modules/afterview/rules');
 * pack.id; // 'core'
 */
export function loadPack(folder: string): LoadedPack {
  const read = safeLoadPack(folder);
  if (!read.ok) throw new PackError(read.problems);
  return read.value;
}

/**
 * As `loadPack`, but returns problems instead of throwing them.
 *
 * @example
 * const read = safeLoadPack('no-such-folder');
 * read.ok ? [] : read.problems.map(({ code }) => code); // ['unreadable']
 */
export function safeLoadPack(folder: string): Checked<LoadedPack> {
  const found = readFolder(folder);
  if (!found.ok) return found;
  const { texts, notRead, problems } = found.value;
  const read = safeReadPack(texts);
  if (read.ok) return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { ...read.value, notRead } };
  // a file without text has its problem already, and a better one
  const head = { file: withSlashes(join(folder, 'pack.yaml')), line: 1, column: 1 };
  const others = read.problems.filter(({ code }) => code !== 'not-text')
    .map(problem => (problem.code === 'missing-file' ? { ...problem, at: head } : problem));
  return { ok: false, problems: sortProblems([...problems, ...others]) };
}
