import type { Checked, Problem } from '../base/problem.ts';
import type { Notes } from '../pack/notes.ts';
import { readAnswersInput } from './answersInput.ts';
import { printable } from '../report/format/wrap.ts';
import { openKeyboard } from './ask/keyboard.ts';
import { openKeeper } from './ask/sessionKeeper.ts';
import { heedSignals } from './ask/signals.ts';
import { safeResumeSession, safeSessionSetting, safeStartSession, type Session, type SessionSetting } from '../api/session.ts';
import { openSession } from './ask/sessionFile.ts';
import { words } from './ask/askWords.ts';
import { choosePack } from './choosePack.ts';
import { Refusal } from './refusal.ts';

export interface AskCommandOptions {
  readonly pack?: string;
  readonly out?: string;
  readonly resume?: string;
  readonly asOf?: string;
  readonly short?: boolean;
}

/** What Ctrl-C sends. */
const INTERRUPT = '\u0003';
/** Interrupted by Ctrl-C: 128 and the number of the signal. */
const INTERRUPTED = 130;

/** `afterview ask`: the questions one at a time in a terminal, the most telling first, and the result. */
export async function askCommand(options: AskCommandOptions): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) throw noTerminal();
  const begun = await beginAsking(options);
  const [{ openTerminal }, { converse }] = await Promise.all([import('./ask/prompts.ts'), import('./ask/conversation.ts')]);
  const file = options.out ?? options.resume ?? null;
  const commandFor = (verb: string, name: string): string =>
    ['npx', 'afterview', verb, inShell(name), ...(options.pack === undefined ? [] : ['--pack', inShell(options.pack)])].join(' ');
  const keeper = openKeeper(begun.interview, file);
  const end = (exitCode: number): never => {
    release();
    const kept = keeper.rescue();
    if (kept !== null) process.stdout.write(`\n${words.saved(printable(kept))} ${words.resume}\n\n  ${printable(commandFor('ask --resume', kept))}\n`);
    process.exit(exitCode);
  };
  const signals = heedSignals({
    pause: () => { terminal.pause(); keyboard.give(); },
    resume: () => {
      keyboard.take();
      process.emit('SIGWINCH', 'SIGWINCH'); // nobody tells a stopped process that its window has another size
      terminal.resume();
    },
    interrupt: () => { keyboard.press(INTERRUPT); },
    end,
  });
  const keyboard = openKeyboard(signals);
  const terminal = openTerminal(keyboard, process.stdout);
  const release = (): void => {
    signals.release();
    terminal.release();
    keyboard.release();
  };
  try {
    begun.greetings.forEach((greeting, index) => { (index === 0 ? terminal.open : terminal.say)(greeting); });
    process.exitCode = await converse({ ...begun, terminal, keeper, file, commandFor }, begun.session) === 'interrupted' ? INTERRUPTED : 0;
  } finally {
    release();
  }
}

function noTerminal(): Refusal {
  const which = process.stdin.isTTY ? 'standard output' : 'standard input';
  return new Refusal([{
    code: 'unreadable', message: `the questions need a terminal, and ${which} is none`,
    hint: 'write an answers file with the questions of afterview questions, and run: afterview diagnose answers.json',
    at: { file: which, line: 1, column: 1 },
  }], 2);
}

/** What there is before the first question. */
export interface Begun {
  readonly interview: SessionSetting;
  readonly notes: () => Promise<Notes>;
  readonly session: Session;
  /** What is said before the first question. */
  readonly greetings: readonly string[];
}

/** Reads the pack, and the file to go on with, if there is one. */
export function beginAsking(options: AskCommandOptions): Promise<Begun> {
  return options.resume === undefined ? begin(options) : resume(options.resume, options);
}

async function begin({ pack: folder, asOf, short }: AskCommandOptions): Promise<Begun> {
  const { pack, notes } = await choosePack(folder);
  const refusal = (problems: readonly Problem[]): Refusal => new Refusal(problems.map(problem => ({ ...problem, path: ['--as-of'] })));
  const interview = orRefuse(safeSessionSetting({ pack, asOf, short }), refusal);
  return { interview, notes, session: orRefuse(safeStartSession({}, interview), refusal), greetings: [words.hello] };
}

async function resume(file: string, options: AskCommandOptions): Promise<Begun> {
  const { pack, notes, json, interviews: [answers = {}], asOf, funnel, refusal } = await readAnswersInput(file, options);
  if (json.has(['interviews'])) {
    const hint = 'the questions carry on with a file of one interview';
    const problem = { code: 'wrong-shape', message: 'these are several interviews', hint, path: ['interviews'] } as const;
    throw new Refusal([json.locate(problem)]);
  }
  const inFirst = (problems: readonly Problem[]): Refusal => refusal(problems.map(problem => (problem.path?.[0] === 'asOf' ? problem : { ...problem, path: [0, ...(problem.path ?? [])] })));
  const interview = orRefuse(safeSessionSetting({ pack, asOf, funnel, short: options.short }), inFirst);
  const opened = orRefuse(openSession((json.value as { readonly session?: unknown }).session, interview.engine, answers, asOf), problems => new Refusal(problems.map(problem => json.locate(problem))));
  const session = orRefuse(safeResumeSession(answers, opened.asked, interview), inFirst);
  return { interview, notes, session, greetings: [words.welcomeBack, ...(opened.otherContents ? [words.otherContents] : [])] };
}

function orRefuse<T>(checked: Checked<T>, refusal: (problems: Extract<Checked<T>, { ok: false }>['problems']) => Refusal): T {
  if (!checked.ok) throw refusal(checked.problems);
  return checked.value;
}

/** A word as a shell takes it for one. */
function inShell(word: string): string {
  return /^[\w./~+,:=@%-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
