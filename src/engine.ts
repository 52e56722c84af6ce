export { type BareInterviewOptions, prepareLogic, type PreparedLogic, safePrepareLogic } from './api/prepareLogic.ts';
export { coreLogic } from './core/coreLogic.ts';
export type { Logic } from './pack/logic.ts';
export type { Answers, AnswerValue } from './answers/answers.ts';
export type { BareInterview, ExplainedCause, InterviewExplanation, InterviewSensitivity, NextIds } from './interview/bareInterview.ts';
export type { Parts } from './inference/no/parts.ts';
export { AnswersError, isAnswersError, isPackError, PackError } from './base/errors.ts';
export { type Checked, formatProblem, formatProblems, type Position, type Problem, type ProblemCode } from './base/problem.ts';
