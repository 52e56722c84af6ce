// @ts-check
// Shows how to turn an answers file into a report in Markdown, for a mail or a page of notes:
//   node examples/4-markdown-report.mjs examples/answers/late.json > report.md
import { readFileSync } from 'node:fs';
import { corePack, formatProblems, openAnswersFile, safeDiagnoseHistory, toMarkdown } from 'afterview';

const file = process.argv[2] ?? new URL('answers/role-cancelled.json', import.meta.url);
const opened = openAnswersFile(JSON.parse(readFileSync(file, 'utf8')), corePack);
const result = opened.ok ? safeDiagnoseHistory(opened.value.interviews, opened.value) : opened;

if (result.ok) {
  console.log(toMarkdown(result.value));
} else {
  console.error(formatProblems(result.problems));
  process.exitCode = 1;
}
