import { readInFolder } from './authoring/folder/readInFolder.ts';
import { type ReadPack, readWith } from './authoring/readPack.ts';
import { orPackError } from './base/errors.ts';
import type { Checked } from './base/problem.ts';
import { type LintedPack, lintWith } from './lint/lintPack.ts';

export type { ReadPack } from './authoring/readPack.ts';
export type { Finding } from './lint/rule.ts';
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
  return orPackError(safeLoadPack(folder));
}

/**
 * As `loadPack`, but returns problems instead of throwing them.
 *
 * @example
 * const read = safeLoadPack('no-such-folder');
 * read.ok ? [] : read.problems.map(({ code }) => code); // ['unreadable']
 */
export function safeLoadPack(folder: string): Checked<LoadedPack> {
  return readInFolder(folder, readWith);
}

/** A pack as read from a folder, and what its author will want to look at. */
export type LintedFolder = LintedPack & LoadedPack;

/**
 * Loads a pack from a folder, and looks in it for what its author cannot mean, as `lintPack` does.
 *
 * @throws PackError with the problems of every file, each with its place and a hint
 *
 * @example
 * lintFolder('node_modules/afterview/rules').findings; // []
 */
export function lintFolder(folder: string): LintedFolder {
  return orPackError(safeLintFolder(folder));
}

/**
 * As `lintFolder`, but returns problems instead of throwing them.
 *
 * @example
 * safeLintFolder('no-such-folder').ok; // false
 */
export function safeLintFolder(folder: string): Checked<LintedFolder> {
  return readInFolder(folder, lintWith);
}
