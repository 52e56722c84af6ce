import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { engineOf } from '../engineOf.ts';
import { groupsOf, judge, kendall, mislead, only, reliability, skillOf, usualShares } from './calibration.ts';
import { brierSkill, calibrationLine, type Forecasts } from './line.ts';
import { errors } from './wrongNumbers.ts';

const { prepared } = engineOf(corePack).baseline;
const candidates = judge(prepared, 'answers first', 700, 1);
const usual = usualShares(prepared);

describe('on candidates of the pack’s own model', () => {
  test('a share says how often that player decided it: slope 1 and intercept 0, and those without a share never did', () => {
    for (const each of [candidates, only(candidates, ({ supported }, player) => supported[player] === 1)]) {
      const { slope, intercept } = calibrationLine(each);
      expect(Math.abs(slope.value - 1)).toBeLessThan(0.12);
      expect(Math.abs(intercept.value)).toBeLessThan(0.3);
      expect(slope.high - slope.low).toBeLessThan(0.2);
    }
    expect(candidates.some(({ chances, came }) => chances.some((share, player) => share === 0 && came[player] === 1))).toBe(false);
    for (const { said, came: { right, of } } of reliability(candidates)) expect(Math.abs(right / of - said)).toBeLessThan(4 * Math.sqrt((said * (1 - said)) / of) + 1e-12);
  });

  test('shares that were squared, or drawn to the middle, and made to add to 1 again, would be found out', () => {
    for (const [power, found] of [[2, 0.7], [0.5, 1.4]] as const) {
      const bent = candidates.map(({ chances, came }): Forecasts => {
        const raised = chances.map(share => share ** power);
        const whole = raised.reduce((sum, share) => sum + share, 0);
        return { chances: raised.map(share => share / whole), came };
      });
      const { slope } = calibrationLine(bent);
      expect(power > 1 ? slope.value < found : slope.value > found).toBe(true);
    }
  });

  test('a presence says how often the cause was there', () => {
    const { slope, intercept } = calibrationLine(candidates.map(({ presence }) => presence));
    expect(Math.abs(slope.value - 1)).toBeLessThan(0.08);
    expect(Math.abs(intercept.value)).toBeLessThan(0.15);
  });

  test('the answers tell something of all players together, and of what lay in their hands', () => {
    for (const name of ['all', 'in their hands']) expect(skillOf(candidates, usual, groupsOf(prepared).get(name) ?? []).each.low).toBeGreaterThan(0);
    expect(skillOf(candidates.map(({ came }) => ({ came, chances: usual })), usual, groupsOf(prepared).get('all') ?? []).each.value).toBe(0);
  });

  test('the right numbers never mislead', () => {
    const { sameFirst, order, decidedInThree, decidedInThreeAtBest } = mislead(prepared, null, 'answers first', 40, 1);
    expect([sameFirst.right, order.value, decidedInThree]).toEqual([40, 1, decidedInThreeAtBest]);
  });

  test.each(errors)('numbers that are off %s mislead, but not wholly', error => {
    const { order, firstInThree } = mislead(prepared, error, 'answers first', 40, 1);
    expect(order.high).toBeLessThan(1);
    expect(order.low).toBeGreaterThan(0.5);
    expect(firstInThree.right).toBeGreaterThan(20);
  });
});

describe('the measures', () => {
  const chances = [0.02, 0.1, 0.3, 0.5, 0.8, 0.97];
  const odds = chances.map(p => p / (1 - p));

  test('the line is the one by which forecasts were bent, and nothing is left to explain where they are right', () => {
    for (const [intercept, slope] of [[0, 1], [0, 0.5], [0.7, 2]] as const) {
      const came = odds.map(each => (Math.exp(intercept) * each ** slope) / (1 + Math.exp(intercept) * each ** slope));
      const line = calibrationLine([{ chances: [...chances, 0, 1], came: [...came, 0, 1] }]);
      expect(line.slope.value).toBeCloseTo(slope, 8);
      expect(line.intercept.value).toBeCloseTo(intercept, 8);
    }
  });

  test('the skill is 1 for whoever knew it, 0 for whoever says the same of all, and below 0 for the opposite', () => {
    const [knew, same, opposite] = [[1, 0], [0.5, 0.5], [0, 1]].map(each => brierSkill([{ chances: each, came: [1, 0] }], [0.5, 0.5]).value);
    expect([knew, same, opposite]).toEqual([1, 0, -3]);
  });

  test('two orders agree from −1 to 1', () => {
    expect([kendall([1, 2, 3], [1, 2, 3]), kendall([1, 2, 3], [3, 2, 1]), kendall([1, 2, 3], [2, 1, 3])]).toEqual([1, -1, 1 / 3]);
  });
});
