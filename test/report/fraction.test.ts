import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraction, fractionWithin } from '../../src/report/fraction.ts';

const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('a part as people say it', () => {
  test.each([
    [0, 'next to nothing'], [0.0249, 'next to nothing'], [0.025, 'a twentieth'], [0.07, 'a twentieth'], [0.08, 'a tenth'], [0.14, 'a tenth'], [0.16, 'a fifth'],
    [0.22, 'a fifth'], [0.23, 'a quarter'], [0.29, 'a quarter'], [0.3, 'a third'], [0.36, 'a third'], [0.37, 'two fifths'], [0.44, 'two fifths'],
    [0.46, 'half'], [0.54, 'half'], [0.56, 'three fifths'], [0.63, 'three fifths'], [0.64, 'two thirds'], [0.7, 'two thirds'], [0.71, 'three quarters'],
    [0.77, 'three quarters'], [0.78, 'four fifths'], [0.84, 'four fifths'], [0.86, 'nine tenths'], [0.9499, 'nine tenths'], [0.95, 'nearly all'], [1, 'nearly all'],
  ])('%d is %s', (number, words) => {
    expect(fraction(number)).toBe(words);
  });

  test('never gets words for less than a smaller one', () => {
    const order = [...new Set(Array.from({ length: 1001 }, (_, thousandths) => fraction(thousandths / 1000)))];
    expect(order).toHaveLength(14);
    fc.assert(fc.property(part, part, (a, b) => {
      expect(order.indexOf(fraction(Math.min(a, b)))).toBeLessThanOrEqual(order.indexOf(fraction(Math.max(a, b))));
    }), { numRuns: 1000 });
  });

  test('is off by a twentieth at most, and holds no digit', () => {
    const values: Readonly<Record<string, number>> = {
      'next to nothing': 0, 'a twentieth': 0.05, 'a tenth': 0.1, 'a fifth': 0.2, 'a quarter': 0.25, 'a third': 1 / 3, 'two fifths': 0.4, half: 0.5,
      'three fifths': 0.6, 'two thirds': 2 / 3, 'three quarters': 0.75, 'four fifths': 0.8, 'nine tenths': 0.9, 'nearly all': 1,
    };
    fc.assert(fc.property(part, number => {
      expect(Math.abs((values[fraction(number)] ?? NaN) - number)).toBeLessThanOrEqual(0.05 + 1e-12);
      expect(fraction(number)).not.toMatch(/\d/);
    }), { numRuns: 1000 });
  });
});

describe('a part with its range', () => {
  test.each<[number, readonly [number, number], readonly [string, string]]>([
    [0.34, [0.21, 0.52], ['about a third', ' (anywhere from a fifth to half)']],
    [0.34, [0.33, 0.35], ['about a third', '']],
    [0.01, [0, 0.02], ['next to nothing', '']],
    [0.02, [0, 0.11], ['next to nothing', ' (anywhere from next to nothing to a tenth)']],
    [0.97, [0.88, 0.99], ['nearly all', ' (anywhere from nine tenths to nearly all)']],
  ])('%d in %j', (middle, range, words) => {
    expect(fractionWithin(middle, range)).toEqual(words);
  });

  test('is told where its ends are said in other words, and nowhere else', () => {
    fc.assert(fc.property(part, part, part, (a, b, c) => {
      const [low, middle, high] = [a, b, c].sort((one, other) => one - other) as [number, number, number];
      const [said, range] = fractionWithin(middle, [low, high]);
      expect(range).toBe(fraction(low) === fraction(high) ? '' : ` (anywhere from ${fraction(low)} to ${fraction(high)})`);
      expect(said.replace(/^about /, '')).toBe(fraction(middle));
    }), { numRuns: 500 });
  });
});
