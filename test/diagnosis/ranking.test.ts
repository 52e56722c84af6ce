import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';

const pack: Pack = corePack;
const reasons = new Set(pack.causes.filter(({ strength }) => strength).map(({ id }) => id));

function weights({ ranking }: Diagnosis): ReadonlyMap<string, number> {
  return new Map(ranking.map(({ cause, weight }) => [cause, weight]));
}

describe('when a no was heard', () => {
  test('the ranking is the order of the explanations, with their shares', () => {
    const { ranking, explanations } = diagnose({ outcome: 'rejected', arrival: 'late', 'thank-you': 'none' });
    expect(ranking).toEqual(explanations.map(({ cause, share }) => ({ cause, weight: share })));
  });
});

describe('when nothing was heard', () => {
  const cases = [
    { outcome: 'waiting', 'days-since-interview': 2 },
    { outcome: 'no-reply', 'days-since-interview': 30, arrival: 'late', 'employer-conduct': ['ignored-messages', 'missed-own-date'] },
    { outcome: 'no-reply', 'days-since-interview': 9, 'told-next': ['more-to-see'], rivals: 9 },
  ] as const;

  test.each(cases)('%j: reasons weigh their share of a no, causes of the silence alone their probability', answers => {
    const found = diagnose(answers);
    const { silence, explanations } = found;
    const weighed = weights(found);
    for (const { cause, share } of explanations) expect(weighed.get(cause)).toBeCloseTo((1 - (silence?.advance ?? 0)) * share, 14);
    const alone = silence?.causes.filter(({ cause }) => !reasons.has(cause)) ?? [];
    expect(alone.length).toBeGreaterThan(0);
    for (const { cause, probability } of alone) expect(weighed.get(cause)).toBe(probability);
    expect(weighed.size).toBe(pack.causes.length);
  });

  test.each(cases)('%j: supported ones come first, each kind by weight', answers => {
    const { ranking, explanations, silence } = diagnose(answers);
    const supported = new Set([
      ...explanations.filter(each => each.supported).map(({ cause }) => cause),
      ...(silence?.causes ?? []).filter(each => each.for.length > 0 && !reasons.has(each.cause)).map(({ cause }) => cause),
    ]);
    const order = ranking.map(({ cause, weight }) => [supported.has(cause) ? 0 : 1, -weight] as const);
    expect(order).toEqual([...order].sort(([a, x], [b, y]) => a - b || x - y));
  });
});
