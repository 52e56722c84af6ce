import type { Condition } from '../pack/condition.ts';
import type { Pack, Question } from '../pack/pack.ts';
import type { Checked } from '../base/problem.ts';
import { UNKNOWN } from '../pack/answer.ts';
import type { Answers, AnswerValue, Reading } from '../answers/answers.ts';
import { askable } from '../answers/askable.ts';
import { checkAnswers, questionIndices } from '../answers/checkAnswers.ts';
import type { FunnelCounts } from '../answers/funnelCounts.ts';
import { holds, openQuestions as settledBy } from '../answers/holds.ts';

/** What stays the same while someone is asked. */
export interface Interview {
  readonly pack: Pack;
  /** The day that counts as today, `YYYY-MM-DD`. */
  readonly asOf?: string;
  /** How many applications reached each stage of the search; nothing asks for it, and it is kept. */
  readonly funnel?: FunnelCounts;
  readonly guide: Guide;
}

/** Which questions would tell most after these answers. It also finds what is wrong with the answers. */
export type Guide = (answers: Answers) => Checked<Guidance>;

export interface Guidance {
  /** All that are worth asking, the most telling first. */
  readonly questions: readonly { readonly question: string; readonly why: string }[];
  readonly shouldStop: boolean;
  readonly remaining: Range;
}

/** How many more questions it may take, both included. */
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

/** A session at its start, with what is known already. */
export function startSession(interview: Interview, known: Answers = {}): Checked<Session> {
  return sessionAt(interview, known, [], null);
}

/** The session after an answer to its question; `unknown` for “I don't know”. An answer that cannot be gives problems. */
export function answered(interview: Interview, session: Session, answer: AnswerValue): Checked<Session> {
  if (session.next === null) throw new RangeError('there is no question to answer');
  const { id } = session.next.question;
  return sessionAt(interview, { ...session.answers, [id]: answer }, [...session.asked, id], session);
}

/** The session before the last answer, whose question is asked again. */
export function back(session: Session): Session {
  return session.before ?? session;
}

/**
 * The session in which these questions were answered in this order.
 *
 * @param answers - of the questions asked, and what else was known at the start; a missing one is unknown
 * @param asked - ids of questions of the pack, none twice
 */
export function resumeSession(interview: Interview, answers: Answers, asked: readonly string[]): Checked<Session> {
  const known = Object.fromEntries(Object.entries(answers).filter(([id]) => !asked.includes(id)));
  return asked.reduce<Checked<Session>>((session, id) => {
    const question = interview.pack.questions[questionIndices(interview.pack).get(id) ?? -1];
    if (!session.ok) return session;
    if (question === undefined) throw new RangeError(`there is no question “${id}”`);
    const { next } = session.value;
    const then: Session = next?.question.id === id ? session.value : { ...session.value, next: { question, why: null } };
    return answered(interview, then, said(answers, id) ?? UNKNOWN);
  }, startSession(interview, known));
}

function sessionAt({ pack, asOf, guide }: Interview, answers: Answers, asked: readonly string[], before: Session | null): Checked<Session> {
  const guided = guide(answers);
  if (!guided.ok) return guided;
  const checked = checkAnswers(pack, answers, asOf);
  if (!checked.ok) return checked;
  const { reading } = checked.value;
  const open = openQuestions(pack, reading, answers, asOf);
  const now = askable(pack, reading).filter(question => open.includes(question));
  const telling = inOrder(now, guided.value);
  const next = telling[0] ?? (now[0] ? { question: now[0], why: null } : null);
  const stop = guided.value.shouldStop && next?.question.id !== FIRST;
  return { ok: true, value: { answers, asked, next, ...announced(telling.length, stop, guided.value.remaining, before), left: open.length, before } };
}

/** Questions that could still come up: nothing was said to them, “I don't know” included, and they would tell something. */
function openQuestions(pack: Pack, reading: Reading, answers: Answers, asOf: string | undefined): readonly Question[] {
  const open = new Set<number>();
  pack.questions.forEach((question, index) => {
    if (reading[index] !== undefined || said(answers, question.id) !== undefined || (question.kind === 'date' && !tells(pack, index, reading, asOf))) return;
    if (question.askIf === undefined || comesUp(question.askIf, reading, open)) open.add(index);
  });
  return pack.questions.filter((_, index) => open.has(index));
}

/** Questions ask-if earlier ones only, so those that are open are known by now. */
function comesUp(askIf: Condition, reading: Reading, open: ReadonlySet<number>): boolean {
  return holds(askIf, reading) === true || settledBy(askIf, reading).some(index => open.has(index));
}

/** What was said to a question; `unknown` or `null` is “I don't know”. */
function said(answers: Answers, id: string): Answers[string] {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

/** A date tells by the days that are counted from it: not without a day to count up to, nor when they are known. */
function tells(pack: Pack, date: number, reading: Reading, asOf: string | undefined): boolean {
  const counts = pack.questions.findIndex(question => question.kind === 'number' && question.countsDaysFrom === date);
  return counts < 0 || (asOf !== undefined && reading[counts] === undefined);
}

/** Those of the questions that can be asked now that are worth asking, after the one that comes first of all. */
function inOrder(now: readonly Question[], { questions }: Guidance): readonly NonNullable<Session['next']>[] {
  const telling = questions.flatMap(({ question: id, why }) => {
    const question = now.find(each => each.id === id);
    return question ? [{ question, why }] : [];
  });
  const first = now.find(({ id }) => id === FIRST);
  return first ? [telling.find(({ question }) => question === first) ?? { question: first, why: null }, ...telling.filter(({ question }) => question !== first)] : telling;
}

/** What was announced is kept: no end of the range grows, and when as many answers were given, it is enough. */
function announced(telling: number, stop: boolean, guided: Range, before: Session | null): Pick<Session, 'enough' | 'remaining'> {
  const to = Math.min(telling, before ? before.remaining.to - 1 : telling);
  const enough = stop || to <= 0 || before?.enough === true;
  const from = Math.min(Math.max(1, guided.from), before?.remaining.from ?? to, to);
  return { enough, remaining: enough ? { from: 0, to: 0 } : { from, to } };
}
