import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corePack } from '../core/corePack.ts';
import { editorSchema } from '../authoring/editor/editorSchema.ts';
import { shapedKinds } from '../authoring/files/fileJsonSchema.ts';
import { lintRules } from '../lint/lintPack.ts';
import { answersFileSchema, diagnosisSchema, jsonSchemaOf } from '../schema.ts';

/** Writes the JSON Schemas that are published: for answers files and diagnoses, and for the files of a pack. */
const folder = process.argv[2] ?? 'dist/schemas';
const schemas = {
  answers: jsonSchemaOf(answersFileSchema(corePack), 'Answers to the core pack of afterview'),
  diagnosis: jsonSchemaOf(diagnosisSchema, 'Diagnosis of afterview'),
  ...Object.fromEntries(shapedKinds.map(kind => [kind, editorSchema(kind, { rules: lintRules.map(({ id, title }) => ({ id, says: title })) })])),
};

mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
