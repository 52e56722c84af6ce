import type { Condition } from '../pack/condition.ts';
import { wholeRange } from '../pack/layout.ts';
import type { Pack } from '../pack/pack.ts';

/**
 * When a condition shows, said so that a form that knows only yes and no can follow it: negations have moved into tests
 * of single answers, and each of these speaks of a question that was answered. What is unknown shows nothing.
 */
export type Shown =
  | { readonly test: 'all' | 'any'; readonly of: readonly Shown[] }
  /** Answered with one of these options; or, where it does not hold, answered with none of them. */
  | { readonly test: 'chosen'; readonly question: number; readonly options: readonly number[]; readonly holds: boolean }
  /** The whole number, or how many options were chosen, both ends included; `null` where there is no end. */
  | { readonly test: 'counted'; readonly question: number; readonly from: number | null; readonly to: number | null }
  /** The condition of that question is refuted, so its answer does not count; or, where it does not hold, it is not. */
  | { readonly test: 'not-asked'; readonly question: number; readonly holds: boolean };

type Questions = Pack['questions'];

/**
 * When a condition is shown or, where `holds` is false, refuted. A question that is not put to a person refutes every
 * condition on it, as in `settle`.
 */
export function shownWhen(questions: Questions, condition: Condition, holds = true): Shown {
  switch (condition.test) {
    case 'all':
    case 'any':
      return { test: (condition.test === 'all') === holds ? 'all' : 'any', of: condition.of.map(part => shownWhen(questions, part, holds)) };
    case 'not':
      return shownWhen(questions, condition.of, !holds);
    case 'chosen':
      return whereAsked(questions, { test: 'chosen', question: condition.question, options: condition.options, holds }, holds);
    default: {
      const { from, to } = wholeRange(condition);
      const { question } = condition;
      const below: readonly Shown[] = from === null ? [] : [{ test: 'counted', question, from: null, to: from - 1 }];
      const above: readonly Shown[] = to === null ? [] : [{ test: 'counted', question, from: to + 1, to: null }];
      return whereAsked(questions, holds ? { test: 'counted', question, from, to } : { test: 'any', of: [...below, ...above] }, holds, question);
    }
  }
}

function whereAsked(questions: Questions, answered: Shown, holds: boolean, question = 'question' in answered ? answered.question : 0): Shown {
  if (questions[question]?.askIf === undefined) return answered;
  return { test: holds ? 'all' : 'any', of: [{ test: 'not-asked', question, holds: !holds }, answered] };
}

/** When a question is known not to come up; nothing for one that always does. */
export function notAskedWhen(questions: Questions, question: number): Shown | undefined {
  const askIf = questions[question]?.askIf;
  return askIf && shownWhen(questions, askIf, false);
}

/** The questions of which it matters to these whether they are asked, with those that matter to them in turn; ascending. */
export function askedMatters(questions: Questions, tests: readonly Shown[]): readonly number[] {
  const found = new Set<number>();
  const visit = (test: Shown): void => {
    if (test.test === 'all' || test.test === 'any') test.of.forEach(visit);
    else if (test.test === 'not-asked' && !found.has(test.question)) {
      found.add(test.question);
      const own = notAskedWhen(questions, test.question);
      if (own) visit(own);
    }
  };
  tests.forEach(visit);
  return [...found].sort((a, b) => a - b);
}
