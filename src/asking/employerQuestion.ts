import { isAskable } from '../answers/askable.ts';
import { holds } from '../answers/holds.ts';
import type { Answer } from '../pack/answer.ts';
import type { Question } from '../pack/pack.ts';
import { type Asking, type QuestionWorth, worthOf } from './questionWorths.ts';

/** Less than this is not worth a message. */
const WORTH_A_MESSAGE = 0.01;

/** A question that the employer can answer, by index in the pack, and the words for it. */
export interface EmployerQuestion {
  readonly question: number;
  readonly words: string;
}

/**
 * Of the questions that the employer could answer, the one whose answer would change most. One is open to them when it
 * has no answer, or when its answer is that nothing was said. Whether the reader knows does not matter here: they do.
 * Nothing is asked where the pack says so, as after questions that the law forbids.
 *
 * @param worths - those that are known already
 */
export function employerQuestion(asking: Asking, worths: readonly QuestionWorth[]): EmployerQuestion | null {
  const { prepared: { pack: { questions, askNothingIf } }, trial: { answers } } = asking;
  if (askNothingIf && holds(askNothingIf, answers) === true) return null;
  const told = [...questions.keys()].filter(question => isForThem(asking, question)).map(question => {
    const { change } = worths.find(worth => worth.question === question) ?? worthOf(asking, question);
    const { employer, dontKnow } = questions[question] as Question;
    return { question, words: employer?.ask as string, change: change / (1 - dontKnow) };
  });
  const [best] = told.filter(({ change }) => change >= WORTH_A_MESSAGE).sort((a, b) => b.change - a.change);
  return best ? { question: best.question, words: best.words } : null;
}

/** Whether the employer could answer it, and has not. */
function isForThem({ prepared, trial: { answers, columns } }: Asking, index: number): boolean {
  const { employer, dontKnow } = prepared.pack.questions[index] as Question;
  return employer !== undefined && dontKnow < 1 && isUntold(answers[index]) && isAskable(prepared, columns, index)
    && (employer.if === undefined || holds(employer.if, answers) === true);
}

function isUntold(answer: Answer | undefined): boolean {
  return answer === undefined || (answer.kind === 'choices' && answer.options.length === 0);
}
