import type { Answers } from '../../answers/answers.ts';
import { formatNotice, type Position, type Problem } from '../../base/problem.ts';
import type { Finding } from '../../lint/rule.ts';

/** What `check` tells of a pack: a problem, by which it cannot be used, or what a rule found. */
export interface Notice {
  /** The code of a problem, or the id of a rule. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint: string;
  readonly path: readonly (string | number)[];
  readonly at: Position | null;
  /** The smallest answers that show it. */
  readonly answers: Answers | null;
}

export function noticeOf(told: Problem | Finding): Notice {
  const rule = 'rule' in told ? told.rule : told.code;
  const severity = 'severity' in told ? told.severity : 'error';
  return { rule, severity, message: told.message, hint: told.hint, path: told.path ?? [], at: told.at ?? null, answers: 'answers' in told ? told.answers ?? null : null };
}

/** A notice as an editor's list of problems has it, with the line it is about, a hint, and answers that show it. */
export function noticeText({ rule, severity, at, answers, ...told }: Notice): string {
  const shown = answers ? `\n  shown by: ${JSON.stringify(answers)}` : '';
  return `${formatNotice(`${severity} ${rule}`, { ...told, ...(at ? { at } : {}) })}${shown}`;
}

/** As the checks of a pull request on GitHub show it, beside the line. */
export function githubLine({ rule, severity, message, hint, at }: Notice): string {
  const where = at ? `file=${property(at.file)},line=${at.line},col=${at.column},` : '';
  return `::${severity} ${where}title=${property(rule)}::${data(`${message} (${hint})`)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
