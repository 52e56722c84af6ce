import { fileJsonSchema, type JsonSchema, type ShapedKind } from '../files/fileJsonSchema.ts';
import { answerSchemas, oneOfNames } from './answerSchemas.ts';
import { hoverText } from './hoverTexts.ts';
import { type Refers, refersTo } from './nameKinds.ts';
import { type Named, nameKinds, type PackNames } from './packNames.ts';

/** What the schema of an editor knows beside the shape of a file. */
export interface Known {
  /** Rules of the check, with what each is about. */
  readonly rules: readonly Named[];
  /** Names of the pack that the file is part of. */
  readonly names?: PackNames;
}

/**
 * The schema of a kind of file for editors: its shape, with a text for every key. Where the names of a pack are known,
 * only these are right where a file refers to one, and an editor offers them; the schema then also has a keyword that
 * only editors know, `patternErrorMessage`.
 */
export function editorSchema(kind: ShapedKind, known: Known): JsonSchema {
  const schema = schemaWithTexts(kind, known);
  if (known.names === undefined) return schema;
  const definitions = { ...nameSchemas(known.names), ...answerSchemas(known.names.questions), ...(kind === 'extending-pack' ? overrideSchemas(known) : {}) };
  return { ...schema, definitions: neededOf(definitions, schema) };
}

function schemaWithTexts(kind: ShapedKind, known: Known): JsonSchema {
  return withTexts(fileJsonSchema(kind, { words: known.names !== undefined }), kind === 'extending-pack' ? 'pack' : kind, known);
}

/** @param path - the kind of the file and the keys that lead to this part of it; lists are passed over */
function withTexts(schema: JsonSchema, path: string, known: Known): JsonSchema {
  const named = known.names && namesIn(schema, refersTo(path), known.names);
  if (named) return named;
  const { properties, items, anyOf, oneOf, ...rest } = schema;
  const inner = (part: unknown): JsonSchema => withTexts(part as JsonSchema, path, known);
  return {
    ...rest,
    ...(properties === undefined ? {} : { properties: Object.fromEntries(Object.entries(properties as object).map(([key, value]) => [key, keyed(value as JsonSchema, path, key, known)])) }),
    ...(items === undefined ? {} : { items: Array.isArray(items) ? items.map(inner) : inner(items) }),
    ...(Array.isArray(anyOf) ? { anyOf: anyOf.map(inner) } : {}),
    ...(Array.isArray(oneOf) ? { oneOf: oneOf.map(inner) } : {}),
  };
}

/** The schema of the value of a key, with the text for the key. */
function keyed(schema: JsonSchema, outer: string, key: string, known: Known): JsonSchema {
  const path = `${outer}.${key}`;
  const says = outer === 'pack.lint' ? known.rules.find(({ id }) => id === key)?.says : hoverText(path);
  return { ...withTexts(schema, path, known), ...(says === undefined ? {} : { description: says }) };
}

/** The schema of what refers to names: of a text, one of those that there are, while a pack that has none yet takes any. */
function namesIn(schema: JsonSchema, refers: Refers, names: PackNames): JsonSchema | undefined {
  switch (refers) {
    case 'none':
      return undefined;
    case 'condition':
    case 'answers':
      return ref(refers);
    case 'other-causes':
      return byId(names['base-cause'], 'other-cause');
    case 'other-questions':
      return byId(names['base-question'], 'other-question');
    case 'other-beliefs':
      return byId(names['base-belief'], 'other-belief');
    default:
      return schema['type'] === 'string' && names[refers].length > 0 ? ref(refers) : undefined;
  }
}

function ref(definition: string): JsonSchema {
  return { $ref: `#/definitions/${definition}` };
}

function byId(names: readonly Named[], definition: string): JsonSchema {
  return { type: 'object', properties: Object.fromEntries(names.map(({ id, says }) => [id, { ...ref(definition), description: says }])), additionalProperties: false };
}

type Definitions = Readonly<Record<string, JsonSchema>>;

function nameSchemas(names: PackNames): Definitions {
  return Object.fromEntries(nameKinds.map(kind => [kind, oneOfNames(names[kind])]));
}

/** What can be otherwise in a cause, a question and a belief of the other pack: any of their keys, and none must be there. */
function overrideSchemas(known: Known): Definitions {
  const [cause, section, beliefs] = (['cause', 'questions', 'beliefs'] as const).map(kind => schemaWithTexts(kind, known)) as [JsonSchema, JsonSchema, JsonSchema];
  const { questions } = section['properties'] as Readonly<Record<string, JsonSchema>>;
  return { 'other-cause': loosened(cause), 'other-question': loosened(questions?.['items']), 'other-belief': loosened(beliefs['items']) };
}

/** A schema for any part of what another one takes: no key must be there, and lists may have fewer items, but for pairs. */
function loosened(schema: unknown): JsonSchema {
  const { properties, ...rest } = schema as JsonSchema;
  const kept = Object.entries(rest).filter(([key]) => !(['required', '$schema', 'title'].includes(key) || (key === 'minItems' && !Array.isArray(rest['items']))));
  const inner = (part: unknown): unknown => (typeof part === 'object' && part !== null ? loosened(part) : part);
  return {
    ...Object.fromEntries(kept.map(([key, part]) => [key === 'oneOf' ? 'anyOf' : key, Array.isArray(part) ? part.map(inner) : inner(part)])),
    ...(properties === undefined ? {} : { properties: Object.fromEntries(Object.entries(properties as object).map(([key, part]) => [key, loosened(part)])) }),
  };
}

/** The definitions that a schema refers to, and those that they refer to. */
function neededOf(definitions: Definitions, schema: JsonSchema): Definitions {
  const needed = new Set<string>();
  const add = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/"#\/definitions\/([^"]+)"/g)) {
      if (needed.has(name)) continue;
      needed.add(name);
      add(JSON.stringify(definitions[name]));
    }
  };
  add(JSON.stringify(schema));
  return Object.fromEntries(Object.entries(definitions).filter(([name]) => needed.has(name)));
}
