import { type CallToolResult, type Implementation, McpServer, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { formatProblems, type Problem } from '../base/problem.ts';
import { questionData } from '../forms/questionData.ts';
import type { Pack } from '../pack/pack.ts';
import { assistantTools } from '../tools/assistantTools.ts';
import { safeStoryPrompt } from '../tools/story.ts';
import type { Tool } from '../tools/tool.ts';
import { jsonText } from './jsonText.ts';
import { unsteering } from './refusal.ts';

const instructions = 'Finds out why there was no second interview. You turn what people tell you into answers (the prompt “story”, answers_from_story), ask what is still open (next_question), and tell them what diagnose infers. The inference is exact and always the same for the same answers; add no cause and no figure of your own. Be kind, concrete and short: they have just been turned down.';

/** A server of the Model Context Protocol that offers the tools of a pack, the pack itself as resources, and the prompt for stories. */
export function mcpServer(pack: Pack, about: Implementation): McpServer {
  const served = new McpServer(about, { capabilities: { tools: { listChanged: false }, resources: { listChanged: false }, prompts: { listChanged: false } }, instructions });
  const { server } = served; // inputs are checked by the tools, whose problems say more than a schema does
  offerTools(server, assistantTools(pack));
  offerResources(server, pack);
  server.setRequestHandler('prompts/list', () => ({ prompts: [{
    name: 'story', title: 'A story in your own words', description: 'Turns what someone tells of an interview into answers.',
    arguments: [{ name: 'story', description: 'What happened, in their words; left out, it is asked for.', required: false }],
  }] }));
  server.setRequestHandler('prompts/get', ({ params }) => {
    if (params.name !== 'story') throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'no prompt is called that: write “story”');
    const prompt = safeStoryPrompt(pack, params.arguments?.['story']);
    if (!prompt.ok) throw new ProtocolError(ProtocolErrorCode.InvalidParams, formatProblems(prompt.problems));
    return { messages: [{ role: 'user', content: { type: 'text', text: prompt.value } }] };
  });
  return served;
}

type Server = McpServer['server'];

function offerTools(server: Server, tools: readonly Tool[]): void {
  server.setRequestHandler('tools/list', () => ({ tools: tools.map(({ name, title, description, inputSchema, outputSchema }) => ({
    name, title, description, inputSchema: { ...inputSchema, type: 'object' as const }, outputSchema: { ...outputSchema, type: 'object' as const },
    annotations: { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  })) }));
  server.setRequestHandler('tools/call', ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `no tool is called that: there are ${tools.map(({ name }) => name).join(', ')}`);
    const result = tool.run(params.arguments ?? {});
    if (!result.ok) return refusal(result.problems);
    return { content: [{ type: 'text', text: result.value.text }], structuredContent: { ...result.value.data } } satisfies CallToolResult;
  });
}

/** What is wrong with an input is an answer, too: the model reads it, and calls again. */
function refusal(problems: readonly Problem[]): CallToolResult {
  const told = problems.map(({ code, message, hint, path = [] }) => ({ code, message, hint, path: [...path] }));
  return { isError: true, content: [{ type: 'text', text: unsteering(formatProblems(problems)) }], structuredContent: { problems: told } };
}

function offerResources(server: Server, pack: Pack): void {
  const { id, version, sections, questions, causes } = pack;
  const about = { pack: { id, version } };
  const resources = [
    { uri: 'afterview://questions', name: 'questions', title: 'The questionnaire', content: () => ({ ...about, sections, questions: questions.map(question => questionData(pack, question)) }) },
    { uri: 'afterview://causes', name: 'causes', title: 'Every cause that it knows', content: () => ({ ...about, causes: causes.map(({ id: cause, title, why, control }) => ({ cause, title, why, control })) }) },
  ];
  server.setRequestHandler('resources/list', () => ({ resources: resources.map(({ uri, name, title }) => ({ uri, name, title, mimeType: 'application/json' })) }));
  server.setRequestHandler('resources/read', ({ params: { uri } }) => {
    const found = resources.find(each => each.uri === uri);
    if (!found) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `no resource is called that: there are ${resources.map(each => each.uri).join(' and ')}`);
    return { contents: [{ uri, mimeType: 'application/json', text: jsonText(found.content()) }] };
  });
}
