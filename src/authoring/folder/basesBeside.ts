import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Checked } from '../../base/problem.ts';
import type { Bases } from '../extend/parsePack.ts';
import { readFolder } from './readFolder.ts';

/** The packs that one in a folder can add to: `core`, which comes with this library, and others by their way from there. */
export function basesBeside(folder: string): Bases {
  return {
    names: ['core'],
    find: name => {
      if (/^\.\.?\//.test(name)) return textsIn(resolve(folder, name));
      const core = name === 'core' ? coreFolder() : null;
      return core === null ? null : textsIn(core);
    },
  };
}

function textsIn(folder: string): Checked<ReadonlyMap<string, unknown>> {
  const read = readFolder(folder);
  if (!read.ok) return read;
  return read.value.problems.length > 0 ? { ok: false, problems: read.value.problems } : { ok: true, value: read.value.texts };
}

/** The rules of the core pack stand at the top of this package, wherever this file was put in it. */
function coreFolder(): string | null {
  let at = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const [head, rules] = [join(at, 'package.json'), join(at, 'rules')];
    if (existsSync(join(rules, 'pack.yaml')) && existsSync(head) && (JSON.parse(readFileSync(head, 'utf8')) as { readonly name?: unknown }).name === 'afterview') return rules;
    if (dirname(at) === at) return null;
    at = dirname(at);
  }
}
