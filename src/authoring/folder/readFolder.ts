import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { type Checked, type Problem, refused } from '../../base/problem.ts';
import { showAny } from '../../base/show.ts';

/** A pack has some hundred files; a folder with far more is not one. */
const MOST_FILES = 2000;
/** Nor is one with far more of any kind: it would take long to look through. */
const MOST_ENTRIES = 50_000;
const MOST_BYTES = 4 * 1024 * 1024;

/** What a folder holds of a pack. */
export interface PackFolder {
  /** Path → text of each YAML file, in order of path; no text where the file cannot be read. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  /** Files that are not YAML. */
  readonly notRead: readonly string[];
  /** What is wrong with files that cannot be read. */
  readonly problems: readonly Problem[];
}

/** Reads the files of a folder and those below it; what is hidden, and `node_modules`, is left alone. */
export function readFolder(folder: unknown): Checked<PackFolder> {
  if (typeof folder !== 'string') return refused([{ code: 'wrong-kind', message: `a pack is loaded from the path of its folder, not ${showAny(folder)}`, hint: 'give the path as a text', path: [] }]);
  const problems: Problem[] = [];
  const { yaml, notRead } = filesIn(folder, problems);
  if (problems.length > 0) return { ok: false, problems };
  const texts = new Map(yaml.map(name => [name, readText(name, problems)]));
  return { ok: true, value: { texts, notRead, problems } };
}

interface Found {
  readonly yaml: readonly string[];
  readonly notRead: readonly string[];
}

/** The files below a folder, in order. */
function filesIn(folder: string, problems: Problem[]): Found {
  const [yaml, notRead]: [string[], string[]] = [[], []];
  try {
    for (const name of filesBelow(folder, [realpathSync(folder)], problems)) {
      (YAML.test(name) ? yaml : notRead).push(name);
      if (yaml.length <= MOST_FILES && yaml.length + notRead.length <= MOST_ENTRIES) continue;
      const many = yaml.length > MOST_FILES ? `${MOST_FILES} YAML files` : `${MOST_ENTRIES} files`;
      problems.push(unreadable(folder, `there are more than ${many} in this folder`, 'name the folder that holds pack.yaml'));
      break;
    }
  } catch (error) {
    const within = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : folder;
    const itself = resolve(within) === resolve(folder);
    problems.push(unreadable(itself ? folder : within, `this folder cannot be read (${codeOf(error)})`, itself ? 'name a folder that holds pack.yaml' : 'check whether you may read it'));
  }
  return { yaml: yaml.sort(), notRead: notRead.sort() };
}

const YAML = /\.ya?ml$/i;

/**
 * Everything below a folder but folders, one after the other, so that a large one need not be read to its end.
 *
 * @param around - where the folder and those around it really are: a link that leads back to one of them has no end
 */
function* filesBelow(folder: string, around: readonly string[], problems: Problem[]): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (YAML.test(entry.name) || !isFolder(entry, path)) {
      yield withSlashes(path);
      continue;
    }
    const place = entry.isSymbolicLink() ? realpathSync(path) : join(around.at(-1) ?? folder, entry.name);
    if (around.includes(place)) problems.push(unreadable(withSlashes(path), 'this link leads back to a folder around it', 'take it out of the folder'));
    else yield* filesBelow(path, [...around, place], problems);
  }
}

/** A link is what it leads to. */
function isFolder(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // it leads to nothing, or to itself
  }
}

/** A backslash parts folders on Windows, and is a letter like any other elsewhere. */
export function withSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
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
