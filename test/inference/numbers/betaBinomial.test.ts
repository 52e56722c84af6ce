import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Beta } from '../../../src/inference/numbers/beta.ts';
import { atLeast, atMost, exactly } from '../../../src/inference/numbers/betaBinomial.ts';

/** k of n for whole shapes, as a fraction of whole numbers: C(n, k) B(k + a, n − k + b) / B(a, b). */
function fraction(a: number, b: number, n: number, k: number): readonly [bigint, bigint] {
  const top = choose(n, k) * factorial(k + a - 1) * factorial(n - k + b - 1) * factorial(a + b - 1);
  return [top, factorial(n + a + b - 1) * factorial(a - 1) * factorial(b - 1)];
}

function factorial(n: number): bigint {
  let product = 1n;
  for (let i = 2n; i <= BigInt(n); i++) product *= i;
  return product;
}

function choose(n: number, k: number): bigint {
  return factorial(n) / (factorial(k) * factorial(n - k));
}

/** As a number, from whole numbers of any size. */
function asNumber([top, bottom]: readonly [bigint, bigint]): number {
  return Number((top * 10n ** 80n) / bottom) / 1e80;
}

/** The mean of the binomial sum over a fine grid of the density, for shapes that are no whole numbers. */
function averaged({ a, b }: Beta, n: number, k: number): number {
  const steps = 40_000;
  const ways = Array.from({ length: k + 1 }, (_, j) => Number(choose(n, j)));
  let [sum, mass] = [0, 0];
  for (let i = 0; i < steps; i++) {
    const p = (i + 0.5) / steps;
    const density = p ** (a - 1) * (1 - p) ** (b - 1);
    mass += density;
    ways.forEach((count, j) => { sum += density * count * p ** j * (1 - p) ** (n - j); });
  }
  return sum / mass;
}

const whole = fc.record({ a: fc.integer({ min: 1, max: 12 }), b: fc.integer({ min: 1, max: 40 }), n: fc.integer({ min: 1, max: 40 }) });
const shape = fc.double({ min: 0.05, max: 200, noNaN: true });
const tries = fc.record({ a: shape, b: shape, n: fc.integer({ min: 1, max: 300 }), k: fc.nat(300) }).map(({ a, b, n, k }) => ({ beta: { a, b }, n, k: k % (n + 1) }));

function near(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThan(1e-12 + 1e-10 * expected);
}

describe('so many of so many tries', () => {
  test('equal the fractions of whole numbers, each and summed', () => {
    fc.assert(fc.property(whole, ({ a, b, n }) => {
      let below = 0;
      for (let k = 0; k <= n; k++) {
        const one = asNumber(fraction(a, b, n, k));
        below += one;
        near(exactly({ a, b }, n, k), one);
        near(atMost({ a, b }, n, k), below);
        near(atLeast({ a, b }, n, k), 1 - below + one);
      }
    }), { numRuns: 60 });
  });

  test.each<[Beta, number, number]>([[{ a: 2.02, b: 65.32 }, 120, 3], [{ a: 10.02, b: 18.6 }, 8, 0], [{ a: 4.3, b: 6.45 }, 19, 13]])('of %o at most, of %d at most %d, equal the average over the density', (beta, n, k) => {
    expect(Math.abs(atMost(beta, n, k) - averaged(beta, n, k))).toBeLessThan(1e-6);
  });

  test('are all equally likely where nothing is known', () => {
    for (let k = 0; k <= 9; k++) {
      near(exactly({ a: 1, b: 1 }, 9, k), 0.1);
      near(atMost({ a: 1, b: 1 }, 9, k), (k + 1) / 10);
      near(atLeast({ a: 1, b: 1 }, 9, k), (10 - k) / 10);
    }
  });

  test('are a coin that is fair, where that is known for sure', () => {
    near(atMost({ a: 1e12, b: 1e12 }, 10, 2), 56 / 1024);
  });

  test('the worked example: none of 8 where 10 of 28.6 go on', () => {
    let product = 1;
    for (let i = 0; i < 8; i++) product *= (18.6 + i) / (28.6 + i);
    near(atMost({ a: 10, b: 18.6 }, 8, 0), product);
  });
});

describe('for any shapes and tries', () => {
  test('at most so many and at least one more make one, and none is outside', () => {
    fc.assert(fc.property(tries, ({ beta, n, k }) => {
      near(atMost(beta, n, k) + atLeast(beta, n, k + 1), 1);
      near(atMost(beta, n, k) + atLeast(beta, n, k) - exactly(beta, n, k), 1);
      expect([atMost(beta, n, -2), atMost(beta, n, -1), atMost(beta, n, n), atLeast(beta, n, 0), atLeast(beta, n, n + 1), atLeast(beta, n, n + 2)]).toEqual([0, 0, 1, 1, 0, 0]);
    }));
  });

  test('the lower tail grows with the successes, and shrinks with the tries', () => {
    fc.assert(fc.property(tries, ({ beta, n, k }) => {
      expect(atMost(beta, n, k + 1)).toBeGreaterThanOrEqual(atMost(beta, n, k) - 1e-12);
      expect(atMost(beta, n + 1, k)).toBeLessThanOrEqual(atMost(beta, n, k) + 1e-12);
    }));
  });

  test('successes of one are failures of the mirror image', () => {
    fc.assert(fc.property(tries, ({ beta: { a, b }, n, k }) => {
      near(atMost({ a, b }, n, k), atLeast({ a: b, b: a }, n, n - k));
    }));
  });

  test.each<[number, number]>([[2, 65], [65, 2], [3, 3]])('of shapes %d and %d the tail of next to no chance has all its digits', (a, b) => {
    const n = 60;
    const rare = (from: number, to: number): number => asNumber(Array.from({ length: to - from + 1 }, (_, i) => fraction(a, b, n, from + i)).reduce(([top, bottom], [more]) => [top + more, bottom]));
    for (const k of [0, 1, 5]) {
      expect(atMost({ a, b }, n, k) / rare(0, k)).toBeCloseTo(1, 10);
      expect(atLeast({ a, b }, n, n - k) / rare(n - k, n)).toBeCloseTo(1, 10);
    }
  });

  test('a tail too small for a number is nothing, the other one is everything, and one of a hundred thousand tries is found', () => {
    expect(atMost({ a: 1e4, b: 1e4 }, 100_000, 2000)).toBe(0);
    expect(atLeast({ a: 1e4, b: 1e4 }, 100_000, 2001)).toBe(1);
    expect(atLeast({ a: 1e4, b: 1e4 }, 100_000, 98_000)).toBe(0);
    expect(atMost({ a: 1e4, b: 1e4 }, 100_000, 97_999)).toBe(1);
    expect(atMost({ a: 2, b: 5 }, 100_000, 2000)).toBeCloseTo(0.005695039407, 10);
  });
});
