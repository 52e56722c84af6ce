// @ts-check
// Shows how to turn an answers file into the coach's sheet in Markdown, for a mail or a page of notes:
//   node examples/4-markdown-report.mjs examples/answers/late.json > report.md
import { readFileSync } from 'node:fs';
import { formatProblems, safeDiagnoseHistory, safeOpenAnswersFile, toMarkdown } from 'afterview';
import { coreNotes } from 'afterview/core/notes';

const file = process.argv[2] ?? new URL('answers/role-cancelled.json', import.meta.url);
const opened = safeOpenAnswersFile(JSON.parse(readFileSync(file, 'utf8')));
const result = opened.ok ? safeDiagnoseHistory(opened.value.interviews, opened.value) : opened;

if (result.ok) {
  console.log(toMarkdown(result.value, { for: 'coach', notes: coreNotes }));
} else {
  console.error(formatProblems(result.problems));
  process.exitCode = 1;
}
