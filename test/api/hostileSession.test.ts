import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/answers/answers.ts';
import { safeAnswerSession, safeResumeSession, safeSessionSetting, safeStartSession, sessionSetting, startSession } from '../../src/api/session.ts';
import { type Checked, formatProblems } from '../../src/base/problem.ts';
import { tinyPack } from '../tinyPack.ts';

const setting = sessionSetting({ pack: tinyPack });
const start = startSession({}, setting);

const revoked = Proxy.revocable({}, {});
revoked.revoke();

/** Values that none of the doors can take. */
const odd: readonly [what: string, value: unknown][] = [
  ['a number', 5], ['a symbol', Symbol('odd')], ['a function', () => 'late'], ['an object of another kind', new Map()], ['a revoked proxy', revoked.proxy],
  ['an object with a getter that throws', Object.defineProperty({}, 'outcome', { enumerable: true, get: () => { throw new Error('this is what a getter threw'); } })],
];

/** What takes a value of any origin, and gives problems instead of throwing. */
const doors: readonly [name: string, door: (value: unknown) => Checked<unknown>][] = [
  ['safeSessionSetting', safeSessionSetting],
  ['safeStartSession', value => safeStartSession(value as Answers, setting)],
  ['safeAnswerSession', value => safeAnswerSession(start, value as string, setting)],
  ['safeResumeSession, as answers', value => safeResumeSession(value, [], setting)],
  ['safeResumeSession, as what was asked', value => safeResumeSession({}, value, setting)],
  ['safeResumeSession, as one of what was asked', value => safeResumeSession({}, [value as string], setting)],
];

describe.each(doors)('%s', (_name, door) => {
  test.each(odd)('refuses %s, and does not throw', (_what, value) => {
    const result = door(value);
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : formatProblems(result.problems)).not.toMatch(/getter threw|\[object/);
  });
});
