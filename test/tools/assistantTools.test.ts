import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/api/diagnose.ts';
import { AnswersError } from '../../src/base/errors.ts';
import { corePack } from '../../src/core/corePack.ts';
import { toMarkdown } from '../../src/report/toMarkdown.ts';
import { assistantTools, safeAssistantTools } from '../../src/tools/assistantTools.ts';
import type { Tool, ToolResult } from '../../src/tools/tool.ts';
import { AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';

const tools = assistantTools(corePack);
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
const takes = new Map(tools.map(({ name, inputSchema }) => [name, ajv.compile(inputSchema)]));
const gives = new Map(tools.map(({ name, outputSchema }) => [name, ajv.compile(outputSchema)]));

function toolOf(name: string): Tool {
  const tool = tools.find(each => each.name === name);
  if (!tool) throw new Error(`no tool is called ${name}`);
  return tool;
}

/** What a tool gives for an input that is right, both of which its schemas must take. */
function given(name: string, input: object): ToolResult {
  const result = toolOf(name).run(input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const [taken, fits] = [takes.get(name), gives.get(name)];
  expect({ input: taken?.(input), errors: taken?.errors ?? [] }).toEqual({ input: true, errors: [] });
  expect({ output: fits?.(result.value.data), errors: fits?.errors ?? [] }).toEqual({ output: true, errors: [] });
  return result.value;
}

function refusedOf(name: string, input: unknown): readonly { readonly path: unknown; readonly hint: string }[] {
  const result = toolOf(name).run(input);
  return result.ok ? [] : result.problems.map(({ path, hint }) => ({ path, hint }));
}

const late = { outcome: 'rejected', arrival: 'late', 'minutes-late': 20, 'warned-ahead': 'no' } as const;

test('there are eight, each described, and their schemas name every key', () => {
  expect(tools.map(({ name }) => name)).toEqual(['list_questions', 'next_question', 'answers_from_story', 'diagnose', 'explain_cause', 'what_if', 'draft_message', 'compare']);
  expect(tools.filter(({ title, description }) => title === '' || description.length < 60)).toEqual([]);
  expect(tools.filter(({ inputSchema, outputSchema }) => [inputSchema, outputSchema].some(schema => schema['additionalProperties'] !== false))).toEqual([]);
});

describe('for random answers each gives what its schema says, and the same twice', () => {
  const causes = corePack.causes.filter(({ strength }) => strength).map(({ id }) => id);

  test('diagnose, explain_cause, what_if, draft_message, next_question and compare', () => {
    fc.assert(fc.property(consistentAnswersTo(corePack), consistentAnswersTo(corePack), fc.constantFrom(...causes), (answers, others, cause) => {
      for (const [name, input] of [
        ['diagnose', { answers, asOf: AS_OF }], ['diagnose', { interviews: [{ answers }, { answers: others }], asOf: AS_OF, for: 'coach' }], ['explain_cause', { answers, cause, asOf: AS_OF }],
        ['what_if', { answers, asOf: AS_OF, change: {} }], ['draft_message', { answers, asOf: AS_OF }], ['next_question', { answers, asOf: AS_OF, most: 4 }], ['compare', { before: { answers, asOf: AS_OF }, after: { answers: others, asOf: AS_OF } }],
      ] as const) {
        expect(given(name, input)).toEqual(given(name, structuredClone(input)));
      }
    }), { numRuns: 40 });
  });
});

describe('list_questions', () => {
  test('gives all questions, those of the short intake, and those of a section', () => {
    const ids = (input: object): readonly string[] => (given('list_questions', input).data['questions'] as readonly { readonly id: string }[]).map(({ id }) => id);
    expect(ids({})).toEqual(corePack.questions.map(({ id }) => id));
    expect(ids({ short: true })).toEqual(corePack.questions.filter(({ core }) => core).map(({ id }) => id));
    const [section] = corePack.sections;
    expect(ids({ section: section?.id ?? '' })).toEqual(corePack.questions.filter(each => each.section === section?.id).map(({ id }) => id));
  });

  test('shows each with what may be answered', () => {
    expect(given('list_questions', { section: 'ending' }).text).toMatch(/^- outcome: How did it end\?\n.*\n {2}- advanced: /);
  });
});

describe('diagnose', () => {
  test('gives the page as it stands, and the same figures as the library', () => {
    const [{ text, data }, diagnosis] = [given('diagnose', { answers: late, asOf: '2026-11-22' }), diagnose(late, { asOf: '2026-11-22' })];
    expect(text).toBe(toMarkdown(diagnosis));
    expect(data).toMatchObject({ verdict: diagnosis.headline.verdict, parts: diagnosis.parts, causes: [{ cause: 'late', share: diagnosis.explanations[0]?.share }] });
    expect(given('diagnose', { answers: late, asOf: '2026-11-22', for: 'coach' }).text).toBe(toMarkdown(diagnosis, { for: 'coach' }));
  });

  test('is a tenth of the whole diagnosis', () => {
    expect(JSON.stringify(given('diagnose', { answers: late }).data).length).toBeLessThan(JSON.stringify(diagnose(late)).length / 10);
  });
});

test('explain_cause tells of a cause that no answer speaks for, too', () => {
  const { text, data } = given('explain_cause', { answers: { outcome: 'rejected', 'thank-you': 'specific' }, cause: 'no-thank-you' });
  expect(data).toMatchObject({ cause: 'no-thank-you', supported: false, because: [] });
  expect(text).toMatch(/^# .+\n\n.+\n\nIt was almost certainly not \(0–5%\) there\.\n\n## Against it\n/);
});

test('what_if says how the chance moves, and whether it is the change itself', () => {
  const { text, data } = given('what_if', { answers: late, change: { answers: { arrival: 'on-time' } } });
  const { goesOn } = data as { readonly goesOn: { readonly before: number; readonly after: number } };
  expect(goesOn.after).toBeGreaterThan(goesOn.before);
  expect(text).toContain('This is the fact itself');
});

describe('draft_message', () => {
  const asked = { answers: { outcome: 'advanced' } };

  test('leaves its blanks open until the person fills them', () => {
    const { message } = given('draft_message', asked).data as { readonly message: { readonly text: string; readonly open: readonly { readonly id: string; readonly says: string }[] } };
    expect(message.text).toContain(`[${message.open[0]?.says ?? 'none'}]`);
    const filled = Object.fromEntries(message.open.map(({ id }) => [id, 'the new ward']));
    const then = given('draft_message', { ...asked, filled }).data as { readonly message: { readonly text: string; readonly open: readonly unknown[] } };
    expect(then.message.open).toEqual([]);
    expect(then.message.text).toContain('the new ward');
  });

  test('says when nothing should be sent', () => {
    expect(given('draft_message', { answers: { outcome: 'no-reply', 'days-since-interview': 100, 'follow-ups': 3 } })).toEqual({ text: 'Nothing should be sent now.', data: { message: null } });
  });
});

test('compare says what became of the plan', () => {
  const { text, data } = given('compare', { before: { answers: late }, after: { answers: { outcome: 'rejected', arrival: 'on-time' } } });
  expect(data['fixes']).toContainEqual({ fix: diagnose(late).plan.main?.id, title: diagnose(late).explanations[0]?.title, status: 'done' });
  expect(text).toMatch(/^# /);
});

test('null is what a model leaves out', () => {
  const filledIn = toolOf('diagnose').run({ answers: late, asOf: null, coach: null, funnel: null, interviews: null, for: null });
  expect(filledIn).toEqual({ ok: true, value: given('diagnose', { answers: late }) });
});

test('what is no pack has no tools', () => {
  for (const odd of [null, undefined, 5, {}, 'core']) expect(safeAssistantTools(odd).ok).toBe(false);
  expect(() => assistantTools({} as never)).toThrow(AnswersError);
});

describe('whatever a model writes is answered with what to change', () => {
  test.each([
    ['diagnose', { answers: { arival: 'late' } }, ['answers', 'arival'], 'did you mean “arrival”?'],
    ['diagnose', { answers: { arrival: 'lat' } }, ['answers', 'arrival'], 'did you mean “late”?'],
    ['diagnose', { answer: {} }, ['answer'], 'did you mean “answers”?'],
    ['diagnose', { answers: late, asOf: 'today' }, ['asOf'], 'write asOf as YYYY-MM-DD, without a time'],
    ['diagnose', { interviews: [{ answers: late }, { answers: { outcome: 'lost' } }] }, ['interviews', 1, 'answers', 'outcome'], 'one of: advanced, rejected, cancelled, no-reply, waiting, unknown'],
    ['diagnose', { answers: late, for: 'boss' }, ['for'], 'correct it, or leave it out'],
    ['explain_cause', { answers: late, cause: 'lat' }, ['cause'], 'did you mean “late”?'],
    ['explain_cause', { answers: late }, ['cause'], expect.any(String)],
    ['what_if', { answers: late, change: { answers: { arival: 'late' } } }, ['change', 'answers', 'arival'], 'did you mean “arrival”?'],
    ['what_if', { answers: late }, ['change'], expect.stringContaining('"change"')],
    ['draft_message', { answers: { outcome: 'advanced' }, filled: { 'no-blank': 'x' } }, ['filled', 'no-blank'], expect.any(String)],
    ['compare', { before: { answers: late } }, ['after'], expect.any(String)],
    ['compare', { before: { answers: late }, after: { answers: { arrival: 'lat' } } }, ['after', 'answers', 'arrival'], 'did you mean “late”?'],
    ['next_question', { answers: { arrival: 'lat' } }, ['answers', 'arrival'], 'did you mean “late”?'],
    ['next_question', { answers: {}, most: -1 }, ['most'], expect.any(String)],
    ['list_questions', { section: 'endin' }, ['section'], 'did you mean “ending”?'],
    ['list_questions', { short: 'yes' }, ['short'], 'write true or false'],
  ])('%s %j', (name, input, path, hint) => {
    expect(refusedOf(name, input)[0]).toEqual({ path, hint: hint as unknown });
  });

  test('of any kind, by every tool', () => {
    const polluted = JSON.parse('{ "answers": { "__proto__": { "outcome": "rejected" }, "constructor": 1 }, "__proto__": 1 }') as unknown;
    const deep = JSON.parse(`${'{"answers":'.repeat(2000)}1${'}'.repeat(2000)}`) as unknown;
    const throwing = { get answers(): never { throw new Error('no'); } };
    for (const { name } of tools) {
      for (const odd of [null, undefined, 5, 'text', [], [{}], new Map(), polluted, deep, throwing, { answers: [] }, { answers: null, interviews: [] }]) {
        if (name === 'list_questions' && odd === undefined) continue;
        const problems = refusedOf(name, odd);
        expect(problems.length, `${name} ${typeof odd}`).toBeGreaterThan(0);
        expect(problems.every(({ hint }) => hint !== ''), name).toBe(true);
      }
    }
  });
});
