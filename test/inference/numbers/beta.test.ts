import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Beta, betaBelow, betaQuantile, fitBeta, logGamma } from '../../../src/inference/numbers/beta.ts';

const shape = fc.oneof(fc.double({ min: 0.05, max: 5, noNaN: true }), fc.double({ min: 5, max: 300, noNaN: true }));
const beta: fc.Arbitrary<Beta> = fc.record({ a: shape, b: shape });
const inside = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

/** Simpson's rule over the density, for shapes of 1 or more. */
function integrated({ a, b }: Beta, x: number): number {
  const steps = 20_000;
  const density = (p: number): number => (p <= 0 ? Number(a === 1) : p >= 1 ? Number(b === 1) : p ** (a - 1) * (1 - p) ** (b - 1));
  const area = (to: number): number => {
    const width = to / steps;
    let sum = density(0) + density(to);
    for (let i = 1; i < steps; i++) sum += density(i * width) * (i % 2 === 1 ? 4 : 2);
    return (sum * width) / 3;
  };
  return area(x) / area(1);
}

describe('the logarithm of the gamma function', () => {
  test.each([[0.5, Math.log(Math.PI) / 2], [1, 0], [2, 0], [5, Math.log(24)], [11, Math.log(3_628_800)], [10.5, 13.9406252194037636], [1000, 5905.22042320918121]])('at %d', (x, value) => {
    expect(Math.abs(logGamma(x) - value)).toBeLessThan(1e-14 * Math.max(1, value));
  });

  test('grows by the logarithm of x from x to x + 1', () => {
    fc.assert(fc.property(fc.double({ min: 1e-3, max: 1e5, noNaN: true }), x => {
      expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(1e-13 * Math.max(1, Math.abs(logGamma(x + 1))));
    }));
  });
});

describe('the probability below a value', () => {
  test.each<[string, Beta, number, number]>([
    ['x to the power of a, where b is 1', { a: 3.5, b: 1 }, 0.3, 0.3 ** 3.5],
    ['one minus the rest to the power of b, where a is 1', { a: 1, b: 7 }, 0.05, 1 - 0.95 ** 7],
    ['the arcsine law for two halves', { a: 0.5, b: 0.5 }, 0.2, (2 / Math.PI) * Math.asin(Math.sqrt(0.2))],
    ['a half in the middle of two equal shapes', { a: 123.4, b: 123.4 }, 0.5, 0.5],
    ['a sum of binomial terms for whole shapes', { a: 2, b: 5 }, 0.3, 1 - 0.7 ** 6 - 6 * 0.3 * 0.7 ** 5],
    ['nothing at 0', { a: 2, b: 5 }, 0, 0],
    ['everything at 1', { a: 2, b: 5 }, 1, 1],
    ['nothing at 0, however likely what lies next to it', { a: 0.01, b: 5 }, 0, 0],
    ['everything at 1, however likely what lies next to it', { a: 5, b: 0.01 }, 1, 1],
  ])('is %s', (_law, shapes, x, value) => {
    expect(Math.abs(betaBelow(shapes, x) - value)).toBeLessThan(1e-12);
  });

  test.each<[Beta, number]>([[{ a: 2.02, b: 65.32 }, 0.02], [{ a: 10, b: 18.6 }, 0.35], [{ a: 1, b: 1 }, 0.7], [{ a: 60.5, b: 3 }, 0.9], [{ a: 4.3, b: 6.45 }, 0.6]])('of %o at %d is the area under the density', (shapes, x) => {
    expect(Math.abs(betaBelow(shapes, x) - integrated(shapes, x))).toBeLessThan(1e-6);
  });

  test('is one minus that of the mirror image, and grows with x', () => {
    fc.assert(fc.property(beta, inside, inside, ({ a, b }, x, y) => {
      expect(Math.abs(betaBelow({ a, b }, x) + betaBelow({ a: b, b: a }, 1 - x) - 1)).toBeLessThan(1e-9);
      expect(betaBelow({ a, b }, Math.min(x, y))).toBeLessThanOrEqual(betaBelow({ a, b }, Math.max(x, y)) + 1e-12);
    }));
  });

  test('ends also where the two sides of the fraction meet', () => {
    fc.assert(fc.property(beta, ({ a, b }) => {
      expect(betaBelow({ a, b }, (a + 1) / (a + b + 2))).toBeGreaterThan(0);
    }));
  });

  test('holds its own for shapes of a hundred thousand', () => {
    expect(betaBelow({ a: 1e5, b: 1e5 }, 0.5)).toBeCloseTo(0.5, 8);
    expect(betaBelow({ a: 2e4, b: 3e4 }, 0.4)).toBeCloseTo(0.50024, 5);
  });
});

describe('a quantile', () => {
  test.each<[Beta, number, number]>([[{ a: 2, b: 5 }, 0.025, 0.0432718682927417], [{ a: 2, b: 5 }, 0.975, 0.641234578997674], [{ a: 0.5, b: 0.5 }, 0.025, 0.00154133313343601], [{ a: 1, b: 1 }, 0.3, 0.3]])('of %o at %d', (shapes, p, value) => {
    expect(Math.abs(betaQuantile(shapes, p) / value - 1)).toBeLessThan(1e-12);
  });

  test('has its probability below it', () => {
    fc.assert(fc.property(beta, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (shapes, p) => {
      const quantile = betaQuantile(shapes, p);
      const step = 1e-15; // near 1 a curve can be so steep that no number lies closer than this
      expect(betaBelow(shapes, Math.max(0, quantile - step)) - 1e-9).toBeLessThanOrEqual(p);
      expect(betaBelow(shapes, Math.min(1, quantile + step)) + 1e-9).toBeGreaterThanOrEqual(p);
    }));
  });
});

describe('a distribution fitted to a mean and a range', () => {
  test('has that mean, and that part of its mass inside', () => {
    const range = fc.tuple(fc.double({ min: 0.02, max: 0.9, noNaN: true }), fc.double({ min: 0.1, max: 0.9, noNaN: true }), fc.double({ min: 0.1, max: 0.9, noNaN: true }));
    fc.assert(fc.property(range, ([mean, below, above]) => {
      const [lowest, highest] = [mean * (1 - below), mean + (1 - mean) * above];
      const fitted = fitBeta(mean, [lowest, highest]);
      expect(Math.abs(fitted.a / (fitted.a + fitted.b) - mean)).toBeLessThan(1e-12);
      expect(Math.abs(betaBelow(fitted, highest) - betaBelow(fitted, lowest) - 0.95)).toBeLessThan(1e-9);
    }));
  });

  test('is the same each time', () => {
    expect(fitBeta(0.35, [0.2, 0.55])).toEqual(fitBeta(0.35, [0.2, 0.55]));
    expect(fitBeta(0.35, [0.2, 0.55]).a).toBeCloseTo(10.0196, 3);
  });

  test('stands for a million cases at most, however narrow the range', () => {
    const { a, b } = fitBeta(0.03, [0.02999999, 0.03000001]);
    expect(a + b).toBeCloseTo(1e6, 0);
  });
});
