import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Installs the runtimes and compilers into the folder of this program, unless they are there in these versions. */
export function installRuntimes(): void {
  const wanted = manifestIn(FOLDER).dependencies;
  const there = (name: string): boolean => existsSync(inRuntimes(name, 'package.json')) && wanted[name]?.endsWith(versionOf(name)) === true;
  if (Object.keys(wanted).every(there)) return;
  console.log('Installing runtimes and compilers in test/runtimes/node_modules …');
  npm(['install', '--no-package-lock'], FOLDER);
}

/** Packs the package and installs it, with the dependencies that it is developed with, as someone would who uses it. */
export function installPackage(): string {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'afterview-runtimes-')));
  const tarball = npm(['pack', '--ignore-scripts', '--pack-destination', home], '.').trim();
  const dependencies = Object.keys(manifestIn('.').dependencies).map(name => `${name}@${manifestIn(join('node_modules', name)).version}`);
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  npm(['install', join(home, tarball), ...dependencies], home);
  return home;
}

/** A path inside the folder of a runtime or a compiler. */
export function inRuntimes(name: string, ...path: readonly string[]): string {
  return join(FOLDER, 'node_modules', name, ...path);
}

export function versionOf(name: string): string {
  return manifestIn(inRuntimes(name)).version;
}

export function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** @throws Error when it fails */
function npm(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawned('npm', [...args, '--silent', '--no-audit', '--no-fund'], cwd, process.platform === 'win32');
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed: ${stdout}${stderr}`);
  return stdout;
}

export function spawned(program: string, args: readonly string[], cwd: string, shell = false): SpawnSyncReturns<string> {
  return spawnSync(program, args, { cwd, encoding: 'utf8', shell, timeout: 300_000, maxBuffer: 1 << 28 });
}
