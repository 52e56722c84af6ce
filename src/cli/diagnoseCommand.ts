import type { Effort } from '../pack/effort.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { English } from '../report/english.ts';
import type { Reader, ReportOptions } from '../report/reportOptions.ts';
import { safeToCalendar } from '../report/toCalendar.ts';
import { toHtml } from '../report/toHtml.ts';
import { toMarkdown } from '../report/toMarkdown.ts';
import { toText } from '../report/toText.ts';
import { type AnswersInput, diagnosisOf, readAnswersInput } from './answersInput.ts';
import { jsonText } from './jsonText.ts';
import { changesFrom } from './whatIfOption.ts';
import { looksOf, refuseOverwriting, writeOutput } from './writeOutput.ts';

export interface DiagnoseCommandOptions {
  readonly format: 'text' | 'json' | 'md' | 'html' | 'ics';
  readonly pack?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly whatIf?: readonly string[];
  readonly budget?: Effort;
  readonly for?: Reader;
  readonly english?: English;
  readonly label?: string;
}

/** `afterview diagnose [FILE|-]`: an answers file in, a report out. */
export async function diagnoseCommand(file: string, options: DiagnoseCommandOptions): Promise<void> {
  refuseOverwriting(options.out, [file]);
  const input = await readAnswersInput(file, options);
  const whatIf = options.whatIf && changesFrom(input.pack, options.whatIf);
  writeOutput(await render(diagnosisOf(input, whatIf, options.budget), input, options), options.out);
}

async function render(diagnosis: Diagnosis, input: AnswersInput, { format, out, for: reader = 'candidate', english = 'uk', label }: DiagnoseCommandOptions): Promise<string> {
  const options: ReportOptions = { for: reader, english, ...(format === 'json' || format === 'ics' ? {} : { notes: await input.notes() }) };
  switch (format) {
    case 'json':
      return jsonText(diagnosis);
    case 'md':
      return toMarkdown(diagnosis, options);
    case 'html':
      return toHtml(diagnosis, options);
    case 'ics':
      return calendarOf(diagnosis, input, label);
    case 'text':
      return toText(diagnosis, { ...looksOf(out), ...options });
  }
}

/** What stands in the way of a calendar lies in the answers to the latest interview. */
function calendarOf(diagnosis: Diagnosis, { interviews, refusal }: AnswersInput, label: string | undefined): string {
  const calendar = safeToCalendar(diagnosis, label === undefined ? {} : { label });
  if (!calendar.ok) throw refusal(calendar.problems.map(problem => ({ ...problem, path: [interviews.length - 1, ...(problem.path ?? [])] })));
  return calendar.value;
}
