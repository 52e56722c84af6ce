// @ts-check
// Reads the workbook that Microsoft Forms gives out, and writes one with a line for each client, to sort and filter:
//   node examples/spreadsheet/diagnose-sheet.mjs responses.xlsx diagnoses.xlsx
import { readFileSync } from 'node:fs';
import { corePack, formatProblems, safeDiagnose, toText } from 'afterview';
import { safeFromCsv } from 'afterview/forms';
import { readSheet } from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';

const here = new URL('.', import.meta.url);
const [from = new URL('responses.xlsx', here), to = 'diagnoses.xlsx'] = process.argv.slice(2);

/** A cell as CSV has it; a day without its time. @param {unknown} cell */
function field(cell) {
  const text = cell instanceof Date ? cell.toISOString().replace('T00:00:00.000Z', '') : String(cell ?? '');
  return `"${text.replaceAll('"', '""')}"`;
}

const rows = await readSheet(readFileSync(from));
const csv = rows.map(row => row.map(field).join(',')).join('\n');
const read = safeFromCsv(csv, { pack: corePack, file: String(from) });
if (!read.ok) {
  console.error(formatProblems(read.problems));
  process.exit(1);
}

const titles = ['Response', 'Verdict', 'First cause', 'Its part, of 100', 'Yours to change', 'Next time', 'Page'];
const lines = read.value.map(({ answers, asOf }, at) => {
  const result = safeDiagnose(answers, { asOf });
  if (!result.ok) return [at + 1, 'has problems', formatProblems(result.problems)];
  const { headline, explanations, ranking, parts, plan } = result.value;
  const first = explanations.find(({ cause }) => cause === ranking[0]?.cause);
  return [at + 1, headline.verdict, first?.title ?? '', Math.round(100 * (first?.share ?? 0)), Math.round(100 * parts.you), plan.main ? `If ${plan.main.if}, then ${plan.main.do}` : '', toText(result.value)];
});
await writeWorkbook([titles, ...lines]).toFile(to);
console.log(`${lines.length} responses, written to ${to}`);
