import { weigh } from '../../src/evidence/weigh.ts';
import { contest } from '../../src/inference/contenders.ts';
import { isSupported } from '../../src/inference/explainNo.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { questionWorths } from '../../src/plan/nextQuestion.ts';
import { type Asking, askingOf } from '../../src/plan/stopAsking.ts';
import type { Reading } from '../../src/questionnaire/answers.ts';
import { askable } from '../../src/questionnaire/askable.ts';
import { questionIndices } from '../../src/questionnaire/checkAnswers.ts';
import { withAnswer } from '../../src/questionnaire/withAnswer.ts';
import type { Chance, DrawnCase } from './drawnCases.ts';

/**
 * Picks the next question to put, by index; -1 to put no more.
 *
 * @param reading - what is known by then
 * @param put - the questions that were put already, those to which the answer was “I don't know” included
 */
export type Order = (pack: Pack, reading: Reading, put: ReadonlySet<number>) => number;

/** The most telling question first, as `nextQuestions` gives it, while any is worth asking. */
export const adaptive: Order = (pack, reading, put) => firstOf(pack, asking(pack, reading, put));

/** The same, until `nextQuestions` says that it is enough. */
export const untilEnough: Order = (pack, reading, put) => {
  const next = asking(pack, reading, put);
  return next.shouldStop ? -1 : firstOf(pack, next);
};

/** The order of the questionnaire. */
export const fixed: Order = (pack, reading, put) => open(pack, reading, put)[0] ?? -1;

/** Any question that can be put, by chance. */
export function random(chance: Chance): Order {
  return (pack, reading, put) => {
    const all = open(pack, reading, put);
    return all[Math.floor(chance() * all.length)] ?? -1;
  };
}

function asking(pack: Pack, reading: Reading, put: ReadonlySet<number>): Asking {
  const weighed = pack.causes.map(cause => weigh(cause, reading));
  return askingOf(questionWorths(pack, weighed, reading, put), weighed.some(isSupported));
}

function firstOf(pack: Pack, { worthwhile }: Asking): number {
  return questionIndices(pack).get(worthwhile[0]?.question.id ?? '') ?? -1;
}

/** Questions that can be put and were not, in the order of the questionnaire. Dates are left out, as nobody is drawn with one. */
function open(pack: Pack, reading: Reading, put: ReadonlySet<number>): readonly number[] {
  return askable(pack, reading).flatMap(question => {
    const index = questionIndices(pack).get(question.id) ?? -1;
    return question.kind === 'date' || put.has(index) ? [] : [index];
  });
}

/** What is known of a person after some questions. */
export interface Asked {
  /** How many questions were put. */
  readonly put: number;
  readonly reading: Reading;
}

/**
 * Puts questions to a drawn person in some order. Who cannot say leaves the answer unknown; the question counts as put
 * and is not put again.
 *
 * @param most - questions to put at most
 */
export function ask(pack: Pack, { reading: all }: DrawnCase, order: Order, most = Number.POSITIVE_INFINITY): Asked {
  const put = new Set<number>();
  let reading: Reading = pack.questions.map(() => undefined);
  while (put.size < most) {
    const index = order(pack, reading, put);
    if (index < 0) break;
    put.add(index);
    const answer = all[index];
    if (answer) reading = withAnswer(pack, reading, index, answer);
  }
  return { put: put.size, reading };
}

/** The leading explanation, as an index into the causes: the first of the ranking that `diagnose` gives for these answers. */
export function leaderOf(pack: Pack, reading: Reading): number {
  return contest(pack, pack.causes.map(cause => weigh(cause, reading)))(reading).leader;
}
