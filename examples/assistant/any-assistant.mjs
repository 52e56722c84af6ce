// @ts-check
// Shows the calls that any assistant can be given, and what two of them give back:
//   node examples/assistant/any-assistant.mjs
import { corePack, formatProblems } from 'afterview';
import { assistantTools } from 'afterview/tools';

const tools = assistantTools(corePack);
for (const { name, title } of tools) console.log(`${name}: ${title}`);

/** What an assistant does when its model asks for a call. @param {string} name @param {unknown} input */
function call(name, input) {
  const result = tools.find(tool => tool.name === name)?.run(input);
  if (!result) return `no tool is called ${name}`;
  return result.ok ? result.value.text : `Mend this, and call again:\n${formatProblems(result.problems)}`;
}

console.log(`\n${call('diagnose', { answers: { outcome: 'rejected', arival: 'late' } })}`);
console.log(`\n${call('diagnose', { answers: { outcome: 'rejected', arrival: 'late' }, asOf: '2026-11-22' })}`);
