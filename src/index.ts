export { type AnswersTo, diagnose, diagnoseHistory, type DiagnoseOptions, safeDiagnose, safeDiagnoseHistory } from './api/diagnose.ts';
export { type NextQuestion, nextQuestions, type NextQuestions } from './api/nextQuestions.ts';
export { safeWhatIf, whatIf } from './api/whatIf.ts';
export { compare } from './api/compare.ts';
export { type CoreAnswers, corePack } from './core/corePack.ts';
export type {
  Belief, Cause, ChoiceQuestion, Control, DateQuestion, Fix, NumberQuestion, Option, Pack, Question, Section, Sign, Source, Sourced, Standing, TypedPack,
} from './pack/pack.ts';
export type { Condition } from './pack/condition.ts';
export type { Effort } from './pack/effort.ts';
export type { FunnelStage } from './pack/funnelStages.ts';
export { likelihoodRatio, type Speaks } from './pack/speaks.ts';
export type { Answers, AnswerValue, Note } from './answers/answers.ts';
export { type AnswersFile, openAnswersFile } from './answers/answersFile.ts';
export type { FunnelCounts } from './answers/funnelCounts.ts';
export { visibleQuestions } from './api/visibleQuestions.ts';
export type { Changes } from './plan/changes.ts';
export type { ScheduleStep, StepKind } from './plan/schedule.ts';
export type { FunnelReport, FunnelStep, FunnelVerdict } from './inference/funnel/explainFunnel.ts';
export type { Parts } from './inference/no/parts.ts';
export { type Band } from './diagnosis/band.ts';
export type { CorrectedBelief, Diagnosis, Evidence, Explanation, FixAdvice, Pattern, Plan, SilenceReport, Verdict } from './diagnosis/diagnosis.ts';
export type { CauseChange, CauseState, ComparedInterview, Comparison, FixOutcome, FixStatus } from './diagnosis/comparison.ts';
export { comparisonToMarkdown, comparisonToText } from './report/comparisonText.ts';
export type { AnswerChange, BeforeAfter, CauseMoved, FixDone, WhatIf } from './diagnosis/whatIfOf.ts';
export { toCalendar } from './report/toCalendar.ts';
export { toHtml } from './report/toHtml.ts';
export { toMarkdown } from './report/toMarkdown.ts';
export { type TextOptions, toText } from './report/toText.ts';
export {
  AnswersError, type Checked, formatProblem, formatProblems, PackError, type Position, type Problem, type ProblemCode,
} from './base/problem.ts';
