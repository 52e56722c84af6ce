import { didYouMean } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import { runExamples } from '../examples/runExamples.ts';
import { lintRules } from '../lint/lintPack.ts';
import type { Finding } from '../lint/rule.ts';
import { type LintedFolder, safeLintFolder } from '../node.ts';
import { githubLine, type Notice, noticeOf, noticeText } from './check/notice.ts';
import { rulePage } from './check/rulePage.ts';
import { sarifLog } from './check/sarif.ts';
import { jsonText } from './jsonText.ts';
import { Refusal, unsteering } from './refusal.ts';
import { writeOutput } from './writeOutput.ts';

export interface CheckCommandOptions {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly out?: string;
  /** The rule whose page is asked for; `true` for a list of all. */
  readonly rule?: string | true;
  /** Whether a warning counts as an error. */
  readonly strict?: true;
}

/** `afterview check FOLDER`: reads a pack, runs the examples in its files, and says what is wrong and what is odd. */
export function checkCommand(folder: string | undefined, options: CheckCommandOptions): Promise<void> {
  if (options.rule !== undefined) writeOutput(pageOf(options.rule), options.out);
  else if (folder === undefined) throw new Refusal([{ code: 'wrong-kind', message: 'there is no folder to check', hint: 'name the folder that holds pack.yaml', path: [] }], 2);
  else checkFolder(folder, options);
  return Promise.resolve();
}

function checkFolder(folder: string, { format, out, strict }: CheckCommandOptions): void {
  const read = safeLintFolder(folder);
  const problems: readonly Problem[] = read.ok ? runExamples(read.value.pack, read.value.examples) : read.problems;
  if (format === 'text' && problems.length > 0) throw new Refusal(problems);
  const findings: readonly Finding[] = read.ok ? read.value.findings : [];
  const notices = [...problems, ...findings].map(noticeOf);
  writeOutput(format === 'text' && read.ok ? reportOf(read.value, notices) : inFormat(format, notices, read.ok ? read.value : null), out);
  if (notices.some(({ severity }) => severity === 'error' || strict)) process.exitCode = 1;
}

function inFormat(format: CheckCommandOptions['format'], notices: readonly Notice[], pack: LintedFolder | null): string {
  if (format === 'sarif') return jsonText(sarifLog(notices));
  if (format === 'github') return notices.map(notice => `${unsteering(githubLine(notice))}\n`).join('');
  return jsonText({ pack: pack && { id: pack.pack.id, version: pack.pack.version, hash: pack.pack.hash }, notices, notRead: pack?.notRead ?? [] });
}

function reportOf({ pack, examples, notRead }: LintedFolder, notices: readonly Notice[]): string {
  const parts = [counted(pack.causes, 'cause'), counted(pack.questions, 'question'), counted(pack.beliefs, 'belief'), counted(examples, 'example')];
  const told = notices.map(notice => `${unsteering(noticeText(notice))}\n\n`).join('');
  return `${told}${pack.id} ${pack.version}: ${parts.join(', ')}, ${verdictOn(notices)}\n${notReadNote(notRead)}`;
}

function verdictOn(notices: readonly Notice[]): string {
  const [errors, warnings] = ['error', 'warning'].map(severity => notices.filter(notice => notice.severity === severity));
  const counts = [counted(errors ?? [], 'error'), counted(warnings ?? [], 'warning')].filter(count => !count.startsWith('0'));
  return counts.length === 0 ? 'no problem' : counts.join(' and ');
}

const MOST_NAMED = 20;

/** What was not looked at, lest it be taken for faultless. */
function notReadNote(files: readonly string[]): string {
  if (files.length === 0) return '';
  const more = files.length > MOST_NAMED ? [`and ${files.length - MOST_NAMED} more`] : [];
  return unsteering(`not read, as only names that end in .yaml or .yml are: ${[...files.slice(0, MOST_NAMED), ...more].join(', ')}`).concat('\n');
}

function pageOf(id: string | true): string {
  if (id === true) return lintRules.map(({ id: rule, severity, title }) => `${rule.padEnd(22)}${severity.padEnd(9)}${title}\n`).join('');
  const rule = lintRules.find(each => each.id === id);
  if (rule) return rulePage(rule);
  throw new Refusal([{ code: 'wrong-kind', message: `no rule of check is called “${id}”`, hint: didYouMean(id, lintRules.map(each => each.id)), path: ['--rule'] }], 2);
}

function counted({ length }: readonly unknown[], word: string): string {
  return `${length} ${word}${length === 1 ? '' : 's'}`;
}
