import * as z from 'zod';
import { funnelStages } from './pack/funnelStages.ts';
import type { Pack, Question } from './pack/pack.ts';
import { dayNumber } from './base/calendar.ts';
import { plainEntries, plainItems } from './base/plainObject.ts';
import { UNKNOWN } from './pack/answer.ts';
import { MOST_INTERVIEWS, questionOf } from './answers/answersFile.ts';
import type { AnswersTo } from './api/diagnose.ts';
import { MOST_COUNTED } from './answers/funnelCounts.ts';

export { diagnosisSchema } from './diagnosis/diagnosisSchema.ts';

const unknown = z.literal(UNKNOWN).nullable();

/**
 * The answers to a pack's questions as a zod schema: for forms, and wherever answers come from outside. It checks
 * names, kinds and bounds; `safeDiagnose` also finds contradictions. As every schema of zod, it is one of Standard Schema:
 * form libraries take it as it is.
 *
 * @example
 * import { corePack } from 'afterview';
 * answersSchema(corePack).safeParse({ outcome: 'rejected' }).success; // true
 * answersSchema(corePack).safeParse({ outcome: 'refused' }).success; // false
 */
export function answersSchema<P extends Pack>(pack: P): z.ZodType<AnswersTo<P>> {
  return answersTo(pack.questions.map(question => [question.id, question])) as unknown as z.ZodType<AnswersTo<P>>;
}

/**
 * An answers file as a zod schema: `{ pack, asOf, interview, answers }`, `interviews` for several, or answers alone.
 *
 * @example
 * import { corePack } from 'afterview';
 * const file = { asOf: '2026-11-22', interview: { stage: 'first-interview' }, answers: { outcome: 'rejected' } };
 * answersFileSchema(corePack).safeParse(file).success; // true
 */
export function answersFileSchema(pack: Pack): z.ZodType {
  const about = Object.entries(questionOf).flatMap(([key, id]) => pack.questions.filter(question => question.id === id).map(question => [key, question] as const));
  const frame = {
    $schema: z.string().optional(),
    pack: z.literal(pack.id).optional(),
    asOf: day().optional().describe('The day that counts as today'),
    ...(pack.funnel ? { funnel: funnelCounts().optional() } : {}),
    coach: coachNotes(pack).optional(),
    session: z.unknown().optional().describe('How far a program has asked; a diagnosis does not look at it'),
  };
  const interview = { interview: answersTo(about).optional(), answers: answersSchema(pack) };
  return z.union([
    plainObject({ ...frame, ...interview }),
    answersSchema(pack).refine(isAnswered, { error: 'answer at least one question' }).meta({ minProperties: 1, description: 'Answers without a frame, to one interview' }),
    plainObject({ ...frame, interviews: plainList(z.array(plainObject(interview)).min(1).max(MOST_INTERVIEWS)).describe('Several interviews, oldest first') }),
  ]).meta({ type: 'object' });
}

/** A cause that is struck and added at once is found by `openAnswersFile`. */
function coachNotes({ causes }: Pack): z.ZodType {
  const cause = z.enum(causes.filter(({ strength }) => strength).map(({ id }) => id));
  const said = z.string().regex(/\S/).max(500);
  return plainObject({ strike: plainList(z.array(cause)).optional(), add: plainList(z.array(cause)).optional(), theory: said.nullable().optional(), agreed: plainList(z.array(said).max(10)).optional() })
    .describe('What a coach knows of the latest interview that the answers do not say');
}

function isAnswered(answers: unknown): boolean {
  return typeof answers === 'object' && answers !== null && Object.keys(answers).length > 0;
}

/** Later counts are no larger than earlier ones: that `openAnswersFile` finds. */
function funnelCounts(): z.ZodType {
  const count = z.union([z.int().min(0).max(MOST_COUNTED), unknown]).optional();
  return plainObject(Object.fromEntries(funnelStages.map(stage => [stage, count]))).describe('How many applications reached each stage of the search so far');
}

/**
 * A schema as JSON Schema, by what it takes.
 *
 * @param draft - draft-07 unless given, which is what editors read; OpenAPI takes the newer one
 *
 * @example
 * import { corePack } from 'afterview';
 * const schema = jsonSchemaOf(answersSchema(corePack), 'My form');
 * [schema['title'], schema['$schema']]; // ['My form', 'http://json-schema.org/draft-07/schema#']
 */
export function jsonSchemaOf(schema: z.ZodType, title: string, draft: 'draft-07' | 'draft-2020-12' = 'draft-07'): Readonly<Record<string, unknown>> {
  return { ...z.toJSONSchema(schema, { target: draft === 'draft-07' ? 'draft-7' : draft, io: 'input' }), title };
}

function answersTo(questions: readonly (readonly [string, Question])[]): z.ZodType {
  return plainObject(Object.fromEntries(questions.map(([key, question]) => [key, valueOf(question)])));
}

/** An object as the library takes one: a Map, a date or an instance of a class is none, and nothing inherited is read. */
function plainObject(shape: z.ZodRawShape): z.ZodType {
  return z.preprocess((value, context) => {
    const entries = plainEntries(value, 'this');
    if (entries.ok) return Object.setPrototypeOf(Object.fromEntries(entries.value), null) as object;
    context.addIssue(entries.problems[0]?.message ?? 'write an object');
    return z.NEVER;
  }, z.strictObject(shape));
}

/** A list whose items are read once each; one that throws when it is read is refused. */
function plainList(list: z.ZodType): z.ZodType {
  return z.preprocess((value, context) => {
    const items = plainItems(value);
    if (items === undefined) context.addIssue('write a list');
    return items ?? z.NEVER;
  }, list);
}

function valueOf(question: Question): z.ZodType {
  return z.union([kindOf(question), unknown], { error: `${wantedBy(question)}, or “unknown”` }).optional().describe(question.ask);
}

/** What an answer looks like, in words. */
function wantedBy(question: Question): string {
  if (question.kind === 'number') return `write a whole number from ${question.from} to ${question.to}`;
  if (question.kind === 'date') return 'write a day that exists, as YYYY-MM-DD';
  const options = question.options.map(({ id }) => id).join(', ');
  return question.kind === 'several-of' ? `write a list of these, each once: ${options}` : `write one of: ${options}`;
}

function kindOf(question: Question): z.ZodType {
  switch (question.kind) {
    case 'number':
      return z.int().min(question.from).max(question.to);
    case 'date':
      return day();
    default: {
      const option = z.enum(question.options.map(({ id }) => id) as [string, ...string[]]);
      return question.kind === 'several-of' ? plainList(z.array(option).max(question.options.length).refine(isDistinct, { error: 'name each answer once' }).meta({ uniqueItems: true })) : option;
    }
  }
}

function day(): z.ZodType<string> {
  return z.string().regex(/^(?:19|20|21)\d\d-\d\d-\d\d$/).refine(iso => dayNumber(iso) !== undefined, { error: 'this day does not exist' });
}

function isDistinct(options: readonly string[]): boolean {
  return new Set(options).size === options.length;
}
