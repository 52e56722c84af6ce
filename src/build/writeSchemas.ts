import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corePack } from '../core/corePack.ts';
import { beliefsFile, causeFile, packFile, questionsFile, sourcesFile } from '../authoring/files/fileSchemas.ts';
import { answersFileSchema, diagnosisSchema, jsonSchemaOf } from '../schema.ts';

/** Writes the JSON Schemas that are published: for answers files and diagnoses, and for the files of a pack. */
const folder = process.argv[2] ?? 'dist/schemas';
const schemas = {
  answers: jsonSchemaOf(answersFileSchema(corePack), 'Answers to the core pack of afterview'),
  diagnosis: jsonSchemaOf(diagnosisSchema, 'Diagnosis of afterview'),
  cause: jsonSchemaOf(causeFile, 'A cause of an afterview pack'),
  questions: jsonSchemaOf(questionsFile, 'A section of questions of an afterview pack'),
  pack: jsonSchemaOf(packFile, 'pack.yaml of an afterview pack'),
  beliefs: jsonSchemaOf(beliefsFile, 'beliefs.yaml of an afterview pack'),
  sources: jsonSchemaOf(sourcesFile, 'sources.yaml of an afterview pack'),
};

mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
