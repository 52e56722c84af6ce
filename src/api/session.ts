import type { Answers, AnswerValue } from '../answers/answers.ts';
import { isAskable } from '../answers/askable.ts';
import type { FunnelCounts } from '../answers/funnelCounts.ts';
import { openQuestions as settledBy } from '../answers/holds.ts';
import { readAnswers } from '../answers/readAnswers.ts';
import type { Reading } from '../answers/reading.ts';
import { AnswersError, orAnswersError } from '../base/errors.ts';
import { plainEntries, plainItems } from '../base/plainObject.ts';
import { type Checked, refused } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { corePack } from '../core/corePack.ts';
import { readInterview } from '../inference/readInterview.ts';
import type { Engine } from '../interview/engine.ts';
import { infer } from '../interview/infer.ts';
import { UNKNOWN } from '../pack/answer.ts';
import type { Question } from '../pack/pack.ts';
import type { Prepared } from '../pack/preparePack.ts';
import type { DiagnoseOptions } from './diagnose.ts';
import { nextQuestionsIn } from './interview.ts';
import { oddParts } from './oddParts.ts';
import { type KnownOptions, readOptions } from './options.ts';

/** What stays the same while someone is asked. */
export interface SessionSetting {
  readonly engine: Engine;
  /** The day that counts as today, `YYYY-MM-DD`. */
  readonly asOf?: string;
  /** How many applications reached each stage of the search; nothing asks for it, and it is kept. */
  readonly funnel?: FunnelCounts;
  readonly guide: Guide;
  /** Whether only the short intake is asked. */
  readonly short: boolean;
}

/** Which questions would tell most after these answers. It also finds what is wrong with the answers. */
export type Guide = (answers: Answers) => Checked<Guidance>;

/** Which questions are worth asking now, and whether it is enough. */
export interface Guidance {
  /** All that are worth asking, the most telling first. */
  readonly questions: readonly { readonly question: string; readonly why: string }[];
  readonly shouldStop: boolean;
  readonly remaining: Range;
}

/**
 * How many more questions it may take, both included.
 *
 * @inline
 */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where someone stands in the questions. Every step makes a new one; nothing is ever changed. */
export interface Session {
  /** What was said so far; who could not say has `unknown` here. */
  readonly answers: Answers;
  /** Ids of the questions that were answered one after the other, those that nobody could answer included. */
  readonly asked: readonly string[];
  /** The question to ask now, and why; `null` when none is left. */
  readonly next: { readonly question: Question; readonly why: string | null } | null;
  /** Whether more answers would hardly change anything, or as many were given as were announced. Once so, it stays so. */
  readonly enough: boolean;
  /** Neither end ever grows from one step to the next; both are 0 once it is enough. */
  readonly remaining: Range;
  /** How many questions could still come up at most; fewer at every step. */
  readonly left: number;
  /** Where “back” leads to; `null` at the start. */
  readonly before: Session | null;
}

/** The question that comes first, as everything else depends on how it ended. */
const FIRST = 'outcome';

/** What a session is asked with; each may be left out. */
export interface SessionOptions extends Pick<DiagnoseOptions, 'pack' | 'asOf' | 'funnel'> {
  /** Only the questions of the short intake; all unless given. */
  readonly short?: boolean | undefined;
}

/**
 * What someone is asked with, by the most telling question first.
 *
 * @throws AnswersError with every problem of the options
 *
 * @example
 * sessionSetting({ short: true }).short; // true
 */
export function sessionSetting(options: SessionOptions = {}): SessionSetting {
  return orAnswersError(safeSessionSetting(options));
}

/**
 * As `sessionSetting`, for options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * safeSessionSetting({ asOf: 'today' }).ok; // false
 */
export function safeSessionSetting(options: unknown = {}): Checked<SessionSetting> {
  const known = readOptions(options, ['pack', 'asOf', 'funnel', 'short'], corePack);
  return known.ok ? { ok: true, value: settingWith(known.value) } : refused(known.problems);
}

/** The setting of options that were read already, with whichever pack they name. */
export function settingWith({ engine, asOf, counts, short }: Pick<KnownOptions, 'engine' | 'asOf' | 'counts' | 'short'>): SessionSetting {
  const guide: Guide = answers => {
    const latest = readInterview(engine.baseline, answers, asOf);
    if (!latest.ok) return latest;
    return { ok: true, value: nextQuestionsIn(infer(engine, { latest: latest.value, earlier: [], counts: null, coach: null, budget: undefined }), engine.pack.questions.length) };
  };
  return { engine, guide, short, ...(asOf === undefined ? {} : { asOf }), ...(counts ? { funnel: Object.fromEntries(counts) } : {}) };
}

/**
 * A session at its start, with what is known already.
 *
 * @throws AnswersError with every problem of the answers
 *
 * @example
 * startSession({}, sessionSetting()).next?.question.id; // 'outcome'
 */
export function startSession(known: Answers, setting: SessionSetting): Session {
  return orAnswersError(safeStartSession(known, setting));
}

/**
 * As `startSession`, for answers of any origin: it returns problems instead of throwing them.
 *
 * @example
 * safeStartSession({ outcome: 'refused' }, sessionSetting()).ok; // false
 */
export function safeStartSession(known: Answers, setting: SessionSetting): Checked<Session> {
  const odd = oddParts({ setting });
  return odd.length > 0 ? refused(odd) : sessionAt(setting, known, [], null);
}

/**
 * The session after an answer to its question; `unknown` for “I don't know”.
 *
 * @throws AnswersError when the answer cannot be, or not beside the others, or when there is no question to answer
 *
 * @example
 * const setting = sessionSetting();
 * const session = answerSession(startSession({}, setting), 'rejected', setting);
 * [session.answers, session.asked]; // [{ outcome: 'rejected' }, ['outcome']]
 */
export function answerSession(session: Session, answer: AnswerValue, setting: SessionSetting): Session {
  return orAnswersError(safeAnswerSession(session, answer, setting));
}

/**
 * As `answerSession`, for an answer of any origin: it returns problems instead of throwing them.
 *
 * @example
 * const setting = sessionSetting();
 * safeAnswerSession(startSession({}, setting), 'refused', setting).ok; // false
 */
export function safeAnswerSession(session: Session, answer: AnswerValue, setting: SessionSetting): Checked<Session> {
  const odd = oddParts({ session, setting });
  if (odd.length > 0) return refused(odd);
  if (session.next === null) return refused([{ code: 'unknown-question', message: 'there is no question to answer', hint: 'look at “next” first: it is null once none is left', path: [] }]);
  const { id } = session.next.question;
  return sessionAt(setting, { ...session.answers, [id]: answer }, [...session.asked, id], session);
}

/**
 * The session before the last answer, whose question is asked again; at the start, the same.
 *
 * @throws AnswersError when it is no session
 *
 * @example
 * const setting = sessionSetting();
 * backInSession(answerSession(startSession({}, setting), 'rejected', setting)).asked; // []
 */
export function backInSession(session: Session): Session {
  const odd = oddParts({ session });
  if (odd.length > 0) throw new AnswersError(odd);
  return session.before ?? session;
}

/**
 * The session in which these questions were answered in this order.
 *
 * @param answers - of the questions asked, and what else was known at the start; a missing one is unknown
 * @param asked - ids of questions of the pack, none twice
 * @throws AnswersError with every problem of the answers, and when a question is none of the pack
 *
 * @example
 * const stored = { answers: { outcome: 'rejected', stage: 'first-interview' }, asked: ['outcome', 'stage'] };
 * resumeSession(stored.answers, stored.asked, sessionSetting()).before?.asked; // ['outcome']
 */
export function resumeSession(answers: Answers, asked: readonly string[], setting: SessionSetting): Session {
  return orAnswersError(safeResumeSession(answers, asked, setting));
}

/**
 * As `resumeSession`, for answers of any origin: it returns problems instead of throwing them.
 *
 * @example
 * safeResumeSession({ outcome: 'rejected' }, ['outcom'], sessionSetting()).ok; // false
 */
export function safeResumeSession(answers: unknown, asked: unknown, setting: SessionSetting): Checked<Session> {
  const odd = oddParts({ setting });
  if (odd.length > 0) return refused(odd);
  const [entries, ids] = [plainEntries(answers, 'answers'), plainItems(asked)];
  if (!entries.ok) return entries;
  if (ids === undefined) return refused([{ code: 'wrong-kind', message: `“asked” takes a list of questions, not ${showAny(asked)}`, hint: 'pass what a session gave as “asked”', path: ['asked'] }]);
  const given = Object.fromEntries(entries.value) as Answers;
  const known = Object.fromEntries(entries.value.filter(([id]) => !ids.includes(id))) as Answers;
  return ids.reduce<Checked<Session>>((session, id) => (session.ok ? afterAsking(session.value, id, given, setting) : session), safeStartSession(known, setting));
}

/** The session after a question that was put then, whichever is the next one now. */
function afterAsking(session: Session, id: unknown, answers: Answers, setting: SessionSetting): Checked<Session> {
  const { pack, questionIndices } = setting.engine.baseline.prepared;
  const question = typeof id === 'string' ? pack.questions[questionIndices.get(id) ?? -1] : undefined;
  if (question === undefined) return refused([{ code: 'unknown-question', message: `no question is called ${showAny(id)}`, hint: 'name questions of the pack', path: ['asked'] }]);
  const then: Session = session.next?.question === question ? session : { ...session, next: { question, why: null } };
  return safeAnswerSession(then, said(answers, question.id) ?? UNKNOWN, setting);
}

function sessionAt({ engine: { baseline: { prepared } }, asOf, guide, short }: SessionSetting, answers: Answers, asked: readonly string[], before: Session | null): Checked<Session> {
  const guided = guide(answers);
  if (!guided.ok) return guided;
  const read = readAnswers(prepared, answers, asOf);
  if (!read.ok) return read;
  const { reading } = read.value;
  const open = openQuestions(prepared, reading, answers, asOf, short);
  const now = prepared.pack.questions.filter((_, index) => open.has(index) && isAskable(prepared, reading.columns, index));
  const telling = inOrder(now, guided.value);
  const next = telling[0] ?? (now[0] ? { question: now[0], why: null } : null);
  const stop = guided.value.shouldStop && next?.question.id !== FIRST;
  return { ok: true, value: { answers, asked, next, ...announced(telling.length, stop, guided.value.remaining, before), left: open.size, before } };
}

/** Questions that could still come up: nothing was said to them, “I don't know” included, and they would tell something. */
function openQuestions(prepared: Prepared, reading: Reading, answers: Answers, asOf: string | undefined, short: boolean): ReadonlySet<number> {
  const open = new Set<number>();
  prepared.pack.questions.forEach((question, index) => {
    if ((short && question.core !== true) || reading.answers[index] !== undefined || said(answers, question.id) !== undefined) return;
    if (question.kind === 'date' && !tells(prepared, index, reading, asOf)) return;
    if (comesUp(prepared, index, reading, open)) open.add(index);
  });
  return open;
}

/** Questions ask-if earlier ones only, so those that are open are known by now. */
function comesUp(prepared: Prepared, index: number, { answers, columns }: Reading, open: ReadonlySet<number>): boolean {
  const { askIf } = prepared.pack.questions[index] as Question;
  return isAskable(prepared, columns, index) || (askIf !== undefined && settledBy(askIf, answers).some(earlier => open.has(earlier)));
}

/** What was said to a question; `unknown` or `null` is “I don't know”. */
function said(answers: Answers, id: string): Answers[string] {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

/** A date tells by the days that are counted from it: not without a day to count up to, nor when they are known. */
function tells({ counters }: Prepared, date: number, { answers }: Reading, asOf: string | undefined): boolean {
  const counts = counters.find(each => each.date === date);
  return counts === undefined || (asOf !== undefined && answers[counts.counter] === undefined);
}

/** Those of the questions that can be asked now that are worth asking: the one that comes first of all, the short intake as it stands, then the most telling first. */
function inOrder(now: readonly Question[], { questions }: Guidance): readonly NonNullable<Session['next']>[] {
  const telling = questions.flatMap(({ question: id, why }) => {
    const question = now.find(each => each.id === id);
    return question ? [{ question, why }] : [];
  });
  const first = now.find(({ id }) => id === FIRST);
  const place = ({ question }: NonNullable<Session['next']>): number => now.indexOf(question);
  const ordered = [...telling.filter(({ question }) => question.core).sort((a, b) => place(a) - place(b)), ...telling.filter(({ question }) => !question.core)];
  return first ? [ordered.find(({ question }) => question === first) ?? { question: first, why: null }, ...ordered.filter(({ question }) => question !== first)] : ordered;
}

/** What was announced is kept: no end of the range grows, and when as many answers were given, it is enough. */
function announced(telling: number, stop: boolean, guided: Range, before: Session | null): Pick<Session, 'enough' | 'remaining'> {
  const to = Math.min(telling, before ? before.remaining.to - 1 : telling);
  const enough = stop || to <= 0 || before?.enough === true;
  const from = Math.min(Math.max(1, guided.from), before?.remaining.from ?? to, to);
  return { enough, remaining: enough ? { from: 0, to: 0 } : { from, to } };
}
