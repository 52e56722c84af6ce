import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussLegendre, nodesFor } from '../../../src/inference/numbers/gaussLegendre.ts';

function integral(factors: readonly number[], count: number): number {
  const { nodes, weights } = gaussLegendre(count);
  return nodes.reduce((sum, t, node) => sum + (weights[node] ?? 0) * factors.reduce((product, q) => product * (1 - q * t), 1), 0);
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, q) => sum + q, 0);

describe('the number of nodes for an integral of factors 1 − q t', () => {
  test('gives what the exact rule gives, to the last digits', () => {
    const factor = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.2, noNaN: true }), fc.double({ min: 0, max: 1e-6, noNaN: true }));
    fc.assert(fc.property(fc.array(factor, { maxLength: 60 }), factors => {
      const exact = integral(factors, Math.max(1, Math.ceil(factors.length / 2)));
      expect(Math.abs(integral(factors, nodesFor(factors.length, sumOf(factors))) - exact)).toBeLessThan(2e-15);
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
