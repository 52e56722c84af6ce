import { compare } from '../compare.ts';
import { comparisonToMarkdown, comparisonToText } from '../report/comparisonText.ts';
import type { Comparison } from '../report/comparison.ts';
import { diagnosisOf, readAnswersInput } from './answersInput.ts';
import { Refusal } from './refusal.ts';
import { writeOutput } from './writeOutput.ts';

export interface CompareCommandOptions {
  readonly format: 'text' | 'json' | 'md';
  readonly pack?: string;
  readonly out?: string;
}

/** `afterview compare BEFORE AFTER`: the answers files of two interviews in, what changed out. */
export async function compareCommand(before: string, after: string, options: CompareCommandOptions): Promise<void> {
  if (before === '-' && after === '-') {
    throw new Refusal([{ code: 'unreadable', message: 'both files are standard input', hint: 'name at least one of them', at: { file: 'standard input', line: 1, column: 1 } }], 2);
  }
  const [earlier, later] = [await diagnosed(before, options), await diagnosed(after, options)];
  writeOutput(render(compare(earlier, later), options), options.out);
}

async function diagnosed(file: string, options: CompareCommandOptions): Promise<ReturnType<typeof diagnosisOf>> {
  return diagnosisOf(await readAnswersInput(file, options));
}

function render(comparison: Comparison, { format, out }: CompareCommandOptions): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(comparison, null, 2)}\n`;
    case 'md':
      return comparisonToMarkdown(comparison);
    case 'text': {
      const terminal = out === undefined && process.stdout.isTTY;
      return comparisonToText(comparison, { width: terminal ? process.stdout.columns : 80, colour: terminal && !process.env['NO_COLOR'] });
    }
  }
}
