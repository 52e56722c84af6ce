import type { QuestionWords } from '../files/fileSchemas.ts';
import type { JsonSchema } from '../files/fileJsonSchema.ts';
import type { Named } from './packNames.ts';

/** One of these names, each with what it stands for. */
export function oneOfNames(names: readonly Named[]): JsonSchema {
  return { type: 'string', anyOf: names.map(({ id, says }) => ({ const: id, description: says })) };
}

const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });
const described = (question: QuestionWords, schema: JsonSchema): JsonSchema => ({ description: question.ask, ...schema });
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items, minItems: 1 });

/**
 * Schemas that know the questions of a pack: of a condition on them (`condition`), of answers (`answers`), and of what can
 * be answered to each (`answer-…`).
 */
export function answerSchemas(questions: readonly QuestionWords[]): Readonly<Record<string, JsonSchema>> {
  const compared = questions.filter(({ kind }) => kind !== 'date');
  return {
    ...Object.fromEntries(questions.flatMap(question => (optionsOf(question) ? [[`answer-${question.id}`, oneOfNames(optionsOf(question) ?? [])]] : []))),
    condition: { anyOf: [ref('all-of'), listOf(ref('condition'))] },
    'all-of': {
      type: 'object',
      properties: {
        ...Object.fromEntries(compared.map(question => [question.id, described(question, matchOf(question))])),
        all: { ...listOf(ref('condition')), description: 'All of these must hold.' },
        any: { ...listOf(ref('condition')), description: 'One of these must hold.' },
        not: { ...ref('condition'), description: 'This must not hold; where it is not known, neither does that.' },
      },
      additionalProperties: false,
      minProperties: 1,
    },
    answers: {
      type: 'object',
      properties: Object.fromEntries(questions.map(question => [question.id, described(question, answerOf(question))])),
      additionalProperties: false,
    },
    ...comparisons,
  };
}

const comparisons = {
  comparison: {
    type: 'object',
    properties: {
      'at-least': { type: 'number', description: 'This many or more.' },
      'at-most': { type: 'number', description: 'This many or fewer.' },
      'more-than': { type: 'number', description: 'More than that.' },
      'less-than': { type: 'number', description: 'Fewer than that.' },
    },
    additionalProperties: false,
    minProperties: 1,
  },
};

/** The options of a question that has some. */
function optionsOf(question: QuestionWords): readonly Named[] | undefined {
  if (question.kind === 'yes-no') return [{ id: 'yes', says: 'Yes' }, { id: 'no', says: 'No' }];
  return question.kind === 'one-of' || question.kind === 'several-of' ? question.options : undefined;
}

const none = oneOfNames([{ id: 'none', says: 'Asked, and nothing chosen.' }]);

/** What a condition can say of the answer to a question. */
function matchOf(question: QuestionWords): JsonSchema {
  const options = ref(`answer-${question.id}`);
  switch (question.kind) {
    case 'number':
      return { anyOf: [{ type: 'integer', minimum: question.from, maximum: question.to }, ref('comparison')] };
    case 'several-of':
      return { anyOf: [options, listOf(options), none, { ...listOf(none), maxItems: 1 }, ref('comparison')] };
    default:
      return { anyOf: [options, listOf(options)] };
  }
}

/** What can be answered to a question. */
function answerOf(question: QuestionWords): JsonSchema {
  const options = ref(`answer-${question.id}`);
  const unknown = oneOfNames([{ id: 'unknown', says: 'They do not know.' }]);
  switch (question.kind) {
    case 'number':
      return { anyOf: [{ type: 'integer', minimum: question.from, maximum: question.to }, unknown] };
    case 'date':
      return { anyOf: [{ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, unknown] };
    case 'several-of':
      return { anyOf: [{ type: 'array', items: options }, unknown] };
    default:
      return { anyOf: [options, unknown] };
  }
}
