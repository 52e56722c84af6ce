import type { Weighed } from '../../evidence/weigh.ts';
import type { Prepared } from '../../pack/preparePack.ts';
import { type Baseline, firesOf } from './baseline.ts';
import { nodesForPlayers, others, play } from './orGame.ts';

/**
 * What lay behind a no. Of each cause, in the pack's order; probabilities and shares are from 0 to 1, and the shares of
 * all causes, of the background and of the standing add to 1.
 */
export interface ExplainedNo {
  readonly weighed: Weighed;
  /** Probability of a no under these answers. */
  readonly chanceOfNo: number;
  /** Probability that the cause was there, given that it was a no. */
  readonly presence: readonly number[];
  /** Its expected part in what decided it, given that it was a no; 0 for causes that explain silence only. */
  readonly share: readonly number[];
  /** Probability that without it there would have been no no. */
  readonly necessity: readonly number[];
  /** Share of rivals and luck. */
  readonly background: number;
  /** Share of something lasting that no answer shows. */
  readonly standing: number;
}

/**
 * Explains a no by the causes that may bring it about, the background and the standing, as players of a noisy-OR.
 *
 * Source: J. Pearl, Probabilistic Reasoning in Intelligent Systems (1988), 4.3.2, for the noisy-OR with a leak.
 */
export function explainNo(baseline: Baseline, weighed: Weighed): ExplainedNo {
  const count = weighed.presence.length;
  const fires = firesOf(weighed, baseline.fires[count] as number, baseline.fires[count + 1] as number);
  const { any, shares } = play(baseline.gameAt(nodesForPlayers(fires)), fires, playersThatDiffer(baseline.fires, fires));
  const { anyone, nobody } = others(fires);
  const [presence, necessity]: [number[], number[]] = [[], []];
  for (let cause = 0; cause < count; cause++) {
    const [p, s] = [weighed.presence[cause] as number, weighed.strength[cause] as number];
    presence.push(presenceGivenNo(p, s, anyone[cause] as number, any));
    necessity.push(any > 0 ? Math.min(1, ((fires[cause] as number) * (nobody[cause] as number)) / any) : 0);
  }
  return {
    weighed, presence, necessity, chanceOfNo: any, share: shares.slice(0, count),
    background: shares[count] as number, standing: shares[count + 1] as number,
  };
}

/** What is certain stays so to the last bit. */
function presenceGivenNo(presence: number, strength: number, anyoneElse: number, anyone: number): number {
  if (anyone === 0 || presence === 0) return 0;
  return presence === 1 ? 1 : Math.min(1, (presence * (strength + (1 - strength) * anyoneElse)) / anyone);
}

function playersThatDiffer(before: readonly number[], now: readonly number[]): readonly number[] {
  const changed: number[] = [];
  for (let player = 0; player < now.length; player++) if (now[player] !== before[player]) changed.push(player);
  return changed;
}

/** The causes of a no that some answer speaks for, by share; equal ones in the pack's order, which is that of their ids. */
export function supportedCauses({ ofNo }: Prepared, { weighed: { supported }, share }: ExplainedNo): readonly number[] {
  return ofNo.filter(cause => supported[cause] === 1).sort((a, b) => (share[b] as number) - (share[a] as number) || a - b);
}

/** All causes of a no: the supported ones first, by share; then the others, by share; equal ones in the pack's order. */
export function orderedCauses({ ofNo }: Prepared, { weighed: { supported }, share }: ExplainedNo): readonly number[] {
  return ofNo.toSorted((a, b) => (supported[b] as number) - (supported[a] as number) || (share[b] as number) - (share[a] as number) || a - b);
}
