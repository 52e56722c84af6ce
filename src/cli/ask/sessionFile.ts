import { readInterview } from '../../inference/readInterview.ts';
import { didYouMean } from '../../base/nearest.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Checked, Problem } from '../../base/problem.ts';
import type { Answers } from '../../answers/answers.ts';
import { plainEntries, plainItems } from '../../base/plainObject.ts';
import { showAny } from '../../base/show.ts';
import type { Session, SessionSetting } from '../../api/session.ts';
import type { Engine } from '../../interview/engine.ts';
import { jsonText } from '../jsonText.ts';

/** Where an interview was stopped. */
export interface StoppedSession {
  /** Ids of the questions that were answered, in order; none when the file was written by hand. */
  readonly asked: readonly string[];
  /** Whether it was saved with other contents of the same version of the pack. */
  readonly otherContents: boolean;
}

/** A session as an answers file: what `diagnose` reads, and beside it what it takes to go on. */
export function sessionFile({ engine: { pack }, asOf, funnel }: SessionSetting, { answers, asked }: Session): string {
  const session = { version: pack.version, hash: pack.hash, asked };
  return jsonText({ pack: pack.id, asOf, funnel, answers, session });
}

/**
 * Reads how far someone was asked.
 *
 * @param session - the part `session` of an answers file; `undefined` when there is none
 * @param answers - the answers of that file
 * @returns Problems, each with its path from the top of the file, when the session is none, or belongs to another
 *   version of the pack, or to other contents under which the answers do not hold.
 */
export function openSession(session: unknown, { pack, baseline }: Engine, answers: Answers, asOf?: string): Checked<StoppedSession> {
  if (session === undefined) return { ok: true, value: { asked: [], otherContents: false } };
  const entries = plainEntries(session, 'session', `{ "version": "${pack.version}", "hash": "…", "asked": [] }`);
  if (!entries.ok) return { ok: false, problems: entries.problems.map(problem => ({ ...problem, path: ['session'] })) };
  const parts = new Map(entries.value);
  const [version, hash, asked] = [parts.get('version'), parts.get('hash'), parts.get('asked')];
  const fits = (): boolean => readInterview(baseline, answers, asOf).ok;
  const problems = [...packProblems(pack, version, hash, fits), ...askedProblems(pack, asked)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { asked: plainItems(asked) as readonly string[], otherContents: hash !== pack.hash } };
}

const TAKE_OUT = 'take “session” out of the file: its answers are kept, and the questions carry on from there';

function packProblems(pack: Pack, version: unknown, hash: unknown, fits: () => boolean): readonly Problem[] {
  const noWords = Object.entries({ version, hash }).filter(([, value]) => typeof value !== 'string');
  if (noWords.length > 0) return noWords.map(([key, value]) => ({ code: 'wrong-kind', message: `session.${key} takes a word, not ${showAny(value)}`, hint: TAKE_OUT, path: ['session', key] }));
  if (version !== pack.version) return [otherPack('version', `version ${showAny(version)} of the pack, and this is “${pack.version}”`)];
  return hash === pack.hash || fits() ? [] : [otherPack('hash', 'other contents of the pack, and its answers no longer fit')];
}

function otherPack(key: string, what: string): Problem {
  return { code: 'unsupported-format', message: `this was saved with ${what}`, hint: TAKE_OUT, path: ['session', key] };
}

function askedProblems(pack: Pack, asked: unknown): readonly Problem[] {
  const items = plainItems(asked);
  if (items === undefined) return [{ code: 'wrong-kind', message: `session.asked takes a list of questions, not ${showAny(asked)}`, hint: TAKE_OUT, path: ['session', 'asked'] }];
  const known = new Set(pack.questions.map(({ id }) => id));
  return items.flatMap((id, index): readonly Problem[] => {
    const path = ['session', 'asked', index];
    if (typeof id !== 'string' || !known.has(id)) {
      return [{ code: 'unknown-question', message: `no question is called ${showAny(id)}`, hint: didYouMean(typeof id === 'string' ? id : '', known), path }];
    }
    return items.indexOf(id) < index ? [{ code: 'duplicate-id', message: `${showAny(id)} was asked twice`, hint: 'name it once', path }] : [];
  });
}
