import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../', import.meta.url);

/** Installs the engines that are measured beside ours, in the folder of this program, unless they are there. */
export function installPeers(): void {
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', FOLDER), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  if (Object.keys(dependencies).every(name => existsSync(new URL(`node_modules/${name}/package.json`, FOLDER)))) return;
  console.log('Installing the rule engines to measure beside ours, in test/bench/node_modules …');
  const { status } = spawnSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--silent'], {
    cwd: FOLDER,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('the rule engines could not be installed: run npm install in test/bench');
}

/** An engine that is installed on demand; its types stand where it is used, so that all else does without it. */
export async function peer<T>(name: string): Promise<T> {
  const module = (await import(name)) as T & { readonly default?: T };
  return { ...module.default, ...module };
}

/** The version that is installed. */
export function versionOf(name: string): string {
  return (
    JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, FOLDER), 'utf8')) as {
      readonly version: string;
    }
  ).version;
}
