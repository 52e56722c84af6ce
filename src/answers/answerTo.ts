import type { Pack } from '../pack/pack.ts';
import type { Answer } from '../pack/answer.ts';
import type { Reading } from './answers.ts';
import { questionIndices } from './checkAnswers.ts';

/** The answer to a question by its id, which a pack need not have. */
export function answerTo(pack: Pack, reading: Reading, id: string): Answer | undefined {
  const index = questionIndices(pack).get(id);
  return index === undefined ? undefined : reading[index];
}

/** The id of the option that was chosen for a question, which a pack need not have. */
export function chosenIn(pack: Pack, reading: Reading, id: string): string | undefined {
  const [question, answer] = [pack.questions[questionIndices(pack).get(id) ?? -1], answerTo(pack, reading, id)];
  return answer?.kind === 'choice' && question !== undefined && 'options' in question ? question.options[answer.option]?.id : undefined;
}

/** After a thank-you note, how many more times the reader got in touch; 0 where that is not known. */
export function followUpsIn(pack: Pack, reading: Reading): number {
  const answer = answerTo(pack, reading, 'follow-ups');
  return answer?.kind === 'number' ? answer.value : 0;
}
