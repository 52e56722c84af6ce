import { fairToAsk } from '../inference/silence/clock.ts';
import type { ExplainedSilence } from '../inference/silence/explainSilence.ts';

/** What silence so long means for what to do: nothing yet, ask, hardly hope, let go. */
export type SilenceVerdict = 'too-early' | 'open' | 'probably-over' | 'over';

/** Below these chances of an invitation it is probably over, and over. */
const PROBABLY_OVER = 0.1;
const OVER = 0.03;
/** Waiting for less than this is not worth it. */
const LET_GO = 0.05;
const LONGEST = 3650;

export interface WaitingDays {
  readonly verdict: SilenceVerdict;
  /** Days on the clock from which asking is fair. */
  readonly ask: number;
  /**
   * Days on the clock at which an invitation is less likely than 1 in 20, and not before asking had a week to work; once
   * it is over, never later than now.
   */
  readonly letGo: number;
}

/** The verdict on a silence, and the two days that matter in it, on the same clock. */
export function waitingDays(silence: ExplainedSilence): WaitingDays {
  const ask = fairToAsk(silence.promised);
  const verdict = verdictOf(silence, ask);
  let letGo = ask + 7;
  while (letGo < LONGEST && silence.advanceAfter(letGo) >= LET_GO) letGo += 1;
  return { verdict, ask, letGo: verdict === 'over' ? Math.min(letGo, silence.days) : letGo };
}

function verdictOf({ days, advance }: ExplainedSilence, ask: number): SilenceVerdict {
  if (advance < OVER) return 'over';
  if (days < ask) return 'too-early';
  return advance < PROBABLY_OVER ? 'probably-over' : 'open';
}
