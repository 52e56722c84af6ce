import { describe, expect, test } from 'vitest';
import { betasOf, explainFunnel, type FunnelStep } from '../../../src/inference/funnel/explainFunnel.ts';
import { betaBelow } from '../../../src/inference/numbers/beta.ts';
import type { FunnelRate } from '../../../src/pack/logic.ts';

/** Half of all who are called are invited, more or less. */
const rates: readonly FunnelRate[] = [{ from: 'screens', to: 'first-interviews', rate: { value: 0.5, range: [0.3, 0.7] } }];

function step(tried: number, passed: number): FunnelStep | undefined {
  return explainFunnel(rates, betasOf(rates), new Map([['screens', tried], ['first-interviews', passed]])).steps[0];
}

describe('a step of a search', () => {
  test('has bounds between which 95 in 100 of the person’s own rates lie, as many below as above', () => {
    const { a, b } = betasOf(rates)[0] ?? { a: 0, b: 0 };
    const own = { a: a + 3, b: b + 9 };
    const { from = 0, to = 0, mean = 0 } = step(12, 3)?.posterior ?? {};
    expect(betaBelow(own, from)).toBeCloseTo(0.025, 10);
    expect(betaBelow(own, to)).toBeCloseTo(0.975, 10);
    expect(mean).toBeCloseTo(own.a / (own.a + own.b), 14);
  });

  test('is too short to tell only where fewer pass than usual', () => {
    expect([0, 1, 2].map(passed => step(2, passed)?.verdict)).toEqual(['too-few', 'as-expected', 'as-expected']);
  });
});
