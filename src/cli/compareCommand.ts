import { compare } from '../api/compare.ts';
import { comparisonToMarkdown, comparisonToText } from '../report/comparisonText.ts';
import type { Comparison } from '../diagnosis/comparison.ts';
import type { English } from '../report/english.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { diagnosisOf, readAnswersInput, together } from './answersInput.ts';
import { jsonText } from './jsonText.ts';
import { Refusal } from './refusal.ts';
import { looksOf, refuseOverwriting, writeOutput } from './writeOutput.ts';

export interface CompareCommandOptions {
  readonly format: 'text' | 'json' | 'md';
  readonly pack?: string;
  readonly out?: string;
  readonly english?: English;
}

/** `afterview compare BEFORE AFTER`: the answers files of two interviews in, what changed out. */
export async function compareCommand(before: string, after: string, options: CompareCommandOptions): Promise<void> {
  if (before === '-' && after === '-') {
    throw new Refusal([{ code: 'unreadable', message: 'both files are standard input', hint: 'name at least one of them', at: { file: 'standard input', line: 1, column: 1 } }], 2);
  }
  refuseOverwriting(options.out, [before, after]);
  const [earlier, later] = [await diagnosed(before, options), await diagnosed(after, options)];
  if (earlier instanceof Refusal || later instanceof Refusal) throw together([earlier, later].filter(each => each instanceof Refusal));
  writeOutput(render(compare(earlier, later), options), options.out);
}

/** The diagnosis of a file, or what is wrong with it, so that the problems of one do not hide those of the other. */
async function diagnosed(file: string, options: CompareCommandOptions): Promise<Diagnosis | Refusal> {
  try {
    return diagnosisOf(await readAnswersInput(file, options));
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function render(comparison: Comparison, { format, out, english = 'uk' }: CompareCommandOptions): string {
  switch (format) {
    case 'json':
      return jsonText(comparison);
    case 'md':
      return comparisonToMarkdown(comparison, { english });
    case 'text':
      return comparisonToText(comparison, { ...looksOf(out), english });
  }
}
