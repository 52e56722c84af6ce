import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/pack/answer.ts';
import type { Fix } from '../../src/pack/pack.ts';
import { applies } from '../../src/plan/applies.ts';
import { fixTaking } from './fixing.ts';

const yes: Fix['when'] = { test: 'chosen', question: 0, options: [0] };
const after = (fix: Fix, answer: Answer | undefined): boolean => applies(fix, { answers: [answer], columns: [] });
const [YES, NO]: readonly [Answer, Answer] = [{ kind: 'choice', option: 0 }, { kind: 'choice', option: 1 }];

describe('a fix makes sense', () => {
  const fix = fixTaking('it', 0.5);

  test.each<[what: string, condition: Partial<Fix>, shown: boolean, refuted: boolean, open: boolean]>([
    ['for anyone, where it has no condition', {}, true, true, true],
    ['where its condition is known to hold', { when: yes }, true, false, false],
    ['where its exception is not known to hold', { unless: yes }, false, true, true],
    ['where both are so', { when: yes, unless: yes }, false, false, false],
  ])('%s', (_what, condition, shown, refuted, open) => {
    expect([YES, NO, undefined].map(answer => after({ ...fix, ...condition }, answer))).toEqual([shown, refuted, open]);
  });
});
