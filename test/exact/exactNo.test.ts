import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainNo } from '../../src/inference/no/explainNo.ts';
import { type Speaks, speaksWords } from '../../src/pack/speaks.ts';
import type { Cause, Pack, Sign } from '../../src/pack/pack.ts';
import { arbitraryPack, bareCause, barePack, consistentAnswersTo } from '../arbitraryPack.ts';
import { engineOf } from '../engineOf.ts';
import { explained } from '../inference/no/noisyOr.ts';
import { comparedExactly, exactPlayers, quantities, told, worstOf } from './comparison.ts';
import { exactNo, shapleyByOrders, shapleyBySubsets } from './exactWorlds.ts';
import { extremeNetworks, exactPlayersOf } from './extremes.ts';
import { compare, exactly, minus, one, plus, type Rational, ratio, times, toNumber, zero } from './rational.ts';

const answered = arbitraryPack().chain(pack => fc.record({ pack: fc.constant(pack), answers: consistentAnswersTo(pack) }));
const sum = (all: readonly Rational[]): Rational => all.reduce(plus, zero);

describe('the exact sums obey the theorems that they do not use', () => {
  const fires = fc.array(fc.bigInt({ min: 0n, max: 20n }).map(twentieths => ratio(twentieths, 20n)), { minLength: 1, maxLength: 5, size: 'max' }).filter(each => each.some(({ over }) => over > 0n));

  test('the equal parts of those that fired are Shapley’s value, over all subsets and over all orders', () => {
    fc.assert(fc.property(fires, each => {
      const { chanceOfNo, share } = exactNo(each.map(strength => ({ presence: one, strength })));
      const [subsets, orders] = [shapleyBySubsets(each), shapleyByOrders(each)];
      share.forEach((part, player) => {
        expect(compare(times(part, chanceOfNo), subsets[player] as Rational)).toBe(0);
        expect(compare(subsets[player] as Rational, orders[player] as Rational)).toBe(0);
      });
      expect(compare(sum(share), one)).toBe(0);
      expect(compare(chanceOfNo, minus(one, each.reduce((product, q) => times(product, minus(one, q)), one)))).toBe(0);
    }), { numRuns: 100 });
  });

  test('the numbers of the design come out as fractions', () => {
    const players = [[1, 20], [4, 5], [3, 10], [1, 2], [1, 10]].map(([over, under]) => ratio(over ?? 0, under ?? 1));
    const { chanceOfNo, share, necessity } = exactNo(players.map(strength => ({ presence: one, strength })));
    expect(compare(chanceOfNo, ratio(94015, 100_000))).toBe(0);
    expect(share.map(each => toNumber(each).toFixed(12))).toEqual(['0.022300519421', '0.519229201014', '0.146394192416', '0.266729599887', '0.045346487263']);
    expect(necessity.map(each => toNumber(each).toFixed(12))).toEqual(['0.003350529171', '0.254640216987', '0.027282880391', '0.063660054247', '0.007073339361']);
  });
});

describe('the product agrees with the exact value', () => {
  test('of random packs with answers, from the signs to the shares, to 1e-13 of each value and 1e-15 in all', () => {
    fc.assert(fc.property(answered, ({ pack, answers }) => {
      const { no, answers: settled } = told(pack, answers);
      const { compared } = comparedExactly(no, exactPlayers(pack, settled));
      for (const quantity of quantities) {
        const { absolute, relative } = worstOf(compared[quantity]);
        expect([quantity, absolute < 2e-15]).toEqual([quantity, true]);
        if (quantity !== 'necessity') expect([quantity, relative < 1e-13]).toEqual([quantity, true]);
      }
    }), { numRuns: 150 });
  });

  test('of networks with chances next to nothing and next to certain', () => {
    fc.assert(fc.property(extremeNetworks, network => {
      const { compared } = comparedExactly(explained(network), exactPlayersOf(network));
      // Who was the only one hangs on 1 − q of all others, and each of these on the last digit of a q next to 1.
      const sure = network.causes.map(({ presence, strength }) => presence * strength).reduce((most, q) => most + (q < 1 ? q / (1 - q) : 0), 0);
      for (const quantity of quantities) {
        const { absolute, relative } = worstOf(compared[quantity]);
        expect([quantity, absolute < 2e-15, relative < 1e-14 + (quantity === 'necessity' ? 1e-15 * sure : 0)]).toEqual([quantity, true, true]);
      }
    }), { numRuns: 300 });
  });

  test('of ten causes', () => {
    const causes = Array.from({ length: 10 }, (_, index) => bareCause(`cause-${index}`, 1, (index + 1) / 12));
    const { baseline } = engineOf(barePack(0.1, 0.2, causes));
    const no = explainNo(baseline, baseline.weighed);
    const certain = causes.map(({ strength }) => ({ presence: one, strength: exactly(strength?.value ?? 0) }));
    const { compared } = comparedExactly(no, { causes: certain, always: [0.1, 0.2].map(each => ({ presence: one, strength: exactly(each) })) });
    for (const quantity of quantities) expect(worstOf(compared[quantity]).relative).toBeLessThan(1e-14);
  });

  test('where chances are too small for doubles, to 1e-15 in all', () => {
    const network = { causes: [{ presence: 1e-200, strength: 1e-200 }, { presence: 1e-300, strength: 1e-150 }], background: 1e-300, levels: [{ stops: 1e-310, weight: 1 }] };
    const { compared } = comparedExactly(explained(network), exactPlayersOf(network));
    for (const quantity of quantities) expect(worstOf(compared[quantity]).absolute).toBeLessThan(1e-15);
  });

  test('and orders causes by it: the supported ones first, each kind by exact share, twins by id', () => {
    fc.assert(fc.property(answered, ({ pack, answers }) => {
      const { no, order, answers: settled } = told(pack, answers);
      const { causes, always } = exactPlayers(pack, settled);
      const { share } = exactNo([...causes, ...always]);
      expect(no.weighed.supported.map(Boolean)).toEqual(causes.map(({ supported }) => supported));
      for (const [place, cause] of order.slice(1).entries()) {
        const [former, other] = [order[place] as number, cause];
        const [before, after] = [causes[former]?.supported, causes[other]?.supported];
        expect(Number(before)).toBeGreaterThanOrEqual(Number(after));
        if (before !== after) continue;
        const [larger, smaller] = [toNumber(share[former] as Rational), toNumber(share[other] as Rational)];
        expect(larger).toBeGreaterThanOrEqual(smaller * (1 - 1e-13));
        const alike = no.weighed.presence[former] === no.weighed.presence[other] && no.weighed.strength[former] === no.weighed.strength[other];
        if (alike) expect([former < other, no.share[former]]).toEqual([true, no.share[other]]);
      }
    }), { numRuns: 100 });
  });
});

describe('what speaks for a cause and what speaks as strongly against it', () => {
  const opposites = (['slightly', '', 'strongly'] as const).map(word => [`${word} for`.trim(), `${word} against`.trim()] as [Speaks, Speaks]);
  const packOf = (signs: readonly (readonly [Speaks, string | undefined])[]): Pack => {
    const options = [{ id: 'yes', says: 'Yes', typical: 0.5 }, { id: 'no', says: 'No', typical: 0.5 }];
    const cause: Cause = {
      ...bareCause('cause', 0.137, 0.4),
      signs: signs.map(([speaks, group]): Sign => ({ when: { test: 'chosen', question: 0, options: [0] }, speaks, because: 'It was seen.', keep: false, ...(group !== undefined && { group }) })),
    };
    return { ...barePack(0.1, 0.2, [cause]), questions: [{ id: 'seen', kind: 'yes-no', section: 'all', ask: 'Was it seen?', dontKnow: 0, options }] };
  };
  const presenceIn = (pack: Pack): number => told(pack, { seen: 'yes' }).no.weighed.presence[0] ?? Number.NaN;

  test.each(opposites)('%s and %s cancel to the last bit', (speaksFor, against) => {
    expect(speaksWords).toEqual(expect.arrayContaining([speaksFor, against]));
    expect(presenceIn(packOf([[speaksFor, undefined], [against, undefined]]))).toBe(0.137);
  });

  test.each(opposites)('%s and %s of one fact: the first counts', (speaksFor, against) => {
    expect(presenceIn(packOf([[speaksFor, 'fact'], [against, 'fact']]))).toBeGreaterThan(0.137);
    expect(presenceIn(packOf([[against, 'fact'], [speaksFor, 'fact']]))).toBeLessThan(0.137);
  });
});
