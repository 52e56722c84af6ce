import type { WeighedCause } from '../../evidence/weigh.ts';
import type { Pack } from '../../pack/pack.ts';
import { anyoneElse, chanceOfAny, necessities, shares } from './orGame.ts';

/** A cause with its part in a no. All numbers are probabilities or shares from 0 to 1. */
export interface ExplainedCause extends WeighedCause {
  /** Whether some answer speaks for it. */
  readonly supported: boolean;
  /** Probability that it was there, given that it was a no. */
  readonly presenceGivenNo: number;
  /** Expected part in what decided it, given that it was a no. */
  readonly share: number;
  /** Probability that without it there would have been no no. */
  readonly necessity: number;
}

/** What lay behind a no. With the shares of all causes, `background` and `unseen` add to 1. */
export interface ExplainedNo {
  /** Probability of a no under these answers. */
  readonly chanceOfNo: number;
  /** Supported causes first, by share; then the others, by share; equal ones by id. */
  readonly causes: readonly ExplainedCause[];
  /** Share of rivals and luck. */
  readonly background: number;
  /** Share of the standing: something lasting that no answer shows. */
  readonly unseen: number;
}

/**
 * Explains a no by the causes that may bring it about, the background and the standing, as players of a noisy-OR.
 *
 * @param weighed - causes with presence and strength; those that explain silence only are left aside
 *
 * Source: J. Pearl, Probabilistic Reasoning in Intelligent Systems (1988), 4.3.2, for the noisy-OR with a leak.
 */
export function explainNo(pack: Pack, weighed: readonly WeighedCause[]): ExplainedNo {
  const causes = weighed.filter(({ cause }) => cause.strength !== undefined);
  const fires = [...causes.map(({ presence, strength }) => presence * strength), pack.background.value, meanStanding(pack)];
  const chanceOfNo = chanceOfAny(fires);
  const [share, necessity, others] = [shares(fires), necessities(fires), anyoneElse(fires)];
  const explained = causes.map(({ cause, findings, baseRate, presence, strength }, index): ExplainedCause => ({
    cause, findings, baseRate, presence, strength,
    supported: isSupported({ presence, findings }),
    presenceGivenNo: Math.min(1, (presence * (strength + (1 - strength) * (others[index] ?? 0))) / chanceOfNo),
    share: share[index] ?? 0,
    necessity: necessity[index] ?? 0,
  }));
  return {
    chanceOfNo,
    causes: explained.sort(bySupportThenShare),
    background: share[causes.length] ?? 0,
    unseen: share[causes.length + 1] ?? 0,
  };
}

/** Whether some answer speaks for a cause, and none rules it out. */
export function isSupported({ presence, findings }: Pick<WeighedCause, 'presence' | 'findings'>): boolean {
  return presence > 0 && findings.some(({ weight }) => weight > 0);
}

/** For one interview only the mean of the hidden level matters: it is one more player. */
export function meanStanding({ standing }: Pack): number {
  return standing.levels.reduce((sum, { stops, weight }) => sum + stops * weight, 0);
}

/** Supported causes first, by share; then the others, by share; equal ones by id. */
export function bySupportThenShare(a: ExplainedCause, b: ExplainedCause): number {
  return Number(b.supported) - Number(a.supported) || b.share - a.share || (a.cause.id < b.cause.id ? -1 : 1);
}
