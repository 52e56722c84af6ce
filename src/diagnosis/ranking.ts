import { type ExplainedNo, isSupported } from '../inference/no/explainNo.ts';
import type { ExplainedSilence } from '../inference/silence/explainSilence.ts';

/** A cause and how much of what lies behind it, from 0 to 1. */
export interface RankedCause {
  readonly cause: string;
  readonly weight: number;
}

/**
 * The one ordered list of what most likely lies behind it.
 *
 * When a no was heard, it is the order of the explanations, with their shares. When nothing was heard, reasons count
 * with the probability of a no times their share, and causes of the silence alone with their probability; a cause
 * that can be both counts as a reason, since why it was a no comes before why nobody said so. Supported ones come
 * first, as among the explanations.
 */
export function rankingOf({ causes }: ExplainedNo, silence: ExplainedSilence | null): readonly RankedCause[] {
  if (!silence) return causes.map(({ cause, share }) => ({ cause: cause.id, weight: share }));
  const reasons = causes.map(({ cause, share, supported }) => ({ cause: cause.id, weight: (1 - silence.advance) * share, supported }));
  const alone = silence.causes
    .filter(({ weighed }) => weighed.cause.strength === undefined)
    .map(({ weighed, probability }) => ({ cause: weighed.cause.id, weight: probability, supported: probability > 0 && isSupported(weighed) }));
  return [...reasons, ...alone]
    .sort((a, b) => Number(b.supported) - Number(a.supported) || b.weight - a.weight || (a.cause < b.cause ? -1 : 1))
    .map(({ cause, weight }) => ({ cause, weight }));
}
