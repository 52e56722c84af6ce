import type { Bound, Condition } from '../pack/condition.ts';
import type { Answer } from '../pack/answer.ts';

/** One answer for each question of the pack, in its order; `undefined` where it is unknown. */
type AnswersInOrder = readonly (Answer | undefined)[];

/** True: the answers show it. False: they refute it. `undefined`: they leave it open. */
export type Held = boolean | undefined;

/**
 * Whether a condition holds for these answers, in Kleene's strong three-valued logic: what is unknown stays unknown
 * unless the rest settles it.
 *
 * Source: S. C. Kleene, Introduction to Metamathematics (1952), § 64.
 */
export function holds(condition: Condition, answers: AnswersInOrder): Held {
  switch (condition.test) {
    case 'all':
      return every(condition.of, answers, true);
    case 'any':
      return every(condition.of, answers, false);
    case 'not': {
      const inner = holds(condition.of, answers);
      return inner === undefined ? undefined : !inner;
    }
    default:
      return matches(condition, answers[condition.question]);
  }
}

/** Questions whose answers would settle a condition that is still open, as indices in order. */
export function openQuestions(condition: Condition, answers: AnswersInOrder): readonly number[] {
  if (holds(condition, answers) !== undefined) return [];
  switch (condition.test) {
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap(part => openQuestions(part, answers)))].sort((a, b) => a - b);
    case 'not':
      return openQuestions(condition.of, answers);
    default:
      return [condition.question];
  }
}

/** All hold (`neutral` true), or not all fail (`neutral` false): one loop for both, as they mirror each other. */
function every(parts: readonly Condition[], answers: AnswersInOrder, neutral: boolean): Held {
  let result: Held = neutral;
  for (const part of parts) {
    const truth = holds(part, answers);
    if (truth === !neutral) return truth;
    if (truth === undefined) result = undefined;
  }
  return result;
}

type Atom = Exclude<Condition, { readonly test: 'all' | 'any' | 'not' }>;

function matches(atom: Atom, answer: Answer | undefined): Held {
  if (answer === undefined) return undefined;
  if (answer.kind === 'not-asked') return false;
  switch (atom.test) {
    case 'chosen':
      if (answer.kind === 'choice') return atom.options.includes(answer.option);
      return answer.kind === 'choices' && answer.options.some(option => atom.options.includes(option));
    case 'none-chosen':
      return answer.kind === 'choices' && answer.options.length === 0;
    case 'within': {
      const value = countIn(answer);
      return above(value, atom.from) && below(value, atom.to);
    }
  }
}

/** The number that was answered, or of how many options; NaN where neither was asked for. */
function countIn(answer: Answer): number {
  if (answer.kind === 'number') return answer.value;
  return answer.kind === 'choices' ? answer.options.length : Number.NaN;
}

function above(value: number, bound: Bound | null): boolean {
  return bound === null || value > bound.value || (bound.included && value === bound.value);
}

function below(value: number, bound: Bound | null): boolean {
  return bound === null || value < bound.value || (bound.included && value === bound.value);
}
