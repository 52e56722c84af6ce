import { causesAsking } from '../../src/evidence/causesAsking.ts';
import { clashOf, weigh } from '../../src/evidence/weigh.ts';
import type { Cause, Pack, Question } from '../../src/pack/pack.ts';
import type { Answer, Reading } from '../../src/questionnaire/answers.ts';
import { holds } from '../../src/questionnaire/holds.ts';
import { withAnswer } from '../../src/questionnaire/withAnswer.ts';
import { likelyAnswers } from '../../src/plan/likelyAnswers.ts';

/** Numbers from 0 to 1 that look like chance and are the same for the same seed. */
export type Chance = () => number;

/**
 * The generator “mulberry32”.
 *
 * Source: T. Ettinger, published in bryc's collection of small generators; good enough for drawing test cases.
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
 * usual strengths; whoever is not stopped is drawn again. Then the questions are answered in order. Of two answers
 * one is likelier in a world by what their signs weigh: an answer with likelihood ratio r for a cause of presence p is
 * r / (pr + 1 − p) times as frequent as usual where the cause is there, and 1 / (pr + 1 − p) times where it is not, so
 * that on the whole it is as frequent as the question says. That several causes share an answer is only approximately
 * right: their factors are multiplied, and the frequencies brought back to 1.
 */
export function drawCase(pack: Pack, chance: Chance): DrawnCase {
  const present = drawWorld(pack, chance);
  let reading: Reading = pack.questions.map(() => undefined);
  pack.questions.forEach((question, index) => {
    const asked = question.askIf === undefined || holds(question.askIf, reading) === true;
    if (!asked || question.kind === 'date' || reading[index] !== undefined || chance() < question.dontKnow) return;
    const answer = question.kind === 'several-of' ? drawOptions(pack, reading, index, question.options.map(({ typical }) => typical), present, chance)
      : drawAnswer(pack, reading, index, question, present, chance);
    if (answer) reading = withAnswer(pack, reading, index, answer);
  });
  return { present: pack.causes.filter(cause => present.has(cause)).map(({ id }) => id), reading };
}

function drawWorld(pack: Pack, chance: Chance): ReadonlySet<Cause> {
  for (;;) {
    const present = new Set(pack.causes.filter(({ baseRate }) => chance() < baseRate.value));
    const level = pick(pack.standing.levels.map(({ weight }) => weight), chance);
    const stops = [pack.background.value, pack.standing.levels[level]?.stops ?? 0, ...[...present].map(({ strength }) => strength?.value ?? 0)];
    if (stops.map(q => chance() < q).includes(true)) return present;
  }
}

function pick(weights: readonly number[], chance: Chance): number {
  let left = chance() * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex(weight => (left -= weight) < 0);
  return at < 0 ? weights.findLastIndex(weight => weight > 0) : at;
}

function drawAnswer(pack: Pack, reading: Reading, index: number, question: Question, present: ReadonlySet<Cause>, chance: Chance): Answer | undefined {
  const answers = likelyAnswers(question).filter(({ answer }) => !(question.id === 'outcome' && answer.kind === 'choice' && answer.option === advancedOf(question)));
  return answers[pick(answers.map(({ answer, chance: usual }) => usual * factorOf(pack, reading, withAnswer(pack, reading, index, answer), present)), chance)]?.answer;
}

function advancedOf(question: Question): number {
  return 'options' in question ? question.options.findIndex(({ id }) => id === 'advanced') : -1;
}

/** Options one after the other, each taken or left by its own odds. */
function drawOptions(pack: Pack, reading: Reading, index: number, typical: readonly number[], present: ReadonlySet<Cause>, chance: Chance): Answer {
  return typical.reduce<Answer>((chosen, usual, option) => {
    const more: Answer = { kind: 'choices', options: [...(chosen.kind === 'choices' ? chosen.options : []), option] };
    const [without, taken] = [chosen, more].map(answer => withAnswer(pack, reading, index, answer));
    const odds = (usual / (1 - usual)) * factorOf(pack, without ?? reading, taken ?? reading, present);
    return chance() < odds / (1 + odds) ? more : chosen;
  }, { kind: 'choices', options: [] });
}

/** How much likelier this world makes the second reading than it makes everybody's. */
function factorOf(pack: Pack, before: Reading, after: Reading, present: ReadonlySet<Cause>): number {
  if (pack.contradictions.some(({ when }) => holds(when, after) === true)) return 0;
  const touched = new Set(after.flatMap((answer, index) => (answer === before[index] ? [] : causesAsking(pack)[index] ?? [])));
  return pack.causes.filter((_, index) => touched.has(index)).reduce((product, cause) => {
    if (clashOf(cause, after)) return 0;
    const [p, then] = [weigh(cause, before).presence, weigh(cause, after).presence];
    if (p === then || p === 0 || p === 1) return product;
    return product * (present.has(cause) ? then / p : (1 - then) / (1 - p));
  }, 1);
}
