import type { Question } from '../pack/pack.ts';
import type { Answer } from '../pack/answer.ts';

/** An answer that people give, and how often. */
export interface LikelyAnswer {
  readonly answer: Answer;
  /** Share of everybody who is asked, from 0 to 1. */
  readonly chance: number;
}

/** Sets of options that are tried out for one question. */
const MOST_SETS = 16;

/**
 * What people answer to a question, and how often: each option, or the typical values of a number. Of a question with
 * several options to choose, the likeliest sets of them stand for all the rest. Together with those who cannot say, the
 * chances add to 1. Nothing is said of dates.
 */
export function likelyAnswers(question: Question): readonly LikelyAnswer[] {
  const answers = possible(question);
  const whole = answers.reduce((sum, { chance }) => sum + chance, 0) || 1;
  return answers.map(({ answer, chance }) => ({ answer, chance: (chance / whole) * (1 - question.dontKnow) }));
}

function possible(question: Question): readonly LikelyAnswer[] {
  switch (question.kind) {
    case 'date':
      return [];
    case 'number':
      return question.typical.map(({ value, share }) => ({ answer: { kind: 'number', value }, chance: share }));
    case 'several-of':
      return likelySets(question.options.map(({ typical }) => typical)).map(({ options, chance }) => ({ answer: { kind: 'choices', options }, chance }));
    default:
      return question.options.map(({ typical }, option) => ({ answer: { kind: 'choice', option }, chance: typical }));
  }
}

interface LikelySet {
  readonly options: readonly number[];
  readonly chance: number;
}

/** The likeliest sets of options that are taken independently: a set is among them only if each of its beginnings is among the likeliest. */
function likelySets(typical: readonly number[]): readonly LikelySet[] {
  return typical.reduce<readonly LikelySet[]>((sets, share, option) => sets
    .flatMap(({ options, chance }) => [{ options, chance: chance * (1 - share) }, { options: [...options, option], chance: chance * share }])
    .sort((a, b) => b.chance - a.chance).slice(0, MOST_SETS), [{ options: [], chance: 1 }]);
}
