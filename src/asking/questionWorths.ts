import { conditionsAsking } from '../evidence/causesAsking.ts';
import { clashOf, weigh, type WeighedCause } from '../evidence/weigh.ts';
import { type Contenders, contest } from './contenders.ts';
import { questionsOf } from '../pack/condition.ts';
import type { Cause, Pack, Question } from '../pack/pack.ts';
import type { Reading } from '../answers/answers.ts';
import { askable } from '../answers/askable.ts';
import { holds } from '../answers/holds.ts';
import { withAnswer } from '../answers/withAnswer.ts';
import { likelyAnswers } from './likelyAnswers.ts';

/** What an answer to a question would change. Probabilities and distances are from 0 to 1. */
export interface QuestionWorth {
  readonly question: Question;
  /**
   * Expected distance between the ranking before the answer and after it. A question that opens others counts with what
   * it and the best of them change together for each question put, where that is more.
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
      const changed = reweighed(pack, reading, then);
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
  let [overtakes, once] = [0, 0];
  const more: Further[] = [];
  const further = openedBy(trial.pack)[index]?.filter(next => trial.reading[next] === undefined && !isAsked(trial.pack, trial.reading, next)) ?? [];
  for (const { chance, then, lies } of outcomes) {
    if (lies.leader !== trial.before.leader) overtakes += chance;
    for (let player = 0; player < moved.length; player++) moved[player] = (moved[player] ?? 0) + chance * Math.abs((lies.weights[player] ?? 0) - (trial.before.weights[player] ?? 0));
    const by = distance(trial.before, lies);
    once += chance * by;
    const opens = further.filter(next => isAsked(trial.pack, then, next));
    if (opens.length > 0) more.push({ chance, by: Math.max(...opens.map(next => expectedBy(trial, then, next, by))) - by });
  }
  return { question, change: perQuestion(once, more), overtakes, moves: mostMoved(trial.pack, moved) };
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

/** A question that one answer opens. */
interface Further {
  /** How likely that answer is. */
  readonly chance: number;
  /** What the question is then expected to add to the change. */
  readonly by: number;
}

/** Expected change for each question put, when those that an answer opens are put where that raises it. */
function perQuestion(once: number, further: readonly Further[]): number {
  let [change, questions] = [once, 1];
  for (const { chance, by } of further.toSorted((a, b) => b.by - a.by)) {
    if (by <= change / questions) break;
    change += chance * by;
    questions += chance;
  }
  return change / questions;
}

/** Expected distance after one more question; whoever cannot answer it stays where the first answer led. */
function expectedBy(trial: Trial, reading: Reading, index: number, otherwise: number): number {
  const outcomes = outcomesOf(trial, reading, index);
  return outcomes.reduce((sum, { chance, lies }) => sum + chance * (distance(trial.before, lies) - otherwise), otherwise);
}

/** Of the distance, the part that is about whether another cause comes first; the other is about how near each of them is. */
const OVERTAKEN = 1 / 3;

/** Distance between two rankings, from 0 to 1: in total variation, of how near each cause is to coming first and of which one does. */
function distance(one: Contenders, other: Contenders): number {
  let sum = 0;
  for (let player = 0; player < one.nearness.length; player++) sum += Math.abs((one.nearness[player] ?? 0) - (other.nearness[player] ?? 0));
  return (1 - OVERTAKEN) * (sum / 2) + OVERTAKEN * Number(one.leader !== other.leader);
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
function reweighed(pack: Pack, before: Reading, after: Reading): ReadonlyMap<number, WeighedCause> | null {
  if (pack.contradictions.some(({ when }) => holds(when, after) === true)) return null;
  const changed = new Map<number, WeighedCause>();
  for (let at = 0; at < after.length; at++) {
    if (after[at] === before[at]) continue;
    for (const { cause: index, condition } of conditionsAsking(pack)[at] ?? []) {
      const cause = pack.causes[index];
      if (!cause || changed.has(index) || holds(condition, before) === holds(condition, after)) continue;
      if (clashOf(cause, after)) return null;
      changed.set(index, weigh(cause, after));
    }
  }
  return changed;
}

function mostMoved({ causes }: Pack, moved: ArrayLike<number>): readonly Cause[] {
  return causes.map((cause, index) => ({ cause, by: moved[index] ?? 0 }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by || (a.cause.id < b.cause.id ? -1 : 1))
    .slice(0, 2).map(({ cause }) => cause);
}
