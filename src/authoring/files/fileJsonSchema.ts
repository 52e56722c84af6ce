import * as z from 'zod';
import type { FileKind } from './fileKind.ts';
import { extendingFile } from './extendingFile.ts';
import { beliefsFile, causeFile, packFile, questionsFile, sourcesFile } from './fileSchemas.ts';

/** Plain data: a schema of JSON Schema, draft-07, which is what editors read. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A kind of file that has a schema of its own: `pack.yaml` of a pack that adds to another one has another shape. */
export type ShapedKind = FileKind | 'extending-pack';

/** What the schema of each kind of file is about. */
const schemas: Readonly<Record<ShapedKind, readonly [schema: z.ZodType, title: string]>> = {
  cause: [causeFile, 'A cause of an afterview pack'],
  questions: [questionsFile, 'A section of questions of an afterview pack'],
  pack: [packFile, 'pack.yaml of an afterview pack'],
  'extending-pack': [extendingFile, 'pack.yaml of an afterview pack that adds to another one'],
  beliefs: [beliefsFile, 'beliefs.yaml of an afterview pack'],
  sources: [sourcesFile, 'sources.yaml of an afterview pack'],
};

export const shapedKinds = Object.keys(schemas) as readonly ShapedKind[];

/**
 * The shape of a kind of file as JSON Schema.
 *
 * @param words - also says, in the words of the check, what is wrong with a text that does not have the form that it
 *   needs: a keyword that only editors know
 */
export function fileJsonSchema(kind: ShapedKind, { words = false }: { readonly words?: boolean } = {}): JsonSchema {
  const [schema, title] = schemas[kind];
  const override = words ? ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
    const patternErrorMessage = patternWords(zodSchema);
    if (patternErrorMessage !== undefined) Object.assign(jsonSchema, { patternErrorMessage });
  } : undefined;
  return { ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input', ...(override ? { override } : {}) }), title };
}

/** What the schema of a text says where its pattern does not match. */
function patternWords({ _zod: { def } }: z.core.$ZodType): string | undefined {
  const [tell] = (def.checks ?? []).flatMap(({ _zod: { def: check } }) => ('pattern' in check && check.error ? [check.error as (issue: object) => unknown] : []));
  const words = tell?.({ code: 'invalid_format', format: 'regex', input: '', path: [] });
  return typeof words === 'string' ? words : undefined;
}
