import { weigh } from '../../src/evidence/weigh.ts';
import { contest } from '../../src/inference/contenders.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { questionWorths } from '../../src/plan/nextQuestion.ts';
import type { Reading } from '../../src/questionnaire/answers.ts';
import { askable } from '../../src/questionnaire/askable.ts';
import { questionIndices } from '../../src/questionnaire/checkAnswers.ts';
import { withAnswer } from '../../src/questionnaire/withAnswer.ts';
import type { Chance, DrawnCase } from './drawnCases.ts';

/** Picks the next of the questions that can be put, by index; `reading` and `weighed` are what is known by then. */
export type Order = (pack: Pack, reading: Reading, put: ReadonlySet<number>) => number;

/** The most telling question first, as `nextQuestions` gives it. */
export const adaptive: Order = (pack, reading, put) => {
  const worths = questionWorths(pack, pack.causes.map(cause => weigh(cause, reading)), reading, put);
  const best = worths.reduce<(typeof worths)[number] | undefined>((first, each) => (first && first.change >= each.change ? first : each), undefined);
  return best ? questionIndices(pack).get(best.question.id) ?? -1 : -1;
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

function open(pack: Pack, reading: Reading, put: ReadonlySet<number>): readonly number[] {
  return askable(pack, reading).flatMap(question => {
    const index = questionIndices(pack).get(question.id) ?? -1;
    return question.kind === 'date' || put.has(index) || reading[index] !== undefined ? [] : [index];
  });
}

/** Which cause comes first after each question, from before the first one to after the last. */
export function leadersAlong(pack: Pack, { reading: all }: DrawnCase, order: Order, most = Number.POSITIVE_INFINITY): readonly number[] {
  const put = new Set<number>();
  let reading: Reading = pack.questions.map(() => undefined);
  const leaders = [leaderOf(pack, reading)];
  while (put.size < most) {
    const index = order(pack, reading, put);
    if (index < 0) break;
    put.add(index);
    const answer = all[index];
    if (answer) reading = withAnswer(pack, reading, index, answer);
    leaders.push(leaderOf(pack, reading));
  }
  return leaders;
}

export function leaderOf(pack: Pack, reading: Reading): number {
  return contest(pack, pack.causes.map(cause => weigh(cause, reading)))(reading).leader;
}
