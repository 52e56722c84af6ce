import type { Pack } from '../../pack/pack.ts';
import type { ExplainedCause, ExplainedNo } from './explainNo.ts';

/** What is thought to follow a person into the next interview, once an outcome is counted. */
export interface Person {
  /** Of each lasting cause, by id, the probability that it is there. */
  readonly presence: ReadonlyMap<string, number>;
  /** Mean chance that the standing stops the person. */
  readonly standing: number;
}

/**
 * What one interview teaches of a person. The outcome reweighs the levels of the standing: after a no by the chance
 * of a no at each level, after going on by the chance of going on; an open one teaches nothing.
 *
 * @param failed - `null` while the outcome is not known
 */
export function personAfter(pack: Pack, { causes }: ExplainedNo, failed: boolean | null): Person {
  const nothingElse = causes.reduce((product, { presence, strength }) => product * (1 - presence * strength), 1 - pack.background.value);
  const goesOn = (stops: number): number => (1 - stops) * nothingElse;
  const levels = pack.standing.levels.map(({ stops, weight }) => ({ stops, weight: weight * (failed === null ? 1 : failed ? 1 - goesOn(stops) : goesOn(stops)) }));
  const whole = levels.reduce((sum, { weight }) => sum + weight, 0);
  return {
    presence: new Map(causes.filter(({ cause }) => cause.scope === 'candidate').map(each => [each.cause.id, presenceAfter(each, failed)])),
    standing: whole > 0 ? levels.reduce((sum, { stops, weight }) => sum + stops * weight, 0) / whole : 0,
  };
}

/** Probability that a cause was there, once the outcome is counted; whoever went on was not stopped by it. */
export function presenceAfter({ presence, strength, presenceGivenNo }: ExplainedCause, failed: boolean | null): number {
  if (failed === null) return presence;
  const fires = presence * strength;
  return failed ? presenceGivenNo : fires < 1 ? (presence - fires) / (1 - fires) : presence;
}
