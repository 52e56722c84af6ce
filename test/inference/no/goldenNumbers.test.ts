import { describe, expect, test } from 'vitest';
import { explainNo } from '../../../src/inference/no/explainNo.ts';
import { gameOf, nodesForPlayers, others, play, type Played } from '../../../src/inference/no/orGame.ts';
import { bareCause, barePack } from '../../arbitraryPack.ts';
import { engineOf } from '../../engineOf.ts';
import { enumerateFirings, enumeratePresence, largestDifference } from './enumeration.ts';

// From section 4 of the design, computed there by exact enumeration of all worlds; the background comes first.
const fires = [0.05, 0.8, 0.3, 0.5, 0.1];
const golden = {
  chanceOfNo: 0.94015, // 1 − .95 · .2 · .7 · .5 · .9
  shares: [0.022300519421, 0.519229201014, 0.146394192416, 0.266729599887, 0.045346487263],
  necessities: [0.003350529171, 0.254640216987, 0.027282880391, 0.063660054247, 0.007073339361],
};

function played(players: readonly number[]): Played {
  return play(gameOf(players, nodesForPlayers(players)), players, []);
}

function necessitiesOf(players: readonly number[]): readonly number[] {
  const { any } = played(players);
  return others(players).nobody.map((nobody, player) => (any === 0 ? 0 : ((players[player] ?? 0) * nobody) / any));
}

describe('the numbers of the design come out to twelve decimals', () => {
  test('from the OR game', () => {
    expect(Math.abs(played(fires).any - golden.chanceOfNo)).toBeLessThan(1e-12);
    expect(largestDifference(played(fires).shares, golden.shares)).toBeLessThan(1e-12);
    expect(largestDifference(necessitiesOf(fires), golden.necessities)).toBeLessThan(1e-12);
  });

  test('from the enumeration that the other tests compare with', () => {
    const enumerated = enumerateFirings(fires);
    expect(Math.abs(enumerated.chanceOfNo - golden.chanceOfNo)).toBeLessThan(1e-12);
    expect(largestDifference(enumerated.shares, golden.shares)).toBeLessThan(1e-12);
    expect(largestDifference(enumerated.necessities, golden.necessities)).toBeLessThan(1e-12);
  });

  test('from a pack whose causes are there as often as they would be without any answer', () => {
    // presence · strength is .8, .3, .5 and .1, so that presence and strength are told apart
    const causes = [bareCause('a', 0.8, 1), bareCause('b', 0.5, 0.6), bareCause('c', 0.625, 0.8), bareCause('d', 0.2, 0.5)];
    const pack = barePack(0.05, 0, causes);
    const { baseline } = engineOf(pack);
    const explained = explainNo(baseline, baseline.weighed);
    expect(Math.abs(explained.chanceOfNo - golden.chanceOfNo)).toBeLessThan(1e-12);
    expect(largestDifference([explained.background, ...explained.share], golden.shares)).toBeLessThan(1e-12);
    expect(largestDifference(explained.necessity, golden.necessities.slice(1))).toBeLessThan(1e-12);
    expect(explained.standing).toBe(0);
  });
});

describe('small cases come out as by hand', () => {
  test('whoever is the only one that can fire has the whole share and was necessary', () => {
    expect(played([0.2]).shares[0]).toBeCloseTo(1, 14);
    expect(necessitiesOf([0.2])[0]).toBeCloseTo(1, 14);
  });

  test('of two that fire for certain each has half, and neither was necessary', () => {
    expect(largestDifference(played([1, 1]).shares, [0.5, 0.5])).toBeLessThan(1e-12);
    expect(necessitiesOf([1, 1])).toEqual([0, 0]);
  });

  test('a cause half as likely to be there as not, beside an even background, was there in two thirds of the noes', () => {
    // present and firing at full strength: 1/2; absent, and the background fired: 1/2 · 1/2
    const { baseline } = engineOf(barePack(0.5, 0, [bareCause('a', 0.5, 1)]));
    expect(explainNo(baseline, baseline.weighed).presence[0]).toBeCloseTo(2 / 3, 12);
    expect(enumeratePresence([{ presence: 0.5, strength: 1 }], [0.5])[0]).toBeCloseTo(2 / 3, 12);
  });

  test('when nothing can fire, nobody has a share', () => {
    expect(played([0, 0]).shares).toEqual([0, 0]);
    expect(necessitiesOf([0, 0])).toEqual([0, 0]);
  });
});
