import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../../src/core/corePack.ts';
import { moved, numberSamples as allSamples, SAMPLES } from '../../../src/inference/no/numberSamples.ts';
import type { Figure } from '../../../src/pack/logic.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { arbitraryPack, bareCause, barePack } from '../../arbitraryPack.ts';
import { tinyPack } from '../../tinyPack.ts';
import { movedBy, rangedPack } from './ranged.ts';

const ROUNDING = 1e-9;

/** One set of numbers: how far each number is moved, in log-odds, in the pack's order. */
interface NumberSample {
  readonly baseRate: readonly number[];
  readonly strength: readonly number[];
  readonly background: number;
}

function numberSamples(pack: Pack): readonly NumberSample[] {
  const { baseRate, strength, background, causes } = allSamples(pack);
  const movesOf = (factors: Float64Array, set: number): readonly number[] => [...factors.subarray(set * causes, (set + 1) * causes)].map(factor => -Math.log(factor));
  return [...background].map((luck, set) => ({ baseRate: movesOf(baseRate, set), strength: movesOf(strength, set), background: luck }));
}


/** How far a number may move in log-odds; no range goes further out than 1 in 1000. */
function bounds({ value, range = [value, value] }: Figure): readonly [number, number] {
  const logit = (p: number): number => Math.log(Math.min(0.999, Math.max(0.001, p))) - Math.log1p(-Math.min(0.999, Math.max(0.001, p)));
  return [logit(range[0]) - logit(value), logit(range[1]) - logit(value)];
}

function isWithin(number: number, [low, high]: readonly [number, number]): boolean {
  return number >= low - ROUNDING && number <= high + ROUNDING;
}

/** Probability of going on without answers, under one set of numbers. */
function goingOn({ causes }: Pack, { baseRate, strength, background }: NumberSample): number {
  return causes.reduce((chance, cause, at) => chance * (1 - movedBy(cause.baseRate.value, baseRate[at] ?? 0) * movedBy(cause.strength?.value ?? 0, strength[at] ?? 0)), 1 - background);
}

function usually({ causes, background }: Pack): number {
  return causes.reduce((chance, { baseRate, strength }) => chance * (1 - baseRate.value * (strength?.value ?? 0)), 1 - background.value);
}

const packs = fc.oneof({ arbitrary: rangedPack(), weight: 5 }, { arbitrary: fc.constant(corePack as Pack), weight: 1 });

describe('a number that is moved', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true });

  test('has its odds divided', () => {
    fc.assert(fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (p, factor) => {
      expect(moved(p, factor) / movedBy(p, -Math.log(factor))).toBeCloseTo(1, 9);
    }));
  });

  test('by one is the same to the last bit, and what is certain stays so', () => {
    fc.assert(fc.property(chance, fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (p, factor) => {
      expect([moved(p, 1), moved(0, factor), moved(1, factor)]).toEqual([p, 0, 1]);
    }));
  });
});

describe('sets of numbers', () => {
  test('base rates and luck stay within their ranges, and strengths do but for one shift that all have in common', () => {
    fc.assert(fc.property(packs, pack => {
      for (const { baseRate, strength, background } of numberSamples(pack)) {
        pack.causes.forEach((cause, at) => { expect(isWithin(baseRate[at] ?? Number.NaN, bounds(cause.baseRate))).toBe(true); });
        const [low, high] = bounds(pack.background);
        expect(isWithin(background, [movedBy(pack.background.value, low), movedBy(pack.background.value, high)])).toBe(true);
        const shifts = pack.causes.flatMap((cause, at) => {
          const [lowest, highest] = cause.strength ? bounds(cause.strength) : [0, 0];
          return [{ from: (strength[at] ?? Number.NaN) - highest, to: (strength[at] ?? Number.NaN) - lowest }];
        });
        expect(Math.max(...shifts.map(({ from }) => from))).toBeLessThanOrEqual(Math.min(...shifts.map(({ to }) => to)) + ROUNDING);
      }
    }), { numRuns: 60 });
  });

  test('with each as many go on without answers as with the pack’s own numbers', () => {
    // Ordinary numbers, so that no shift would have to go out of all bounds.
    const ordinary = fc.array(fc.record({ rate: fc.double({ min: 0.05, max: 0.5, noNaN: true }), strength: fc.double({ min: 0.1, max: 0.6, noNaN: true }) }), { minLength: 4, maxLength: 12 })
      .map((causes): Pack => ({
        ...barePack(0.1, 0.05, causes.map(({ rate, strength }, at) => {
          const cause = bareCause(`cause-${at}`, rate, strength);
          return { ...cause, baseRate: { ...cause.baseRate, range: [rate / 2, Math.min(0.9, rate * 1.5)] }, ...(cause.strength && { strength: { ...cause.strength, range: [strength / 2, Math.min(0.9, strength * 1.5)] } }) };
        })),
        background: { value: 0.1, range: [0.07, 0.13] },
      }));
    fc.assert(fc.property(fc.oneof(ordinary, fc.constant(corePack as Pack)), pack => {
      for (const sample of numberSamples(pack)) expect(goingOn(pack, sample)).toBeCloseTo(usually(pack), 9);
    }), { numRuns: 40 });
  });

  test('each number runs once through the middles of 128 equal parts of its range, from the low end over what the pack has to the high end', () => {
    const odd = Array.from({ length: SAMPLES / 2 }, (_, part) => (2 * part + 1) / SAMPLES);
    const ascending = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);
    const movesOf = (figure: Figure): readonly number[] => { const [low, high] = bounds(figure); return ascending(odd.flatMap(part => [low * part, high * part])); };
    fc.assert(fc.property(packs, pack => {
      const samples = numberSamples(pack);
      pack.causes.forEach((cause, at) => {
        const expected = movesOf(cause.baseRate);
        ascending(samples.map(({ baseRate }) => baseRate[at] ?? Number.NaN)).forEach((by, set) => { expect(by).toBeCloseTo(expected[set] ?? Number.NaN, 9); });
      });
      const luck = ascending(movesOf(pack.background).map(by => movedBy(pack.background.value, by)));
      ascending(samples.map(({ background }) => background)).forEach((value, set) => { expect(value).toBeCloseTo(luck[set] ?? Number.NaN, 9); });
    }), { numRuns: 40 });
  });

  test('shift strengths by eight in log-odds at most, where nothing could make up for luck', () => {
    const pack: Pack = { ...barePack(0.5, 0, [bareCause('one', 0.5, 1e-6), bareCause('other', 0.5, 1e-6)]), background: { value: 0.5, range: [0.05, 0.95] } };
    const shifts = numberSamples(pack).map(({ strength: [one, other] }) => { expect(one).toBe(other); return one ?? Number.NaN; });
    expect(Math.min(...shifts)).toBeCloseTo(-8, 6);
    expect(Math.max(...shifts)).toBeCloseTo(8, 6);
  });

  test('are never low or high all together', () => {
    for (const { baseRate } of numberSamples(corePack)) {
      const high = baseRate.filter(by => by > 0).length / baseRate.length;
      expect(high).toBeGreaterThan(0.2);
      expect(high).toBeLessThan(0.8);
    }
  });

  test('of numbers without a range move nothing, whatever the numbers', () => {
    fc.assert(fc.property(fc.oneof({ arbitrary: arbitraryPack(), weight: 20 }, { arbitrary: fc.constant(tinyPack), weight: 1 }), pack => {
      for (const { baseRate, strength, background } of numberSamples(pack)) {
        expect(Math.max(...[...baseRate, ...strength].map(Math.abs))).toBeLessThan(ROUNDING);
        expect(background).toBeCloseTo(pack.background.value, 12);
      }
    }), { numRuns: 200 });
  });

  test('are the same for the same pack, to the last bit', () => {
    fc.assert(fc.property(packs, pack => {
      expect(JSON.stringify(numberSamples(structuredClone(pack)))).toBe(JSON.stringify(numberSamples(pack)));
      expect(numberSamples(pack)).toHaveLength(SAMPLES);
    }), { numRuns: 10 });
  });
});
