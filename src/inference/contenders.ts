import type { WeighedCause } from '../evidence/weigh.ts';
import type { Pack } from '../pack/pack.ts';
import type { Reading } from '../questionnaire/answers.ts';
import { isSilent, outcomeOf } from '../questionnaire/outcome.ts';
import { isSupported, meanStanding } from './explainNo.ts';
import { shareTable } from './shareTable.ts';
import { explainSilence } from './silence.ts';
import { usualChanceOfNo } from './usual.ts';

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
}

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
  const reasons = Uint8Array.from(weighed, ({ cause }) => Number(cause.strength !== undefined));
  return (reading, changed = new Map()) => {
    const fires = new Map<number, number>();
    for (const [index, each] of changed) fires.set(index, firing(each));
    const { chanceOfAny, shares } = tryOut(fires);
    const backed = changed.size > 0 ? supported.slice() : supported;
    for (const [index, each] of changed) backed[index] = Number(isSupported(each));
    const outcome = outcomeOf(pack, reading);
    const silence = isSilent(outcome)
      ? explainSilence(pack, reading, outcome, weighed.map((each, index) => changed.get(index) ?? each), 1 - chanceOfAny, 1 - usualChanceOfNo(pack)) : null;
    if (silence === null) return { weights: shares, leader: leaderOf(reasons, backed, shares) };
    const no = 1 - silence.advance;
    const silent = weighed.map(({ cause }) => silence.causes.find(each => each.weighed.cause === cause)?.probability ?? 0);
    return {
      weights: shares.map((share, index) => (no * share + (silent[index] ?? 0)) / (no + 1)),
      leader: leaderOf(reasons, backed, shares.map(share => no * share), silent),
    };
  };
}

function firing({ presence, strength }: WeighedCause): number {
  return presence * strength;
}

/**
 * The first of the ranking: a cause that can be both a reason and one of silence counts as a reason, and one of silence
 * alone only while there is silence to explain.
 */
function leaderOf(reasons: Uint8Array, supported: Uint8Array, asReason: ArrayLike<number>, silent?: ArrayLike<number>): number {
  let [leader, most, backed] = [0, -1, -1];
  for (let index = 0; index < reasons.length; index++) {
    const isReason = reasons[index] === 1;
    if (!isReason && !silent) continue;
    const weight = (isReason ? asReason[index] : silent?.[index]) ?? 0;
    const support = isReason || weight > 0 ? supported[index] ?? 0 : 0;
    if ((support - backed || weight - most) > 0) [leader, most, backed] = [index, weight, support];
  }
  return leader;
}
