import { UNKNOWN } from '../pack/answer.ts';
import type { Pack, Question } from '../pack/pack.ts';
import { askedMatters, notAskedWhen, type Shown } from './shownWhen.ts';

/** JSON Schema, or a part of one. */
export type SchemaPart = Readonly<Record<string, unknown>>;

type Questions = Pack['questions'];

/** A JSON Schema (draft-07) that answers fit where a condition is shown; it may refer to `definitionsFor` it. */
export function schemaWhere(questions: Questions, shown: Shown): SchemaPart {
  switch (shown.test) {
    case 'all':
      return shown.of.length === 0 ? {} : { allOf: shown.of.map(part => schemaWhere(questions, part)) };
    case 'any':
      return shown.of.length === 0 ? never : { anyOf: shown.of.map(part => schemaWhere(questions, part)) };
    case 'not-asked': {
      const reference = { $ref: `#/definitions/${definitionOf(questions, shown.question)}` };
      return shown.holds ? reference : { not: reference };
    }
    default: {
      const question = questions[shown.question] as Question;
      return { type: 'object', properties: { [question.id]: answerWhere(question, shown) }, required: [question.id] };
    }
  }
}

/** What the tests refer to, as a part of the schema that holds them. */
export function definitionsFor(questions: Questions, tests: readonly Shown[]): SchemaPart {
  const matters = askedMatters(questions, tests);
  if (matters.length === 0) return {};
  return { definitions: Object.fromEntries(matters.map(index => [definitionOf(questions, index), schemaWhere(questions, notAskedWhen(questions, index) as Shown)])) };
}

const never = { not: {} } as const;

function definitionOf(questions: Questions, index: number): string {
  return `${(questions[index] as Question).id}-is-not-asked`;
}

function answerWhere(question: Question, shown: Extract<Shown, { test: 'chosen' | 'counted' }>): SchemaPart {
  if (shown.test === 'counted') {
    const [least, most] = question.kind === 'several-of' ? ['minItems', 'maxItems'] as const : ['minimum', 'maximum'] as const;
    if (question.kind === 'several-of' && shown.to !== null && shown.to < 0) return never;
    const from = question.kind === 'several-of' && shown.from !== null ? Math.max(0, shown.from) : shown.from;
    return { type: question.kind === 'several-of' ? 'array' : 'integer', ...(from === null ? {} : { [least]: from }), ...(shown.to === null ? {} : { [most]: shown.to }) };
  }
  const ids = 'options' in question ? shown.options.map(option => question.options[option]?.id ?? '') : [];
  if (question.kind === 'several-of') {
    const some = ids.length === 0 ? never : { contains: { enum: ids } };
    return { type: 'array', ...(shown.holds ? some : { not: some }) };
  }
  if (shown.holds) return ids.length === 0 ? never : { enum: ids };
  return { type: 'string', not: { enum: [...ids, UNKNOWN] } };
}
