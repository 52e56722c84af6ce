import type { Pack, Question } from '../pack/pack.ts';
import type { Answer } from '../pack/answer.ts';
import type { AnswerValue } from './answers.ts';
import type { Reading } from './reading.ts';
import { isoDate } from '../base/calendar.ts';

/** An answer as it was given: an option's id, a list of ids, a number, an ISO date. */
export function answerValue(question: Question, answer: Answer): AnswerValue | undefined {
  switch (answer.kind) {
    case 'choice':
      return optionId(question, answer.option);
    case 'choices':
      return answer.options.flatMap(option => optionId(question, option) ?? []);
    case 'number':
      return answer.value;
    case 'date':
      return isoDate(answer.day);
    case 'not-asked':
      return undefined;
  }
}

/** The answer to a question of a pack as it was given; nothing where it is unknown, or not asked. */
export function givenAt({ questions }: Pack, { answers }: Reading, index: number): AnswerValue | undefined {
  const [question, answer] = [questions[index], answers[index]];
  return question && answer && answerValue(question, answer);
}

function optionId(question: Question, option: number): string | undefined {
  return 'options' in question ? question.options[option]?.id : undefined;
}
