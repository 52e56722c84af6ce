import type { WeighedCause } from '../evidence/weigh.ts';
import type { Pack } from '../pack/pack.ts';
import type { Reading } from '../answers/answers.ts';
import { isSilent, outcomeOf } from '../answers/outcome.ts';
import { isSupported, meanStanding } from '../inference/no/explainNo.ts';
import { shareTable } from './shareTable.ts';
import { type ExplainedSilence, explainSilence } from '../inference/silence/explainSilence.ts';
import { usualChanceOfNo } from '../inference/no/usual.ts';

/** Everything that may lie behind it. */
export interface Contenders {
  /**
   * Weights that add to 1: of the causes in the pack's order, of the background, of the standing. While nothing has
   * been heard, the causes of silence count beside the reasons, as in the ranking: each of the two lists as a whole,
   * the reasons by the probability of a no.
   */
  readonly weights: ArrayLike<number>;
  /** Index of the cause that comes first in the ranking: supported ones before others, then by weight. */
  readonly leader: number;
  /**
   * How near each cause is to coming first, in the pack's order; they add to 1, or are all 0 when no cause can be it. The larger weights of the ranking compete
   * for it, so each counts with its fourth power, and a cause that no answer speaks for yet with a part of its weight.
   */
  readonly nearness: Float64Array;
}

/** Of its weight, what an unsupported cause competes with: any answer that speaks for it brings in the rest. */
const UNSUPPORTED = 0.3;

/** Weight of a cause that is not in the ranking, as it explains silence only and something was heard: it comes after all others. */
const OUT = -1;

/** Causes that more answers have changed, by index in the pack. */
export type Reweighed = ReadonlyMap<number, WeighedCause>;

/**
 * Weighs everything that may lie behind it, again and again after other answers.
 *
 * @param weighed - the causes in the pack's order before any of these answers
 * @returns For a reading and the causes that it changes, what lies behind it then.
 */
export function contest(pack: Pack, weighed: readonly WeighedCause[]): (reading: Reading, changed?: Reweighed) => Contenders {
  const tryOut = shareTable([...weighed.map(firing), pack.background.value, meanStanding(pack)]);
  const supported = Uint8Array.from(weighed, each => Number(isSupported(each)));
  const ofSilence = weighed.flatMap(({ cause }, index) => (cause.strength === undefined ? [index] : []));
  return (reading, changed = new Map()) => {
    const fires = new Map<number, number>();
    for (const [index, each] of changed) fires.set(index, firing(each));
    const { chanceOfAny, shares } = tryOut(fires);
    const backed = supported.slice();
    for (const [index, each] of changed) backed[index] = Number(isSupported(each));
    const outcome = outcomeOf(pack, reading);
    const silence = isSilent(outcome)
      ? explainSilence(pack, reading, outcome, weighed.map((each, index) => changed.get(index) ?? each), 1 - chanceOfAny, 1 - usualChanceOfNo(pack)) : null;
    const { weights, ranked } = silence ? besideSilence(weighed, shares, silence) : { weights: shares, ranked: shares.slice(0, weighed.length) };
    for (const index of ofSilence) {
      if (!silence) ranked[index] = OUT;
      if (!((ranked[index] ?? 0) > 0)) backed[index] = 0;
    }
    return { weights, leader: leaderOf(ranked, backed), nearness: nearnessOf(ranked, backed) };
  };
}

function firing({ presence, strength }: WeighedCause): number {
  return presence * strength;
}

/** Both lists together, and each cause with its weight in the ranking, where it is a reason if it can be one. */
function besideSilence(weighed: readonly WeighedCause[], shares: Float64Array, { advance, causes }: ExplainedSilence): { readonly weights: Float64Array; readonly ranked: Float64Array } {
  const no = 1 - advance;
  const [weights, ranked] = [shares.map(share => (no * share) / (no + 1)), shares.slice(0, weighed.length)];
  weighed.forEach(({ cause }, index) => {
    const silent = cause.silence ? causes.find(each => each.weighed.cause === cause)?.probability ?? 0 : 0;
    weights[index] = (weights[index] ?? 0) + silent / (no + 1);
    ranked[index] = cause.strength === undefined ? silent : no * (shares[index] ?? 0);
  });
  return { weights, ranked };
}

function leaderOf(ranked: Float64Array, supported: Uint8Array): number {
  let leader = 0;
  for (let index = 1; index < ranked.length; index++) {
    const better = (supported[index] ?? 0) - (supported[leader] ?? 0) || (ranked[index] ?? 0) - (ranked[leader] ?? 0);
    if (better > 0) leader = index;
  }
  return leader;
}

/** Weights are divided by the largest first, as the powers of small ones would vanish. */
function nearnessOf(ranked: Float64Array, supported: Uint8Array): Float64Array {
  const near = new Float64Array(ranked.length);
  let [most, whole] = [0, 0];
  for (let index = 0; index < near.length; index++) {
    const weight = Math.max(0, ranked[index] ?? 0) * (supported[index] === 1 ? 1 : UNSUPPORTED);
    near[index] = weight;
    if (weight > most) most = weight;
  }
  if (most === 0) return near;
  for (let index = 0; index < near.length; index++) {
    const square = ((near[index] ?? 0) / most) ** 2;
    near[index] = square * square;
    whole += square * square;
  }
  for (let index = 0; index < near.length; index++) near[index] = (near[index] ?? 0) / whole;
  return near;
}
