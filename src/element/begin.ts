import { type Checked, type Problem, refused } from '../base/problem.ts';
import { readOptions } from '../api/options.ts';
import { safeResumeSession, type Session, type SessionSetting, settingWith } from '../api/session.ts';
import type { Pack } from '../pack/pack.ts';
import { type KnownReportOptions, readReportOptions } from '../report/reportOptions.ts';
import { type Memory, memoryFor } from './memory.ts';
import { type Talk, talkFrom, toPage } from './talk.ts';

/** What the page around gives to the element, of any origin. `null` and `undefined` are not given. */
export interface Given {
  readonly pack: unknown;
  readonly answers: unknown;
  readonly notes: unknown;
  readonly for: string | null;
  readonly locale: string | null;
  /** The day that counts as today. */
  readonly asOf: string;
  readonly short: boolean;
  /** `off`, or a name that tells what is kept for this element from what is kept for others. */
  readonly remember: string | null;
}

/** An interview that has begun, and how it is shown. */
export interface Begun {
  readonly setting: SessionSetting;
  readonly looks: KnownReportOptions;
  readonly talk: Talk;
  /** `null` where nothing is kept. */
  readonly memory: Memory | null;
  /** Whether it goes on with answers that were kept. */
  readonly goesOn: boolean;
}

/**
 * Begins with what is given, or with what was kept, or goes on from where a session stood.
 *
 * @returns Problems, each with the name of the property or attribute first in its path.
 */
export function begin(given: Given, from: Pick<Session, 'answers' | 'asked'> | null, keep: typeof memoryFor = memoryFor): Checked<Begun> {
  try {
    return begunWith(given, from, keep);
  } catch {
    return refused([{ code: 'wrong-kind', message: '“pack” takes a pack, and this one is broken: something in it leads to nothing', hint: 'pass what loadPack gave, as it gave it', path: ['pack'] }]);
  }
}

function begunWith(given: Given, from: Pick<Session, 'answers' | 'asked'> | null, keep: typeof memoryFor): Checked<Begun> {
  const { pack, asOf, short } = given;
  const [known, looks] = [readOptions({ pack, asOf, short }, ['pack', 'asOf', 'short'], pack as Pack), readLooks(given)];
  if (!known.ok || !looks.ok) return refused([known, looks].flatMap(each => (each.ok ? [] : each.problems)));
  const setting = settingWith(known.value);
  const theirs = given.answers ?? null;
  const memory = given.remember === 'off' || theirs !== null ? null : keep(setting.engine.pack, given.remember ?? '');
  const kept = from === null && memory !== null ? sessionKept(memory, setting) : null;
  const session = kept ?? (from === null ? sessionWith(theirs ?? {}, setting) : safeResumeSession(from.answers, from.asked, setting));
  if (!session.ok) return refused(session.problems.map((problem): Problem => ({ ...problem, path: ['answers', ...(problem.path ?? [])] })));
  const talk = talkFrom(session.value);
  const told = from === null && theirs !== null && (session.value.enough || session.value.next === null);
  return { ok: true, value: { setting, looks: looks.value, talk: told ? toPage(talk) : talk, memory, goesOn: kept !== null } };
}

/** Whether two pages ask the same, and differ at most in how it is shown. */
export function asksTheSame(a: Given, b: Given): boolean {
  return a.pack === b.pack && a.asOf === b.asOf && a.short === b.short && a.remember === b.remember;
}

/** How a report is shown to its reader; also with the notes of the pack. */
export function readLooks({ for: reader, locale, notes }: Given): Checked<KnownReportOptions> {
  const looks = readReportOptions({ for: reader ?? undefined, english: locale ?? undefined, notes: notes ?? undefined }, ['for', 'english', 'notes']);
  if (looks.ok) return looks;
  return refused(looks.problems.map(problem => (problem.path?.[0] === 'english' ? { ...problem, message: problem.message.replace('english', 'locale'), path: ['locale'] } : problem)));
}

/** Where someone stopped; what was kept and cannot be is cleared, and they start anew. */
function sessionKept(memory: Memory, setting: SessionSetting): Checked<Session> | null {
  const kept = memory.read();
  if (kept === undefined) return null;
  const session = sessionWith(kept, setting);
  if (session.ok) return session;
  memory.clear();
  return null;
}

/** Answers in the order in which they were given, so that one can go back over them. */
function sessionWith(answers: unknown, setting: SessionSetting): Checked<Session> {
  const session = safeResumeSession(answers, [], setting);
  return session.ok ? safeResumeSession(answers, Object.keys(session.value.answers), setting) : session;
}
