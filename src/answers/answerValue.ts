import type { Pack, Question } from '../pack/pack.ts';
import type { Answer } from '../pack/answer.ts';
import type { AnswerValue, Reading } from './answers.ts';
import { isoDate } from '../base/calendar.ts';

/** An answer as it was given: an option's id, a list of ids, a number, an ISO date. */
export function answerValue(question: Question, answer: Answer): AnswerValue | undefined {
  switch (answer.kind) {
    case 'choice':
      return optionIds(question)[answer.option];
    case 'choices':
      return answer.options.flatMap(option => optionIds(question)[option] ?? []);
    case 'number':
      return answer.value;
    case 'date':
      return isoDate(answer.day);
    case 'not-asked':
      return undefined;
  }
}

/** The answer to a question of a pack as it was given; nothing where it is unknown, or not asked. */
export function givenAt(pack: Pack, reading: Reading, index: number): AnswerValue | undefined {
  const [question, answer] = [pack.questions[index], reading[index]];
  return question && answer && answerValue(question, answer);
}

function optionIds(question: Question): readonly string[] {
  return 'options' in question ? question.options.map(option => option.id) : [];
}
