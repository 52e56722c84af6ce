import type { Pack } from '../../pack/pack.ts';
import { answersFileSchema, diagnosisSchema, jsonSchemaOf } from '../../schema.ts';
import { whatIfTool } from '../../tools/changeTools.ts';
import { parts } from '../../tools/diagnosisTools.ts';
import { type JsonSchema, listOf, objectOf, oneOf, part, text, yesOrNo } from '../../tools/jsonSchema.ts';
import { listQuestionsTool, nextQuestionTool } from '../../tools/questionTools.ts';
import { interviewInput } from '../../tools/toolInput.ts';

/** What is served, as an OpenAPI document (version 3.1) that clients can be generated from. */
export function openApi(pack: Pack, version: string): Readonly<Record<string, unknown>> {
  const [next, whatIf] = [nextQuestionTool(pack), whatIfTool(pack)];
  const schemas = {
    Answers: inComponents(jsonSchemaOf(answersFileSchema(pack), 'Answers', 'draft-2020-12')), Diagnosis: inComponents(jsonSchemaOf(diagnosisSchema, 'Diagnosis', 'draft-2020-12')),
    ExplainAsked: objectOf({ answers: interviewInput.answers, asOf: interviewInput.asOf }, ['answers', 'asOf']), Explanation: explanation,
    NextAsked: next.inputSchema, Next: next.outputSchema, WhatIfAsked: whatIf.inputSchema, WhatIf: whatIf.outputSchema,
    Questions: questionsSchema(listQuestionsTool(pack).outputSchema), Problem: problem,
  };
  return {
    openapi: '3.1.1',
    info: { title: 'afterview', version, description: `Why there was no second interview, by the pack “${pack.id}”. Where no day is given, days are counted up to today. Nothing is stored, and nothing of a request is logged.`, license: { name: 'MIT', identifier: 'MIT' } },
    paths: {
      '/diagnose': { post: call('diagnose', 'Explain an interview, or several', 'Answers', 'Diagnosis', { 'text/html': textSchema, 'text/markdown': textSchema, 'text/plain': textSchema }) },
      '/explain': { post: call('explain', 'The shares of the causes alone, which is the quickest', 'ExplainAsked', 'Explanation') },
      '/next': { post: call('nextQuestions', 'What to ask next', 'NextAsked', 'Next') },
      '/what-if': { post: call('whatIf', 'The same interview with other answers', 'WhatIfAsked', 'WhatIf') },
      '/questions': { get: { operationId: 'questions', summary: 'The questionnaire', responses: { 200: { description: 'The questionnaire', content: json('Questions') } } } },
    },
    components: { schemas },
  };
}

const explanation = objectOf({
  chanceOfNo: part('That an interview with these answers ends with a no.'), parts,
  supported: { ...listOf(objectOf({ cause: text(), control: oneOf(['you', 'fit', 'them']), supported: yesOrNo, presence: part(), share: part(), necessity: part() })), description: 'Causes that some answer speaks for, by share.' },
});

const textSchema = { schema: { type: 'string' } };

const problem: JsonSchema = {
  type: 'object', required: ['type', 'title', 'status', 'detail', 'problems'], additionalProperties: false,
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' },
    problems: { type: 'array', items: {
      type: 'object', required: ['code', 'message', 'hint', 'path'], additionalProperties: false,
      properties: { code: { type: 'string' }, message: { type: 'string' }, hint: { type: 'string' }, path: { type: 'array', items: { type: ['string', 'integer'] } }, line: { type: 'integer' }, column: { type: 'integer' } },
    } },
  },
};

function questionsSchema(list: JsonSchema): JsonSchema {
  const { questions } = list['properties'] as Readonly<Record<string, JsonSchema>>;
  const named = (names: readonly string[]): JsonSchema => ({ type: 'object', required: names, properties: Object.fromEntries(names.map(name => [name, { type: 'string' }])) });
  return { type: 'object', required: ['pack', 'sections', 'questions'], properties: { pack: named(['id', 'version']), sections: { type: 'array', items: named(['id', 'title']) }, questions } };
}

function json(name: string): object {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
}

function call(operationId: string, summary: string, takes: string, gives: string, also: object = {}): object {
  const refused = { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  return { operationId, summary, requestBody: { required: true, content: json(takes) }, responses: { 200: { description: summary, content: { ...json(gives), ...also } }, 400: refused, 413: refused, 415: refused, 422: refused } };
}

/** A schema as it stands inside the document, which says what draft all of them are. */
function inComponents(schema: JsonSchema): JsonSchema {
  const name = String(schema['title']);
  return JSON.parse(JSON.stringify({ ...schema, $schema: undefined }).replaceAll('"#/$defs/', `"#/components/schemas/${name}/$defs/`)) as JsonSchema;
}
