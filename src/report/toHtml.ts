import { orDiagnosisError } from '../base/errors.ts';
import { type Checked } from '../base/problem.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { htmlOf } from './format/html.ts';
import { type HtmlOptions, type ReportOptions, reportOptions } from './reportOptions.ts';
import { safeReport } from './safeReport.ts';
import { sheetOf, titleOf } from './sheet.ts';

/**
 * A diagnosis as one HTML page that needs nothing from elsewhere: no script, no font, no picture, no network.
 *
 * @throws DiagnosisError for anything but a diagnosis of this version, and for options that cannot be
 *
 * @example
 * const diagnosis = diagnose({ outcome: 'rejected', arrival: 'late' });
 * toHtml(diagnosis, { title: 'The bakery' }).includes('<title>The bakery</title>'); // true
 * toHtml(diagnosis, { fragment: true }).startsWith('<article class="afterview-sheet">'); // true
 */
export function toHtml(diagnosis: Diagnosis, options: ReportOptions & HtmlOptions = {}): string {
  return orDiagnosisError(safeToHtml(diagnosis, options));
}

/**
 * As `toHtml`, for a diagnosis and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * safeToHtml(diagnose({ outcome: 'rejected' }), { language: 'English' }).ok; // false
 */
export function safeToHtml(diagnosis: unknown, given: unknown = {}): Checked<string> {
  return safeReport(diagnosis, given, [...reportOptions, 'title', 'language', 'fragment'], (known, options) => htmlOf(sheetOf(known, options), { ...options, title: options.title ?? titleOf(options) }));
}
