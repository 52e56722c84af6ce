/**
 * The one place where these programs call afterview: what it is given and what it gives back stay the same, however
 * the library comes to it.
 */
import { prepare } from '../../src/api/prepare.ts';
import type { NextQuestions } from '../../src/api/interview.ts';
import type { Reading } from '../../src/answers/reading.ts';
import { readAnswers } from '../../src/answers/readAnswers.ts';
import { AnswersError } from '../../src/base/errors.ts';
import type { Checked } from '../../src/base/problem.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import type { InterviewExplanation } from '../../src/interview/bareInterview.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { preparePack } from '../../src/pack/preparePack.ts';
import { isShown } from '../../src/evidence/weigh.ts';
import type { AnswerSet } from './answerSets.ts';

/** Reads and checks answers. */
export function readerOf(pack: Pack): (answers: AnswerSet) => Reading {
  const prepared = preparePack(pack);
  return answers => orThrow(readAnswers(prepared, answers)).reading;
}

/** Says which signs some answers show that have been read, by their index over all causes: 1 where one does. */
export function matcherOf(pack: Pack): (reading: Reading) => Uint8Array {
  const signs = preparePack(pack).causes.flatMap(cause => cause.signs);
  return ({ columns }) => {
    const shown = new Uint8Array(signs.length);
    for (let index = 0; index < signs.length; index++) {
      if (isShown(signs[index] as (typeof signs)[number], columns)) shown[index] = 1;
    }
    return shown;
  };
}

/** Reads the answers, weighs every cause and says its share: all that the model says of one no. */
export function explainerOf(pack: Pack): (answers: AnswerSet) => InterviewExplanation {
  const prepared = prepare(pack);
  return answers => prepared.interview(answers).explanation();
}

/** The whole diagnosis, with plan, ranges and what to ask next. */
export function diagnoserOf(pack: Pack): (answers: AnswerSet) => Diagnosis {
  const prepared = prepare(pack);
  return answers => prepared.interview(answers).diagnosis();
}

/** Which questions to ask next. */
export function askerOf(pack: Pack): (answers: AnswerSet) => NextQuestions {
  const prepared = prepare(pack);
  return answers => prepared.interview(answers).nextQuestions();
}

/**
 * A program for a fresh process: it says how many milliseconds it took to import the library, to diagnose the answers
 * in `ANSWERS`, and to diagnose them once more.
 */
export const FRESH_PROCESS = `
const answers = JSON.parse(process.env.ANSWERS);
const times = [performance.now()];
const { diagnose } = await import(${JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)});
times.push(performance.now());
diagnose(answers, { asOf: '2026-11-22' });
times.push(performance.now());
diagnose(answers, { asOf: '2026-11-22' });
times.push(performance.now());
console.log(JSON.stringify(times.slice(1).map((time, index) => time - times[index])));
`;

function orThrow<T>(result: Checked<T>): T {
  if (!result.ok) throw new AnswersError(result.problems);
  return result.value;
}
