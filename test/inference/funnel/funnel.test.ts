import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../../src/core/corePack.ts';
import { betasOf, explainFunnel, type FunnelReport, type FunnelStep } from '../../../src/inference/funnel/explainFunnel.ts';
import { fitBeta } from '../../../src/inference/numbers/beta.ts';
import { type FunnelStage, funnelStages } from '../../../src/pack/funnelStages.ts';
import type { FunnelRate } from '../../../src/pack/logic.ts';

const rates: readonly FunnelRate[] = corePack.funnel ?? [];
const people = betasOf(rates);

function funnelOf(counts: Partial<Record<FunnelStage, number>>): FunnelReport {
  return explainFunnel(rates, people, new Map(funnelStages.flatMap(stage => (counts[stage] === undefined ? [] : [[stage, counts[stage]]]))));
}

function stepFrom(from: FunnelStage, counts: Partial<Record<FunnelStage, number>>): FunnelStep {
  const step = funnelOf(counts).steps.find(each => each.from === from);
  if (!step) throw new Error(`there is no step from ${from}`);
  return step;
}

function verdictsOf(counts: Partial<Record<FunnelStage, number>>): readonly string[] {
  return funnelOf(counts).steps.map(({ from, verdict }) => `${from}: ${verdict}`);
}

describe('the usual rates', () => {
  test('lead from stage to stage, and spread around their mean', () => {
    expect(rates.map(({ from, to }) => [from, to])).toEqual(funnelStages.slice(1).map((to, index) => [funnelStages[index], to]));
    for (const { rate: { value, range } } of rates) expect(range[0] < value && value < range[1]).toBe(true);
  });
});

describe('what stands out', () => {
  test('ten first interviews and no second, looked at alone: about 3 in 100', () => {
    const { steps: [step], bottleneck, unusual } = funnelOf({ 'first-interviews': 10, 'second-interviews': 0 });
    const rate = rates.find(({ from }) => from === 'first-interviews')?.rate;
    const { a, b } = fitBeta(0.35, [0.2, 0.55]);
    expect([rate?.value, rate?.range]).toEqual([0.35, [0.2, 0.55]]);
    // none of 10: b/(a+b) · (b+1)/(a+b+1) · …, ten factors
    const none = Array.from({ length: 10 }, (_, i) => (b + i) / (a + b + i)).reduce((product, factor) => product * factor);
    expect(step?.lowerTail).toBeCloseTo(none, 12);
    expect(step?.lowerTail).toBeCloseTo(0.0262, 4);
    expect(step).toMatchObject({ tried: 10, passed: 0, expected: 0.35, upperTail: 1, verdict: 'below' });
    expect(step?.posterior.mean).toBeCloseTo(a / (a + b + 10), 12);
    expect({ bottleneck, unusual }).toEqual({ bottleneck: 'first-interviews', unusual: 0.05 });
  });

  test('the same beside two other steps is no longer unusual, as one of three is rare more often', () => {
    const counts = { sent: 210, screens: 19, 'first-interviews': 10, 'second-interviews': 0 };
    expect(verdictsOf(counts)).toEqual(['sent: as-expected', 'screens: as-expected', 'first-interviews: too-few']);
    expect(funnelOf(counts)).toMatchObject({ bottleneck: null, unusual: 0.05 / 3 });
    expect(funnelOf({ ...counts, 'first-interviews': 13 }).bottleneck).toBe('first-interviews');
  });

  test('of two steps that fall behind the rarer one', () => {
    const [noCalls, noInterviews] = [{ sent: 20_000, screens: 20, 'first-interviews': 0 }, { sent: 8000, screens: 18, 'first-interviews': 0 }];
    for (const counts of [noCalls, noInterviews]) expect(verdictsOf(counts)).toEqual(['sent: below', 'screens: below']);
    expect([funnelOf(noCalls).bottleneck, funnelOf(noInterviews).bottleneck]).toEqual(['sent', 'screens']);
  });

  test('so many that it is unusual, too', () => {
    expect(verdictsOf({ 'first-interviews': 12, 'second-interviews': 11 })).toEqual(['first-interviews: above']);
  });
});

describe('too few to tell', () => {
  test.each([
    [{ 'first-interviews': 8, 'second-interviews': 0 }, 'below'],
    [{ 'first-interviews': 7, 'second-interviews': 0 }, 'too-few'],
    [{ 'first-interviews': 3, 'second-interviews': 1 }, 'too-few'],
    [{ 'first-interviews': 3, 'second-interviews': 2 }, 'as-expected'],
    [{ 'first-interviews': 30, 'second-interviews': 6 }, 'as-expected'],
    [{ sent: 120, screens: 0 }, 'too-few'],
    [{ sent: 300, screens: 0 }, 'below'],
  ])('%o is %s', (counts, verdict) => {
    expect(funnelOf(counts).steps.map(step => step.verdict)).toEqual([verdict]);
  });

  test('a step without tries, or without both counts, is none', () => {
    expect(funnelOf({ sent: 50 }).steps).toEqual([]);
    expect(funnelOf({ sent: 50, 'first-interviews': 2 }).steps).toEqual([]);
    expect(funnelOf({ screens: 0, 'first-interviews': 0 })).toEqual({ steps: [], unusual: 0.05, bottleneck: null });
  });
});

const counts = fc.array(fc.nat(200), { minLength: 5, maxLength: 5 }).map(numbers => {
  const [sent = 0, screens = 0, first = 0, second = 0, offers = 0] = numbers.sort((a, b) => b - a);
  return { sent, screens, 'first-interviews': first, 'second-interviews': second, offers };
});

describe('for any counts', () => {
  const runs = { numRuns: 60 };

  test('one more success never lowers the rate nor the lower tail, and one more failure never raises them', () => {
    fc.assert(fc.property(fc.nat(60), fc.nat(60), (passed, failed) => {
      fc.pre(passed + failed > 0);
      const at = (k: number, n: number): FunnelStep => stepFrom('screens', { screens: n, 'first-interviews': k });
      const [now, better, worse] = [at(passed, passed + failed), at(passed + 1, passed + failed + 1), at(passed, passed + failed + 1)];
      for (const key of ['mean', 'from', 'to'] as const) {
        expect(better.posterior[key]).toBeGreaterThanOrEqual(now.posterior[key]);
        expect(worse.posterior[key]).toBeLessThanOrEqual(now.posterior[key]);
      }
      expect(better.lowerTail).toBeGreaterThanOrEqual(now.lowerTail - 1e-12);
      expect(worse.lowerTail).toBeLessThanOrEqual(now.lowerTail + 1e-12);
    }), runs);
  });

  test('the mean lies between what is usual and what was counted, and inside its bounds', () => {
    fc.assert(fc.property(counts, all => {
      for (const { tried, passed, expected, posterior: { mean, from, to } } of funnelOf(all).steps) {
        const own = passed / tried;
        expect(mean).toBeGreaterThanOrEqual(Math.min(own, expected) - 1e-12);
        expect(mean).toBeLessThanOrEqual(Math.max(own, expected) + 1e-12);
        expect(0 <= from && from <= mean && mean <= to && to <= 1).toBe(true);
      }
    }), runs);
  });

  test('the bottleneck is the step below with the smallest tail, and there is none where no step is below', () => {
    fc.assert(fc.property(counts, all => {
      const { steps, bottleneck, unusual } = funnelOf(all);
      expect(unusual).toBeCloseTo(0.05 / Math.max(1, steps.length), 15);
      const below = steps.filter(({ lowerTail }) => lowerTail < unusual);
      expect(steps.filter(({ verdict }) => verdict === 'below')).toEqual(below);
      expect(bottleneck).toBe(below.find(({ lowerTail }) => lowerTail === Math.min(...below.map(each => each.lowerTail)))?.from ?? null);
    }), runs);
  });

  test('someone like others is told of a step that falls behind in at most 5 of 100 searches', () => {
    // every outcome of 30 first calls and 20 second interviews, which share no count, with the chance it has
    const apart = rates.filter(({ from }) => from === 'screens' || from === 'second-interviews');
    let told = 0;
    for (let k = 0; k <= 30; k++) {
      for (let j = 0; j <= 20; j++) {
        const { steps, bottleneck } = explainFunnel(apart, betasOf(apart), new Map([['screens', 30], ['first-interviews', k], ['second-interviews', 20], ['offers', j]]));
        expect(steps).toHaveLength(2);
        if (bottleneck !== null) told += steps.reduce((chance, { lowerTail, upperTail }) => chance * (lowerTail + upperTail - 1), 1);
      }
    }
    expect(told).toBeGreaterThan(0.005);
    expect(told).toBeLessThan(0.05);
  });
});
