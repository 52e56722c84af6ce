import { outcomes } from '../pack/outcomes.ts';
import type { Pack } from '../pack/pack.ts';
import type { Reading } from './answers.ts';
import { questionIndices } from './checkAnswers.ts';

/** How it ended, by the answers of the question `outcome` that every pack shares; `null` when that is not known. */
export type Outcome = (typeof outcomes)[number] | null;

/** Reads the outcome off the answers. */
export function outcomeOf(pack: Pack, reading: Reading): Outcome {
  const index = questionIndices(pack).get('outcome');
  if (index === undefined) return null;
  const [question, answer] = [pack.questions[index], reading[index]];
  if (answer?.kind !== 'choice' || question === undefined || !('options' in question)) return null;
  return outcomes.find(outcome => outcome === question.options[answer.option]?.id) ?? null;
}

/** Whether nothing has been heard yet, so that silence itself is to be explained. */
export function isSilent(outcome: Outcome): outcome is 'no-reply' | 'waiting' {
  return outcome === 'no-reply' || outcome === 'waiting';
}
