import { describe, expect, test } from 'vitest';
import { safeDiagnoseHistory } from '../../src/api/diagnose.ts';
import { tinyPack } from '../tinyPack.ts';

const asList = { code: 'wrong-kind', message: 'interviews must be a list of answers', hint: 'one to 100, oldest first', path: [] };

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

describe('interviews that are no list of answers are a problem, not an exception', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['answers without a list', { outcome: 'rejected' }],
    ['a text', 'rejected'],
    ['an empty list', []],
    ['a hundred and one', Array.from({ length: 101 }, () => ({}))],
    ['a list that is said to be longer than any', new Proxy([], { get: (_list, key) => (key === 'length' ? 2 ** 32 : {}) })],
    ['a list whose item throws', Object.defineProperty([{}], 0, { get: () => { throw new Error('this is what a getter threw'); } })],
    ['a proxy that was revoked', revoked()],
  ])('%s', (_what, interviews) => {
    expect(safeDiagnoseHistory(interviews, { pack: tinyPack })).toEqual({ ok: false, problems: [asList] });
  });

  test('what is wrong in one of them is told with its place in the list', () => {
    const result = safeDiagnoseHistory([{ outcome: 'rejected' }, null, { arival: 'late', attended: 'mised' }, revoked()], { pack: tinyPack });
    expect(result.ok ? [] : result.problems.map(({ code, path }) => [code, path])).toEqual([
      ['not-an-object', [1]], ['unknown-question', [2, 'arival']], ['unknown-option', [2, 'attended']], ['not-an-object', [3]],
    ]);
  });

  test('a hundred are taken, and so is one', () => {
    const interview = { outcome: 'rejected', arrival: 'on-time' };
    expect(safeDiagnoseHistory([interview], { pack: tinyPack })).toMatchObject({ ok: true, value: { pattern: null } });
    expect(safeDiagnoseHistory(Array.from({ length: 100 }, () => interview), { pack: tinyPack })).toMatchObject({ ok: true, value: { pattern: { interviews: 100 } } });
  });
});
