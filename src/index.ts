export { type AnswersTo, diagnose, diagnoseHistory, type DiagnoseOptions, safeDiagnose, safeDiagnoseHistory } from './diagnose.ts';
export { type NextQuestion, nextQuestions, type NextQuestions } from './nextQuestion.ts';
export { safeWhatIf, whatIf } from './whatIf.ts';
export { compare } from './compare.ts';
export { type CoreAnswers, corePack } from './core/corePack.ts';
export type {
  Belief, Cause, ChoiceQuestion, Control, DateQuestion, Fix, NumberQuestion, Option, Pack, Question, Section, Sign, Source, Sourced, Standing, TypedPack,
} from './pack/pack.ts';
export type { Condition } from './pack/condition.ts';
export type { Effort } from './pack/effort.ts';
export type { FunnelStage } from './pack/funnelStages.ts';
export { likelihoodRatio, type Speaks } from './pack/speaks.ts';
export type { Answers, AnswerValue, Note } from './questionnaire/answers.ts';
export { type AnswersFile, openAnswersFile } from './questionnaire/answersFile.ts';
export type { FunnelCounts } from './questionnaire/funnelCounts.ts';
export { visibleQuestions } from './questionnaire/visibleQuestions.ts';
export type { Changes } from './plan/changes.ts';
export type { ScheduleStep, StepKind } from './plan/schedule.ts';
export type { FunnelReport, FunnelStep, FunnelVerdict } from './inference/funnel.ts';
export type { Parts } from './inference/parts.ts';
export { type Band } from './report/band.ts';
export type { CorrectedBelief, Diagnosis, Evidence, Explanation, FixAdvice, Pattern, Plan, SilenceReport, Verdict } from './report/diagnosis.ts';
export type { CauseChange, CauseState, ComparedInterview, Comparison, FixOutcome, FixStatus } from './report/comparison.ts';
export { comparisonToMarkdown, comparisonToText } from './report/comparisonText.ts';
export type { AnswerChange, BeforeAfter, CauseMoved, FixDone, WhatIf } from './report/whatIf.ts';
export { toCalendar } from './report/toCalendar.ts';
export { toHtml } from './report/toHtml.ts';
export { toMarkdown } from './report/toMarkdown.ts';
export { type TextOptions, toText } from './report/toText.ts';
export {
  AnswersError, type Checked, formatProblem, formatProblems, PackError, type Position, type Problem, type ProblemCode,
} from './problem.ts';
