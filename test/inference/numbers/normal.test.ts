import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalSurvival, stillWaiting } from '../../../src/inference/numbers/normal.ts';

/** Simpson's rule over the density. */
function integrated(from: number, to: number): number {
  const steps = 2000;
  const width = (to - from) / steps;
  const density = (z: number): number => Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(from) + density(to);
  for (let i = 1; i < steps; i++) sum += density(from + i * width) * (i % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}

describe('the normal distribution', () => {
  test.each([
    [0, 0.5], [0.5, 0.30853753872598690], [1, 0.15865525393145705], [2, 0.022750131948179207], [2.9999999, 0.0013498984748150015], [3, 0.0013498980316300945],
    [3.5, 2.3262907903552504e-4], [6, 9.865876450376981e-10], [10, 7.619853024160526e-24], [20, 2.7536241186062337e-89], [37, 5.7255712225245768e-300],
  ])('exceeds %d with the chance of the tables', (z, chance) => {
    expect(normalSurvival(z) / chance).toBeCloseTo(1, 12);
    expect(normalSurvival(-z)).toBeCloseTo(1 - chance, 14);
  });

  test('exceeds nothing that is too far out for a number', () => {
    expect([39, 41, 1e9, Infinity].map(z => [normalSurvival(z), normalSurvival(-z)])).toEqual(Array.from({ length: 4 }, () => [0, 1]));
  });

  test('lies between two values with the area under its density', () => {
    const z = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(fc.property(z, z, (one, other) => {
      expect(normalSurvival(one) - normalSurvival(other)).toBeCloseTo(integrated(one, other), 9);
    }));
  });
});

describe('a lognormal time', () => {
  test('is over at its median for half, and has not begun on day 0 or before', () => {
    expect(stillWaiting({ median: 14, sigma: 0.9 }, 14)).toBeCloseTo(0.5, 14);
    expect([0, -1].map(days => stillWaiting({ median: 14, sigma: 0.9 }, days))).toEqual([1, 1]);
  });

  test('takes longer with the chance of the tables', () => {
    expect(stillWaiting({ median: 14, sigma: 0.9 }, 7)).toBeCloseTo(0.7793985539169291, 14);
    expect(stillWaiting({ median: 14, sigma: 0.9 }, 30)).toBeCloseTo(0.19854709382822617, 14);
  });
});
