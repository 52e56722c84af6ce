import type { QuestionWords } from '../files/fileSchemas.ts';
import { word } from './names.ts';

/** An answer that something can be told from, in YAML. */
export interface Clue {
  /** A condition for which it holds, and one for the opposite, if there is one. */
  readonly when: string;
  readonly otherwise?: string;
  /** Answers for which it holds, without the braces around them. */
  readonly answers: string;
}

/**
 * Clues that questions give, each of another question: those asked of everybody, the last one first, as that was most
 * likely added for it; then the end of the interview, which every pack asks.
 */
export function cluesIn(questions: readonly QuestionWords[]): readonly Clue[] {
  const everybody = questions.filter(({ id, 'ask-if': condition }) => id !== 'outcome' && condition === undefined).reverse();
  const outcome = questions.filter(({ id }) => id === 'outcome');
  return [...everybody, ...outcome].flatMap(question => clueOf(question, questions));
}

/** The clue that one question gives, beside an end after which it may be asked, or none; no clue for a date, which no condition compares. */
export function clueOf(question: QuestionWords, questions: readonly QuestionWords[]): readonly Clue[] {
  const own = ownClue(question);
  if (own === undefined) return [];
  const ending = questions.find(({ id }) => id === 'outcome');
  const end = ending?.kind === 'one-of' ? ending.options.find(({ id }) => id === 'rejected') ?? ending.options[0] : undefined;
  const clue = {
    when: `{ ${question.id}: ${own.when} }`,
    ...(own.otherwise === undefined ? {} : { otherwise: `{ ${question.id}: ${own.otherwise} }` }),
    answers: `${question.id}: ${own.answer}`,
  };
  return end === undefined || question === ending ? [clue] : [{ ...clue, answers: `outcome: ${end.id}, ${clue.answers}` }, clue];
}

/** What is said of an answer in a condition, of its opposite, and in a questionnaire. */
interface OwnClue {
  readonly when: string;
  readonly otherwise?: string;
  readonly answer: string;
}

function ownClue(question: QuestionWords): OwnClue | undefined {
  switch (question.kind) {
    case 'date':
      return undefined;
    case 'yes-no':
      return { when: 'yes', otherwise: 'no', answer: 'yes' };
    case 'number': {
      const middle = question.from + Math.ceil((question.to - question.from) / 2);
      return middle === question.from ? undefined : { when: `{ at-least: ${middle} }`, otherwise: `{ less-than: ${middle} }`, answer: String(middle) };
    }
    default: {
      const [first, last] = [question.options[0], question.options.at(-1)].map(option => word(option?.id ?? '')) as [string, string];
      if (question.id === 'outcome') return { when: first, answer: first };
      return question.kind === 'one-of' ? { when: last, otherwise: first, answer: last } : { when: first, otherwise: 'none', answer: `[${first}]` };
    }
  }
}
