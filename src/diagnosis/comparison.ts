import type { Control } from '../pack/logic.ts';
import type { Evidence, FixAdvice, Plan, Verdict } from './diagnosis.ts';

/** The version of the shape of a comparison; it changes when a reader of the JSON would have to. */
export const COMPARISON_VERSION = 1;

/** Two interviews of one person, an earlier and a later one, as plain data. Probabilities and shares are from 0 to 1. */
export interface Comparison {
  readonly version: typeof COMPARISON_VERSION;
  /** Whether the same contents of a pack weighed both; otherwise figures may differ for that reason, too. */
  readonly samePack: boolean;
  readonly before: ComparedInterview;
  readonly after: ComparedInterview;
  /** What became of the earlier plan for the next interview, in its order. */
  readonly fixes: readonly FixOutcome[];
  /** Every cause of either interview, those whose part changed most first; equal ones by id. */
  readonly changes: readonly CauseChange[];
  /** What the reader did well both times, as the later answers show it. */
  readonly keep: readonly Evidence[];
  /** The later plan: what to try next. */
  readonly next: Plan;
}

/** One of the two interviews, in three words. */
export interface ComparedInterview {
  readonly outcome: string | null;
  readonly verdict: Verdict;
  readonly outsideYourControl: number;
}

/**
 * - `done`: the later answers show something done well that speaks against what the fix was for
 * - `gone`: they speak against it, or rule it out
 * - `again`: they speak for it once more
 * - `cannot-tell`: they say nothing of it
 */
export type FixStatus = 'done' | 'gone' | 'again' | 'cannot-tell';

/** A fix of the earlier plan, and what the later answers say of the cause that it was for. */
export interface FixOutcome {
  readonly fix: FixAdvice;
  readonly title: string;
  readonly status: FixStatus;
  readonly because: readonly Evidence[];
}

/** A cause at both interviews; `null` where it could not have been at work. */
export interface CauseChange {
  readonly cause: string;
  readonly title: string;
  readonly control: Control;
  readonly before: CauseState | null;
  readonly after: CauseState | null;
}

/** Whether some answer speaks for a cause, how likely it was there, and its part in what decided it. */
export interface CauseState {
  readonly supported: boolean;
  readonly presence: number;
  readonly share: number;
}
