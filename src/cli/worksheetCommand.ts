import type { English } from '../report/english.ts';
import { toWorksheet } from '../report/toWorksheet.ts';
import type { WorksheetKind } from '../report/worksheets/worksheetKinds.ts';
import { diagnosisOf, readAnswersInput } from './answersInput.ts';
import { refuseOverwriting, writeOutput } from './writeOutput.ts';

export interface WorksheetCommandOptions {
  readonly format: 'md' | 'html';
  readonly pack?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly english: English;
}

/** `afterview worksheet KIND [FILE|-]`: an answers file in, one page to fill in out. */
export async function worksheetCommand(kind: WorksheetKind, file: string, options: WorksheetCommandOptions): Promise<void> {
  refuseOverwriting(options.out, [file]);
  const diagnosis = diagnosisOf(await readAnswersInput(file, options));
  const { format, english } = options;
  writeOutput(toWorksheet(kind, diagnosis, { format, english }), options.out);
}
