import { describe, expect, test } from 'vitest';
import type { Pack } from '../../src/pack/pack.ts';
import type { Problem } from '../../src/base/problem.ts';
import { readAnswersFile } from '../../src/answers/answersFile.ts';
import { tinyPack } from '../tinyPack.ts';

/** The answers and the day of an answers file for the tiny pack. */
function opened(file: unknown, pack: Pack = tinyPack): { readonly answers: object; readonly asOf: string | undefined } {
  const result = readAnswersFile(file, pack);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return { answers: { ...result.value.interviews[0] }, asOf: result.value.asOf };
}

function problemsOf(file: unknown): readonly Problem[] {
  const result = readAnswersFile(file, tinyPack);
  return result.ok ? [] : result.problems;
}

describe('an answers file', () => {
  test('may hold its answers only', () => {
    expect(opened({ answers: { outcome: 'rejected' } })).toEqual({ answers: { outcome: 'rejected' }, asOf: undefined });
  });

  test('may name its schema, its pack and the day that counts as today', () => {
    expect(opened({ $schema: 'answers.schema.json', pack: 'tiny', asOf: '2026-11-22', answers: {} })).toEqual({ answers: {}, asOf: '2026-11-22' });
  });

  test('may say the day and the stage beside the answers', () => {
    expect(opened({ interview: { date: '2026-11-10', stage: 'first-interview' }, answers: { outcome: 'rejected' } }).answers)
      .toEqual({ outcome: 'rejected', 'interview-date': '2026-11-10', stage: 'first-interview' });
  });

  test('may say the same twice', () => {
    expect(opened({ interview: { stage: 'first-interview' }, answers: { stage: 'first-interview' } }).answers).toEqual({ stage: 'first-interview' });
  });

  test.each([[null], ['unknown'], [undefined]])('may leave the stage %s in one place and answer it in the other', unknown => {
    expect(opened({ interview: { stage: 'first-interview' }, answers: { stage: unknown } }).answers).toEqual({ stage: 'first-interview' });
    expect(opened({ interview: { stage: unknown }, answers: { stage: 'first-interview' } }).answers).toEqual({ stage: 'first-interview' });
    expect(opened({ interview: { stage: unknown }, answers: {} }).answers).toEqual({});
  });

  test('is not changed, and its answers cannot be', () => {
    const file = Object.freeze({ interview: Object.freeze({ stage: 'phone-screen' }), answers: Object.freeze({ outcome: 'rejected' }) });
    const result = readAnswersFile(file, tinyPack);
    expect(result.ok && Object.isFrozen(result.value.interviews[0])).toBe(true);
    expect(file).toEqual({ interview: { stage: 'phone-screen' }, answers: { outcome: 'rejected' } });
  });

  test('hands on an own key “__proto__” as what it is, a question that does not exist', () => {
    const { answers } = opened(JSON.parse('{ "answers": { "__proto__": { "outcome": "rejected" } } }'));
    expect(Object.keys(answers)).toEqual(['__proto__']);
    expect('outcome' in answers).toBe(false);
  });
});

describe('an answers file of several interviews', () => {
  const several = (...list: readonly unknown[]): object => ({ pack: 'tiny', asOf: '2026-11-22', interviews: list });

  test('holds the answers of each, oldest first', () => {
    const result = readAnswersFile(several({ interview: { date: '2026-09-01' }, answers: {} }, { answers: { outcome: 'rejected' } }), tinyPack);
    expect(result.ok && result.value.interviews.map(answers => ({ ...answers }))).toEqual([{ 'interview-date': '2026-09-01' }, { outcome: 'rejected' }]);
    expect(result.ok && result.value.asOf).toBe('2026-11-22');
  });

  test.each<[slip: string, file: unknown, code: string, message: string, path: Problem['path']]>([
    ['no list', { interviews: {} }, 'wrong-kind', '“interviews” takes a list, not an object', ['interviews']],
    ['an empty list', { interviews: [] }, 'wrong-kind', '“interviews” takes a list, not an empty one', ['interviews']],
    ['null', { interviews: null }, 'wrong-kind', '“interviews” takes a list, not nothing', ['interviews']],
    ['answers beside them', { interviews: [{ answers: {} }], answers: {} }, 'unknown-key', '“interviews” stands beside “answers” or “interview”', ['interviews']],
    ['an interview that is a text', several({ answers: {} }, 'rejected'), 'not-an-object', 'an interview must be an object', ['interviews', 1]],
    ['an interview without answers', several({ answers: {} }, {}), 'missing-key', '“answers” is missing', ['interviews', 1]],
    ['answers that are a list', several({ answers: [] }), 'not-an-object', 'answers must be an object', ['interviews', 0, 'answers']],
    ['a misspelt key', several({ answer: {}, answers: {} }), 'unknown-key', '“answer” is no part of an interview', ['interviews', 0, 'answer']],
    ['an answer outside the answers', several({ outcome: 'rejected', answers: {} }), 'unknown-key', '“outcome” is no part of an interview', ['interviews', 0, 'outcome']],
    ['a misspelt part', several({ interview: { stag: 1 }, answers: {} }), 'unknown-key', '“stag” is no part of “interview”', ['interviews', 0, 'interview', 'stag']],
    ['two stages', several({ interview: { stage: 'phone-screen' }, answers: { stage: 'first-interview' } }), 'contradiction',
      'interview.stage is “phone-screen”, but the answer to “stage” is “first-interview”', ['interviews', 0, 'interview', 'stage']],
  ])('is refused with %s', (_slip, file, code, message, path) => {
    expect(problemsOf(file)).toMatchObject([{ code, message, path }]);
  });
});

describe('a slip in the frame is told with its place and a hint', () => {
  const day = 'write it as YYYY-MM-DD';
  const example = 'write { "answers": { "outcome": "rejected" } }';
  const asFile = 'pass an answers file as an object: { "answers": { "outcome": "rejected" } }';
  const asInterview = 'pass interview as an object: { "date": "2026-11-10" }';
  const asAnswers = 'pass answers as an object: { "question": "answer" }';
  test.each<[slip: string, file: unknown, problem: Problem]>([
    ['a list', [], { code: 'not-an-object', message: 'an answers file must be an object', hint: asFile, path: [] }],
    ['a text', 'rejected', { code: 'not-an-object', message: 'an answers file must be an object', hint: asFile, path: [] }],
    ['null', null, { code: 'not-an-object', message: 'an answers file must be an object', hint: asFile, path: [] }],
    ['no answers', { pack: 'tiny' }, { code: 'missing-key', message: '“answers” is missing', hint: example, path: [] }],
    ['answers that are a list', { answers: [] }, { code: 'not-an-object', message: 'answers must be an object', hint: asAnswers, path: ['answers'] }],
    ['answers that are null', { answers: null }, { code: 'not-an-object', message: 'answers must be an object', hint: asAnswers, path: ['answers'] }],
    ['answers with 1001 keys', { answers: Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`q${n}`, 1])) },
      { code: 'not-an-object', message: 'answers hold 1001 keys, far more than there are questions', hint: asAnswers, path: ['answers'] }],
    ['a misspelt key', { asof: '2026-11-22', answers: {} }, { code: 'unknown-key', message: '“asof” is no part of an answers file', hint: 'did you mean “asOf”?', path: ['asof'] }],
    ['a key that is nothing like one', { weather: 'rain', answers: {} }, { code: 'unknown-key', message: '“weather” is no part of an answers file', hint: 'one of: pack, asOf, interview, answers, interviews, coach', path: ['weather'] }],
    ['an answer outside the answers', { outcome: 'rejected', answers: {} }, { code: 'unknown-key', message: '“outcome” is no part of an answers file', hint: 'put it inside “answers”', path: ['outcome'] }],
    ['another pack', { pack: 'core', answers: {} },
      { code: 'wrong-kind', message: 'these answers are for the pack “core”, not for “tiny”', hint: 'name the folder of that pack, or correct the name', path: ['pack'] }],
    ['a pack that is a number', { pack: 1, answers: {} },
      { code: 'wrong-kind', message: 'these answers are for the pack 1, not for “tiny”', hint: 'name the folder of that pack, or correct the name', path: ['pack'] }],
    ['a day that is a number', { asOf: 20261122, answers: {} }, { code: 'wrong-kind', message: 'asOf takes a day, not 20261122', hint: day, path: ['asOf'] }],
    ['a day that is null', { asOf: null, answers: {} }, { code: 'wrong-kind', message: 'asOf takes a day, not nothing', hint: day, path: ['asOf'] }],
    ['an interview that is null', { interview: null, answers: {} }, { code: 'not-an-object', message: 'interview must be an object', hint: asInterview, path: ['interview'] }],
    ['an interview that is a day', { interview: '2026-11-10', answers: {} }, { code: 'not-an-object', message: 'interview must be an object', hint: asInterview, path: ['interview'] }],
    ['a misspelt part of the interview', { interview: { stag: 'later' }, answers: {} },
      { code: 'unknown-key', message: '“stag” is no part of “interview”', hint: 'did you mean “stage”?', path: ['interview', 'stag'] }],
    ['an inherited name in the interview', { interview: { toString: 'later' }, answers: {} },
      { code: 'unknown-key', message: '“toString” is no part of “interview”', hint: 'one of: date, stage', path: ['interview', 'toString'] }],
    ['two stages', { interview: { stage: 'first-interview' }, answers: { stage: 'phone-screen' } },
      { code: 'contradiction', message: 'interview.stage is “first-interview”, but the answer to “stage” is “phone-screen”', hint: 'keep one of them', path: ['interview', 'stage'] }],
    ['two days', { interview: { date: '2026-11-10' }, answers: { 'interview-date': '2026-11-11' } },
      { code: 'contradiction', message: 'interview.date is “2026-11-10”, but the answer to “interview-date” is “2026-11-11”', hint: 'keep one of them', path: ['interview', 'date'] }],
  ])('%s', (_slip, file, problem) => {
    expect(problemsOf(file)).toEqual([problem]);
  });

  test('a list that is far too long is not called none', () => {
    expect(problemsOf({ interviews: new Array(1001).fill({ answers: {} }) })).toEqual([{ code: 'wrong-kind', message: '“interviews” holds far more than 100, or cannot be read', hint: 'leave out the oldest ones', path: ['interviews'] }]);
  });

  test('up to fifty, and then they are counted', () => {
    const problems = problemsOf({ interviews: Array.from({ length: 100 }, () => ({ answers: {}, ...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`q${n}`, 1])) })) });
    expect([problems.length, problems.at(-1)]).toEqual([51, { code: 'too-many', message: 'and 1950 more', hint: 'mend these first', path: [] }]);
  });

  test('all of them at once', () => {
    expect(problemsOf({ asof: 1, pack: 'core', interview: { stag: 1 } }).map(({ code, path }) => [code, path])).toEqual([
      ['unknown-key', ['asof']], ['wrong-kind', ['pack']], ['unknown-key', ['interview', 'stag']], ['missing-key', []],
    ]);
  });
});

test('what was opened shares nothing with the file, and cannot be changed', () => {
  const prepared = ['read-site'];
  const result = readAnswersFile({ answers: { prepared } }, tinyPack);
  prepared.push('read-news');
  const answers = result.ok ? result.value.interviews[0] : undefined;
  expect(answers?.['prepared']).toEqual(['read-site']);
  expect([Object.isFrozen(answers), Object.isFrozen(answers?.['prepared'])]).toEqual([true, true]);
});
