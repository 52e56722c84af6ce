import { causesAsking } from '../evidence/causesAsking.ts';
import { clashOf, weigh, type WeighedCause } from '../evidence/weigh.ts';
import { type Contenders, contest } from '../inference/contenders.ts';
import { questionsOf } from '../pack/condition.ts';
import type { Cause, Pack, Question } from '../pack/pack.ts';
import type { Reading } from '../questionnaire/answers.ts';
import { askable } from '../questionnaire/askable.ts';
import { holds } from '../questionnaire/holds.ts';
import { withAnswer } from '../questionnaire/withAnswer.ts';
import { likelyAnswers } from './likelyAnswers.ts';

/** What an answer to a question would change. Probabilities and distances are from 0 to 1. */
export interface QuestionWorth {
  readonly question: Question;
  /**
   * Expected distance in total variation between what lies behind it before the answer and after it. A question that
   * opens others counts with half of what it and the best of them change together, where that is more.
   */
  readonly change: number;
  /** Probability that another cause comes first after the answer. */
  readonly overtakes: number;
  /** The causes whose weight it is expected to move most, the most first; at most two. */
  readonly moves: readonly Cause[];
}

/**
 * What each question that can be put now and has no answer is expected to change, in the order of the pack. Dates are
 * left out: they tell by the days that they count.
 *
 * @param weighed - the causes in the pack's order, weighed by this reading
 * @param skip - indices of questions that were put already, without an answer
 */
export function questionWorths(pack: Pack, weighed: readonly WeighedCause[], reading: Reading, skip: ReadonlySet<number> = new Set()): readonly QuestionWorth[] {
  const open = new Set(askable(pack, reading));
  return worthsOf(pack, weighed, reading, pack.questions.flatMap((question, index) =>
    (reading[index] === undefined && question.kind !== 'date' && open.has(question) && !skip.has(index) ? [index] : [])));
}

/** What an answer, or another answer, to each of these questions is expected to change. */
export function worthsOf(pack: Pack, weighed: readonly WeighedCause[], reading: Reading, questions: readonly number[]): readonly QuestionWorth[] {
  const tryOut = contest(pack, weighed);
  const trial: Trial = {
    pack, reading, before: tryOut(reading),
    after: then => {
      const changed = reweighed(pack, weighed, reading, then);
      return changed && tryOut(then, changed);
    },
  };
  return questions.flatMap(index => {
    const question = pack.questions[index];
    return question ? [worthOf(trial, question, index)] : [];
  });
}

interface Trial {
  readonly pack: Pack;
  readonly reading: Reading;
  readonly before: Contenders;
  /** What lies behind it under another reading; nothing when that is at odds with itself. */
  readonly after: (then: Reading) => Contenders | null;
}

function worthOf(trial: Trial, question: Question, index: number): QuestionWorth {
  const outcomes = outcomesOf(trial, trial.reading, index);
  const moved = new Float64Array(trial.before.weights.length);
  let [overtakes, once, twice] = [0, 0, 0];
  const further = openedBy(trial.pack)[index]?.filter(next => trial.reading[next] === undefined && !isAsked(trial.pack, trial.reading, next)) ?? [];
  for (const { chance, then, lies } of outcomes) {
    if (lies.leader !== trial.before.leader) overtakes += chance;
    for (let player = 0; player < moved.length; player++) moved[player] = (moved[player] ?? 0) + chance * Math.abs((lies.weights[player] ?? 0) - (trial.before.weights[player] ?? 0));
    const by = distance(trial.before, lies);
    once += chance * by;
    if (further.length > 0) twice += chance * Math.max(by, ...further.filter(next => isAsked(trial.pack, then, next)).map(next => expectedBy(trial, then, next, by)));
  }
  return { question, change: Math.max(once, twice / 2), overtakes, moves: mostMoved(trial.pack, moved) };
}

/** The answers to a question that are possible beside the others, how likely each is, and what it leads to. */
function outcomesOf({ pack, after }: Trial, reading: Reading, index: number): readonly { readonly chance: number; readonly then: Reading; readonly lies: Contenders }[] {
  const question = pack.questions[index];
  if (!question) return [];
  const outcomes = likelyAnswers(question).flatMap(({ answer, chance }) => {
    const then = withAnswer(pack, reading, index, answer);
    const lies = after(then);
    return lies ? [{ chance, then, lies }] : [];
  });
  const possible = outcomes.reduce((sum, { chance }) => sum + chance, 0);
  return outcomes.map(each => ({ ...each, chance: (each.chance * (1 - question.dontKnow)) / possible }));
}

/** Expected distance after one more question; whoever cannot answer it stays where the first answer led. */
function expectedBy(trial: Trial, reading: Reading, index: number, otherwise: number): number {
  const outcomes = outcomesOf(trial, reading, index);
  return outcomes.reduce((sum, { chance, lies }) => sum + chance * (distance(trial.before, lies) - otherwise), otherwise);
}

/** Distance in total variation. */
function distance(one: Contenders, other: Contenders): number {
  let sum = 0;
  for (let player = 0; player < one.weights.length; player++) sum += Math.abs((one.weights[player] ?? 0) - (other.weights[player] ?? 0));
  return sum / 2;
}

const opened = new WeakMap<Pack, readonly (readonly number[])[]>();

/** For each question those that may come up by its answer; found once for a pack, as packs never change. */
function openedBy(pack: Pack): readonly (readonly number[])[] {
  const known = opened.get(pack);
  if (known) return known;
  const needs = pack.questions.map(({ kind, askIf }) => (askIf === undefined || kind === 'date' ? [] : questionsOf(askIf)));
  const found = pack.questions.map((_, index) => needs.flatMap((questions, later) => (questions.includes(index) ? [later] : [])));
  opened.set(pack, found);
  return found;
}

function isAsked({ questions }: Pack, reading: Reading, index: number): boolean {
  const askIf = questions[index]?.askIf;
  return reading[index] === undefined && (askIf === undefined || holds(askIf, reading) === true);
}

/** The causes that more answers change, weighed anew; nothing when those answers are at odds with others. */
function reweighed(pack: Pack, weighed: readonly WeighedCause[], before: Reading, after: Reading): ReadonlyMap<number, WeighedCause> | null {
  if (pack.contradictions.some(({ when }) => holds(when, after) === true)) return null;
  const touched = new Set<number>();
  for (let at = 0; at < after.length; at++) {
    if (after[at] !== before[at]) for (const index of causesAsking(pack)[at] ?? []) touched.add(index);
  }
  const changed = new Map<number, WeighedCause>();
  for (const index of touched) {
    const was = weighed[index];
    if (!was) continue;
    if (clashOf(was.cause, after)) return null;
    const is = weigh(was.cause, after);
    if (!isSame(was, is)) changed.set(index, is);
  }
  return changed;
}

function isSame(one: WeighedCause, other: WeighedCause): boolean {
  return one.baseRate === other.baseRate && one.strength === other.strength && one.findings.length === other.findings.length
    && one.findings.every(({ sign }, index) => sign === other.findings[index]?.sign);
}

function mostMoved({ causes }: Pack, moved: ArrayLike<number>): readonly Cause[] {
  return causes.map((cause, index) => ({ cause, by: moved[index] ?? 0 }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by || (a.cause.id < b.cause.id ? -1 : 1))
    .slice(0, 2).map(({ cause }) => cause);
}
