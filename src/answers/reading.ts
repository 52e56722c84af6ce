import type { Answer } from '../pack/answer.ts';
import { type Layout, unanswered, writeAnswer } from '../pack/layout.ts';

/** The answers of one interview, understood: as values for words and dates, and as bits for tests. */
export interface Reading {
  /** One for each question of the pack, in its order; `undefined` where it is unknown. */
  readonly answers: readonly (Answer | undefined)[];
  /** The same as columns of bits (`Layout`). */
  readonly columns: readonly number[];
}

/** The reading of answers that are settled: those that are not asked among them. */
export function readingOf(layout: Layout, answers: readonly (Answer | undefined)[]): Reading {
  const columns = unanswered(layout);
  layout.questions.forEach((bits, question) => {
    const answer = answers[question];
    if (answer !== undefined) writeAnswer(bits, answer, columns);
  });
  return { answers, columns };
}
