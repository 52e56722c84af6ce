import { outcomes } from '../pack/outcomes.ts';
import type { Pack } from '../pack/pack.ts';
import type { Reading } from './answers.ts';
import { chosenIn } from './answerTo.ts';

/** How it ended, by the answers of the question `outcome` that every pack shares; `null` when that is not known. */
export type Outcome = (typeof outcomes)[number] | null;

/** Reads the outcome off the answers. */
export function outcomeOf(pack: Pack, reading: Reading): Outcome {
  const chosen = chosenIn(pack, reading, 'outcome');
  return outcomes.find(outcome => outcome === chosen) ?? null;
}

/** Whether nothing has been heard yet, so that silence itself is to be explained. */
export function isSilent(outcome: Outcome): outcome is 'no-reply' | 'waiting' {
  return outcome === 'no-reply' || outcome === 'waiting';
}
