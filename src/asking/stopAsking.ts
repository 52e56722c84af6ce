import type { QuestionWorth } from './questionWorths.ts';

/** A question that is expected to change less than this is not worth asking. */
const SMALL = 0.005;
/** What comes first is safe when no question is likelier than this to put something else first: many small risks add up. */
const UNLIKELY = 0.02;

/** Whether to go on asking, and how many questions are left. */
export interface AskingLeft {
  /** Questions that are worth asking, the most telling first; equal ones in the order of the pack. */
  readonly worthwhile: readonly QuestionWorth[];
  readonly shouldStop: boolean;
  /** How many questions remain: one at least, as its answer may settle it, and at most all that are worth asking. */
  readonly remaining: { readonly from: number; readonly to: number };
}

/**
 * Decides when enough has been asked: when no answer is expected to change much, or when what comes first is safe.
 *
 * @param worths - of all questions that can be asked now, in the order of the pack
 * @param started - whether there is a leading explanation at all that some answer speaks for
 */
export function stopAsking(worths: readonly QuestionWorth[], started: boolean): AskingLeft {
  const worthwhile = worths.filter(({ change }) => change >= SMALL).toSorted((a, b) => b.change - a.change);
  const safe = worthwhile.every(({ overtakes }) => overtakes < UNLIKELY);
  const shouldStop = worthwhile.length === 0 || (started && safe);
  return { worthwhile, shouldStop, remaining: shouldStop ? { from: 0, to: 0 } : { from: 1, to: worthwhile.length } };
}
