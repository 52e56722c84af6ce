import { safePrepare } from '../api/prepare.ts';
import { orAnswersError } from '../base/errors.ts';
import type { Checked } from '../base/problem.ts';
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
 * @throws AnswersError when this is no pack
 *
 * @example
 * import { corePack } from 'afterview';
 * const diagnose = assistantTools(corePack).find(({ name }) => name === 'diagnose');
 * const result = diagnose?.run({ answers: { outcome: 'rejected', arival: 'late' } });
 * result?.ok ? [] : result?.problems.map(({ hint }) => hint); // ['did you mean “arrival”?']
 */
export function assistantTools(pack: Pack): readonly Tool[] {
  return orAnswersError(safeAssistantTools(pack));
}

/**
 * As `assistantTools`, for packs of any origin: it returns problems instead of throwing them.
 *
 * @example
 * safeAssistantTools('core').ok; // false
 */
export function safeAssistantTools(pack: unknown): Checked<readonly Tool[]> {
  const prepared = safePrepare(pack ?? null);
  if (!prepared.ok) return prepared;
  const tools = [listQuestionsTool, nextQuestionTool, answersFromStoryTool, diagnoseTool, explainCauseTool, whatIfTool, draftMessageTool, compareTool];
  return { ok: true, value: tools.map(tool => tool(pack as Pack)) };
}
