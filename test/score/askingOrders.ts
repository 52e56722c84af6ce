import { weigh } from '../../src/evidence/weigh.ts';
import { contest } from '../../src/asking/contenders.ts';
import { isSupported } from '../../src/inference/no/explainNo.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { questionWorths } from '../../src/asking/questionWorths.ts';
import { askingOf } from '../../src/asking/stopAsking.ts';
import type { Reading } from '../../src/answers/answers.ts';
import { askable } from '../../src/answers/askable.ts';
import { questionIndices } from '../../src/answers/checkAnswers.ts';
import { withAnswer } from '../../src/answers/withAnswer.ts';
import type { Chance, DrawnCase } from './drawnCases.ts';

/**
 * Picks the next question to put, by index; -1 to put no more.
 *
 * @param reading - what is known by then
 * @param put - the questions that were put already, those to which the answer was “I don't know” included
 */
export type Order = (pack: Pack, reading: Reading, put: ReadonlySet<number>) => number;

/** The most telling question first, as `nextQuestions` gives it, while any is worth asking. */
export const adaptive: Order = (pack, reading, put) => guidance(pack, reading, put).next;

/** The same, until `nextQuestions` says that it is enough. */
export const untilEnough: Order = (pack, reading, put) => {
  const { next, shouldStop } = guidance(pack, reading, put);
  return shouldStop ? -1 : next;
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

interface Guidance {
  readonly next: number;
  readonly shouldStop: boolean;
}

const found = new WeakMap<Pack, Map<string, Guidance>>();

/** What to ask after the same answers is the same, and people who are asked in this order begin alike. */
function guidance(pack: Pack, reading: Reading, put: ReadonlySet<number>): Guidance {
  const before = found.get(pack) ?? new Map<string, Guidance>();
  found.set(pack, before);
  const answers = JSON.stringify([...put].sort((a, b) => a - b).map(index => [index, reading[index]]));
  const guided = before.get(answers) ?? guide(pack, reading, put);
  before.set(answers, guided);
  return guided;
}

function guide(pack: Pack, reading: Reading, put: ReadonlySet<number>): Guidance {
  const weighed = pack.causes.map(cause => weigh(cause, reading));
  const { worthwhile, shouldStop } = askingOf(questionWorths(pack, weighed, reading, put), weighed.some(isSupported));
  return { next: questionIndices(pack).get(worthwhile[0]?.question.id ?? '') ?? -1, shouldStop };
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
