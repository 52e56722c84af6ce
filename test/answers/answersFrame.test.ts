import { describe, expect, test } from 'vitest';
import { type AnswersFile, readAnswersFile } from '../../src/answers/answersFile.ts';
import { tinyPack } from '../tinyPack.ts';

function opened(value: unknown): AnswersFile | readonly object[] {
  const file = readAnswersFile(value, tinyPack);
  return file.ok ? file.value : file.problems;
}

describe('answers without a frame', () => {
  test('are those of one interview', () => {
    expect(opened({ outcome: 'rejected', arrival: 'late' })).toEqual({ interviews: [{ outcome: 'rejected', arrival: 'late' }] });
  });

  test('are known by a question of the pack', () => {
    expect(opened({ weather: 'fine' })).toEqual([
      { code: 'unknown-key', message: '“weather” is no part of an answers file', hint: expect.stringContaining('one of: pack, asOf') as string, path: ['weather'] },
      { code: 'missing-key', message: '“answers” is missing', hint: 'write { "answers": { "outcome": "rejected" } }', path: [] },
    ]);
  });

  test('have no part of a frame beside them', () => {
    expect(opened({ outcome: 'rejected', asOf: '2026-11-22' })).toEqual([
      { code: 'unknown-key', message: '“outcome” is no part of an answers file', hint: 'put it inside “answers”', path: ['outcome'] },
      { code: 'missing-key', message: '“answers” is missing', hint: 'write { "answers": { "outcome": "rejected" } }', path: [] },
    ]);
  });
});

describe('a slip in the frame', () => {
  const beside = { code: 'unknown-key', message: '“interviews” stands beside “answers” or “interview”', hint: 'put each interview into the list, oldest first', path: ['interviews'] };
  const one = { answers: { outcome: 'rejected' } };

  test.each<[file: object, problems: readonly object[]]>([
    [{ interviews: [one], answers: {} }, [beside]],
    [{ interviews: [one], interview: {} }, [beside]],
    [{ interviews: [] }, [{ code: 'wrong-kind', message: '“interviews” takes a list, not an empty one', hint: 'write [{ "answers": { "outcome": "rejected" } }]', path: ['interviews'] }]],
    [{ interviews: 7 }, [{ code: 'wrong-kind', message: '“interviews” takes a list, not 7', hint: 'write [{ "answers": { "outcome": "rejected" } }]', path: ['interviews'] }]],
    [{ asOf: 7, ...one }, [{ code: 'wrong-kind', message: 'asOf takes a day, not 7', hint: 'write it as YYYY-MM-DD', path: ['asOf'] }]],
    [{ interview: 7, ...one }, [{ code: 'not-an-object', message: 'interview must be an object', hint: 'pass interview as an object: { "date": "2026-11-10" }', path: ['interview'] }]],
    [{ interview: { stge: 'phone-screen' }, ...one }, [{ code: 'unknown-key', message: '“stge” is no part of “interview”', hint: 'did you mean “stage”?', path: ['interview', 'stge'] }]],
  ])('%j', (file, problems) => { expect(opened(file)).toEqual(problems); });

  test('in what a coach says is told as well', () => {
    expect(opened({ ...one, coach: { theory: 7 } })).toEqual([{ code: 'wrong-kind', message: '“theory” takes a sentence, not 7', hint: '1 to 500 letters', path: ['coach', 'theory'] }]);
  });
});
