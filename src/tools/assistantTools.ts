import type { Pack } from '../pack/pack.ts';
import { compareTool, draftMessageTool, whatIfTool } from './changeTools.ts';
import { diagnoseTool, explainCauseTool } from './diagnosisTools.ts';
import { listQuestionsTool, nextQuestionTool } from './questionTools.ts';
import { answersFromStoryTool } from './story.ts';
import type { Tool } from './tool.ts';

/**
 * What an assistant can call, for any of them: name, description, JSON Schemas, and a function that takes whatever a
 * model writes. `afterview mcp` offers the same over the Model Context Protocol.
 *
 * @example
 * import { corePack } from 'afterview';
 * const diagnose = assistantTools(corePack).find(({ name }) => name === 'diagnose');
 * const result = diagnose?.run({ answers: { outcome: 'rejected', arival: 'late' } });
 * result?.ok ? [] : result?.problems.map(({ hint }) => hint); // ['did you mean “arrival”?']
 */
export function assistantTools(pack: Pack): readonly Tool[] {
  const tools = [listQuestionsTool, nextQuestionTool, answersFromStoryTool, diagnoseTool, explainCauseTool, whatIfTool, draftMessageTool, compareTool];
  return tools.map(tool => tool(pack));
}
