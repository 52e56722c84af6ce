import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussLegendre, nodesFor } from '../../../src/inference/numbers/gaussLegendre.ts';

function integral(factors: readonly number[], count: number): number {
  const { nodes, weights } = gaussLegendre(count);
  return nodes.reduce((sum, t, node) => sum + (weights[node] ?? 0) * factors.reduce((product, q) => product * (1 - q * t), 1), 0);
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, q) => sum + q, 0);

describe('the rule with so many nodes', () => {
  const counts = [1, 2, 3, 4, 5, 6, 7, 12, 30, 75];

  test.each(counts)('integrates powers up to 2 · %i − 1, and no further, by nodes in order and inside, alike from both ends', count => {
    const { nodes, weights } = gaussLegendre(count);
    const power = (degree: number): number => sumOf(nodes.map((t, node) => (weights[node] ?? 0) * t ** degree));
    for (let degree = 0; degree < 2 * count; degree++) expect(Math.abs(power(degree) - 1 / (degree + 1))).toBeLessThan(1e-14);
    if (count < 7) expect(1 / (2 * count + 1) - power(2 * count)).toBeGreaterThan(1e-9);
    expect([nodes.length, weights.length]).toEqual([count, count]);
    [0, ...nodes].forEach((t, index) => { expect([...nodes, 1][index]).toBeGreaterThan(t); });
    nodes.forEach((t, index) => { expect(t + (nodes.at(-1 - index) ?? 0)).toBeCloseTo(1, 14); });
    weights.forEach((weight, index) => { expect(weights.at(-1 - index)).toBeCloseTo(weight, 14); });
    expect(Math.min(...weights)).toBeGreaterThan(0);
  });

  test('is that of the tables', () => {
    expect(gaussLegendre(1)).toEqual({ nodes: [0.5], weights: [1] });
    expect(gaussLegendre(3).nodes.map(t => 2 * t - 1)).toEqual([-Math.sqrt(0.6), 0, Math.sqrt(0.6)].map(x => expect.closeTo(x, 14) as number));
    expect(gaussLegendre(3).weights).toEqual([5, 8, 5].map(weight => expect.closeTo(weight / 18, 14) as number));
  });
});

describe('the number of nodes for an integral of factors 1 − q t', () => {
  test('gives what the exact rule gives, to the last digits', () => {
    const factor = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.2, noNaN: true }), fc.double({ min: 0, max: 1e-6, noNaN: true }));
    fc.assert(fc.property(fc.array(factor, { maxLength: 60 }), factors => {
      const exact = integral(factors, Math.max(1, Math.ceil(factors.length / 2)));
      expect(Math.abs(integral(factors, nodesFor(factors.length, sumOf(factors))) - exact)).toBeLessThan(2e-15);
    }));
  });

  test('is the least of which the error is bounded by what is negligible', () => {
    const product = (to: number): number => Array.from({ length: to }, (_, i) => i + 1).reduce((all, i) => all * i, 1);
    /** Abramowitz and Stegun, 25.4.30, on an interval of length 1, with Q²ᴺ for the derivative. */
    const bound = (count: number, sum: number): number => (product(count) ** 4 / ((2 * count + 1) * product(2 * count) ** 3)) * sum ** (2 * count);
    fc.assert(fc.property(fc.double({ min: 0.1, max: 9, noNaN: true }), fc.integer({ min: 2, max: 14 }), (sum, digits) => {
      const count = nodesFor(60, sum, 10 ** -digits);
      expect(bound(count, sum)).toBeLessThan(10 ** -digits * (1 + 1e-9));
      if (count > 1) expect(bound(count - 1, sum)).toBeGreaterThan(10 ** -digits * (1 - 1e-9));
    }));
  });

  test('is never more than half of the factors, and never 0', () => {
    expect([0, 1, 2, 3, 4, 5].map(factors => nodesFor(factors, factors))).toEqual([1, 1, 1, 2, 2, 3]);
  });

  test('is smaller where the factors are near 1', () => {
    expect(nodesFor(60, 1e-9)).toBe(1);
    expect(nodesFor(60, 7)).toBeLessThan(14);
    expect(nodesFor(60, 60)).toBe(30);
  });
});
