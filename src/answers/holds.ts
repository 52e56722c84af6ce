import type { Bound, Condition } from '../pack/condition.ts';
import type { Answer } from '../pack/answer.ts';
import type { Reading } from './answers.ts';

/** True: the answers show it. False: they refute it. `undefined`: they leave it open. */
export type Truth = boolean | undefined;

/**
 * Whether a condition holds for these answers, in Kleene's strong three-valued logic: what is unknown stays unknown
 * unless the rest settles it.
 *
 * Source: S. C. Kleene, Introduction to Metamathematics (1952), § 64.
 */
export function holds(condition: Condition, reading: Reading): Truth {
  switch (condition.test) {
    case 'all':
      return every(condition.of, reading, true);
    case 'any':
      return every(condition.of, reading, false);
    case 'not': {
      const inner = holds(condition.of, reading);
      return inner === undefined ? undefined : !inner;
    }
    default:
      return matches(condition, reading[condition.question]);
  }
}

/** Questions whose answers would settle a condition that is still open, as indices in order. */
export function openQuestions(condition: Condition, reading: Reading): readonly number[] {
  if (holds(condition, reading) !== undefined) return [];
  switch (condition.test) {
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap(part => openQuestions(part, reading)))].sort((a, b) => a - b);
    case 'not':
      return openQuestions(condition.of, reading);
    default:
      return [condition.question];
  }
}

/** All hold (`neutral` true), or not all fail (`neutral` false): one loop for both, as they mirror each other. */
function every(parts: readonly Condition[], reading: Reading, neutral: boolean): Truth {
  let result: Truth = neutral;
  for (const part of parts) {
    const truth = holds(part, reading);
    if (truth === !neutral) return truth;
    if (truth === undefined) result = undefined;
  }
  return result;
}

type Atom = Exclude<Condition, { readonly test: 'all' | 'any' | 'not' }>;

function matches(atom: Atom, answer: Answer | undefined): Truth {
  if (answer === undefined) return undefined;
  if (answer.kind === 'not-asked') return false;
  switch (atom.test) {
    case 'chosen':
      if (answer.kind === 'choice') return atom.options.includes(answer.option);
      return answer.kind === 'choices' && answer.options.some(option => atom.options.includes(option));
    case 'none-chosen':
      return answer.kind === 'choices' && answer.options.length === 0;
    case 'within': {
      const value = answer.kind === 'number' ? answer.value : answer.kind === 'choices' ? answer.options.length : Number.NaN;
      return above(value, atom.from) && below(value, atom.to);
    }
  }
}

function above(value: number, bound: Bound | null): boolean {
  return bound === null || value > bound.value || (bound.included && value === bound.value);
}

function below(value: number, bound: Bound | null): boolean {
  return bound === null || value < bound.value || (bound.included && value === bound.value);
}
