import { isAskable } from '../../src/answers/askable.ts';
import type { Reading } from '../../src/answers/reading.ts';
import { likelyAnswers } from '../../src/asking/likelyAnswers.ts';
import { takeOff, type Trial, trialOf, tryOn } from '../../src/asking/trial.ts';
import type { Answer } from '../../src/pack/answer.ts';
import { unanswered } from '../../src/pack/layout.ts';
import type { Cause, Pack, Question } from '../../src/pack/pack.ts';
import { engineOf } from '../engineOf.ts';

/** Numbers from 0 to 1 that look like chance and are the same for the same seed. */
export type Chance = () => number;

/**
 * The generator “mulberry32”.
 *
 * Source: T. Ettinger (2017), in the public domain; a 32-bit state is good enough for drawing test cases.
 */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A person as the pack's own model draws one, and everything that person can answer. */
export interface DrawnCase {
  readonly present: readonly string[];
  /** The answer to every question that comes up; `undefined` where the person cannot say. Dates are left out. */
  readonly reading: Reading;
}

/**
 * Draws a person who was stopped, from the pack's own model. Causes are there by their base rates and stop by their
 * usual strengths; whoever is not stopped is drawn again. Then the questions are answered in order, each answer in
 * proportion to how frequent it is and to how much likelier this world makes it (`factorOf`). Dates are left out, and
 * nobody says of an interview that stopped that it went on.
 */
export function drawCase(pack: Pack, chance: Chance): DrawnCase {
  const present = drawWorld(pack, chance);
  return { present: pack.causes.filter(cause => present.has(cause)).map(({ id }) => id), reading: drawAnswers(blankTrial(pack), present, chance) };
}

/**
 * Answers every question that comes up, in order.
 *
 * @param trial - where the answers are put on; with other numbers than the pack's own, these decide
 * @param present - `null` where nothing is known of the world: then the answers are as frequent as the questions say
 */
export function drawAnswers(trial: Trial, present: ReadonlySet<Cause> | null, chance: Chance): Reading {
  trial.prepared.pack.questions.forEach((question, index) => {
    if (!isAskable(trial.prepared, trial.columns, index) || question.kind === 'date' || chance() < question.dontKnow) return;
    const factor = factorsAfter(trial, index, present);
    const answer = question.kind === 'several-of' ? drawOptions(question.options.map(({ typical }) => typical), factor, chance) : drawAnswer(question, factor, chance);
    if (answer) tryOn(trial, index, answer);
  });
  return { answers: trial.answers, columns: trial.columns };
}

/** A questionnaire to which nothing was said so far. */
export function blankTrial(pack: Pack): Trial {
  const { prepared, weighed } = engineOf(pack).baseline;
  return trialOf(prepared, { answers: pack.questions.map(() => undefined), columns: unanswered(prepared.layout) }, weighed);
}

function drawWorld(pack: Pack, chance: Chance): ReadonlySet<Cause> {
  for (;;) {
    const present = new Set(pack.causes.filter(({ baseRate }) => chance() < baseRate.value));
    const level = pick(pack.standing.levels.map(({ weight }) => weight), chance);
    const stops = [pack.background.value, pack.standing.levels[level]?.stops ?? 0, ...[...present].map(({ strength }) => strength?.value ?? 0)];
    if (stops.map(q => chance() < q).includes(true)) return present;
  }
}

/** An index by these weights; -1 when all of them are 0. */
export function pick(weights: readonly number[], chance: Chance): number {
  let left = chance() * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex(weight => (left -= weight) < 0);
  return at < 0 ? weights.findLastIndex(weight => weight > 0) : at;
}

/** How much likelier a world makes an answer than everybody's world does; 0 when it cannot be. */
type Factor = (answer: Answer) => number;

function drawAnswer(question: Question, factor: Factor, chance: Chance): Answer | undefined {
  const answers = likelyAnswers(question).filter(({ answer }) => !saysItWentOn(question, answer));
  return answers[pick(answers.map(({ answer, chance: usual }) => usual * factor(answer)), chance)]?.answer;
}

function saysItWentOn(question: Question, answer: Answer): boolean {
  return question.id === 'outcome' && 'options' in question && answer.kind === 'choice' && question.options[answer.option]?.id === 'advanced';
}

/** Times that each option is drawn again beside the others; more change nothing that could be seen. */
const SWEEPS = 3;

/**
 * Options by Gibbs sampling, as they are too many to weigh every set of them: first each by itself, then each again
 * given the others. Nothing when this world rules out what comes of it.
 *
 * Source: S. Geman, D. Geman, IEEE Transactions on Pattern Analysis and Machine Intelligence 6 (1984) 721–741.
 */
function drawOptions(typical: readonly number[], factor: Factor, chance: Chance): Answer | undefined {
  const answerOf = (taken: readonly boolean[]): Answer => ({ kind: 'choices', options: taken.flatMap((is, option) => (is ? [option] : [])) });
  let now: Drawn = { taken: typical.map(usual => chance() < usual), weight: 0 };
  now = { ...now, weight: factor(answerOf(now.taken)) };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    typical.forEach((usual, option) => {
      const taken = now.taken.with(option, now.taken[option] !== true);
      const other: Drawn = { taken, weight: factor(answerOf(taken)) };
      const [without, having] = taken[option] === true ? [now, other] : [other, now];
      const [no, yes] = [(1 - usual) * without.weight, usual * having.weight];
      now = chance() * (no + yes) < yes ? having : without;
    });
  }
  return now.weight > 0 ? answerOf(now.taken) : undefined;
}

interface Drawn {
  readonly taken: readonly boolean[];
  readonly weight: number;
}

/**
 * How much likelier this world makes an answer: for each cause that it speaks of, by Bayes the probability of what is
 * true of that cause after the answer, divided by the one before. On the whole an answer is then as frequent as the
 * question says, as far as its signs are balanced. That several causes share an answer is only approximately right:
 * their factors are multiplied.
 */
function factorsAfter(trial: Trial, index: number, present: ReadonlySet<Cause> | null): Factor {
  const { prepared: { causes }, touched, weighed } = trial;
  const before = weighed.presence.slice();
  return answer => {
    const tried = tryOn(trial, index, answer);
    const looking = [...new Set(touched.slice(tried.since))].sort((a, b) => a - b);
    const factor = looking.reduce((product, at) => {
      const [p, then] = [before[at] as number, weighed.presence[at] as number];
      if (present === null || p === 0 || p === 1) return product; // nothing is known, or it is settled already, rightly or by an answer that several causes share
      return product * (present.has(causes[at]?.cause as Cause) ? then / p : (1 - then) / (1 - p));
    }, 1);
    takeOff(trial, tried);
    return tried.possible ? factor : 0;
  };
}
