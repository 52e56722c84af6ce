import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, log, log1p, power } from '../../src/base/elementary.ts';

/** How far apart two numbers are, in units of the last place of the second. */
function unitsApart(ours: number, theirs: number): number {
  if (Object.is(ours, theirs) || ours === theirs) return 0;
  const [view, other] = [ours, theirs].map(value => new BigInt64Array(new Float64Array([value]).buffer)[0] as bigint) as [bigint, bigint];
  return Math.abs(Number(view - other));
}

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

describe('what engines round differently, ours gives everywhere, as near as theirs', () => {
  test.each<[name: string, ours: (x: number) => number, theirs: (x: number) => number, of: fc.Arbitrary<number>]>([
    ['exp', exp, Math.exp, fc.oneof(between(-745, 709.7), between(-30, 10), between(-1, 1))],
    ['log', log, Math.log, fc.oneof(between(0, Number.MAX_VALUE), between(0, 2), between(0.99, 1.01))],
    ['log1p', log1p, Math.log1p, fc.oneof(between(-1, 10), between(-1e-3, 1e-3))],
  ])('%s', (_name, ours, theirs, of) => {
    fc.assert(fc.property(of, x => { expect(unitsApart(ours(x), theirs(x))).toBeLessThanOrEqual(2); }), { numRuns: 20_000, seed: 7 });
  });

  test('whole powers', () => {
    fc.assert(fc.property(between(0, 1), fc.nat(100), (base, exponent) => { expect(power(base, exponent)).toBeCloseTo(base ** exponent, 13); }), { seed: 7 });
    expect([power(0, 0), power(2, 10), power(0.5, 3), power(0, 4)]).toEqual([1, 1024, 0.125, 0]);
  });

  test.each([0, 1, -1, Infinity, -Infinity, NaN, 710, -746, Number.MIN_VALUE, Number.MAX_VALUE, 2 ** -1022, 1e-310, -0.5])('at the ends and in the middle: %d', x => {
    expect([exp(x), log(x), log1p(x)].map((value, index) => unitsApart(value, ([Math.exp, Math.log, Math.log1p] as const)[index]?.(x) ?? NaN) <= 1)).toEqual([true, true, true]);
  });
});

test('the figures themselves, which no engine may change', () => {
  expect([exp(-1.5), exp(0.1), log(0.3), log(7), log1p(-0.2), log1p(1e-9)]).toEqual([0.22313016014842982, 1.1051709180756477, -1.2039728043259361, 1.9459101490553132, -0.22314355131420976, 9.999999995e-10]);
});
