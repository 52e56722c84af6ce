import type { ExplainedNo } from '../inference/no/explainNo.ts';
import type { FunnelReport } from '../inference/funnel/explainFunnel.ts';
import type { ExplainedPattern } from '../inference/history/pattern.ts';
import type { Sensitivity } from '../inference/no/sensitivity.ts';
import type { ExplainedSilence } from '../inference/silence/explainSilence.ts';
import type { EmployerQuestion } from '../asking/employerQuestion.ts';
import type { NextInterview } from '../plan/nextChance.ts';
import type { QuestionWorth } from '../asking/questionWorths.ts';

/** What lay behind one interview, or may lie behind the silence after it. */
export interface Reasons {
  readonly explained: ExplainedNo;
  /** Probability of a no before any answer. */
  readonly usualNo: number;
  /** What this interview leaves for the next one. */
  readonly next: NextInterview;
  readonly silence: ExplainedSilence | null;
}

/** Everything that was inferred of one interview. */
export interface Inferred extends Reasons {
  readonly sensitivity: Sensitivity;
  readonly pattern: ExplainedPattern | null;
  readonly funnel: FunnelReport | null;
  /** What each unanswered question is expected to change. */
  readonly worths: readonly QuestionWorth[];
  readonly employerQuestion: EmployerQuestion | null;
}
