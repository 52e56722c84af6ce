import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the package is built from. */
const SOURCES = ['src', 'rules', 'package.json', 'tsconfig.json', 'tsup.config.ts'];
/** Made by the build itself. */
const MADE = join('src', 'core');

/** Builds the package before the tests, unless it was built since anything changed that it is built from. */
export default function buildUnlessFresh(): void {
  const built = statSync('dist/schemas', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.every(source => lastChange(source) < built)) return;
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}

/** When a file, or anything in a folder, was last changed, in milliseconds. */
function lastChange(path: string): number {
  if (path === MADE) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map(name => lastChange(join(path, name))));
}
