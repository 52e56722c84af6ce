export { assistantTools } from './tools/assistantTools.ts';
export { storyPrompt } from './tools/story.ts';
export type { Tool, ToolResult } from './tools/tool.ts';
export type { JsonSchema } from './tools/jsonSchema.ts';
export { type Checked, formatProblem, formatProblems, type Position, type Problem, type ProblemCode } from './base/problem.ts';
