import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { safeDiagnose, safeDiagnoseHistory } from '../../src/api/diagnose.ts';
import { funnelStages } from '../../src/pack/funnelStages.ts';
import type { Problem } from '../../src/base/problem.ts';
import { readAnswersFile } from '../../src/answers/answersFile.ts';
import { checkFunnelCounts, type FunnelCounts } from '../../src/answers/funnelCounts.ts';
import { answersFileSchema, diagnosisSchema, jsonSchemaOf } from '../../src/schema.ts';
import { tinyPack } from '../tinyPack.ts';

function problemsOf(funnel: unknown, pack: typeof corePack | typeof tinyPack = corePack): readonly Problem[] {
  const checked = checkFunnelCounts(pack, funnel);
  return checked.ok ? [] : checked.problems;
}

function countsOf(funnel: unknown): object {
  const checked = checkFunnelCounts(corePack, funnel);
  return checked.ok ? Object.fromEntries(checked.value) : checked.problems;
}

const file = answersFileSchema(corePack);
const inEditor = new Ajv().compile(jsonSchemaOf(file, 'A schema of a test'));

describe('the counts of a search', () => {
  test('are whole numbers, each optional, in the order of the stages', () => {
    expect(countsOf({ offers: 0, sent: 120, screens: 12, 'second-interviews': 1, 'first-interviews': 8 }))
      .toEqual({ sent: 120, screens: 12, 'first-interviews': 8, 'second-interviews': 1, offers: 0 });
    expect(countsOf({ screens: 3 })).toEqual({ screens: 3 });
    expect(countsOf({})).toEqual({});
    expect(countsOf({ sent: 7, screens: 7, 'first-interviews': 7 })).toEqual({ sent: 7, screens: 7, 'first-interviews': 7 });
  });

  test.each([[null], ['unknown'], [undefined]])('of which one is %s are unknown there', unknown => {
    expect(countsOf({ sent: unknown, screens: 4 })).toEqual({ screens: 4 });
  });

  test('have no negative nothing', () => {
    const checked = checkFunnelCounts(corePack, { sent: -0 });
    expect(checked.ok && Object.is(checked.value.get('sent'), 0)).toBe(true);
  });
});

describe('a slip in the counts is told with its place and a hint, wherever they come from', () => {
  const more = 'count each application at every stage that it reached, and at those that it skipped on the way';
  const asObject = 'pass funnel as an object: { "sent": 120, "screens": 12, "first-interviews": 8, "second-interviews": 1 }';
  test.each<[slip: string, funnel: unknown, problem: Problem]>([
    ['a number', 120, { code: 'not-an-object', message: 'funnel must be an object', hint: asObject, path: ['funnel'] }],
    ['a list', [120, 12], { code: 'not-an-object', message: 'funnel must be an object', hint: asObject, path: ['funnel'] }],
    ['null', null, { code: 'not-an-object', message: 'funnel must be an object', hint: asObject, path: ['funnel'] }],
    ['a misspelt stage', { send: 120 }, { code: 'unknown-key', message: '“send” is no part of “funnel”', hint: 'did you mean “sent”?', path: ['funnel', 'send'] }],
    ['a stage that there is not', { rejections: 9 }, { code: 'unknown-key', message: '“rejections” is no part of “funnel”', hint: 'one of: sent, screens, first-interviews, second-interviews, offers', path: ['funnel', 'rejections'] }],
    ['a number in quotes', { screens: '12' }, { code: 'wrong-kind', message: '“screens” takes a number, not “12”', hint: 'write a whole number without quotes', path: ['funnel', 'screens'] }],
    ['a list of calls', { screens: [1, 2] }, { code: 'wrong-kind', message: '“screens” takes a number, not a list', hint: 'write a whole number without quotes', path: ['funnel', 'screens'] }],
    ['true', { offers: true }, { code: 'wrong-kind', message: '“offers” takes a number, not true', hint: 'write a whole number without quotes', path: ['funnel', 'offers'] }],
    ['no number', { offers: Number.NaN }, { code: 'wrong-kind', message: '“offers” takes a number, not NaN', hint: 'write a whole number without quotes', path: ['funnel', 'offers'] }],
    ['a fraction', { screens: 2.5 }, { code: 'wrong-kind', message: '“screens” takes a whole number, not 2.5', hint: 'count whole ones', path: ['funnel', 'screens'] }],
    ['less than none', { screens: -1 }, { code: 'out-of-range', message: '-1 cannot be the count of “screens”', hint: 'from 0 to 100000', path: ['funnel', 'screens'] }],
    ['more than anyone sends', { sent: 100_001 }, { code: 'out-of-range', message: '100001 cannot be the count of “sent”', hint: 'from 0 to 100000', path: ['funnel', 'sent'] }],
    ['more calls than applications', { sent: 5, screens: 6 }, { code: 'contradiction', message: '6 for “screens” is more than 5 for “sent”', hint: more, path: ['funnel', 'screens'] }],
    ['more interviews than applications, the calls unknown', { sent: 5, screens: null, 'first-interviews': 8 }, { code: 'contradiction', message: '8 for “first-interviews” is more than 5 for “sent”', hint: more, path: ['funnel', 'first-interviews'] }],
  ])('%s', (_slip, funnel, problem) => {
    expect(problemsOf(funnel)).toEqual([problem]);
    const opened = readAnswersFile({ answers: {}, funnel }, corePack);
    expect(opened.ok ? [] : opened.problems).toEqual([problem]);
    for (const result of [safeDiagnose({}, { funnel: funnel as FunnelCounts }), safeDiagnoseHistory([{}, {}], { funnel: funnel as FunnelCounts })]) {
      expect(result.ok ? [] : result.problems).toEqual([problem]);
    }
    const shaped = problem.code === 'contradiction';
    expect([file.safeParse({ answers: {}, funnel }).success, inEditor({ answers: {}, funnel })]).toEqual([shaped, shaped]);
  });

  test('all of them at once, beside those of the answers', () => {
    const opened = readAnswersFile({ asof: 1, answers: {}, funnel: { sent: -1, screens: '2', calls: 3 } }, corePack);
    expect(opened.ok ? [] : opened.problems.map(({ path }) => path)).toEqual([['asof'], ['funnel', 'calls'], ['funnel', 'sent'], ['funnel', 'screens']]);
    const result = safeDiagnose({ arival: 'late' }, { funnel: { sent: -1 } });
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([['funnel', 'sent'], ['arival']]);
  });

  test('a getter that throws, a prototype of its own and 1001 keys are no counts', () => {
    const hostile = [{ get sent(): number { throw new Error('no'); } }, Object.create({ sent: 3, screens: 9 }), Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`k${n}`, 1]))];
    for (const funnel of hostile) expect(problemsOf(funnel)).toMatchObject([{ code: 'not-an-object', path: ['funnel'] }]);
    expect(problemsOf(JSON.parse('{ "__proto__": 3 }'))).toMatchObject([{ code: 'unknown-key', path: ['funnel', '__proto__'] }]);
  });
});

describe('a pack without usual counts', () => {
  test('cannot take a funnel, and says so', () => {
    const problem = { code: 'unknown-key', message: 'the pack “tiny” knows no usual counts to hold “funnel” against', hint: 'take “funnel” out, or add “funnel:” to the pack.yaml of that pack', path: ['funnel'] };
    const opened = readAnswersFile({ answers: {}, funnel: { sent: 1 } }, tinyPack);
    expect(opened.ok ? [] : opened.problems).toEqual([problem]);
    expect(answersFileSchema(tinyPack).safeParse({ answers: {}, funnel: { sent: 1 } }).success).toBe(false);
  });
});

describe('a file with a funnel', () => {
  test.each([[{ answers: { outcome: 'rejected' } }], [{ interviews: [{ answers: { outcome: 'rejected' } }, { answers: { outcome: 'rejected' } }] }]])('may hold it beside %o', rest => {
    const whole = { ...rest, funnel: { sent: 120, screens: null, 'first-interviews': 9, 'second-interviews': 0 } };
    const opened = readAnswersFile(whole, corePack);
    expect(opened.ok && opened.value.funnel).toEqual({ sent: 120, 'first-interviews': 9, 'second-interviews': 0 });
    expect(opened.ok && Object.isFrozen(opened.value.funnel)).toBe(true);
    expect([file.safeParse(whole).success, inEditor(whole)]).toEqual([true, true]);
    const result = opened.ok ? safeDiagnoseHistory(opened.value.interviews, opened.value) : opened;
    expect(result.ok && result.value.funnel).toMatchObject({ bottleneck: 'first-interviews', steps: [{ tried: 9, passed: 0 }] });
  });

  test('of which nothing is known says nothing', () => {
    for (const funnel of [{}, { sent: null, offers: 'unknown' }] as const) {
      const result = safeDiagnose({ outcome: 'rejected' }, { funnel });
      expect(result.ok && result.value.funnel).toBe(null);
    }
  });

  test('gives a diagnosis of the published shape, whatever the counts, and changes nothing else in it', () => {
    const counts = fc.tuple(...funnelStages.map(() => fc.option(fc.nat(3000)))).map(numbers => {
      const sorted = numbers.filter(number => number !== null).sort((a, b) => b - a);
      return Object.fromEntries(funnelStages.map((stage, index) => [stage, numbers[index] === null ? null : sorted.shift()]));
    });
    const without = safeDiagnose({ outcome: 'rejected', arrival: 'late' });
    fc.assert(fc.property(counts, funnel => {
      const result = safeDiagnose({ outcome: 'rejected', arrival: 'late' }, { funnel });
      const diagnosis = result.ok ? result.value : null;
      expect(diagnosisSchema.parse(diagnosis)).toEqual(diagnosis);
      expect(JSON.parse(JSON.stringify(diagnosis))).toEqual(diagnosis);
      expect({ ...diagnosis, funnel: null }).toEqual(without.ok && without.value);
    }), { numRuns: 50 });
  });
});
