import { orDiagnosisError } from '../base/errors.ts';
import { type Checked } from '../base/problem.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { sectionsToMarkdown } from './format/markdown.ts';
import { type ReportOptions, reportOptions } from './reportOptions.ts';
import { safeReport } from './safeReport.ts';
import { sheetOf, titleOf } from './sheet.ts';

/**
 * A diagnosis as Markdown (CommonMark with tables). Texts of the pack stay texts: nothing in them becomes markup.
 *
 * @throws DiagnosisError for anything but a diagnosis of this version, and for options that cannot be
 *
 * @example
 * const diagnosis = diagnose({ outcome: 'rejected', arrival: 'late' });
 * toMarkdown(diagnosis).split('\n')[0]; // '# After your interview'
 * toMarkdown(diagnosis, { for: 'coach' }).split('\n')[0]; // "# After the interview: the coach's sheet"
 */
export function toMarkdown(diagnosis: Diagnosis, options: ReportOptions = {}): string {
  return orDiagnosisError(safeToMarkdown(diagnosis, options));
}

/**
 * As `toMarkdown`, for a diagnosis and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * safeToMarkdown(diagnose({ outcome: 'rejected' }), { for: 'me' }).ok; // false
 */
export function safeToMarkdown(diagnosis: unknown, given: unknown = {}): Checked<string> {
  return safeReport(diagnosis, given, reportOptions, (known, options) => sectionsToMarkdown(titleOf(options), sheetOf(known, options)));
}
