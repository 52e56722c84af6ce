export { type AnswersTo, diagnose, diagnoseHistory, type DiagnoseOptions, safeDiagnose, safeDiagnoseHistory } from './api/diagnose.ts';
export { nextQuestions, type NextQuestionsOptions, safeNextQuestions } from './api/nextQuestions.ts';
export { type Interview, type NextQuestion, type NextQuestions } from './api/interview.ts';
export { type InterviewOptions, prepare, type PreparedPack, safePrepare } from './api/prepare.ts';
export {
  answerSession, backInSession, type Guidance, type Guide, resumeSession, safeAnswerSession, safeResumeSession, safeSessionSetting, safeStartSession,
  type Session, type SessionOptions, type SessionSetting, sessionSetting, startSession,
} from './api/session.ts';
export { safeWhatIf, whatIf, type WhatIfOptions } from './api/whatIf.ts';
export { compare, safeCompare } from './api/compare.ts';
export { safeTimeline, timeline } from './api/timeline.ts';
export type { CauseCourse, CauseStanding, Course, DatedInterview, FixStanding, KeptStrength, StillOpen, Timeline, TriedFix } from './diagnosis/timelineShape.ts';
export {
  safeTimelineToHtml, safeTimelineToMarkdown, safeTimelineToText, timelineToHtml, timelineToMarkdown, timelineToText, type TimelineReportOptions,
} from './report/toTimelineReport.ts';
export { type CoreAnswers, corePack } from './core/corePack.ts';
export type {
  Belief, Cause, ChoiceQuestion, DateQuestion, Fix, NumberQuestion, Option, Pack, Question, Section, Sign, TypedPack,
} from './pack/pack.ts';
export type { Control, Figure, Logic, Standing } from './pack/logic.ts';
export type { Words } from './pack/words.ts';
export { safeWithWords, withWords } from './pack/withWords.ts';
export type { Notes, Source } from './pack/notes.ts';
export type { Condition } from './pack/condition.ts';
export { type ConditionWithIds, conditionWithIds } from './pack/conditionWithIds.ts';
export type { Effort } from './pack/effort.ts';
export type { FunnelStage } from './pack/funnelStages.ts';
export { likelihoodRatio, type Speaks } from './pack/speaks.ts';
export type { Answers, AnswerValue, Note } from './answers/answers.ts';
export { openAnswersFile, type OpenAnswersFileOptions, safeOpenAnswersFile } from './api/openAnswersFile.ts';
export type { AnswersFile } from './answers/answersFile.ts';
export type { CoachNotes } from './answers/coachNotes.ts';
export type { FunnelCounts } from './answers/funnelCounts.ts';
export { safeVisibleQuestions, visibleQuestions, type VisibleQuestionsOptions } from './api/visibleQuestions.ts';
export type { Changes } from './plan/changes.ts';
export type { Message, MessageBlank, MessagePart } from './plan/message.ts';
export type { Occasion } from './pack/words.ts';
export { type FilledMessage, fillMessage, safeFillMessage } from './plan/fillMessage.ts';
export type { ScheduleStep, StepKind } from './plan/schedule.ts';
export type { FunnelReport, FunnelStep, FunnelVerdict } from './inference/funnel/explainFunnel.ts';
export type { Parts } from './inference/no/parts.ts';
export type { RankedCause } from './inference/ranking.ts';
export type { SilenceVerdict } from './plan/waitingDays.ts';
export type { ExplainedCause, InterviewExplanation, InterviewSensitivity, NextIds } from './interview/bareInterview.ts';
export { type Band } from './diagnosis/band.ts';
export type { CauseDetails, CoachedCause, CoachView, CorrectedBelief, Diagnosis, Evidence, Explanation, FixAdvice, Pattern, Plan, SilenceReport, Verdict } from './diagnosis/diagnosis.ts';
export type { CauseChange, CauseState, ComparedInterview, Comparison, FixOutcome, FixStatus } from './diagnosis/comparison.ts';
export { comparisonToMarkdown, comparisonToText, safeComparisonToMarkdown, safeComparisonToText } from './report/comparisonText.ts';
export type { AnswerChange, BeforeAfter, CauseMoved, FixDone, WhatIf } from './diagnosis/whatIfOf.ts';
export { type CalendarOptions, safeToCalendar, toCalendar } from './report/toCalendar.ts';
export { safeToHtml, toHtml } from './report/toHtml.ts';
export { safeToMarkdown, toMarkdown } from './report/toMarkdown.ts';
export { safeToWorksheet, toWorksheet } from './report/toWorksheet.ts';
export type { WorksheetKind } from './report/worksheets/worksheetKinds.ts';
export type { WorksheetOptions } from './report/worksheets/worksheetOptions.ts';
export { safeToText, toText } from './report/toText.ts';
export type { English } from './report/english.ts';
export type { HtmlOptions, Reader, ReportOptions, TextOptions } from './report/reportOptions.ts';
export { AnswersError, DiagnosisError, isAnswersError, isDiagnosisError, isPackError, PackError } from './base/errors.ts';
export { type Checked, formatProblem, formatProblems, type Position, type Problem, type ProblemCode } from './base/problem.ts';
