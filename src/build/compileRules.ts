import { mkdirSync, writeFileSync } from 'node:fs';
import { safeLoadPack } from '../node.ts';
import { formatProblems } from '../base/problem.ts';
import { coreModules } from './coreModules.ts';

/** Compiles `rules/` into the modules of `src/core/`: the core pack in its parts, which need neither disk nor YAML. */
const read = safeLoadPack('rules');
if (!read.ok) {
  console.error(formatProblems(read.problems));
  process.exitCode = 1;
} else {
  mkdirSync('src/core', { recursive: true });
  for (const [name, text] of coreModules(read.value)) writeFileSync(`src/core/${name}`, text);
}
