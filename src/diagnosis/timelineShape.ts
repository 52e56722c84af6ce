import type { Control } from '../pack/logic.ts';
import type { FixStatus } from './comparison.ts';
import type { Evidence, FixAdvice, Plan, Verdict } from './diagnosis.ts';

/** The version of the shape of a timeline; it changes when a reader of the JSON would have to. */
export const TIMELINE_VERSION = 1;

/**
 * Several interviews of one person as plain data: what was tried, what changed, what is still open. Wherever an
 * interview is named, it is by its index in `interviews`, from 0. Probabilities and shares are from 0 to 1.
 */
export interface Timeline {
  readonly version: typeof TIMELINE_VERSION;
  /** Whether the same contents of a pack weighed all of them; otherwise figures may differ for that reason, too. */
  readonly samePack: boolean;
  /** Oldest first. One without a date stands behind the one that it was given behind. */
  readonly interviews: readonly DatedInterview[];
  /** Every fix that was planned for a next interview, once: in the order in which they were first planned. */
  readonly tried: readonly TriedFix[];
  /** Every cause that is seen at some interview: those seen at most first, then those seen last, then by id. */
  readonly changes: readonly CauseCourse[];
  readonly open: StillOpen;
  /** What was done well at most of them, and two at least, as the latest that shows it has it: the oftenest first. */
  readonly kept: readonly KeptStrength[];
  /** The latest plan: what to try next. */
  readonly next: Plan;
}

/** One of several interviews: when it was, how it ended, and what its answers point to. */
export interface DatedInterview {
  /** `YYYY-MM-DD`, as answered; `null` where no day was given. */
  readonly date: string | null;
  /** An answer to `stage`. */
  readonly stage: string | null;
  readonly outcome: string | null;
  readonly verdict: Verdict;
  /** What its answers point to first, among what no coach struck; `null` where they point to nothing. */
  readonly first: { readonly cause: string; readonly title: string } | null;
  readonly outsideYourControl: number;
}

/** A fix, as it was last planned, the interviews whose plan it was in, and what became of it. */
export interface TriedFix {
  readonly fix: FixAdvice;
  readonly title: string;
  readonly planned: readonly number[];
  /** At each interview after the first whose plan it was in, as `compare` has it; none where that was the latest. */
  readonly later: readonly FixStanding[];
}

/** What the answers to a later interview, by its index, say of a fix. */
export interface FixStanding {
  readonly interview: number;
  readonly status: FixStatus;
  readonly because: readonly Evidence[];
}

/**
 * - `stayed`: seen at the first interview and at the latest
 * - `came`: seen at the latest, and not at the first
 * - `went`: seen before; of the interviews since, the last one to say anything of it speaks against it
 * - `not-told`: seen before, and no answer says anything of it since
 */
export type Course = 'stayed' | 'came' | 'went' | 'not-told';

/** A cause from interview to interview. It is seen at one where answers speak for it, and no coach struck it. */
export interface CauseCourse {
  readonly cause: string;
  readonly title: string;
  readonly control: Control;
  readonly course: Course;
  /** The interviews at which it is seen: one at least. */
  readonly seen: readonly number[];
  /** Its standing at every interview; `null` where it could not have been at work. */
  readonly at: readonly (CauseStanding | null)[];
}

/** What the answers say of a cause, how likely it was there, and its part in what decided it. */
export interface CauseStanding {
  readonly says: 'for' | 'against' | 'nothing';
  readonly presence: number;
  readonly share: number;
}

/** What is still to be worked on. */
export interface StillOpen {
  /**
   * Of `tried`, what the last answers to say anything of it speak for again; and what was planned more than once, of
   * which no answer says anything. None of a cause that the latest interview's coach struck.
   */
  readonly fixes: readonly TriedFix[];
  /** What was agreed with a coach, each step once, and after which interviews: no answer tells whether it was done. */
  readonly agreed: readonly { readonly step: string; readonly interviews: readonly number[] }[];
}

/** Something done well again and again, and the indices of the interviews that show it. */
export interface KeptStrength {
  readonly strength: Evidence;
  readonly interviews: readonly number[];
}
