import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadPack, safeReadPack } from './authoring/readPack.ts';
import { PackError } from './base/errors.ts';
import { type Checked, type Problem, refused, sortProblems } from './base/problem.ts';
import { showAny } from './base/show.ts';

export type { ReadPack } from './authoring/readPack.ts';
export type { PackExample } from './authoring/check/packExamples.ts';
export { isPackError, PackError } from './base/errors.ts';

/** A pack has some hundred files; a folder with far more is not one. */
const MOST_FILES = 2000;
/** Nor is one with far more of any kind: it would take long to look through. */
const MOST_ENTRIES = 50_000;
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Loads a pack from a folder of YAML files.
 *
 * @param folder - holds `pack.yaml`, `questions/`, `sources.yaml` and the cause files; other files are left alone
 * @throws PackError with the problems of every file, each with its place and a hint
 *
 * @example
 * const { pack } = loadPack('node_modules/afterview/rules');
 * pack.id; // 'core'
 */
export function loadPack(folder: string): ReadPack {
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
export function safeLoadPack(folder: string): Checked<ReadPack> {
  if (typeof folder !== 'string') return refused([{ code: 'wrong-kind', message: `a pack is loaded from the path of its folder, not ${showAny(folder)}`, hint: 'give the path as a text', path: [] }]);
  const files = new Map<string, string | undefined>();
  const problems: Problem[] = [];
  const names = yamlFiles(folder, problems);
  if (problems.length > 0) return { ok: false, problems };
  for (const name of names) files.set(name, readText(name, problems));
  const read = safeReadPack(files);
  if (read.ok) return read;
  // a file without text has its problem already, and a better one
  const head = { file: join(folder, 'pack.yaml').replaceAll('\\', '/'), line: 1, column: 1 };
  const others = read.problems.filter(({ code }) => code !== 'not-text')
    .map(problem => (problem.code === 'missing-file' ? { ...problem, at: head } : problem));
  return { ok: false, problems: sortProblems([...problems, ...others]) };
}

/** The YAML files below a folder, in order. Links to folders are not followed, so that none is read twice. */
function yamlFiles(folder: string, problems: Problem[]): readonly string[] {
  const found: string[] = [];
  let entries = 0;
  try {
    for (const name of filesBelow(folder)) {
      entries += 1;
      if (/\.ya?ml$/.test(name)) found.push(name);
      if (found.length <= MOST_FILES && entries <= MOST_ENTRIES) continue;
      const many = found.length > MOST_FILES ? `${MOST_FILES} YAML files` : `${MOST_ENTRIES} files`;
      problems.push(unreadable(folder, `there are more than ${many} in this folder`, 'name the folder that holds pack.yaml'));
      return [];
    }
  } catch (error) {
    problems.push(unreadable(folder, `this folder cannot be read (${codeOf(error)})`, 'name a folder that holds pack.yaml'));
    return [];
  }
  return found.sort();
}

/** Everything below a folder but folders, one after the other, so that a large one need not be read to its end. */
function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !/\.ya?ml$/.test(entry.name)) yield* filesBelow(path);
    else yield path.replaceAll('\\', '/');
  }
}

function readText(file: string, problems: Problem[]): string | undefined {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) {
      problems.push(unreadable(file, 'this is not a file', 'take it out of the folder'));
      return undefined;
    }
    if (stats.size > MOST_BYTES) {
      problems.push({ ...unreadable(file, 'this file is larger than 4 MiB', 'split it: one cause a file'), code: 'too-large' });
      return undefined;
    }
    const text = decode(readFileSync(file));
    if (text === undefined) problems.push({ ...unreadable(file, 'this file is not UTF-8', 'save it as UTF-8'), code: 'not-utf8' });
    return text;
  } catch (error) {
    problems.push(unreadable(file, `this file cannot be read (${codeOf(error)})`, 'check that it exists and may be read'));
    return undefined;
  }
}

/** Nothing when the bytes are not UTF-8. UTF-16 without a mark would pass but for the zero bytes that no text holds. */
function decode(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function unreadable(file: string, message: string, hint: string): Problem {
  return { code: 'unreadable', message, hint, at: { file, line: 1, column: 1 } };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
