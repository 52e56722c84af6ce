import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA_FOLDER, schemaFiles } from '../authoring/editor/schemaFiles.ts';
import { basesBeside } from '../authoring/folder/basesBeside.ts';
import { readFolder, withSlashes } from '../authoring/folder/readFolder.ts';
import { type OpenedPack, openPack } from '../authoring/start/openedPack.ts';
import { lintRules } from '../lint/lintPack.ts';
import { Refusal, unsteering } from './refusal.ts';
import { writeOutput } from './writeOutput.ts';

/** `afterview schema FOLDER`: writes the schemas by which an editor knows the pack. */
export function schemaCommand(folder: string, out: string | undefined): void {
  const read = readFolder(folder);
  if (!read.ok) throw new Refusal(read.problems);
  const pack = openPack(read.value.texts, folder, basesBeside(folder));
  if (!pack.ok) throw new Refusal(pack.problems);
  for (const path of writeSchemas(pack.value, out)) process.stdout.write(unsteering(`${path}\n`));
  const { unread } = pack.value.files;
  if (unread.length > 0) process.stderr.write(unsteering(`Names in files that cannot be read are missing: ${unread.join(', ')}. What is wrong: npx afterview check ${folder}\n`));
}

/**
 * Writes the schemas of a pack, each anew.
 *
 * @returns Their paths.
 */
export function writeSchemas(pack: OpenedPack, out: string = pack.pathOf(SCHEMA_FOLDER)): readonly string[] {
  const texts = schemaFiles(pack, lintRules.map(({ id, title }) => ({ id, says: title })));
  try {
    mkdirSync(out, { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new Refusal([{ code: 'unreadable', message: `this folder cannot be made (${code})`, hint: 'name another one', at: { file: out, line: 1, column: 1 } }]);
  }
  return [...texts].map(([name, text]) => {
    const path = withSlashes(join(out, name));
    writeOutput(text, path);
    return path;
  });
}
