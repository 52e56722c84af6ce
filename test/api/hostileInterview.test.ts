import { describe, expect, test } from 'vitest';
import { prepare, safePrepare } from '../../src/api/prepare.ts';
import { prepareLogic, safePrepareLogic } from '../../src/api/prepareLogic.ts';
import { AnswersError } from '../../src/base/errors.ts';
import { type Checked, formatProblems } from '../../src/base/problem.ts';
import { coreLogic } from '../../src/core/coreLogic.ts';

const [prepared, bare] = [prepare(), prepareLogic(coreLogic)];
const answers = { outcome: 'rejected', arrival: 'late' } as const;
const [interview, wordless] = [prepared.interview(answers), bare.interview(answers)];

const revoked = Proxy.revocable({}, {});
revoked.revoke();

/** Values that none of the doors can take. */
const odd: readonly [what: string, value: unknown][] = [
  ['nothing', null], ['a number', 5], ['a bigint', 5n], ['a symbol', Symbol('odd')], ['a function', () => 'late'], ['a list', [[]]],
  ['an object of another kind', new Map()], ['an object without prototype', Object.assign(Object.create(null) as object, { odd: 1 })], ['a revoked proxy', revoked.proxy],
  ['an object with a getter that throws', Object.defineProperty({}, 'asOf', { enumerable: true, get: () => { throw new Error('this is what a getter threw'); } })],
];

/** What takes a value of any origin, and gives problems instead of throwing. */
const doors: readonly [name: string, door: (value: unknown) => Checked<unknown>][] = [
  ['safePrepare', safePrepare],
  ['safePrepareLogic', safePrepareLogic],
  ['safeInterview', value => prepared.safeInterview(value)],
  ['safeInterview, as options', value => prepared.safeInterview(answers, value as object)],
  ['safeHistory', value => prepared.safeHistory(value)],
  ['safeHistory, as one of the interviews', value => prepared.safeHistory([answers, value])],
  ['safeHistory, as options', value => prepared.safeHistory([answers], value as object)],
  ['safeAnswer, as the question', value => interview.safeAnswer(value as string, 'late')],
  ['safeDetails', value => interview.safeDetails(value)],
  ['safeWhatIf', value => interview.safeWhatIf(value)],
  ['safeInterview without words', value => bare.safeInterview(value)],
  ['safeInterview without words, as options', value => bare.safeInterview(answers, value as object)],
  ['safeAnswer without words, as the question', value => wordless.safeAnswer(value as string, 'late')],
];

describe.each(doors)('%s', (_name, door) => {
  test.each(odd)('refuses %s, and does not throw', (_what, value) => {
    const result = door(value);
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : formatProblems(result.problems)).not.toMatch(/getter threw|\[object/);
  });
});

describe.each([['with words', interview], ['without words', wordless]] as const)('an answer %s', (_which, one) => {
  test.each(odd.filter(([what]) => what !== 'nothing'))('that is %s is refused at its question', (_what, value) => {
    expect(one.safeAnswer('arrival', value)).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind', path: ['arrival'] }] });
  });

  test.each([null, undefined, 'unknown'])('of %s means “I don’t know”', value => {
    const answered = one.safeAnswer('arrival', value);
    expect(answered.ok && answered.value.explanation().supported).toEqual(prepared.interview({ outcome: 'rejected' }).explanation().supported);
    expect(one.explanation().supported.map(({ cause }) => cause)).toContain('late');
  });

  test.each(['__proto__', 'constructor', 'toString', ''])('to a question called “%s” is refused', id => {
    expect(one.safeAnswer(id, 'late')).toMatchObject({ ok: false, problems: [{ code: 'unknown-question' }] });
  });
});

describe('a cause', () => {
  test.each(['__proto__', 'constructor', 'toString', ''])('called “%s” is unknown', id => {
    expect(interview.safeDetails(id)).toMatchObject({ ok: false, problems: [{ code: 'unknown-cause' }] });
  });

  test('of silence alone is none of a no, and is not offered in its own place', () => {
    const silent = prepared.pack.causes.filter(({ strength }) => !strength).map(({ id }) => id);
    expect(silent).not.toEqual([]);
    for (const id of silent) {
      const found = interview.safeDetails(id);
      expect(found.ok ? [] : found.problems.map(({ code, hint }) => [code, hint.includes(id)])).toEqual([['unknown-cause', false]]);
    }
  });
});

test('a number of questions that is none is refused, as the one-line door refuses it', () => {
  for (const most of [-1, 1.5, Number.NaN, Infinity, '2', null]) expect(() => interview.nextQuestions(most as number)).toThrow(AnswersError);
});

test('options of an interview without words are those that it takes', () => {
  expect(bare.safeInterview(answers, { asOf: '22.11.2026' })).toMatchObject({ ok: false, problems: [{ path: ['asOf'] }] });
  expect(bare.safeInterview(answers, { asof: '2026-11-22' } as object)).toMatchObject({ ok: false, problems: [{ code: 'unknown-key', path: ['asof'] }] });
});
