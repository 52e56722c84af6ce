import { mkdirSync, writeFileSync } from 'node:fs';
import { readPackFolder } from '../node.ts';
import { formatProblems } from '../base/problem.ts';
import { typedModule } from './typedModule.ts';

/** Compiles `rules/` into `src/core/corePack.ts`: the core pack as a typed module that needs neither disk nor YAML. */
const read = readPackFolder('rules');
if (!read.ok) {
  console.error(formatProblems(read.problems));
  process.exitCode = 1;
} else {
  mkdirSync('src/core', { recursive: true });
  writeFileSync('src/core/corePack.ts', typedModule(read.value.pack));
}
