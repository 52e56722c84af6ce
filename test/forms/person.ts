import fc from 'fast-check';
import type { AnswerValue } from '../../src/answers/answers.ts';
import { isoDate } from '../../src/base/calendar.ts';
import type { Question } from '../../src/pack/pack.ts';

/** What a person does next in a form: which of the questions in view is taken, and what is said to it. */
export interface Act {
  readonly question: number;
  /** From 0 to 9: 0 empties the field again, 1 says “I don't know”, 2 says that nothing applies, where that can be said. */
  readonly manner: number;
  readonly answer: number;
}

export const acts = (most: number): fc.Arbitrary<readonly Act[]> =>
  fc.array(fc.record({ question: fc.nat(9999), manner: fc.nat(9), answer: fc.nat(1_000_000) }), { minLength: 1, maxLength: most });

/** What is said; nothing where the field is emptied. */
export function saidTo(question: Question, { manner, answer }: Act): AnswerValue | undefined {
  if (manner === 0) return undefined;
  if (manner === 1) return 'unknown';
  switch (question.kind) {
    case 'number':
      return question.from + (answer % (Math.min(question.to, question.from + 30) - question.from + 1));
    case 'date':
      return isoDate(20_779 - (answer % 60));
    case 'several-of':
      return manner === 2 ? [] : chosen(question.options.map(({ id }) => id), answer);
    default:
      return question.options[answer % question.options.length]?.id;
  }
}

/** One to three of the options. */
function chosen(ids: readonly string[], answer: number): readonly string[] {
  const places = [answer, Math.floor(answer / 7), Math.floor(answer / 49)].slice(0, 1 + (answer % 3)).map(place => place % ids.length);
  return [...new Set(places)].map(place => ids[place] as string);
}
