import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { safeDiagnose } from '../../src/api/diagnose.ts';
import type { Pack, Sign } from '../../src/pack/pack.ts';
import type { Problem } from '../../src/base/problem.ts';
import { tinyPack } from '../tinyPack.ts';

function problemsOf(answers: unknown, pack: Pack): readonly Problem[] {
  const result = safeDiagnose(answers, { pack });
  return result.ok ? [] : result.problems;
}

const wayOut = 'change one of these answers, or leave it out';

describe('answers that a pack says cannot all be true are a problem that names them', () => {
  test.each([['on-time'], ['late']])('not there, and %s', arrival => {
    expect(problemsOf({ attended: 'missed', arrival }, tinyPack)).toEqual([
      { code: 'contradiction', message: '“attended” and “arrival”: You were not there, and you say when you came.', hint: wayOut, path: ['attended'] },
    ]);
  });

  test.each([['missed'], ['they-did-not-come']])('in the core pack, %s and an arrival', attended => {
    expect(problemsOf({ attended, arrival: 'late' }, corePack)).toEqual([{
      code: 'contradiction', hint: wayOut, path: ['attended'],
      message: '“attended” and “arrival”: You say that the interview did not take place, and also when you arrived for it.',
    }]);
  });

  test('in whatever order they are given', () => {
    expect(problemsOf({ arrival: 'late', attended: 'missed' }, tinyPack)).toHaveLength(1);
  });

  test.each([
    ['one of them is unknown', { attended: 'missed', arrival: 'unknown' }],
    ['one of them is missing', { arrival: 'late' }],
    ['they agree', { attended: 'there', arrival: 'late' }],
  ])('but not where %s', (_case, answers) => {
    expect(problemsOf(answers, tinyPack)).toEqual([]);
  });

  test('only once nothing else is wrong, as it may follow from a slip', () => {
    expect(problemsOf({ attended: 'missed', arrival: 'late', stage: 'secnd' }, tinyPack).map(({ code }) => code)).toEqual(['unknown-option']);
  });
});

describe('a sign that establishes a cause and one that rules it out are a problem that names both questions', () => {
  const asked = tinyPack.questions.findIndex(({ id }) => id === 'questions-asked');
  const minutes = tinyPack.questions.findIndex(({ id }) => id === 'minutes-late');
  const establishes: Sign = { when: { test: 'within', question: minutes, from: { value: 1, included: true }, to: null }, speaks: 'establishes', because: 'You were minutes late.', keep: false };
  const both: Sign = {
    when: { test: 'all', of: [establishes.when, { test: 'within', question: asked, from: { value: 9, included: true }, to: null }] },
    speaks: 'establishes', because: 'You were late and asked much.', keep: false,
  };
  const withSign = (sign: Sign): Pack => ({ ...tinyPack, causes: tinyPack.causes.map(cause => (cause.id === 'no-questions' ? { ...cause, signs: [...cause.signs, sign, { ...sign, when: { test: 'chosen', question: 1, options: [1] }, speaks: 'rules out', because: 'It was the first talk.' }] } : cause)) });

  test('one question each', () => {
    expect(problemsOf({ stage: 'first-interview', 'minutes-late': 3 }, withSign(establishes))).toEqual([{
      code: 'contradiction', hint: wayOut, path: ['minutes-late'],
      message: '“minutes-late” and “stage” cannot both be true: You were minutes late. It was the first talk.',
    }]);
  });

  test('two questions on one side', () => {
    expect(problemsOf({ stage: 'first-interview', 'minutes-late': 3, 'questions-asked': 9 }, withSign(both)).map(({ message }) => message)).toEqual([
      '“minutes-late” with “questions-asked” and “stage” cannot both be true: You were late and asked much. It was the first talk.',
    ]);
  });

  test('unless the answer to one of them was left out', () => {
    expect(problemsOf({ stage: 'first-interview', arrival: 'on-time', 'minutes-late': 3 }, withSign(establishes))).toEqual([]);
  });
});
