import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the licences of all that is bundled into the package: what the sources import and nobody installs beside it,
 * with everything that this needs.
 */
const file = process.argv[2] ?? 'dist/THIRD-PARTY-NOTICES.txt';

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const packages = new Map<string, Manifest>();
const tools = Object.keys(manifestIn('.').devDependencies ?? {});
for (const name of importedBySources()) if (tools.includes(name)) add(name);

const notices = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { version, license }]) => `${name} ${version} (${license})\n\n${licenceOf(name)}\n`);
writeFileSync(file, `The command and the library of afterview hold parts of these packages, under these licences.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`);

function add(name: string): void {
  if (packages.has(name)) return;
  const manifest = manifestIn(join('node_modules', name));
  packages.set(name, manifest);
  for (const needed of Object.keys(manifest.dependencies ?? {})) add(needed);
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** @throws Error for a package without one: it must not be bundled */
function licenceOf(name: string): string {
  const folder = join('node_modules', name);
  const text = readdirSync(folder).find(each => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(each));
  if (text === undefined) throw new Error(`${name} brings no licence`);
  return readFileSync(join(folder, text), 'utf8').trim();
}

/** Names of packages, without those of Node. */
function importedBySources(): ReadonlySet<string> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(each => each.endsWith('.ts'));
  const specifiers = files.flatMap(each => [...readFileSync(join('src', each), 'utf8').matchAll(/(?:from|import\() ?'([^'.][^']*)'/g)].map(match => match[1] as string));
  return new Set(specifiers.filter(name => !name.startsWith('node:')).map(name => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')));
}
