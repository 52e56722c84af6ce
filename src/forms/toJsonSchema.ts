import { orAnswersError } from '../base/errors.ts';
import type { Checked } from '../base/problem.ts';
import { UNKNOWN } from '../pack/answer.ts';
import type { ChoiceQuestion, Pack, Question } from '../pack/pack.ts';
import { type FormOptions, formOf, type FormPage } from './formPack.ts';
import { UNKNOWN_SAYS } from './formWords.ts';
import { definitionsFor, schemaWhere, type SchemaPart } from './shownSchema.ts';
import { type Shown, shownWhen } from './shownWhen.ts';

/** A form in two parts, as JSON Forms takes them: what may be answered, and how it is laid out. */
export interface JsonForm {
  /** JSON Schema, draft-07. */
  readonly schema: SchemaPart;
  readonly uischema: JsonFormLayout;
}

/** The layout of a form: a category for each section of the pack. */
export interface JsonFormLayout {
  readonly type: 'Categorization';
  readonly elements: readonly { readonly type: 'Category'; readonly label: string; readonly elements: readonly JsonFormControl[] }[];
}

/** A field of the layout: one question, and when it shows. */
export interface JsonFormControl {
  readonly type: 'Control';
  readonly scope: string;
  readonly label: string;
  readonly options?: { readonly format: 'radio' };
  /** The condition is a JSON Schema, draft-07, that all of the answers must fit. */
  readonly rule?: { readonly effect: 'SHOW'; readonly condition: { readonly scope: '#'; readonly schema: SchemaPart } };
}

/**
 * The questionnaire of a pack as JSON Schema (draft-07) of its answers, and as a layout for JSON Forms. A question that
 * depends on others stands under `if` and `then`: it is looked at where the answers show its condition, the same in
 * which its rule shows the field. So the fields to be seen are those of `visibleQuestions`, but for days that the library
 * counts from a date. What fits the schema, less the answers to questions that do not come up, can be diagnosed, unless
 * answers contradict each other. A field left empty is “I don't know”, as is the choice `unknown`; an empty list says
 * that nothing applies.
 *
 * @throws AnswersError when this is no pack
 *
 * @example
 * import { corePack } from 'afterview';
 * Object.keys(toJsonSchema(corePack).schema).includes('properties'); // true
 * toJsonSchema(corePack, { short: true }).uischema.type; // 'Categorization'
 */
export function toJsonSchema(pack: Pack, options: FormOptions = {}): JsonForm {
  return orAnswersError(safeToJsonSchema(pack, options));
}

/**
 * As `toJsonSchema`, but returns problems instead of throwing them.
 *
 * @example
 * import { corePack } from 'afterview';
 * safeToJsonSchema(corePack).ok; // true
 * safeToJsonSchema('core').ok; // false
 */
export function safeToJsonSchema(pack: unknown, options: unknown = {}): Checked<JsonForm> {
  return formOf(pack, options, jsonFormOf);
}

function jsonFormOf(pack: Pack, pages: readonly FormPage[]): JsonForm {
  const { questions } = pack;
  const asked = pages.flatMap(page => page.questions.map(({ question }) => ({ question, shown: question.askIf && shownWhen(questions, question.askIf) })));
  const always = asked.filter(({ shown }) => shown === undefined).map(({ question }) => [question.id, valueOf(question)] as const);
  const sometimes = asked.flatMap(({ question, shown }) => (shown ? [{ if: schemaWhere(questions, shown), then: { properties: { [question.id]: valueOf(question) } } }] : []));
  const schema: SchemaPart = {
    $schema: 'http://json-schema.org/draft-07/schema#', title: pack.title, type: 'object',
    properties: Object.fromEntries(always),
    propertyNames: { enum: asked.map(({ question }) => question.id) },
    ...(sometimes.length > 0 ? { allOf: sometimes } : {}),
    ...definitionsFor(questions, asked.flatMap(({ shown }) => shown ?? [])),
  };
  const elements = pages.map(({ section, questions: own }) => ({ type: 'Category', label: section.title, elements: own.map(({ question }) => controlOf(questions, question)) } as const));
  return { schema, uischema: { type: 'Categorization', elements } };
}

function controlOf(questions: Pack['questions'], question: Question): JsonFormControl {
  const { id, ask, kind, askIf } = question;
  const radio = kind === 'one-of' || kind === 'yes-no' ? { options: { format: 'radio' } } as const : {};
  return { type: 'Control', scope: `#/properties/${id}`, label: ask, ...radio, ...(askIf ? { rule: ruleOf(questions, shownWhen(questions, askIf)) } : {}) };
}

/** A rule is read apart from the schema, so it brings with it what it refers to. */
function ruleOf(questions: Pack['questions'], shown: Shown): NonNullable<JsonFormControl['rule']> {
  return { effect: 'SHOW', condition: { scope: '#', schema: { ...schemaWhere(questions, shown), ...definitionsFor(questions, [shown]) } } };
}

function valueOf(question: Question): SchemaPart {
  const said = { title: question.ask, ...(question.help === undefined ? {} : { description: question.help }) };
  switch (question.kind) {
    case 'number':
      return { ...said, description: [question.help, `A whole number of ${question.unit}.`].filter(part => part !== undefined).join(' '), type: 'integer', minimum: question.from, maximum: question.to };
    case 'date':
      return { ...said, type: 'string', format: 'date', pattern: '^(?:19|20|21)\\d\\d-\\d\\d-\\d\\d$' };
    case 'several-of':
      return { ...said, type: 'array', uniqueItems: true, items: { oneOf: optionsOf(question) } };
    default:
      return { ...said, oneOf: [...optionsOf(question), { const: UNKNOWN, title: UNKNOWN_SAYS }] };
  }
}

function optionsOf({ options }: ChoiceQuestion): readonly SchemaPart[] {
  return options.map(({ id, says }) => ({ const: id, title: says }));
}
