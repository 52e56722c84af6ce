import { describe, expect, test } from 'vitest';
import { runExamples } from '../../src/examples/runExamples.ts';
import type { PackExample } from '../../src/authoring/check/packExamples.ts';
import { tinyPack } from '../tinyPack.ts';

type Expectation = PackExample['expect'];

/** What is wrong with an example that stands in line 7 of a file. */
function problemsOf(answers: PackExample['answers'], expected: Expectation): ReturnType<typeof runExamples> {
  return runExamples(tinyPack, [{ file: 'late.yaml', line: 7, name: 'a day', answers, expect: expected }]);
}

const late = { outcome: 'rejected', arrival: 'late', 'questions-asked': 0 };

describe('an example that comes out as its author expects is no problem', () => {
  test.each<[PackExample['answers'], Expectation]>([
    [late, { first: 'late' }],
    [late, { minor: 'no-questions' }],
    [late, { supported: ['late', 'no-questions'] }],
    [late, { unsupported: ['rival', 'skills-gap'] }],
    [{ arrival: 'on-time' }, { absent: 'late' }],
    [{ arrival: 'on-time' }, { unsupported: 'late' }],
    [{ outcome: 'rejected', arrival: 'on-time' }, { belief: 'my-fault' }],
    [late, { 'no-belief': 'my-fault' }],
    [late, { first: 'late', minor: ['no-questions'], absent: [] }],
  ])('%j: %j', (answers, expected) => {
    expect(problemsOf(answers, expected)).toEqual([]);
  });
});

describe('an example that does not is told in its line, with what came out instead', () => {
  test.each<[PackExample['answers'], Expectation, string]>([
    [late, { first: 'no-questions' }, 'first: no-questions'],
    [{}, { first: 'rival' }, 'first: rival'], // it stands first, but nothing supports it
    [late, { minor: 'late' }, 'minor: late'],
    [late, { minor: 'rival' }, 'minor: rival'],
    [late, { absent: 'late' }, 'absent: late'],
    [{}, { absent: 'late' }, 'absent: late'],
    [{ arrival: 'on-time' }, { supported: 'late' }, 'supported: late'],
    [late, { unsupported: 'late' }, 'unsupported: late'],
    [late, { belief: 'my-fault' }, 'belief: my-fault'],
    [{ outcome: 'rejected', arrival: 'on-time' }, { 'no-belief': 'my-fault' }, 'no-belief: my-fault'],
  ])('%j: %j', (answers, expected, told) => {
    const problems = problemsOf(answers, expected);
    expect(problems.map(({ code, message, at }) => ({ code, message, at }))).toEqual([
      { code: 'failed-example', message: `the example “a day” expects ${told}`, at: { file: 'late.yaml', line: 7, column: 1 } },
    ]);
  });

  test('one problem for each name', () => {
    expect(problemsOf(late, { supported: ['rival', 'late', 'skills-gap'] }).map(({ message }) => message)).toEqual([
      'the example “a day” expects supported: rival', 'the example “a day” expects supported: skills-gap',
    ]);
  });

  test('the hint says how it stands with the name, and which come first', () => {
    expect(problemsOf(late, { first: 'rival' })[0]?.hint).toMatch(/^“rival” is not supported; first come late \d+(\.\d)?%, no-questions \d+(\.\d)?%, rival \d+(\.\d)?%\n {4}late: You came after the agreed time\. \(establishes\)$/);
    expect(problemsOf({ arrival: 'on-time' }, { first: 'late' })[0]?.hint).toMatch(/^“late” is ruled out; /);
    expect(problemsOf(late, { absent: 'late' })[0]?.hint).toMatch(/^“late” is supported; /);
  });
});

describe('an example with wrong answers is told, whatever it expects', () => {
  test.each<[string, PackExample['answers'], { readonly code: string; readonly message: string }]>([
    ['a question that does not exist', { arival: 'late' }, { code: 'unknown-question', message: 'in the example “a day”: arival unknown-question: no question is called “arival”' }],
    ['a contradiction', { attended: 'missed', arrival: 'late' },
      { code: 'contradiction', message: 'in the example “a day”: attended contradiction: “attended” and “arrival”: You were not there, and you say when you came.' }],
    ['an answer to a question that does not come up', { arrival: 'on-time', 'minutes-late': 5 }, { code: 'failed-example', message: 'in the example “a day” the question “minutes-late” does not come up' }],
  ])('%s', (_what, answers, problem) => {
    expect(problemsOf(answers, { first: 'late' })).toMatchObject([{ ...problem, at: { file: 'late.yaml', line: 7 } }]);
  });
});
