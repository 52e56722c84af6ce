import { outcomes } from '../pack/outcomes.ts';
import type { Prepared } from '../pack/preparePack.ts';
import { chosenIn } from './answerTo.ts';
import type { Reading } from './reading.ts';

/** How it ended, by the answers of the question `outcome` that every pack shares; `null` when that is not known. */
export type Outcome = (typeof outcomes)[number] | null;

/** Reads the outcome off the answers. */
export function outcomeOf(prepared: Prepared, reading: Reading): Outcome {
  const chosen = chosenIn(prepared, reading, 'outcome');
  return outcomes.find(outcome => outcome === chosen) ?? null;
}

/** Whether nothing has been heard yet, so that silence itself is to be explained. */
export function isSilent(outcome: Outcome): outcome is 'no-reply' | 'waiting' {
  return outcome === 'no-reply' || outcome === 'waiting';
}
