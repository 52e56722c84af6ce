import type { Answer } from '../pack/answer.ts';
import type { Prepared } from '../pack/preparePack.ts';
import type { Reading } from './reading.ts';

/** The answer to a question by its id, which a pack need not have. */
export function answerTo({ questionIndices }: Prepared, { answers }: Reading, id: string): Answer | undefined {
  const index = questionIndices.get(id);
  return index === undefined ? undefined : answers[index];
}

/** The id of the option that was chosen for a question, which a pack need not have. */
export function chosenIn(prepared: Prepared, reading: Reading, id: string): string | undefined {
  const answer = answerTo(prepared, reading, id);
  if (answer?.kind !== 'choice') return undefined;
  const question = prepared.pack.questions[prepared.questionIndices.get(id) as number];
  return question !== undefined && 'options' in question ? question.options[answer.option]?.id : undefined;
}

/** Whether the interview took place, as far as is known. */
export function tookPlaceIn(prepared: Prepared, reading: Reading): boolean {
  return !['missed', 'wrong-day', 'i-left', 'they-did-not-come'].includes(chosenIn(prepared, reading, 'attended') ?? '');
}

/** After a thank-you note, how many more times the reader got in touch; 0 where that is not known. */
export function followUpsIn(prepared: Prepared, reading: Reading): number {
  const answer = answerTo(prepared, reading, 'follow-ups');
  return answer?.kind === 'number' ? answer.value : 0;
}
