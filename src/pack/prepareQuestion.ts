import type { Answer } from './answer.ts';
import type { Question } from './pack.ts';

/** A question with its options as a table. */
export interface PreparedQuestion {
  readonly question: Question;
  readonly kind: Question['kind'];
  /** Index of each option by id; empty where there are none to choose from. */
  readonly optionIndices: ReadonlyMap<unknown, number>;
  /** The answers that choose one option, in the order of the options. */
  readonly choices: readonly Answer[];
}

export function prepareQuestion(question: Question): PreparedQuestion {
  const options = 'options' in question ? question.options : [];
  return {
    question, kind: question.kind,
    optionIndices: new Map(options.map(({ id }, index) => [id, index])),
    choices: options.map((_, option) => ({ kind: 'choice', option })),
  };
}
