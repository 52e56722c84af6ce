import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainNo, type ExplainedNo } from '../../../src/inference/no/explainNo.ts';
import { gaussLegendre } from '../../../src/inference/numbers/gaussLegendre.ts';
import { gameOf, nodesForPlayers, others, play } from '../../../src/inference/no/orGame.ts';
import { bareCause, barePack, probability } from '../../arbitraryPack.ts';
import { engineOf } from '../../engineOf.ts';
import { explained as explainedNetwork, weighedAs } from './noisyOr.ts';
import { enumerateFirings, enumeratePresence, type Hidden, largestDifference } from './enumeration.ts';

interface Case {
  readonly hidden: readonly Hidden[];
  readonly background: number;
  readonly standing: number;
}

/** One to ten causes, with the background and the standing at most twelve players, of whom one at least can fire. */
const cases: fc.Arbitrary<Case> = casesOf(probability).filter(({ hidden, background, standing }) =>
  background + standing + hidden.reduce((sum, { presence, strength }) => sum + presence * strength, 0) > 1e-3);

function casesOf(chance: fc.Arbitrary<number>): fc.Arbitrary<Case> {
  const hidden = fc.array(fc.record({ presence: chance, strength: chance }), { minLength: 1, maxLength: 10, size: 'max' });
  return fc.record({ hidden, background: chance, standing: chance });
}

function explained({ hidden, background, standing }: Case): ExplainedNo {
  return explainedNetwork({ causes: hidden, background, levels: [{ stops: standing, weight: 1 }] });
}

/** Everything that was inferred in one row, causes in the order in which they were given. */
function inferred({ chanceOfNo, share, background, standing, necessity, presence }: ExplainedNo): readonly number[] {
  return [chanceOfNo, ...share, background, standing, ...necessity, ...presence];
}

/** The same row, by visiting all worlds. */
function enumerated({ hidden, background, standing }: Case): readonly number[] {
  const always = [background, standing];
  const { chanceOfNo, shares: parts, necessities } = enumerateFirings([...hidden.map(({ presence, strength }) => presence * strength), ...always]);
  return [chanceOfNo, ...parts, ...necessities.slice(0, hidden.length), ...enumeratePresence(hidden, always)];
}

describe('what lay behind a no agrees with visiting all worlds, to twelve decimals', () => {
  test('for chances of any size, with impossible, certain, tiny and equal ones among them', () => {
    fc.assert(fc.property(cases, each => {
      expect(largestDifference(inferred(explained(each)), enumerated(each))).toBeLessThan(1e-12);
    }), { numRuns: 600, seed: 1 });
  }, 60_000);

  test('for twelve players', () => {
    fc.assert(fc.property(cases.filter(({ hidden }) => hidden.length === 10), each => {
      expect(largestDifference(inferred(explained(each)), enumerated(each))).toBeLessThan(1e-12);
    }), { numRuns: 20, seed: 2 });
  }, 60_000);

  test('when a no is next to impossible', () => {
    const tiny = casesOf(fc.double({ min: 1e-12, max: 1e-6, noNaN: true }));
    const present = tiny.map(({ hidden, ...rest }) => ({ ...rest, hidden: hidden.map(({ strength }, index) => ({ presence: 1 / (index + 2), strength })) }));
    fc.assert(fc.property(present, each => {
      expect(largestDifference(inferred(explained(each)), enumerated(each))).toBeLessThan(1e-12);
    }), { numRuns: 100, seed: 3 });
  }, 60_000);

  test('for a standing of several levels, of which only the mean matters', () => {
    const levels = [{ stops: 0.9, weight: 0.1 }, { stops: 0.4, weight: 0.3 }, { stops: 0, weight: 0.6 }]; // .09 + .12
    const { baseline } = engineOf({ ...barePack(0.1, 0, [bareCause('a')]), standing: { levels } });
    const no = explainNo(baseline, weighedAs([{ presence: 0.7, strength: 0.4 }]));
    expect(largestDifference(inferred(no), enumerated({ hidden: [{ presence: 0.7, strength: 0.4 }], background: 0.1, standing: 0.21 }))).toBeLessThan(1e-12);
  });
});

describe('the OR game', () => {
  const fires = fc.array(probability, { minLength: 1, maxLength: 60, size: 'max' }).filter(each => each.some(q => q > 0));

  test('has shares that add to 1, for up to sixty players, of whom one at least can fire', () => {
    fc.assert(fc.property(fires, each => {
      const { shares } = play(gameOf(each, nodesForPlayers(each)), each, []);
      expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(1e-12);
    }), { numRuns: 500, seed: 4 });
  });

  test('comes out the same whether some players are changed in it or it is made anew', () => {
    fc.assert(fc.property(fires, fc.infiniteStream(fc.option(probability, { nil: null })), (before, changes) => {
      const now = before.map(q => (changes.next().value as number | null) ?? q);
      const changed = now.flatMap((q, player) => (q === before[player] ? [] : [player]));
      const count = Math.max(1, Math.ceil(before.length / 2));
      const [again, anew] = [play(gameOf(before, count), now, changed), play(gameOf(now, count), now, [])];
      expect(Math.abs(again.any - anew.any)).toBeLessThan(1e-12);
      if (anew.any > 1e-9) expect(largestDifference(again.shares, anew.shares)).toBeLessThan(1e-9);
    }), { numRuns: 300, seed: 5 });
  });

  test('says of each player how likely any other fires, and that none does', () => {
    fc.assert(fc.property(fires, each => {
      const { anyone, nobody } = others(each);
      each.forEach((_, player) => {
        const none = each.reduce((product, q, other) => (other === player ? product : product * (1 - q)), 1);
        expect(Math.abs((nobody[player] ?? Number.NaN) - none)).toBeLessThan(1e-13);
        expect(Math.abs((anyone[player] ?? Number.NaN) - (1 - none))).toBeLessThan(1e-13);
      });
    }), { numRuns: 200, seed: 6 });
  });
});

describe('Gauss–Legendre quadrature with n nodes', () => {
  const counts = Array.from({ length: 40 }, (_, index) => index + 1);

  test('integrates every power of t up to 2n − 1 exactly', () => {
    for (const count of counts) {
      const { nodes, weights } = gaussLegendre(count);
      const powers = Array.from({ length: 2 * count }, (_, power) => power);
      const integrals = powers.map(power => nodes.reduce((sum, t, index) => sum + (weights[index] ?? 0) * t ** power, 0));
      expect(largestDifference(integrals, powers.map(power => 1 / (power + 1)))).toBeLessThan(1e-14);
    }
  });

  test('has n ascending nodes inside the interval, and positive weights', () => {
    for (const count of counts) {
      const { nodes, weights } = gaussLegendre(count);
      expect([nodes.length, weights.length]).toEqual([count, count]);
      expect([0, ...nodes].every((node, index) => node < (nodes[index] ?? 1))).toBe(true);
      expect(weights.every(weight => weight > 0)).toBe(true);
    }
  });
});
