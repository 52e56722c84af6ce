import { nextQuestions } from '../api/nextQuestions.ts';
import type { Checked } from '../base/problem.ts';
import { readAnswersInput } from './answersInput.ts';
import { openKeyboard } from './ask/keyboard.ts';
import { type Guide, type Interview, resumeSession, type Session, startSession } from '../api/session.ts';
import { openSession } from './ask/sessionFile.ts';
import { words } from './ask/words.ts';
import { choosePack } from './choosePack.ts';
import { Refusal } from './refusal.ts';

export interface AskCommandOptions {
  readonly pack?: string;
  readonly out?: string;
  readonly resume?: string;
  readonly asOf?: string;
}

/** Interrupted by Ctrl-C: 128 and the number of the signal. */
const INTERRUPTED = 130;

/** `afterview ask`: the questions one at a time in a terminal, the most telling first, and the result. */
export async function askCommand(options: AskCommandOptions): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) throw noTerminal();
  const { interview, session, greetings } = await beginAsking(options);
  const [{ openTerminal }, { converse }] = await Promise.all([import('./ask/prompts.ts'), import('./ask/conversation.ts')]);
  const { keys, release } = openKeyboard();
  const terminal = openTerminal(keys, process.stdout);
  greetings.forEach((greeting, index) => { (index === 0 ? terminal.open : terminal.say)(greeting); });
  const file = options.out ?? options.resume ?? null;
  const commandFor = (verb: string, name: string): string =>
    ['afterview', verb, inShell(name), ...(options.pack === undefined ? [] : ['--pack', inShell(options.pack)])].join(' ');
  try {
    process.exitCode = await converse({ interview, terminal, file, commandFor }, session) === 'interrupted' ? INTERRUPTED : 0;
  } finally {
    release();
  }
}

function noTerminal(): Refusal {
  const which = process.stdin.isTTY ? 'standard output' : 'standard input';
  return new Refusal([{
    code: 'unreadable', message: `the questions need a terminal, and ${which} is none`,
    hint: 'write an answers file with the questions of afterview questions, and run: afterview diagnose answers.json', at: { file: which, line: 1, column: 1 },
  }], 2);
}

/** What there is before the first question. */
export interface Begun {
  readonly interview: Interview;
  readonly session: Session;
  /** What is said before the first question. */
  readonly greetings: readonly string[];
}

/** Reads the pack, and the file to go on with, if there is one. */
export function beginAsking(options: AskCommandOptions): Promise<Begun> {
  return options.resume === undefined ? begin(options) : resume(options.resume, options);
}

async function begin({ pack: folder, asOf }: AskCommandOptions): Promise<Begun> {
  const interview = guided({ pack: await choosePack(folder), ...(asOf === undefined ? {} : { asOf }) });
  return { interview, session: orRefuse(startSession(interview), problems => new Refusal(problems.map(problem => ({ ...problem, path: ['--as-of'] })))), greetings: [words.hello] };
}

async function resume(file: string, options: AskCommandOptions): Promise<Begun> {
  const { pack, json, interviews: [answers = {}], asOf, funnel, refusal } = await readAnswersInput(file, options);
  if (json.has(['interviews'])) {
    throw new Refusal([json.locate({ code: 'wrong-shape', message: 'these are several interviews', hint: 'the questions go on with a file of one interview', path: ['interviews'] })]);
  }
  const opened = openSession((json.value as { readonly session?: unknown }).session, pack, answers, asOf);
  if (!opened.ok) throw new Refusal(opened.problems.map(problem => json.locate(problem)));
  const interview = guided({ pack, ...(asOf === undefined ? {} : { asOf }), ...(funnel === undefined ? {} : { funnel }) });
  const session = orRefuse(resumeSession(interview, answers, opened.value.asked), problems => refusal(problems.map(problem => ({ ...problem, path: [0, ...(problem.path ?? [])] }))));
  return { interview, session, greetings: [words.welcomeBack, ...(opened.value.otherContents ? [words.otherContents] : [])] };
}

function guided(interview: Omit<Interview, 'guide'>): Interview {
  const guide: Guide = answers => nextQuestions(answers, { ...interview, most: interview.pack.questions.length });
  return { ...interview, guide };
}

function orRefuse<T>(checked: Checked<T>, refusal: (problems: Extract<Checked<T>, { ok: false }>['problems']) => Refusal): T {
  if (!checked.ok) throw refusal(checked.problems);
  return checked.value;
}

/** A word as a shell takes it for one. */
function inShell(word: string): string {
  return /^[\w./~+,:=@%-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
