import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli/main.ts';
import { tinyFiles } from '../tinyPack.ts';

/** The command as it was built. */
export const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** The rules of the core pack. */
export const rules = fileURLToPath(new URL('../../rules', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Everything that standard input gives; nothing unless given. */
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command in a process of its own, as it was built. */
export function spawned(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, [cli, ...args], options);
}

let before: Promise<unknown> = Promise.resolve();

/** Runs the command in this process, one at a time: its streams, folder and surroundings are those of the options. */
export function afterview(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const ran = before.then(() => runHere(args, options), () => runHere(args, options));
  before = ran;
  return ran;
}

async function runHere(args: readonly string[], { input = '', cwd = process.cwd(), env = {} }: RunOptions): Promise<Ran> {
  const there = { folder: process.cwd(), env: { ...process.env }, stdin: Object.getOwnPropertyDescriptor(process, 'stdin') };
  const [out, err] = [hold(process.stdout), hold(process.stderr)];
  Object.assign(process.env, { NO_COLOR: '', FORCE_COLOR: '', ...env });
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true });
  process.chdir(cwd);
  try {
    process.exitCode = 0;
    await main(args);
    return { code: process.exitCode, stdout: out.text(), stderr: err.text() };
  } finally {
    process.exitCode = undefined;
    process.chdir(there.folder);
    if (there.stdin) Object.defineProperty(process, 'stdin', there.stdin);
    for (const key of Object.keys(process.env)) if (!Object.hasOwn(there.env, key)) Reflect.deleteProperty(process.env, key);
    Object.assign(process.env, there.env);
    out.release();
    err.release();
  }
}

/** Keeps what is written to a stream, until it is released. */
function hold(stream: NodeJS.WriteStream): { readonly text: () => string; readonly release: () => void } {
  const chunks: string[] = [];
  const write = Object.getOwnPropertyDescriptor(stream, 'write');
  Object.defineProperty(stream, 'write', { value: (chunk: string) => chunks.push(chunk) > 0, configurable: true, writable: true });
  const release = (): void => {
    if (write) Object.defineProperty(stream, 'write', write);
    else Reflect.deleteProperty(stream, 'write');
  };
  return { text: () => chunks.join(''), release };
}

/** Runs a line in a shell; `afterview` in it is the command. */
export function shell(line: string, options: RunOptions = {}): Promise<Ran> {
  return run('bash', ['-c', `afterview() { '${process.execPath}' '${cli}' "$@"; }\n${line}`], options);
}

function run(program: string, args: readonly string[], { input = '', cwd, env = {} }: RunOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', ...env }, ...(cwd === undefined ? {} : { cwd }) });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => { stdout.push(chunk); });
    child.stderr.on('data', (chunk: Buffer) => { stderr.push(chunk); });
    child.stdin.on('error', () => undefined); // it may end before it has read everything
    child.on('error', reject);
    child.on('close', code => { resolve({ code, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') }); });
    child.stdin.end(input);
  });
}

/** A new folder for the files of one test file. */
export function scratch(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'afterview-test-')));
}

/** Writes the files of the tiny pack into a folder, with one of them changed if wanted. */
export function writeTinyPack(folder: string, change?: { readonly file: string; readonly from: string; readonly to: string }): void {
  for (const [file, text] of tinyFiles) {
    if (change?.file === file && !text.includes(change.from)) throw new Error(`${file} has no “${change.from}”`);
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, change?.file === file ? text.replace(change.from, change.to) : text);
  }
}
