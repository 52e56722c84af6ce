import { isAskable } from '../../src/answers/askable.ts';
import type { Reading } from '../../src/answers/reading.ts';
import { askingOf, questionWorths } from '../../src/asking/questionWorths.ts';
import { stopAsking } from '../../src/asking/stopAsking.ts';
import { type Trial, tryOn } from '../../src/asking/trial.ts';
import { reweigh } from '../../src/evidence/weigh.ts';
import { unanswered } from '../../src/pack/layout.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { engineOf } from '../engineOf.ts';
import { blankTrial, type Chance, type DrawnCase } from './drawnCases.ts';

/**
 * Picks the next question to put, by index; -1 to put no more.
 *
 * @param trial - what is known by then
 * @param put - the questions that were put already, those to which the answer was “I don't know” included
 */
export type Order = (pack: Pack, trial: Trial, put: ReadonlySet<number>) => number;

/** The most telling question first, as `nextQuestions` gives it, while any is worth asking. */
export const adaptive: Order = (pack, trial, put) => guidance(pack, trial, put).next;

/** The same, until `nextQuestions` says that it is enough. */
export const untilEnough: Order = (pack, trial, put) => {
  const { next, shouldStop } = guidance(pack, trial, put);
  return shouldStop ? -1 : next;
};

/** The order of the questionnaire. */
export const fixed: Order = (_pack, trial, put) => open(trial, put)[0] ?? -1;

/** Any question that can be put, by chance. */
export function random(chance: Chance): Order {
  return (_pack, trial, put) => {
    const all = open(trial, put);
    return all[Math.floor(chance() * all.length)] ?? -1;
  };
}

interface Guidance {
  readonly next: number;
  readonly shouldStop: boolean;
}

const found = new WeakMap<Pack, Map<string, Guidance>>();

/** What to ask after the same answers is the same, and people who are asked in this order begin alike. */
function guidance(pack: Pack, trial: Trial, put: ReadonlySet<number>): Guidance {
  const before = found.get(pack) ?? new Map<string, Guidance>();
  found.set(pack, before);
  const answers = JSON.stringify([...put].sort((a, b) => a - b).map(index => [index, trial.answers[index]]));
  const guided = before.get(answers) ?? guide(pack, trial, put);
  before.set(answers, guided);
  return guided;
}

function guide(pack: Pack, trial: Trial, put: ReadonlySet<number>): Guidance {
  const { baseline, likely } = engineOf(pack);
  const { weighed } = trial;
  const asking = askingOf(baseline, trial, weighed, likely);
  const { worthwhile, shouldStop } = stopAsking(questionWorths(asking, put), weighed.supported.includes(1));
  return { next: worthwhile[0]?.question ?? -1, shouldStop };
}

/** Questions that can be put and were not, in the order of the questionnaire. Dates are left out, as nobody is drawn with one. */
function open({ prepared, columns }: Trial, put: ReadonlySet<number>): readonly number[] {
  return prepared.pack.questions.flatMap(({ kind }, index) => (kind === 'date' || put.has(index) || !isAskable(prepared, columns, index) ? [] : [index]));
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
  const trial = blankTrial(pack);
  while (put.size < most) {
    const index = order(pack, trial, put);
    if (index < 0) break;
    put.add(index);
    const answer = all.answers[index];
    if (answer) tryOn(trial, index, answer);
  }
  return { put: put.size, reading: { answers: trial.answers, columns: trial.columns } };
}

/** The leading explanation, as an index into the causes: the first of the ranking that `diagnose` gives for these answers. */
export function leaderOf(pack: Pack, reading: Reading): number {
  const { baseline, baseline: { prepared }, likely } = engineOf(pack);
  const { weighed } = reweigh(prepared, baseline.weighed, unanswered(prepared.layout), reading.columns);
  return askingOf(baseline, reading, weighed, likely).before.leader;
}
