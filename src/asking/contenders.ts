import type { Reading } from '../answers/reading.ts';
import type { Weighed } from '../evidence/weigh.ts';
import { type Baseline, firesOf } from '../inference/no/baseline.ts';
import { standingOut } from '../inference/no/focus.ts';
import { type Game, gameOf, play } from '../inference/no/orGame.ts';
import { nodesFor } from '../inference/numbers/gaussLegendre.ts';
import type { Prepared } from '../pack/preparePack.ts';
import { silentChances, type Wait, waitOf } from '../inference/silence/explainSilence.ts';

/** Everything that may lie behind it. Its lists are written in place, as this is worked out some thousand times for one question. */
export interface Contenders {
  /**
   * Parts that add to 1: of the causes in the pack's order, of the background, of the standing. While nothing has been
   * heard, the causes of silence count beside the reasons, as in the ranking: each of the two lists as a whole, the
   * reasons by the probability of a no.
   */
  readonly parts: number[];
  /**
   * How near each cause is to coming first, in the pack's order; they add to 1, or are all 0 when no cause can be it. The
   * larger parts of the ranking compete for it, so each counts with its fourth power, and a cause that no answer speaks
   * for yet with some of its part.
   */
  readonly nearness: number[];
  /** Index of the cause that comes first in the ranking: supported ones before others, then by part. */
  leader: number;
}

/** An interview whose causes can be weighed against each other again and again, after other answers. */
export interface Contest {
  readonly baseline: Baseline;
  /** What the answers so far say of the wait; `null` when something was heard. */
  readonly wait: Wait | null;
  readonly fires: readonly number[];
  readonly game: Game;
}

/** Of its part, what an unsupported cause competes with: any answer that speaks for it brings in the rest. */
const UNSUPPORTED = 0.3;
/** Place of a cause that is not in the ranking, as it explains silence only and something was heard: after all others. */
const OUT = -1;
/** How far the sum of all players may rise by an answer, so that the nodes are still enough, and how far they may be off. */
const RISE = 1;
const NEGLIGIBLE = 1e-10;

/** @param weighed - the causes before any further answer */
export function contestOf(baseline: Baseline, reading: Reading, weighed: Weighed): Contest {
  const count = weighed.presence.length;
  const fires = firesOf(weighed, baseline.fires[count] as number, baseline.fires[count + 1] as number);
  const sum = fires.reduce((total, q) => total + q, RISE);
  return { baseline, wait: waitOf(baseline.prepared, reading), fires, game: gameOf(fires, nodesFor(fires.length, sum, NEGLIGIBLE)) };
}

/** What lies behind it before any further answer. */
export function contendersOf({ fires }: Contest): Contenders {
  const nobody = fires.map(() => 0.5).fill(0);
  return { parts: nobody, nearness: nobody.slice(2), leader: 0 };
}

/**
 * Finds what lies behind it under other answers.
 *
 * @param wait - what they say of the wait
 * @param touched - the causes that may stand otherwise than the contest has them; some may be named twice
 * @param into - where it is written
 */
export function findContenders({ baseline, fires: before, game }: Contest, wait: Wait | null, weighed: Weighed, touched: readonly number[], into: Contenders): void {
  const { prepared } = baseline;
  const { presence, strength } = weighed;
  const fires = before.slice();
  const changed: number[] = [];
  for (const cause of touched) {
    const now = (presence[cause] as number) * (strength[cause] as number);
    if (now === fires[cause]) continue;
    fires[cause] = now;
    changed.push(cause);
  }
  const { any, shares } = play(game, fires, changed);
  const silence = wait && silentChances(baseline, wait, weighed, 1 - any);
  const { parts, nearness } = into;
  const no = silence ? 1 - silence.advance : 1;
  const whole = silence ? 1 + no : 1;
  for (let player = 0; player < parts.length; player++) parts[player] = (no * (shares[player] as number)) / whole;
  for (let cause = 0; cause < nearness.length; cause++) nearness[cause] = prepared.causes[cause]?.strength === null ? OUT : no * (shares[cause] as number);
  if (silence) prepared.silent.forEach(({ cause }, index) => {
    const probability = silence.causes[index] as number;
    parts[cause] = (parts[cause] as number) + probability / whole;
    if (prepared.causes[cause]?.strength === null) nearness[cause] = probability;
  });
  into.leader = leaderOf(nearness, weighed, prepared);
  toNearness(nearness, weighed.supported);
}

/** @param parts - of each cause; what cannot be it counts as not supported */
function leaderOf(parts: readonly number[], { supported, evidence }: Weighed, { pack }: Prepared): number {
  let leader = 0;
  let [first, backed] = [-1, false];
  for (let cause = 0; cause < parts.length; cause++) {
    const part = parts[cause] as number;
    const own = supported[cause] === 1 && part >= 0;
    if (backed && !own) continue;
    const place = part > 0 ? part * standingOut(pack, evidence[cause] as number, part) : part;
    if (own === backed && place <= first) continue;
    [leader, first, backed] = [cause, place, own];
  }
  return leader;
}

/** Turns places in the ranking into nearness. Parts are divided by the largest first, as the powers of small ones would vanish. */
function toNearness(places: number[], supported: readonly number[]): void {
  let most = 0;
  for (let cause = 0; cause < places.length; cause++) {
    const place = places[cause] as number;
    const part = place > 0 ? place * (supported[cause] === 1 ? 1 : UNSUPPORTED) : 0;
    places[cause] = part;
    if (part > most) most = part;
  }
  if (most === 0) return;
  let whole = 0;
  for (let cause = 0; cause < places.length; cause++) {
    const part = (places[cause] as number) / most;
    const square = part * part;
    places[cause] = square * square;
    whole += square * square;
  }
  for (let cause = 0; cause < places.length; cause++) places[cause] = (places[cause] as number) / whole;
}
