/**
 * A condition on answers, ready to be evaluated. Questions and options are indices into the pack.
 * `within` compares a number, or how many options of a `several-of` question were chosen.
 */
export type Condition =
  | { readonly test: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly test: 'not'; readonly of: Condition }
  | { readonly test: 'chosen'; readonly question: number; readonly options: readonly number[] }
  | { readonly test: 'none-chosen'; readonly question: number }
  | { readonly test: 'within'; readonly question: number; readonly from: Bound | null; readonly to: Bound | null };

export interface Bound {
  readonly value: number;
  readonly included: boolean;
}

/** Indices of the questions that a condition speaks of, each once, ascending. */
export function questionsOf(condition: Condition): readonly number[] {
  return [...new Set(mentions(condition))].sort((a, b) => a - b);
}

function mentions(condition: Condition): readonly number[] {
  switch (condition.test) {
    case 'all':
    case 'any':
      return condition.of.flatMap(mentions);
    case 'not':
      return mentions(condition.of);
    default:
      return [condition.question];
  }
}
