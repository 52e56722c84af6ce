/**
 * Writes the licences of all that is bundled into the package: what the sources import and nobody installs beside it,
 * with everything that this needs.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importedBySources } from './importedBySources.js';

const [target = 'dist/THIRD-PARTY-NOTICES.txt'] = process.argv.slice(2);
const packages = new Map();
const tools = Object.keys(manifestIn('.').devDependencies);
for (const name of importedBySources()) if (tools.includes(name)) add(name);

const notices = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { version, license }]) => `${name} ${version} (${license})\n\n${licenceOf(name)}\n`);
writeFileSync(target, `The command and the library of afterview hold parts of these packages, under these licences.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`);

function add(name) {
  if (packages.has(name)) return;
  const manifest = manifestIn(join('node_modules', name));
  packages.set(name, manifest);
  for (const needed of Object.keys(manifest.dependencies ?? {})) add(needed);
}

function manifestIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** @throws Error for a package without one: it must not be bundled */
function licenceOf(name) {
  const folder = join('node_modules', name);
  const text = readdirSync(folder).find(each => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(each));
  if (text === undefined) throw new Error(`${name} brings no licence`);
  return readFileSync(join(folder, text), 'utf8').trim();
}
