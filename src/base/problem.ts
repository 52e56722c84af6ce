import { inOrder } from './order.ts';
import { columnsOf } from './columns.ts';
import { withoutUnprintable } from './hiddenCharacters.ts';

/** What kind of thing is wrong. The list is closed, so that a program can decide by code. */
export type ProblemCode =
  // a file cannot be read as YAML, JSON or CSV
  | 'unreadable'
  | 'not-text'
  | 'not-utf8'
  | 'too-large'
  | 'too-deep'
  | 'empty-file'
  | 'yaml-syntax'
  | 'yaml-feature'
  | 'json-syntax'
  | 'csv-syntax'
  | 'duplicate-key'
  | 'hidden-character'
  | 'cut-text'
  // a file does not have the shape of its kind
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-shape'
  | 'wrong-id'
  | 'out-of-range'
  | 'unsupported-format'
  // a name leads nowhere, or to two places
  | 'unknown-question'
  | 'unknown-option'
  | 'unknown-source'
  | 'unknown-claim'
  | 'unknown-section'
  | 'unknown-cause'
  | 'unknown-place'
  | 'unknown-fix'
  | 'duplicate-id'
  | 'wrong-comparison'
  | 'wrong-order'
  | 'same-condition'
  | 'missing-file'
  // answers that cannot be used
  | 'not-an-object'
  | 'wrong-kind'
  | 'contradiction'
  | 'no-schedule'
  | 'failed-example'
  // it stands for problems that are not listed
  | 'too-many';

/** A place in a file. Line and column start at 1, as an editor shows them. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The line of the file, shortened, with hidden characters made visible. */
  readonly source?: string;
  /** Where in `source` the caret stands, counted like a column, when the line is too long to be shown from its start. */
  readonly sourceColumn?: number;
  /** How many characters the caret underlines; at least 1. */
  readonly width?: number;
}

/** One thing that is wrong, where it is, and what to do about it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  /** Where in the value it is, from the outside in: `['answers', 'arrival']`. */
  readonly path?: readonly (string | number)[];
  /** Where in a file it is, when it came from one. */
  readonly at?: Position;
}

/**
 * The outcome of a step that can fail: a value, or everything that is wrong, in order of place.
 *
 * @example
 * const result: Checked<Diagnosis> = safeDiagnose({ outcome: 'rejected' });
 * const said = result.ok ? result.value.headline.text : formatProblems(result.problems);
 */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** More problems than this are counted, not listed. */
export const MOST_LISTED = 50;

/** No value, but what is wrong: at most fifty problems, and then one that counts the others. */
export function refused(problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: mostOf(problems) };
}

function mostOf(problems: readonly Problem[]): readonly Problem[] {
  const more = problems.length - MOST_LISTED;
  if (more <= 0 || (more === 1 && problems.at(-1)?.code === 'too-many')) return problems;
  return [...problems.slice(0, MOST_LISTED), { code: 'too-many', message: `and ${more} more`, hint: 'mend these first', path: [] }];
}

/** A sentence may hold signs that are joined invisibly, and more than one line. */
const STEERING = /(?![\t\n])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const LONGEST_PART = 60;
const LONGEST_FILE = 1000;

/**
 * A problem as `file:line:column code: message`, with the source line, a caret and a hint below; nothing in it steers
 * a terminal.
 *
 * @throws TypeError for anything but a problem
 *
 * @example
 * const problem: Problem = { code: 'wrong-kind', message: 'it takes a number', hint: 'write 20', path: ['minutes-late'] };
 * formatProblem(problem).split('\n'); // ['minutes-late wrong-kind: it takes a number', '  hint: write 20']
 */
export function formatProblem(problem: Problem): string {
  return formatNotice(problem.code, problem);
}

/** Something told of a place, under a label, as a problem is under its code. */
export function formatNotice(label: string, { at, path = [], message, hint }: Omit<Problem, 'code'>): string {
  const within = path.length > 0 ? `${path.map(part => short(String(part), LONGEST_PART)).join('.')} ` : '';
  const place = at ? `${short(at.file, LONGEST_FILE)}:${at.line}:${at.column} ` : within;
  const lines = [`${place}${label}: ${message.replaceAll(STEERING, '·')}`];
  if (at?.source !== undefined && at.source !== '') {
    const gutter = String(at.line);
    const before = Math.min(at.sourceColumn ?? at.column, at.source.length + 1) - 1;
    const width = Math.max(1, at.width ?? 1);
    const wider = columnsOf(at.source.slice(before, before + width)) - at.source.slice(before, before + width).length;
    const caret = ' '.repeat(columnsOf(at.source.slice(0, before))) + '^'.repeat(Math.max(1, width + wider));
    lines.push(`  ${gutter} | ${at.source}`, `  ${' '.repeat(gutter.length)} | ${caret}`);
  }
  if (hint) lines.push(`  hint: ${hint.replaceAll(STEERING, '·')}`);
  return lines.join('\n');
}

/** A text cut where it is longer than `most` characters, with dots for what steers a terminal or cannot be seen. */
export function short(text: string, most: number): string {
  return withoutUnprintable(text.length > most ? `${text.slice(0, most)}…` : text);
}

/**
 * All problems, one below the other; from the fifty-first on they are only counted.
 *
 * @example
 * const result = safeDiagnose({ arival: 'late' });
 * result.ok ? '' : formatProblems(result.problems).split('\n')[1]; // '  hint: did you mean “arrival”?'
 */
export function formatProblems(problems: readonly Problem[]): string {
  return mostOf(problems).map(each => (each.code === 'too-many' ? each.message : formatProblem(each))).join('\n');
}

/** Orders problems by file, line, column, then code, so that the same files give the same list; what counts the others stays last. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) =>
    Number(a.code === 'too-many') - Number(b.code === 'too-many')
    || inOrder(a.at?.file ?? '', b.at?.file ?? '')
    || (a.at?.line ?? 0) - (b.at?.line ?? 0)
    || (a.at?.column ?? 0) - (b.at?.column ?? 0)
    || inOrder(a.path?.join('.') ?? '', b.path?.join('.') ?? '')
    || inOrder(a.code, b.code)
    || inOrder(a.message, b.message));
}
