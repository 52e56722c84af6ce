import type { Prepared } from '../../pack/preparePack.ts';
import type { ExplainedNo } from './explainNo.ts';

/** What is thought to follow a person into the next interview, once an outcome is counted. */
export interface Person {
  /** Of each cause, in the pack's order, the probability that it is there; read only for those that last. */
  readonly presence: readonly number[];
  /** Mean chance that the standing stops the person. */
  readonly standing: number;
}

/**
 * What one interview teaches of a person. The outcome reweighs the levels of the standing: after a no by the chance
 * of a no at each level, after going on by the chance of going on; an open one teaches nothing.
 *
 * @param failed - `null` while the outcome is not known
 */
export function personAfter({ pack }: Prepared, explained: ExplainedNo, failed: boolean | null): Person {
  const { presence, strength } = explained.weighed;
  const nothingElse = presence.reduce((product, p, cause) => product * (1 - p * (strength[cause] as number)), 1 - pack.background.value);
  const given = (stops: number): number => {
    if (failed === null) return 1;
    const goesOn = (1 - stops) * nothingElse;
    return failed ? 1 - goesOn : goesOn;
  };
  const levels = pack.standing.levels.map(({ stops, weight }) => ({ stops, weight: weight * given(stops) }));
  const whole = levels.reduce((sum, { weight }) => sum + weight, 0);
  return {
    presence: presence.map((_, cause) => presenceAfter(explained, cause, failed)),
    standing: whole > 0 ? levels.reduce((sum, { stops, weight }) => sum + stops * weight, 0) / whole : 0,
  };
}

/** Probability that a cause was there, once the outcome is counted; whoever went on was not stopped by it. */
export function presenceAfter({ weighed, presence }: ExplainedNo, cause: number, failed: boolean | null): number {
  const [before, strength] = [weighed.presence[cause] as number, weighed.strength[cause] as number];
  if (failed === null) return before;
  if (failed) return presence[cause] as number;
  const fires = before * strength;
  return fires < 1 ? (before - fires) / (1 - fires) : before;
}
