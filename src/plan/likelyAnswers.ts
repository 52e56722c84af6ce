import type { Question } from '../pack/pack.ts';
import type { Answer } from '../questionnaire/answers.ts';

/** An answer that people give, and how often. */
export interface LikelyAnswer {
  readonly answer: Answer;
  /** Share of everybody who is asked, from 0 to 1. */
  readonly chance: number;
}

const known = new WeakMap<Question, readonly LikelyAnswer[]>();

/**
 * What people answer to a question, and how often: each option, or the typical values of a number. Of a question with
 * several options to choose, each one alone and none of them stand for all the rest. Together with those who cannot
 * say, the chances add to 1. Nothing is said of dates.
 */
export function likelyAnswers(question: Question): readonly LikelyAnswer[] {
  const before = known.get(question);
  if (before) return before;
  const answers = possible(question);
  const whole = answers.reduce((sum, { chance }) => sum + chance, 0) || 1;
  const likely = answers.map(({ answer, chance }) => ({ answer, chance: (chance / whole) * (1 - question.dontKnow) }));
  known.set(question, likely);
  return likely;
}

function possible(question: Question): readonly LikelyAnswer[] {
  switch (question.kind) {
    case 'date':
      return [];
    case 'number':
      return question.typical.map(({ value, share }) => ({ answer: { kind: 'number', value }, chance: share }));
    case 'several-of':
      return [
        { answer: { kind: 'choices', options: [] }, chance: question.options.reduce((product, { typical }) => product * (1 - typical), 1) },
        ...question.options.map(({ typical }, option): LikelyAnswer => ({ answer: { kind: 'choices', options: [option] }, chance: typical })),
      ];
    default:
      return question.options.map(({ typical }, option) => ({ answer: { kind: 'choice', option }, chance: typical }));
  }
}
