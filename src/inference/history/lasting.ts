/** What one interview contributes to what is known of the person. All numbers are probabilities. */
export interface PastInterview {
  /** Whether it ended with a no; otherwise the person went on. */
  readonly failed: boolean;
  /** With what each player of this one interview fires: background, passing causes, lasting ones that its answers settle. */
  readonly fresh: readonly number[];
  /** Of each lasting cause, in their order: the chance that it fires here if it is there; 0 where the answers settle it. */
  readonly strengths: readonly number[];
}

/** What follows a person from interview to interview, before any outcome. */
export interface Lasting {
  /** Of each lasting cause the probability that it is there, from all answers together. */
  readonly presence: readonly number[];
  /** Levels of the standing. Weights add to 1. */
  readonly levels: readonly { readonly stops: number; readonly weight: number }[];
}

/**
 * Sums over everything that may last, by time: with the weight that all others ended as they did, and the explained
 * interview passed softly, every player firing only as often as the time says: 0 whatever happens, 1 wholly.
 */
export interface Sums {
  readonly total: number[];
  /** Where the cause is there. */
  readonly withCause: readonly number[][];
  /** Where the standing fires: weighed by its chance to, and not by that to pass. */
  readonly standing: number[];
  /** The chance that the standing stops one interview, where it passes this one wholly. */
  readonly standingPassed: number[];
}

export function emptySums({ presence }: Lasting, times: readonly number[]): Sums {
  const zeros = (): number[] => times.map(() => 0);
  return { total: zeros(), withCause: presence.map(zeros), standing: zeros(), standingPassed: [0] };
}

/** The chance that no fresh player fires, each only as often as `time` says. */
export function nobodyFresh({ fresh }: PastInterview, time: number): number {
  return fresh.reduce((product, q) => product * (1 - q * time), 1);
}
