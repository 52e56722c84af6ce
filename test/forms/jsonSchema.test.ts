import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeVisibleQuestions } from '../../src/api/visibleQuestions.ts';
import { corePack } from '../../src/core/corePack.ts';
import { type JsonForm, toJsonSchema } from '../../src/forms/toJsonSchema.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { answersSchema } from '../../src/schema.ts';
import { answersTo, arbitraryPack } from '../arbitraryPack.ts';
import { tinyPack } from '../tinyPack.ts';
import { uncounted } from './uncounted.ts';

const core: Pack = corePack;

function validator(schema: object): (value: unknown) => boolean {
  const valid = new Ajv({ strictRequired: false, formats: { date: true } }).compile(schema);
  return value => valid(value);
}

/** Which fields a form shows, as JSON Forms does it: those without a rule, and those whose condition all of the answers fit. */
function fieldsOf({ uischema }: JsonForm): (answers: unknown) => readonly string[] {
  const fields = uischema.elements.flatMap(({ elements }) => elements.map(({ scope, rule }) => ({ id: scope.replace('#/properties/', ''), shows: rule ? validator(rule.condition.schema) : () => true })));
  return answers => fields.filter(({ shows }) => shows(answers)).map(({ id }) => id);
}

const known = fc.oneof({ arbitrary: arbitraryPack(), weight: 5 }, { arbitrary: fc.constant(tinyPack), weight: 1 }).map(uncounted);
const given = known.chain(pack => fc.tuple(fc.constant(pack), answersTo(pack), fc.subarray(pack.questions.map(({ id }) => id), { maxLength: 2 }))
  .map(([, answers, unknown]) => [pack, { ...answers, ...Object.fromEntries(unknown.map(id => [id, 'unknown'])) }] as const));

describe('the rules of the layout show what the library would', () => {
  test('for all packs and answers', () => {
    let hidden = 0;
    fc.assert(fc.property(given, ([pack, answers]) => {
      const questions = safeVisibleQuestions(answers, { pack });
      fc.pre(questions.ok);
      hidden += pack.questions.length - questions.value.length;
      expect([...fieldsOf(toJsonSchema(pack))(answers)].sort()).toEqual(questions.value.map(({ id }) => id).sort());
    }), { numRuns: 400 });
    expect(hidden).toBeGreaterThan(100);
  });

  test.each([['all', false], ['the short intake', true]] as const)('for %s of the core pack', (_what, short) => {
    const shown = fieldsOf(toJsonSchema(core, { short }));
    fc.assert(fc.property(answersTo(core), answers => {
      const questions = safeVisibleQuestions(answers, { pack: core, short });
      fc.pre(questions.ok);
      expect([...shown(answers)].sort()).toEqual(questions.value.map(({ id }) => id).sort());
    }), { numRuns: 150 });
  });
});

describe('the schema', () => {
  test('refuses what is no answer to a question that comes up, and no other', () => {
    const odd = fc.constantFrom<unknown>('Yes', '', 7.5, -1, 900, [], ['option-0', 'option-0'], ['no-such'], '2026-11-10', '10.11.2026', null, {}, true);
    let accepted = 0;
    fc.assert(fc.property(given, fc.tuple(fc.nat(), odd), ([pack, answers], [at, value]) => {
      const id = pack.questions[at % pack.questions.length]?.id ?? '';
      const questions = safeVisibleQuestions(answers, { pack });
      fc.pre(questions.ok);
      const said = { ...answers, [id]: at % 2 === 0 ? value : answers[id] ?? 'unknown' };
      const form = toJsonSchema(pack);
      const shown = fieldsOf(form)(said);
      // a field for a list, a number or a day is left empty by those who don't know
      const looked = Object.fromEntries(Object.entries(said).filter(([key, answer]) => shown.includes(key) && answer !== null));
      const choices = pack.questions.filter(({ kind }) => kind === 'one-of' || kind === 'yes-no').map(({ id: key }) => key);
      const wanted = answersSchema(pack).safeParse(looked).success && shown.every(key => said[key] !== null && (said[key] !== 'unknown' || choices.includes(key)));
      accepted += Number(wanted);
      expect(validator(form.schema)(said)).toBe(wanted);
    }), { numRuns: 400 });
    expect(accepted).toBeGreaterThan(60);
    expect(accepted).toBeLessThan(340);
  });

  test('refuses a name that no question has', () => {
    expect([{ arival: 'late' }, { arrival: 'late' }].map(validator(toJsonSchema(tinyPack).schema))).toEqual([false, true]);
  });

  test('says each question and each answer in words', () => {
    const { schema } = toJsonSchema(tinyPack);
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#', title: 'A small pack',
      properties: {
        attended: { title: 'Were you there?', oneOf: [{ const: 'there', title: 'Yes' }, { const: 'missed', title: 'No' }, { const: 'unknown', title: "I don't know" }] },
        'questions-asked': { type: 'integer', minimum: 0, maximum: 50, description: 'A whole number of questions.' },
      },
    });
    expect(Object.keys(schema['properties'] as object)).not.toContain('arrival');
    expect(schema['allOf']).toContainEqual({
      if: { type: 'object', properties: { attended: { enum: ['there'] } }, required: ['attended'] },
      then: { properties: { arrival: { title: 'When did you come?', oneOf: [{ const: 'on-time', title: 'On time' }, { const: 'late', title: 'Late' }, { const: 'unknown', title: "I don't know" }] } } },
    });
  });
});
