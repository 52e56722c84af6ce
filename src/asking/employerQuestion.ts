import type { WeighedCause } from '../evidence/weigh.ts';
import type { Pack, Question } from '../pack/pack.ts';
import type { Reading } from '../answers/answers.ts';
import { askable } from '../answers/askable.ts';
import { holds } from '../answers/holds.ts';
import { type QuestionWorth, worthsOf } from './questionWorths.ts';

/** Less than this is not worth a message. */
const WORTH_A_MESSAGE = 0.01;

/** A question that the employer can answer, and the words for it. */
export interface EmployerQuestion {
  readonly question: Question;
  readonly words: string;
}

/**
 * Of the questions that the employer could answer, the one whose answer would change most. One is open to them when it
 * has no answer, or when its answer is that nothing was said. Whether the reader knows does not matter here: they do.
 */
export function employerQuestion(pack: Pack, weighed: readonly WeighedCause[], reading: Reading): EmployerQuestion | null {
  const put = new Set(askable(pack, reading));
  const open = pack.questions.flatMap((question, index) => (question.recruiter !== undefined && put.has(question) && isOpen(reading, index)
    && (question.recruiter.if === undefined || holds(question.recruiter.if, reading) === true) ? [index] : []));
  const told = worthsOf(pack, weighed, reading, open).map(each => ({ ...each, change: whenTold(each) }));
  const [best] = told.filter(({ change }) => change >= WORTH_A_MESSAGE).sort((a, b) => b.change - a.change);
  return best?.question.recruiter ? { question: best.question, words: best.question.recruiter.ask } : null;
}

function isOpen(reading: Reading, index: number): boolean {
  const answer = reading[index];
  return answer === undefined || (answer.kind === 'choices' && answer.options.length === 0);
}

function whenTold({ question, change }: QuestionWorth): number {
  return question.dontKnow < 1 ? change / (1 - question.dontKnow) : 0;
}
