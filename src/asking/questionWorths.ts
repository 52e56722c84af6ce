import { isAskable } from '../answers/askable.ts';
import type { Reading } from '../answers/reading.ts';
import { once } from '../base/once.ts';
import type { Weighed } from '../evidence/weigh.ts';
import type { Baseline } from '../inference/no/baseline.ts';
import type { Prepared } from '../pack/preparePack.ts';
import { type Contenders, contendersOf, type Contest, contestOf, findContenders } from './contenders.ts';
import { waitOf } from '../inference/silence/explainSilence.ts';
import { type LikelyAnswer, likelyAnswers } from './likelyAnswers.ts';
import { takeOff, type Trial, trialOf, tryOn } from './trial.ts';

/** What an answer to a question would change. Probabilities and distances are from 0 to 1. */
export interface QuestionWorth {
  /** Index in the pack. */
  readonly question: number;
  /**
   * Expected distance between the ranking before the answer and after it. A question that opens others counts with what
   * it and the best of them change together for each question put, where that is more.
   */
  readonly change: number;
  /** Probability that another cause comes first after the answer. */
  readonly overtakes: number;
}

/** An interview of which it can be asked what further answers would change. */
export interface Asking {
  readonly prepared: Prepared;
  readonly contest: Contest;
  readonly trial: Trial;
  /** The ranking without a further answer. */
  readonly before: Contenders;
  /** Where the ranking after an answer is written. */
  readonly after: Contenders;
  readonly likely: (question: number) => readonly LikelyAnswer[];
}

/** What people answer to each question of a pack, worked out once for a pack. */
export function likelyIn({ pack: { questions } }: Prepared): Asking['likely'] {
  const likely = questions.map(question => once(() => likelyAnswers(question)));
  return question => (likely[question] as () => readonly LikelyAnswer[])();
}

/** @param weighed - what the answers that were read say of the causes */
export function askingOf(baseline: Baseline, reading: Reading, weighed: Weighed, likely: Asking['likely']): Asking {
  const contest = contestOf(baseline, reading, weighed);
  const { prepared } = baseline;
  const [before, after] = [contendersOf(contest), contendersOf(contest)];
  findContenders(contest, contest.wait, weighed, [], before);
  return { prepared, contest, likely, trial: trialOf(prepared, reading, weighed), before, after };
}

/**
 * What each question that can be put now and has no answer is expected to change, in the order of the pack. Dates are
 * left out: they tell by the days that they count.
 *
 * @param skip - indices of questions that were put already, without an answer
 */
export function questionWorths(asking: Asking, skip: ReadonlySet<number> = new Set()): readonly QuestionWorth[] {
  const { prepared, trial: { answers, columns } } = asking;
  return prepared.pack.questions.flatMap(({ kind }, question) =>
    (answers[question] === undefined && kind !== 'date' && !skip.has(question) && isAskable(prepared, columns, question) ? [worthOf(asking, question)] : []));
}

/** What an answer, or another answer, to a question is expected to change. */
export function worthOf(asking: Asking, question: number): QuestionWorth {
  const { before } = asking;
  const opened = openedBy(asking, question);
  const more: Further[] = [];
  let [overtakes, once] = [0, 0];
  const scale = forEachAnswer(asking, question, (chance, lies) => {
    if (lies.leader !== before.leader) overtakes += chance;
    const by = distance(before, lies);
    once += chance * by;
    const opens = opened.filter(next => isOpen(asking, next));
    if (opens.length > 0) more.push({ chance, by: Math.max(...opens.map(next => expectedBy(asking, next, by))) - by });
  });
  return { question, change: perQuestion(once * scale, more, scale), overtakes: overtakes * scale };
}

/** The causes whose part an answer is expected to move most, by index, the most first; at most two. */
export function movedMost(asking: Asking, question: number): readonly number[] {
  const moved = asking.prepared.causes.map(() => 0);
  forEachAnswer(asking, question, (chance, { parts }) => {
    for (let cause = 0; cause < moved.length; cause++) {
      moved[cause] = (moved[cause] as number) + chance * Math.abs((parts[cause] as number) - (asking.before.parts[cause] as number));
    }
  });
  const byMost = [...moved.keys()].filter(cause => (moved[cause] as number) > 0);
  return byMost.sort((a, b) => (moved[b] as number) - (moved[a] as number) || a - b).slice(0, 2);
}

/** Later questions without a condition met now, that an answer to this one may open. */
function openedBy({ prepared, trial: { columns } }: Asking, question: number): readonly number[] {
  return (prepared.opens[question] as readonly number[]).filter(next => !isAskable(prepared, columns, next));
}

function isOpen({ prepared, trial: { answers, columns } }: Asking, question: number): boolean {
  return answers[question] === undefined && isAskable(prepared, columns, question);
}

/**
 * Tries on each answer that is possible beside the others, with how often people give it and what lies behind it then.
 *
 * @param visit - what lies behind it is another thing at the next answer
 * @returns What to multiply these chances with, as the possible answers are all that those who can say will give.
 */
function forEachAnswer(asking: Asking, question: number, visit: (chance: number, lies: Contenders) => void): number {
  const { prepared, contest, trial, likely, before, after } = asking;
  const { dontKnow } = prepared.pack.questions[question] as Prepared['pack']['questions'][number];
  let possible = 0;
  for (const { answer, chance } of likely(question)) {
    const tried = tryOn(trial, question, answer);
    if (tried.possible) {
      possible += chance;
      const moved = trial.moving > 0;
      if (moved) findContenders(contest, trial.waiting > 0 ? waitOf(prepared, trial) : contest.wait, trial.weighed, trial.touched, after);
      visit(chance, moved ? after : before);
    }
    takeOff(trial, tried);
  }
  return possible > 0 ? (1 - dontKnow) / possible : 0;
}

/** A question that one answer opens. */
interface Further {
  /** How likely that answer is. */
  readonly chance: number;
  /** What the question is then expected to add to the change. */
  readonly by: number;
}

/** Expected change for each question put, when those that an answer opens are put where that raises it. */
function perQuestion(once: number, further: readonly Further[], scale: number): number {
  let [change, questions] = [once, 1];
  for (const { chance, by } of further.toSorted((a, b) => b.by - a.by)) {
    if (by <= change / questions) break;
    change += chance * scale * by;
    questions += chance * scale;
  }
  return change / questions;
}

/** Expected distance after one more question; whoever cannot answer it stays where the first answer led. */
function expectedBy(asking: Asking, question: number, otherwise: number): number {
  let further = 0;
  const scale = forEachAnswer(asking, question, (chance, lies) => { further += chance * (distance(asking.before, lies) - otherwise); });
  return otherwise + further * scale;
}

/** Of the distance, the part that is about whether another cause comes first; the other is about how near each of them is. */
const OVERTAKEN = 1 / 3;

/** Distance between two rankings, from 0 to 1: in total variation, of how near each cause is to coming first and of which one does. */
function distance(one: Contenders, other: Contenders): number {
  let sum = 0;
  for (let cause = 0; cause < one.nearness.length; cause++) sum += Math.abs((one.nearness[cause] as number) - (other.nearness[cause] as number));
  return (1 - OVERTAKEN) * (sum / 2) + OVERTAKEN * Number(one.leader !== other.leader);
}
