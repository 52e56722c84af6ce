import type { AnswerValue } from '../answers/answers.ts';
import { UNKNOWN } from '../pack/answer.ts';
import type { Question } from '../pack/pack.ts';
import { dateInWords } from '../report/dateInWords.ts';
import { words } from './elementWords.ts';

/** An answer as it was put when it was given. */
export function answerText(question: Question, answer: AnswerValue): string {
  if (answer === UNKNOWN) return words.unknown;
  switch (question.kind) {
    case 'number':
      return `${String(answer)} ${question.unit}`;
    case 'date':
      return dateInWords(String(answer), null);
    default: {
      const chosen = [answer].flat().map(id => question.options.find(option => option.id === id)?.says ?? String(id));
      return chosen.length === 0 ? words.none : chosen.join('; ');
    }
  }
}
