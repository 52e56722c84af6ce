import { type FileKind, fileKinds } from '../files/fileKind.ts';
import type { ShapedKind } from '../files/fileJsonSchema.ts';
import type { OpenedPack } from '../start/openedPack.ts';
import { editorSchema } from './editorSchema.ts';
import { type Named, packNames } from './packNames.ts';

/** The folder in a pack where editors find its schemas. It is hidden, so that it is no part of the pack. */
export const SCHEMA_FOLDER = '.schemas';

/** Schemas that know a pack and the rules of the check, name of the file → text. */
export function schemaFiles(pack: OpenedPack, rules: readonly Named[]): ReadonlyMap<string, string> {
  const names = packNames(pack);
  const shapeOf = (kind: FileKind): ShapedKind => (kind === 'pack' && pack.own.extending.length > 0 ? 'extending-pack' : kind);
  return new Map(fileKinds.map(kind => [schemaName(kind), `${JSON.stringify(editorSchema(shapeOf(kind), { rules, names }))}\n`]));
}

/**
 * The line by which an editor finds the schema of a file.
 *
 * @param within - the path of the file in its pack
 */
export function schemaLine(within: string, kind: FileKind): string {
  return `# yaml-language-server: $schema=${'../'.repeat(within.split('/').length - 1)}${SCHEMA_FOLDER}/${schemaName(kind)}\n`;
}

function schemaName(kind: FileKind): string {
  return `${kind}.schema.json`;
}
