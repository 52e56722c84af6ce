import { mkdirSync, writeFileSync } from 'node:fs';
import { SCHEMA_FOLDER, schemaFiles } from '../authoring/editor/schemaFiles.ts';
import { basesBeside } from '../authoring/folder/basesBeside.ts';
import { readFolder } from '../authoring/folder/readFolder.ts';
import { openPack } from '../authoring/start/openedPack.ts';
import { safeLoadPack } from '../node.ts';
import { formatProblems } from '../base/problem.ts';
import { lintRules } from '../lint/lintPack.ts';
import { coreModules } from './coreModules.ts';

/** Compiles `rules/` into the modules of `src/core/`: the core pack in its parts, which need neither disk nor YAML. */
const read = safeLoadPack('rules');
if (!read.ok) {
  console.error(formatProblems(read.problems));
  process.exitCode = 1;
} else {
  mkdirSync('src/core', { recursive: true });
  for (const [name, text] of coreModules(read.value)) writeFileSync(`src/core/${name}`, text);
  writeEditorSchemas();
}

/** By these an editor knows the rules. */
function writeEditorSchemas(): void {
  const folder = readFolder('rules');
  const pack = folder.ok ? openPack(folder.value.texts, 'rules', basesBeside('rules')) : folder;
  if (!pack.ok) return;
  mkdirSync(`rules/${SCHEMA_FOLDER}`, { recursive: true });
  for (const [name, text] of schemaFiles(pack.value, lintRules.map(({ id, title }) => ({ id, says: title })))) writeFileSync(`rules/${SCHEMA_FOLDER}/${name}`, text);
}
