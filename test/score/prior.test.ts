import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { safeDiagnose } from '../../src/api/diagnose.ts';
import { explainHistory } from '../../src/inference/history/explainHistory.ts';
import { engineOf } from '../engineOf.ts';
import { priorPredictive } from './priorPredictive.ts';

const prior = priorPredictive(corePack);

describe('before any answer, the core pack says what is known of first interviews', () => {
  test('30 to 35 in 100 go on', () => {
    expect(prior.advance).toBeGreaterThanOrEqual(0.3);
    expect(prior.advance).toBeLessThanOrEqual(0.35);
  });

  test('of those who went on once, 38 to 46 in 100 go on again', () => {
    expect(prior.advanceAgain).toBeGreaterThanOrEqual(0.38);
    expect(prior.advanceAgain).toBeLessThanOrEqual(0.46);
  });

  test.each([
    ['rivals and luck', prior.rivalsAndLuck, 0.28],
    ['other causes on their side', prior.otherExternal, 0.23],
    ['match on paper', prior.match, 0.15],
    ['in the candidate’s hands', prior.inHands, 0.34],
  ])('the part of %s lies within 4 points of the evidence', (_part, share, aim) => {
    expect(Math.abs(share - aim)).toBeLessThanOrEqual(0.04);
  });

  test('the engine agrees with the sums done by hand', () => {
    const { baseline: { prepared }, unasked } = engineOf(corePack);
    const afterOneYes = explainHistory(prepared, { explained: unasked, others: [{ ...unasked, failed: false }], last: unasked });
    expect(1 - afterOneYes.no.chanceOfNo).toBeCloseTo(prior.advanceAgain, 12);
    const diagnosis = safeDiagnose({});
    expect(diagnosis.ok && diagnosis.value.parts.you).toBeCloseTo(prior.inHands, 12);
  });
});
