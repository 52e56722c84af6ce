import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A call that was noted: what it was, and the files that it named. */
export type Noted = readonly [call: string, ...files: readonly string[]];

export const root = realpathSync(resolve('.'));
export const cli = join(root, 'dist', 'cli.js');
const watch = pathToFileURL(join(root, 'test', 'privacy', 'watch.mjs')).href;

/** What a program runs with, so that whatever it opens or writes is noted in a file. */
export function watching(file: string): { readonly flags: readonly string[]; readonly env: Readonly<Record<string, string>> } {
  return { flags: [`--import=${watch}`], env: { WATCHED: file } };
}

/** The calls that were noted in a file; what goes to standard output and to standard error is none. */
export function notedIn(file: string): readonly Noted[] {
  if (!existsSync(file)) return [];
  const noted = readFileSync(file, 'utf8').split('\n').filter(line => line !== '').map(line => JSON.parse(line) as Noted);
  return noted.filter(([call, to = '']) => !(call.startsWith('fs.write') && ['1', '2'].includes(to)));
}

export interface RunIn {
  readonly cwd: string;
  readonly input?: string;
}

/** Runs Node with every call noted that would open or write something. */
export function watched(args: readonly string[], { cwd, input = '' }: RunIn): { readonly ran: SpawnSyncReturns<string>; readonly noted: readonly Noted[] } {
  const folder = mkdtempSync(join(tmpdir(), 'afterview-watched-'));
  const { flags, env } = watching(join(folder, 'notes'));
  try {
    const ran = node([...flags, ...args], { cwd, input }, env);
    return { ran, noted: notedIn(join(folder, 'notes')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Node’s own permissions go by this name since version 22.13. */
const permission = ['--permission', '--experimental-permission'].find(flag => spawnSync(process.execPath, [flag, '--version']).status === 0);

/**
 * Runs Node with its permission model: no child process, no worker, and of all files only these.
 *
 * @param may - files and folders (which end with a slash), and beginnings of names (which end with a star)
 */
export function permitted(args: readonly string[], may: { readonly read: readonly string[]; readonly write: readonly string[] }, run: RunIn): SpawnSyncReturns<string> {
  if (permission === undefined) throw new Error('this Node has no permission model');
  return node([permission, '--no-warnings', ...may.read.map(path => `--allow-fs-read=${path}`), ...may.write.map(path => `--allow-fs-write=${path}`), ...args], run);
}

function node(args: readonly string[], { cwd, input = '' }: RunIn, env: Readonly<Record<string, string>> = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, args, { cwd, input, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: undefined, NO_COLOR: '1', ...env } });
}
