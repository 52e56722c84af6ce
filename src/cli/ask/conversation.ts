import { existsSync } from 'node:fs';
import { safeDiagnose } from '../../api/diagnose.ts';
import type { Notes } from '../../pack/notes.ts';
import type { ChoiceQuestion, Question } from '../../pack/pack.ts';
import { UNKNOWN } from '../../pack/answer.ts';
import type { AnswerValue } from '../../answers/answers.ts';
import { toText } from '../../report/toText.ts';
import { printable } from '../../report/format/wrap.ts';
import { Refusal } from '../refusal.ts';
import { writeOutput } from '../writeOutput.ts';
import type { Entry, Prompt, Terminal } from './prompts.ts';
import { belowAnswers, isTyped, otherDeeds, readChosen, readTyped, type Reply, requestValue, type TypedQuestion } from './reply.ts';
import { backInSession, safeAnswerSession, type Session, type SessionSetting } from '../../api/session.ts';
import { sessionFile } from './sessionFile.ts';
import { type Keeper, USUAL_FILE } from './sessionKeeper.ts';
import { whyText } from '../../api/whyText.ts';
import { belowQuestion, goOnText, words } from './askWords.ts';

/** How someone left: with everything done as they wanted, or by Ctrl-C without saving. */
export type Ending = 'done' | 'interrupted';

/**
 * What goes on with a conversation: the terminal, where to save, and how the commands are called that go on from there.
 */
export interface Setting {
  readonly interview: SessionSetting;
  readonly notes: () => Promise<Notes>;
  readonly terminal: Terminal;
  readonly keeper: Keeper;
  /** Where answers are saved; asked for when `null`. */
  readonly file: string | null;
  readonly commandFor: (verb: 'ask --resume' | 'diagnose', file: string) => string;
}

/** What was said at a question, or when it is enough. */
type Move = Reply | { readonly request: 'go-on' | 'finish' };

/** Where the conversation stands. `marked` are answers that are shown as chosen, as they were given before. */
interface Talk {
  readonly session: Session;
  /** Whether they wanted to go on though it is enough. */
  readonly goesOn: boolean;
  readonly marked: readonly string[];
}

/** Asks one question after the other until someone has the result, or wants to stop. */
export async function converse(setting: Setting, start: Session): Promise<Ending> {
  let talk: Talk = { session: start, goesOn: false, marked: [] };
  for (;;) {
    const { session: { next, enough }, goesOn } = talk;
    const [move, marked] = next === null || (enough && !goesOn)
      ? [await offer(setting, talk.session), []] as const
      : await ask(setting.terminal, next.question, talk);
    const then = await follow(setting, { ...talk, marked }, move);
    if (typeof then === 'string') return then;
    talk = then;
  }
}

/** Puts the question, until something is said that can be understood; also what stayed marked. */
async function ask(
  terminal: Terminal, question: Question, { session, marked: before }: Talk,
): Promise<readonly [Move, readonly string[]]> {
  const prompt = { ask: question.ask, below: belowQuestion(question, session) };
  if (isTyped(question)) return [await askTyped(terminal, prompt, question), []];
  const entries = [...question.options.map(({ id, says }): Entry => ({ value: id, label: says })), ...belowAnswers];
  let marked = before;
  for (;;) {
    const chosen = question.kind === 'several-of'
      ? await terminal.chooseSeveral(prompt, entries, marked)
      : await terminal.choose(prompt, entries, marked[0]);
    if (chosen === null) return [{ request: 'leave' }, marked];
    const list = typeof chosen === 'string' ? [chosen] : chosen;
    const reply = readChosen(question, list);
    marked = list.filter(value => !belowAnswers.some(each => each.value === value));
    if ('wrong' in reply) terminal.warn(reply.wrong);
    else if ('request' in reply && reply.request === 'more') return [await askWhatElse(terminal, question, session), marked];
    else return [reply, marked];
  }
}

/** All else that can be done at a question than to answer it. */
async function askWhatElse(terminal: Terminal, question: ChoiceQuestion, { before }: Session): Promise<Move> {
  const chosen = await terminal.choose({ ask: words.whatNow }, otherDeeds.filter(({ value }) => value !== ':back' || before !== null));
  const reply = chosen === null ? null : readChosen(question, [chosen]);
  return reply === null || !('request' in reply) || reply.request === 'more' ? { request: 'leave' } : reply;
}

async function askTyped(terminal: Terminal, prompt: Prompt, question: TypedQuestion): Promise<Move> {
  const text = await terminal.type(prompt, typed => {
    const reply = readTyped(question, typed);
    return 'wrong' in reply ? reply.wrong : null;
  });
  const reply = text === null ? null : readTyped(question, text);
  return reply === null || 'wrong' in reply ? { request: 'leave' } : reply;
}

/** When it is enough, or nothing is left to ask: the result, or on. */
async function offer({ terminal }: Setting, session: Session): Promise<Move> {
  const entries: readonly Entry[] = [
    { value: 'finish', label: words.finish },
    ...(session.next === null ? [] : [{ value: 'go-on', label: goOnText(session) }]),
    ...(session.before === null ? [] : [{ value: 'back', label: words.back }]),
    { value: 'stop', label: words.stop },
  ];
  const chosen = await terminal.choose({ ask: session.next === null ? words.complete : words.enough, below: [words.whatNow] }, entries);
  return { request: chosen === 'finish' || chosen === 'go-on' || chosen === 'back' || chosen === 'stop' ? chosen : 'leave' };
}

/** The talk after a move, or how it ends. */
async function follow(setting: Setting, talk: Talk, move: Move): Promise<Talk | Ending> {
  const { terminal } = setting;
  const { session } = talk;
  if ('answer' in move) return afterAnswer(setting, talk, move.answer);
  switch (move.request) {
    case 'back':
      if (session.before !== null) return { ...talk, session: kept(setting, backInSession(session)), marked: lastAnswer(session) };
      terminal.say(words.noWayBack);
      return talk;
    case 'why':
      if (session.next) terminal.say(whyText(session.next));
      return talk;
    case 'result':
      terminal.print(`\n${await report(setting, session)}`);
      return talk;
    case 'go-on':
      return { ...talk, goesOn: true };
    case 'finish':
      return finish(setting, session);
    case 'stop':
      return save(setting, session, 'ask --resume');
    case 'leave':
      return leave(setting, talk);
  }
}

function afterAnswer(setting: Setting, talk: Talk, answer: AnswerValue): Talk {
  const { terminal, interview } = setting;
  const result = safeAnswerSession(talk.session, answer, interview);
  if (result.ok) return { ...talk, session: kept(setting, result.value), marked: [] };
  terminal.warn(words.doesNotFit);
  for (const { message, hint } of result.problems) terminal.warn(`${message} (${hint})`);
  return talk;
}

/** The session, once it is kept; what stands in the way is told while there is time to mend it. */
function kept({ terminal, keeper, file }: Setting, session: Session): Session {
  for (const { message, hint } of keeper.keep(session)) terminal.warn(`${file ?? ''}: ${message}; ${hint}`);
  return session;
}

/** The last answer as the entries that it marks. */
function lastAnswer({ answers, asked }: Session): readonly string[] {
  const answer = answers[asked.at(-1) ?? ''] ?? UNKNOWN;
  return answer === UNKNOWN ? [requestValue('unknown')] : [answer].flat().map(String);
}

async function report({ interview: { engine: { pack }, asOf, funnel }, notes }: Setting, { answers }: Session): Promise<string> {
  const result = safeDiagnose(answers, {
    pack, ...(asOf === undefined ? {} : { asOf }), ...(funnel === undefined ? {} : { funnel }),
  });
  if (!result.ok) throw new Refusal(result.problems);
  return toText(result.value, { width: process.stdout.columns, colour: !process.env['NO_COLOR'], notes: await notes() });
}

async function finish(setting: Setting, session: Session): Promise<Ending> {
  const { terminal, file } = setting;
  terminal.print(`\n${await report(setting, session)}`);
  const offered = [{ value: 'yes', label: words.yes }, { value: 'no', label: words.no }];
  const wanted = file !== null || await terminal.choose({ ask: words.saveNow }, offered) === 'yes';
  if (wanted) return save(setting, session, 'diagnose');
  terminal.close(words.goodbye);
  return 'done';
}

/** Ctrl-C: nothing is lost unless they want it so. */
async function leave(setting: Setting, talk: Talk): Promise<Talk | Ending> {
  const { terminal } = setting;
  const something = Object.keys(talk.session.answers).length > 0;
  const chosen = something ? await terminal.choose({ ask: words.leaving }, [
    { value: 'save', label: words.leaveSave }, { value: 'go-on', label: words.leaveGoOn },
    { value: 'leave', label: words.leave },
  ]) : null;
  if (chosen === 'save') return save(setting, talk.session, 'ask --resume');
  if (chosen === 'go-on') return talk;
  setting.keeper.forget();
  terminal.close(words.notSaved);
  return chosen === 'leave' ? 'done' : 'interrupted';
}

/** Saves where it was said, or where they say; a file that cannot be written is asked for again. */
async function save(setting: Setting, session: Session, verb: 'ask --resume' | 'diagnose'): Promise<Ending> {
  const { terminal, interview, keeper, commandFor } = setting;
  let file = setting.file;
  for (;;) {
    file ??= await askFile(terminal);
    if (file === null) {
      keeper.forget();
      terminal.close(words.notSaved);
      return 'interrupted';
    }
    try {
      writeOutput(sessionFile(interview, session), file, 'owner');
      terminal.say(words.saved(file));
      terminal.close(verb === 'diagnose' ? words.read : words.resume);
      terminal.print(`  ${printable(commandFor(verb, file))}\n`); // on a line of its own, so that it can be copied
      return 'done';
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      for (const { message, hint } of error.problems) terminal.warn(`${file}: ${message}; ${hint}`);
      file = null;
    }
  }
}

/** A name for the file, and a file in its place only if they say so. */
async function askFile(terminal: Terminal): Promise<string | null> {
  for (;;) {
    const name = await terminal.type({ ask: words.fileName }, () => null, USUAL_FILE);
    if (name === null) return null;
    const file = name.trim() || USUAL_FILE;
    if (!existsSync(file)) return file;
    const offered = [{ value: 'no', label: words.no }, { value: 'yes', label: words.yes }];
    const replace = await terminal.choose({ ask: words.replace(file) }, offered);
    if (replace === null) return null;
    if (replace === 'yes') return file;
  }
}
