import { didYouMean } from '../../base/nearest.ts';
import { plainEntries } from '../../base/plainObject.ts';
import { type Checked, type Problem, refused } from '../../base/problem.ts';
import { showAny } from '../../base/show.ts';
import { strayOptions } from '../../base/strayOptions.ts';
import { type HtmlOptions, readReportOptions, type ReportOptions } from '../reportOptions.ts';
import { type WorksheetKind, worksheetKinds } from './worksheetKinds.ts';

/** The options of `toWorksheet`. */
export interface WorksheetOptions extends Pick<ReportOptions, 'english'>, Pick<HtmlOptions, 'title' | 'language'> {
  /** Markdown unless a page of HTML is asked for; only that has a `language`. */
  readonly format?: 'md' | 'html' | undefined;
}

const reportNames = ['english', 'title', 'language'] as const;

/** Reads which worksheet is wanted. */
export function readWorksheetKind(kind: unknown): Checked<WorksheetKind> {
  const known = worksheetKinds.find(each => each === kind);
  if (known !== undefined) return { ok: true, value: known };
  const hint = didYouMean(typeof kind === 'string' ? kind : '', worksheetKinds);
  return refused([{ code: 'wrong-kind', message: `${showAny(kind)} is no worksheet`, hint, path: ['kind'] }]);
}

/** Reads the options of a worksheet, of any origin: as those of every report, and the format besides. */
export function readWorksheetOptions(options: unknown): Checked<WorksheetOptions> {
  const entries = plainEntries(options, 'options', '{ "format": "html" }');
  if (!entries.ok) return entries;
  const given = new Map(entries.value.filter(([, value]) => value !== undefined));
  const known = [...given].filter(([key]) => reportNames.some(name => name === key));
  const read = readReportOptions(Object.fromEntries(known), reportNames);
  const problems = [
    ...strayOptions(given.keys(), ['format', ...reportNames]),
    ...formatProblems(given.get('format')),
    ...(read.ok ? languageProblems(given) : read.problems),
  ];
  if (problems.length > 0 || !read.ok) return refused(problems);
  const format = given.get('format') === 'html' ? 'html' : 'md';
  return { ok: true, value: Object.assign(Object.create(null), read.value, { format }) as WorksheetOptions };
}

function formatProblems(format: unknown): readonly Problem[] {
  if (format === undefined || format === 'md' || format === 'html') return [];
  return [{ code: 'wrong-kind', message: `“format” takes md or html, not ${showAny(format)}`, hint: 'correct it, or leave it out', path: ['format'] }];
}

/** No option is ignored in silence. */
function languageProblems(given: ReadonlyMap<string, unknown>): readonly Problem[] {
  if (!given.has('language') || given.get('format') === 'html') return [];
  return [{ code: 'unknown-key', message: '“language” has no meaning in Markdown', hint: 'add format: “html”, or leave it out', path: ['language'] }];
}
