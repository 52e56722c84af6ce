import { contradictions, weigh } from '../evidence/weigh.ts';
import type { Pack } from '../pack/pack.ts';
import type { Checked } from '../base/problem.ts';
import { checkAnswers, type CheckedAnswers } from '../answers/checkAnswers.ts';
import { outcomeOf } from '../answers/outcome.ts';
import type { WeighedInterview } from './history/players.ts';
import { isOverdue } from './silence/explainSilence.ts';

/** One interview whose answers fit the pack and do not contradict each other, with every cause weighed. */
export interface ReadInterview extends WeighedInterview {
  readonly checked: CheckedAnswers;
}

/**
 * Reads the answers of one interview and weighs every cause of the pack by them.
 *
 * @param answers - question id → answer, of any origin
 * @param asOf - the day that counts as today, `YYYY-MM-DD`
 */
export function readInterview(pack: Pack, answers: unknown, asOf?: string): Checked<ReadInterview> {
  const checked = checkAnswers(pack, answers, asOf);
  if (!checked.ok) return checked;
  const { reading } = checked.value;
  const clashes = contradictions(pack, reading);
  if (clashes.length > 0) return { ok: false, problems: clashes };
  return { ok: true, value: { checked: checked.value, weighed: pack.causes.map(cause => weigh(cause, reading)), failed: failedOf(pack, checked.value) } };
}

/** Silence past its time counts as a no among several interviews; what isn't due yet, or too fresh to tell, as open. */
function failedOf(pack: Pack, { reading }: CheckedAnswers): boolean | null {
  const outcome = outcomeOf(pack, reading);
  if (outcome === null || outcome === 'waiting' || (outcome === 'no-reply' && !isOverdue(pack, reading, outcome))) return null;
  return outcome !== 'advanced';
}
