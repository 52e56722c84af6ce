import { type ExplainedNo, orderedCauses } from '../inference/no/explainNo.ts';
import type { ExplainedSilence } from '../inference/silence/explainSilence.ts';
import type { Cause } from '../pack/pack.ts';
import type { Prepared } from '../pack/preparePack.ts';

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
export function rankingOf(prepared: Prepared, explained: ExplainedNo, silence: ExplainedSilence | null): readonly RankedCause[] {
  const { share, weighed: { supported } } = explained;
  const named = ({ cause, part }: Ranked): RankedCause => ({ cause: (prepared.pack.causes[cause] as Cause).id, weight: part });
  const reasons = orderedCauses(prepared, explained).map((cause): Ranked => ({ cause, part: (silence ? 1 - silence.advance : 1) * (share[cause] as number), supported: supported[cause] === 1 }));
  if (!silence) return reasons.map(named);
  const alone = silence.causes
    .filter(({ cause }) => prepared.causes[cause]?.strength === null)
    .map(({ cause, probability }): Ranked => ({ cause, part: probability, supported: probability > 0 && supported[cause] === 1 }));
  return [...reasons, ...alone].sort((a, b) => Number(b.supported) - Number(a.supported) || b.part - a.part || a.cause - b.cause).map(named);
}

/** A cause, by index in the pack, and its part in what lies behind it. */
interface Ranked {
  readonly cause: number;
  readonly part: number;
  readonly supported: boolean;
}
