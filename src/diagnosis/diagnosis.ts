import type { Effort } from '../pack/effort.ts';
import type { Control } from '../pack/logic.ts';
import type { Speaks } from '../pack/speaks.ts';
import type { AnswerValue, Note } from '../answers/answers.ts';
import type { FunnelReport } from '../inference/funnel/explainFunnel.ts';
import type { RankedCause } from '../inference/ranking.ts';
import type { Parts } from '../inference/no/parts.ts';
import type { Message } from '../plan/message.ts';
import type { ScheduleStep } from '../plan/schedule.ts';
import type { SilenceVerdict } from '../plan/waitingDays.ts';
import type { Band } from './band.ts';
import type { WhatIf } from './whatIfOf.ts';

/** The version of the shape of a diagnosis; it changes when a reader of the JSON would have to. */
export const DIAGNOSIS_VERSION = 4;

/**
 * - `mostly-you`: most of what decided it could be done otherwise next time
 * - `mostly-them`: most of it lay outside the reader's hands
 * - `both`: neither outweighs the other
 * - `too-early`: nothing is decided yet
 * - `cannot-tell`: no cause weighs more than the roughness of the figures could give it without any answer
 * - `advanced`: there was no no
 */
export type Verdict = 'mostly-you' | 'mostly-them' | 'both' | 'too-early' | 'cannot-tell' | 'advanced';

/** Why there was no second interview, as plain data. Probabilities and shares are from 0 to 1, dates are `YYYY-MM-DD`. */
export interface Diagnosis {
  readonly version: typeof DIAGNOSIS_VERSION;
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string };
  /** The day of asking, up to which days were counted; `null` when it was not given. */
  readonly asOf: string | null;
  /** The answers to the latest interview as they were understood, unknown ones left out. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly outcome: string | null;
  readonly headline: { readonly verdict: Verdict; readonly text: string };
  /** Probability of a no before any answer. */
  readonly usualNo: number;
  /** What decided it, by whose hands it lay in; the five add to 1. */
  readonly parts: Parts;
  /** `fit` + `them` + `background`. */
  readonly outsideYourControl: number;
  /** Supported causes first, by share; then those that stand at their base rate or below, by share. */
  readonly explanations: readonly Explanation[];
  /**
   * How often the first supported explanation stays the first when the pack's numbers move within their ranges, from 0
   * to 1: its `first`; `null` when none is supported.
   */
  readonly steadiness: number | null;
  /** What hearing nothing means; `null` when something was heard. */
  readonly silence: SilenceReport | null;
  /** What several interviews say together; `null` when there is one. */
  readonly pattern: Pattern | null;
  /** Where the whole search stops; `null` when no counts were given. */
  readonly funnel: FunnelReport | null;
  /** The one ordered list of what most likely lies behind it, reasons and silence together. */
  readonly ranking: readonly RankedCause[];
  readonly plan: Plan;
  /** What to send and when, while nothing has been heard; in order, ending with the day to let go. */
  readonly schedule: readonly ScheduleStep[];
  /** What the reader did well and should keep. */
  readonly strengths: readonly Evidence[];
  readonly beliefs: readonly CorrectedBelief[];
  /** Unanswered questions that are expected to tell most, at most three. */
  readonly nextQuestions: readonly { readonly question: string; readonly ask: string; readonly why: string }[];
  /** The question to the employer whose answer is expected to tell most, in words for them; `null` when nothing should be asked. */
  readonly employerQuestion: { readonly question: string; readonly ask: string } | null;
  /** What whoever helps the reader should take care of. */
  readonly flags: readonly { readonly id: string; readonly says: string }[];
  /** What would be otherwise with other answers or with fixes done; `null` unless that was asked. */
  readonly whatIf: WhatIf | null;
  /** What a coach said of it, as theirs; `null` when no coach did. */
  readonly coach: CoachView | null;
  readonly notes: readonly Note[];
}

/** What a coach knows that the answers do not say. Figures stay as the answers have them; names and plan follow the coach. */
export interface CoachView {
  /** Causes that it was not, and causes to look at besides. */
  readonly struck: readonly CoachedCause[];
  readonly added: readonly CoachedCause[];
  /** The client's own theory. */
  readonly theory: string | null;
  /** The steps that both agreed on. */
  readonly agreed: readonly string[];
}

/** A cause that a coach struck or added. */
export interface CoachedCause {
  readonly cause: string;
  readonly title: string;
}

/** What hearing nothing so far means. `advance`, `noToCome` and `never` add to 1, and so do the causes. */
export interface SilenceReport {
  readonly verdict: SilenceVerdict;
  /** When the clock starts: on the day that was promised, where one was named, else with the interview. */
  readonly clock: 'promised-day' | 'interview';
  /** Days on the clock; 0 until the promised day has passed. */
  readonly days: number;
  /** Whether the days are taken from the outcome, as nobody said how many. */
  readonly assumed: boolean;
  /** Whether there was an interview to be silent about, as far as is known. */
  readonly tookPlace: boolean;
  /** Probability that an invitation is still to come. */
  readonly advance: number;
  /** Probability that a no is still to come. */
  readonly noToCome: number;
  /** Probability that no word will ever come. */
  readonly never: number;
  readonly causes: readonly {
    readonly cause: string; readonly title: string; readonly why: string; readonly probability: number;
    readonly for: readonly Evidence[]; readonly against: readonly Evidence[];
  }[];
  /** The day from which asking is fair, and the day to let go: `YYYY-MM-DD`, or `null` when no date was given. */
  readonly askFrom: string | null;
  readonly letGoFrom: string | null;
  /** The same in days from the day of asking; 0 or less when the day has come. */
  readonly askInDays: number;
  readonly letGoInDays: number;
}

/** What several interviews of one person say together. Shares and probabilities are from 0 to 1. */
export interface Pattern {
  readonly interviews: number;
  readonly failures: number;
  /** Oldest first; the day is `YYYY-MM-DD`, the stage an answer to `stage`. */
  readonly history: readonly { readonly date: string | null; readonly outcome: string | null; readonly stage: string | null }[];
  /** Share, in the latest failure (where there is none: in the last interview, had it been a no), of what lasts: causes that follow the person, and the standing. */
  readonly lasting: number;
  /** The same from that interview alone. */
  readonly lastingAtFirst: number;
  /** The standing's part of `lasting`: something lasting that we have not asked about. */
  readonly standing: number;
  /** What the answers about most of the interviews speak for, and about how many: the oftenest first. */
  readonly recurring: readonly { readonly cause: string; readonly title: string; readonly control: Control; readonly interviews: number }[];
  /** Lasting causes that the latest failure leaves open, those that gained most first. */
  readonly causes: readonly { readonly cause: string; readonly title: string; readonly presence: number; readonly presenceAtFirst: number }[];
  /** What one more interview would tell: how likely it goes on, and what `lasting` would be after a no and after a yes. */
  readonly next: { readonly advance: number; readonly lastingAfterNo: number; readonly lastingAfterYes: number };
}

/** A cause, how likely it was there, what part it had, and what the answers say of it. */
export interface Explanation {
  readonly cause: string;
  readonly title: string;
  readonly why: string;
  readonly control: Control;
  /** The more general cause that people who hire may call it by; `null` where it stands for itself. */
  readonly generally: { readonly cause: string; readonly title: string } | null;
  /** Whether some answer speaks for it. */
  readonly supported: boolean;
  /** Probability that it was there, given a no. */
  readonly presence: number;
  /** Expected part in what decided it, given a no. */
  readonly share: number;
  /** Where the share lies, in nine of ten cases, when the pack's numbers move within their ranges; `null` unless supported. */
  readonly shareRange: readonly [number, number] | null;
  /** Probability that without it there would have been no no. */
  readonly necessity: number;
  /** Of the sets of numbers within their ranges, the part in which it comes first among the supported ones; 0 unless supported. */
  readonly first: number;
  /** `presence` in words, with the range the words stand for. */
  readonly band: Band;
  readonly for: readonly Evidence[];
  readonly against: readonly Evidence[];
  /** Signs that unanswered questions leave open, of a supported cause; those of any other come by `details`. */
  readonly unknown: readonly { readonly speaks: Speaks; readonly because: string; readonly questions: readonly string[] }[];
  /** What to do about it, if it is supported; for any other cause it comes by `details`. */
  readonly fixes: readonly FixAdvice[];
}

/** A cause in full, whether or not some answer speaks for it: with all its open signs, its fixes and its range. */
export interface CauseDetails extends Explanation {
  readonly shareRange: readonly [number, number];
}

/** A finding: what the reader's own answers show. */
export interface Evidence {
  readonly cause: string;
  readonly speaks: Speaks;
  readonly because: string;
  readonly answers: readonly { readonly question: string; readonly answer: AnswerValue }[];
}

/** One thing to do about one cause: `now`, with this employer, or `next` time. */
export interface FixAdvice {
  readonly id: string;
  readonly cause: string;
  readonly for: 'now' | 'next';
  readonly if: string | null;
  readonly do: string;
  /** Words to send or say; what only the reader can fill in stands in square brackets. */
  readonly say: string | null;
  /** Where in a message it stands; `null` where it is no matter of writing. */
  readonly place: string | null;
  /** How to practise it once, beforehand; `null` where the pack says nothing of it. */
  readonly rehearse: string | null;
  /** The question whose answer will show after the next interview whether it was done; `null` where no answer can. */
  readonly shows: { readonly question: string; readonly ask: string } | null;
  /** Part of the cause's presence that it takes away. */
  readonly removes: number;
  readonly effort: Effort;
}

/** One main plan for next time, for the leading cause that can be changed; at most two more; and what can be done now. */
export interface Plan {
  readonly main: FixAdvice | null;
  readonly also: readonly FixAdvice[];
  readonly now: readonly FixAdvice[];
  /** The one message to this employer that is due next; `null` when nothing is to be sent. */
  readonly message: Message | null;
  /** Probability of going on in the next interview, elsewhere: without the plan, and with `main` and `also` done. A forecast from averages. */
  readonly chance: { readonly asItStands: number; readonly withPlan: number };
}

/** What the reader may wrongly conclude from this no, and the truer reading of it. */
export interface CorrectedBelief {
  readonly id: string;
  readonly belief: string;
  readonly truer: string;
  /** The cause that it calls untrue; `null` where it denies none. */
  readonly denies: string | null;
}
