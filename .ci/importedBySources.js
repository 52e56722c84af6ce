import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the packages that the sources import, in code or in an example, without those of Node. */
export function importedBySources() {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  const specifiers = files.flatMap(file => [...readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import\() ?'([^'.][^']*)'/g)].map(match => match[1]));
  return [...new Set(specifiers.filter(name => !name.startsWith('node:')).map(name => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')))];
}
