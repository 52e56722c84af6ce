export { assistantTools, safeAssistantTools } from './tools/assistantTools.ts';
export { safeStoryPrompt, storyPrompt } from './tools/story.ts';
export type { Tool, ToolResult } from './tools/tool.ts';
export type { JsonSchema } from './tools/jsonSchema.ts';
export { AnswersError, isAnswersError } from './base/errors.ts';
export { type Checked, formatProblem, formatProblems, type Position, type Problem, type ProblemCode } from './base/problem.ts';
