import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { agreementOf, kappaOf } from './agreement.ts';
import { realCases } from './realCases.ts';

describe('Cohen’s kappa', () => {
  test('is that of a table worked out by hand: 20 and 15 alike, 5 and 10 not, of 50', () => {
    const pairs = [...Array.from({ length: 20 }, () => ['a', 'a'] as const), ...Array.from({ length: 5 }, () => ['a', 'b'] as const), ...Array.from({ length: 10 }, () => ['b', 'a'] as const), ...Array.from({ length: 15 }, () => ['b', 'b'] as const)];
    expect(kappaOf(pairs)).toBeCloseTo(0.4, 12); // observed .7, by chance .5
  });

  test('is 1 where all is alike, and nothing where only one answer is ever given', () => {
    expect(kappaOf([['a', 'a'], ['b', 'b']])).toBe(1);
    expect(kappaOf([['a', 'a'], ['a', 'a']])).toBeNull();
  });
});

describe('the two readers of the real cases', () => {
  const rows = agreementOf(corePack, realCases('first'), realCases('second'));

  test('agree well on how it ended and on what the employer named', () => {
    const kappa = (question: string): number => rows.find(row => row.question === question)?.kappa ?? 0;
    expect(kappa('outcome')).toBeGreaterThan(0.8);
    expect(kappa('stated-reason')).toBeGreaterThan(0.6);
  });

  test('answer nearly every question for somebody', () => {
    const answered = new Set(rows.map(({ question }) => question));
    const never = corePack.questions.filter(({ id, kind }) => kind !== 'date' && !answered.has(id)).map(({ id }) => id);
    expect(never.length).toBeLessThan(corePack.questions.length / 10);
  });
});
