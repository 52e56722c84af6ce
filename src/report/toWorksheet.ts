import { orDiagnosisError } from '../base/errors.ts';
import { type Checked, refused } from '../base/problem.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { readDiagnosis, unlessBroken } from '../diagnosis/readDiagnosis.ts';
import { worksheetHtml } from './worksheets/worksheetHtml.ts';
import type { WorksheetKind } from './worksheets/worksheetKinds.ts';
import { worksheetMarkdown } from './worksheets/worksheetMarkdown.ts';
import { worksheetOf } from './worksheets/worksheetOf.ts';
import { readWorksheetKind, readWorksheetOptions, type WorksheetOptions } from './worksheets/worksheetOptions.ts';

/**
 * One page to print and fill in, with what a diagnosis knows already in it: `stories` (a grid of examples for the
 * advert), `questions` (ten to ask the employer), `research` (what to find out before), `references` (a brief for
 * someone who speaks for the reader), `note` (the message that is due, or else one for next time).
 *
 * @throws DiagnosisError for anything but a diagnosis of this version, for any other worksheet, and for options that
 *   cannot be
 *
 * @example
 * const sheet = toWorksheet('stories', diagnose({ outcome: 'rejected', 'stories-told': 0 }));
 * sheet.split('\n')[0]; // '# Stories for the points of the advert'
 */
export function toWorksheet(kind: WorksheetKind, diagnosis: Diagnosis, options: WorksheetOptions = {}): string {
  return orDiagnosisError(safeToWorksheet(kind, diagnosis, options));
}

/**
 * As `toWorksheet`, for values of any origin: it returns problems instead of throwing them.
 *
 * @example
 * const result = safeToWorksheet('question', diagnose({ outcome: 'rejected' }));
 * result.ok ? [] : result.problems.map(({ hint }) => hint); // ['did you mean “questions”?']
 */
export function safeToWorksheet(kind: unknown, diagnosis: unknown, options: unknown = {}): Checked<string> {
  const [which, read, looks] = [readWorksheetKind(kind), readDiagnosis(diagnosis), readWorksheetOptions(options)];
  if (!which.ok || !read.ok || !looks.ok) {
    return refused([which, read, looks].flatMap(each => (each.ok ? [] : each.problems)));
  }
  return unlessBroken('diagnosis', () => ({ ok: true, value: written(which.value, read.value, looks.value) }));
}

function written(kind: WorksheetKind, diagnosis: Diagnosis, options: WorksheetOptions): string {
  const { format, english = 'uk', language = english === 'us' ? 'en-US' : 'en-GB' } = options;
  const sheet = worksheetOf(kind, diagnosis, english);
  const titled = { ...sheet, title: options.title ?? sheet.title };
  return format === 'html' ? worksheetHtml(titled, kind, language) : worksheetMarkdown(titled);
}
