import type { ExplainedNo } from './no/explainNo.ts';
import { standingOut } from './no/focus.ts';
import type { ExplainedSilence } from './silence/explainSilence.ts';
import type { Cause } from '../pack/pack.ts';
import type { Prepared } from '../pack/preparePack.ts';

/** A cause, and how likely it is the one that someone who knows hiring would name: weights add to 1, or are all 0. */
export interface RankedCause {
  readonly cause: string;
  readonly weight: number;
}

/**
 * The one ordered list of what most likely lies behind it: by share, and by how far each stands out.
 *
 * When nothing was heard, reasons count with the probability of a no times their share, and causes of the silence alone
 * with their probability; a cause that can be both counts as a reason, since why it was a no comes before why nobody
 * said so. Supported ones come first, as among the explanations.
 */
export function rankingOf(prepared: Prepared, explained: ExplainedNo, silence: ExplainedSilence | null): readonly RankedCause[] {
  const { share, weighed: { supported, evidence } } = explained;
  const ranked = (cause: number, part: number): Ranked =>
    ({ cause, part: part * standingOut(prepared.pack, evidence[cause] as number, part), supported: supported[cause] === 1 });
  const ofNo = silence ? 1 - silence.advance : 1;
  const all = [
    ...prepared.ofNo.map(cause => ranked(cause, ofNo * (share[cause] as number))),
    ...(silence?.causes ?? []).filter(({ cause }) => prepared.causes[cause]?.strength === null).map(({ cause, probability }) => {
      const own = ranked(cause, probability);
      return probability > 0 ? own : { ...own, supported: false };
    }),
  ];
  const whole = all.reduce((sum, { part }) => sum + part, 0);
  return all
    .sort((a, b) => Number(b.supported) - Number(a.supported) || b.part - a.part || a.cause - b.cause)
    .map(({ cause, part }) => ({ cause: (prepared.pack.causes[cause] as Cause).id, weight: whole > 0 ? part / whole : 0 }));
}

/** Index in the pack of the cause that is named first, if an answer speaks for it; −1 otherwise. */
export function firstNamed({ causeIndices }: Prepared, { weighed: { supported } }: ExplainedNo, [first]: readonly RankedCause[]): number {
  const index = causeIndices.get(first?.cause ?? '') ?? -1;
  return supported[index] === 1 ? index : -1;
}

/** Orders what is said of causes as the ranking has them. */
export function byRanking(ranking: readonly RankedCause[]): (a: { readonly cause: string }, b: { readonly cause: string }) => number {
  const places = new Map(ranking.map(({ cause }, place) => [cause, place]));
  return (a, b) => (places.get(a.cause) ?? ranking.length) - (places.get(b.cause) ?? ranking.length);
}

/** A cause, by index in the pack, and its part in what lies behind it. */
interface Ranked {
  readonly cause: number;
  readonly part: number;
  readonly supported: boolean;
}
