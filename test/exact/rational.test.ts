import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, dividedBy, exactly, minus, one, plus, type Rational, ratio, reduced, relativeError, times, toNumber, zero } from './rational.ts';

const rational = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n })).map(([over, under]) => ratio(over, under));
const double = fc.double({ noNaN: true, noDefaultInfinity: true });

function same(a: Rational, b: Rational): boolean {
  return compare(a, b) === 0;
}

describe('a rational number', () => {
  test('is what every double is, to the last bit, from the smallest to the largest', () => {
    fc.assert(fc.property(fc.oneof(double, fc.constantFrom(5e-324, 2 ** -1022, Number.MAX_VALUE, -1e-310, 0.1)), each => {
      expect(toNumber(exactly(each))).toBe(each === 0 ? 0 : each);
    }), { numRuns: 2000 });
    expect(exactly(0.1)).toEqual(ratio(0x1999999999999an, 1n << 56n));
    expect(() => exactly(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  test('obeys the laws of a field, and takes as much away as it adds', () => {
    fc.assert(fc.property(rational, rational, rational, (a, b, c) => {
      expect(same(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(true);
      expect(same(minus(plus(a, b), b), a)).toBe(true);
      if (b.over !== 0n) expect(same(times(dividedBy(a, b), b), a)).toBe(true);
      expect(same(reduced(a), a)).toBe(true);
    }));
    expect(reduced(ratio(-6, 4))).toEqual({ over: -3n, under: 2n });
    expect(() => dividedBy(one, zero)).toThrow(RangeError);
  });

  test('is ordered as doubles are, and never further than a rounding from its double', () => {
    fc.assert(fc.property(double, double, (a, b) => { expect(compare(exactly(a), exactly(b))).toBe(Math.sign(a - b) || Number(a > b) - Number(a < b)); }));
    fc.assert(fc.property(rational, each => { expect(relativeError(toNumber(each), each)).toBeLessThan(2.3e-16); }));
  });

  test('tells how far off a double is, as the sum of 0.1 and 0.2', () => {
    expect(relativeError(0.1 + 0.2, ratio(3, 10))).toBeCloseTo(1.48e-16, 18);
    expect(relativeError(1, ratio(3, 4))).toBeCloseTo(1 / 3, 15);
    expect([relativeError(0, zero), relativeError(1e-300, zero)]).toEqual([0, Number.POSITIVE_INFINITY]);
  });
});
