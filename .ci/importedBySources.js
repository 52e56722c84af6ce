import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the packages that the sources import, in code or in an example, without those of Node and those that others install. */
export function importedBySources() {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  const specifiers = files.flatMap(file => [...readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import\() ?'([^'.][^']*)'/g)].map(match => match[1]));
  const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const names = new Set(specifiers.filter(name => !name.startsWith('node:')).map(name => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')));
  return [...names].filter(name => !Object.hasOwn(peerDependencies, name));
}
