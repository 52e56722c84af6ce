import { exp, log } from '../../base/elementary.ts';
import type { Logic } from '../../pack/logic.ts';

/** A cause that an answer establishes stands out as much as evidence of a hundred to one. */
export const MOST_EVIDENCE = log(100);

/** From this share on a cause is named for standing out; the less it can have decided, the less it counts that it is plain. */
export const DECIDES = 0.02;

/**
 * How far a cause stands out by what the answers show of it, as a factor beside its share: what is always there may
 * weigh as much and is named later.
 *
 * Source: D. J. Hilton, B. R. Slugoski, Psychological Review 93 (1986) 75–88, on abnormal conditions in explanations.
 *
 * @param evidence - logarithm of the likelihood ratio of all that the answers show of it
 */
export function standingOut({ focus }: Pick<Logic, 'focus'>, evidence: number, share: number): number {
  if (focus === undefined || evidence === 0) return 1;
  const clear = Math.max(-MOST_EVIDENCE, Math.min(MOST_EVIDENCE, evidence));
  return exp(focus.value * clear * (clear > 0 ? Math.min(1, share / DECIDES) : 1));
}
