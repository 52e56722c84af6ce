import { orDiagnosisError } from '../base/errors.ts';
import { type Checked } from '../base/problem.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { sectionsToText } from './format/text.ts';
import { type ReportOptions, reportOptions, type TextOptions } from './reportOptions.ts';
import { safeReport } from './safeReport.ts';
import { sheetOf } from './sheet.ts';

/**
 * A diagnosis as text for a terminal: wrapped lines, and colour only when asked for.
 *
 * @throws DiagnosisError for anything but a diagnosis of this version, and for options that cannot be
 *
 * @example
 * const page = toText(diagnose({ outcome: 'rejected', arrival: 'late' }), { width: 60 });
 * page.split('\n').every(line => line.length <= 60); // true
 */
export function toText(diagnosis: Diagnosis, options: TextOptions & ReportOptions = {}): string {
  return orDiagnosisError(safeToText(diagnosis, options));
}

/**
 * As `toText`, for a diagnosis and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * const result = safeToText(JSON.parse('{ "outcome": "rejected" }'));
 * result.ok ? [] : result.problems.map(({ code }) => code); // ['wrong-kind']
 */
export function safeToText(diagnosis: unknown, options: unknown = {}): Checked<string> {
  return safeReport(diagnosis, options, [...reportOptions, 'width', 'colour'], (known, looks) => sectionsToText(sheetOf(known, looks, ' (--for coach)'), looks));
}
