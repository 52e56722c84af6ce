import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lasting, PastInterview } from '../../../src/inference/history/lasting.ts';
import type { View } from '../../../src/inference/history/view.ts';
import { walksFor } from '../../../src/inference/history/walks.ts';
import { bestSplit, splitBy } from '../../../src/inference/history/worldSplit.ts';
import { type Sums, worldSums } from '../../../src/inference/history/worldSum.ts';
import { enumerateHistory } from './historyEnumeration.ts';

const chance = fc.double({ min: 0, max: 0.95, noNaN: true });
const times = [1, 0.1, 0.7];

interface History {
  readonly lasting: Lasting;
  readonly latest: PastInterview;
  readonly others: readonly PastInterview[];
}

/**
 * A person with up to five lasting causes, some of them never or always there, and up to seven interviews. Each cause has
 * one of two strengths in each, or none, as where the answers settle it: so interviews fall into classes of all sizes.
 */
const histories: fc.Arbitrary<History> = fc.record({
  causes: fc.array(fc.record({ presence: fc.oneof({ arbitrary: chance, weight: 8 }, { arbitrary: fc.constantFrom(0, 1), weight: 1 }), strengths: fc.tuple(chance, chance) }), { maxLength: 5 }),
  levels: fc.array(fc.record({ stops: chance, weight: fc.double({ min: 0.05, max: 1, noNaN: true }) }), { minLength: 1, maxLength: 7 }),
  interviews: fc.array(fc.record({ failed: fc.nat(3), fresh: fc.array(chance, { minLength: 1, maxLength: 2 }), picks: fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }) }), { minLength: 1, maxLength: 7 }),
}).map(({ causes, levels, interviews }) => {
  const whole = levels.reduce((sum, { weight }) => sum + weight, 0);
  const [latest = { failed: true, fresh: [0.1], strengths: [] }, ...others] = interviews.map(({ failed, fresh, picks }): PastInterview => ({
    failed: failed > 0,
    fresh: [0.05, ...fresh],
    strengths: causes.map(({ strengths }, j) => [strengths[0], strengths[0], strengths[1], 0][picks[j] ?? 0] ?? 0),
  }));
  return { lasting: { presence: causes.map(({ presence }) => presence), levels: levels.map(({ stops, weight }) => ({ stops, weight: weight / whole })) }, latest, others };
});

const sizesOf = ({ levels }: Lasting): { readonly levels: number; readonly views: number; readonly modes: number } => ({ levels: levels.length, views: 1, modes: times.length + 1 });

/** Every way to choose the causes that are thinned. */
function choices(count: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** count }, (_, set) => Array.from({ length: count }, (__, j) => j).filter(j => Math.floor(set / 2 ** j) % 2 === 1));
}

function sumsBy({ lasting, latest, others }: History, thinned: readonly number[]): Sums {
  const [sums] = worldSums(lasting, splitBy([...lasting.presence.keys()], thinned, others, sizesOf(lasting)), [{ explained: latest, besides: [], times }]);
  if (!sums) throw new Error('there is no view');
  return sums;
}

function numbersOf({ total, withCause, standing, atLevel }: Sums): readonly number[] {
  return [total, ...withCause, standing, ...atLevel].flatMap(row => [...row]);
}

function expectNear(ours: readonly number[], theirs: readonly number[], whole = 1): void {
  expect(ours.length).toBe(theirs.length);
  ours.forEach((value, index) => { expect(Math.abs(value - (theirs[index] ?? Number.NaN)) / whole).toBeLessThan(1e-12); });
}

describe('whatever causes are thinned', () => {
  test('presence, levels and the chance of a no are those of the enumeration by brute force', () => {
    fc.assert(fc.property(histories, history => {
      const { lasting, latest, others } = history;
      const expected = enumerateHistory(lasting, latest, others);
      for (const thinned of choices(lasting.presence.length)) {
        const { total, withCause, atLevel } = sumsBy(history, thinned);
        const [no, yes] = [total[0] ?? 0, total[1] ?? 0];
        expectNear(withCause.map(sums => (sums[0] ?? 0) / no), expected.presence);
        expectNear(atLevel.map(sums => (sums[0] ?? 0) / no), expected.levels);
        expectNear([no / (no + yes)], [expected.chanceOfNo]);
      }
    }), { numRuns: 150 });
  });

  test('the sums are those without any thinning, in each way to look at the latest interview', () => {
    fc.assert(fc.property(histories, history => {
      const worlds = sumsBy(history, []);
      for (const thinned of choices(history.lasting.presence.length)) expectNear(numbersOf(sumsBy(history, thinned)), numbersOf(worlds), Math.max(...worlds.total));
    }), { numRuns: 150 });
  });

  test('twenty causes, all of them enumerated, give the sums of twenty thinned ones', () => {
    const causes = Array.from({ length: 20 }, (_, j) => j);
    const interview = (k: number): PastInterview => ({ failed: k !== 3, fresh: [0.1, k / 20], strengths: causes.map(j => (k % 2 === 0 ? j : 20 - j) / 25) });
    const lasting: Lasting = { presence: causes.map(j => (j + 1) / 30), levels: [{ stops: 0.9, weight: 0.2 }, { stops: 0.1, weight: 0.8 }] };
    const history: History = { lasting, latest: interview(0), others: [1, 2, 3, 4, 5].map(interview) };
    const [enumerated, thinned] = [numbersOf(sumsBy(history, [])), numbersOf(sumsBy(history, causes))];
    expectNear(enumerated, thinned, Math.max(...enumerated));
  });

  test('each failure is in one place: apart, where no thinned cause has a strength, or in a class that is alike to all of them', () => {
    fc.assert(fc.property(histories, fc.nat(31), ({ lasting, others }, set) => {
      const used = [...lasting.presence.keys()];
      const thinned = used.filter(j => Math.floor(set / 2 ** j) % 2 === 1);
      const { apart, classes, successes, enumerated } = splitBy(used, thinned, others, sizesOf(lasting));
      expect(new Set([...apart, ...classes.flat(), ...successes])).toEqual(new Set(others));
      expect(apart.length + classes.flat().length + successes.length).toBe(others.length);
      const row = ({ strengths }: PastInterview): string => thinned.map(j => strengths[j] ?? 0).join();
      for (const each of apart) expect(thinned.every(j => each.strengths[j] === 0)).toBe(true);
      for (const members of classes) expect(new Set(members.map(row)).size).toBe(1);
      expect(new Set(classes.map(([one]) => (one ? row(one) : ''))).size).toBe(classes.length);
      expect([...enumerated, ...thinned].sort()).toEqual(used);
    }));
  });
});

describe('views that share a walk', () => {
  test('give the sums that each gives alone, whatever outcomes are its own', () => {
    fc.assert(fc.property(histories, fc.array(fc.nat(6), { minLength: 1, maxLength: 3 }), fc.nat(6), ({ lasting, latest, others }, explained, own) => {
      const used = [...lasting.presence.keys()];
      const common = others.slice(own);
      const views = explained.map((pick, index): View => ({ explained: others[pick] ?? latest, besides: others.slice(0, Math.max(0, own - index)), times }));
      const together = worldSums(lasting, splitBy(used, [], common, { levels: lasting.levels.length, views: views.length, modes: 1 }), views).map(numbersOf);
      views.forEach((view, index) => {
        const alone = numbersOf(sumsBy({ lasting, latest: view.explained, others: [...common, ...view.besides] }, []));
        expectNear(together[index] ?? [], alone, Math.max(...alone));
      });
      expect(together.length).toBe(views.length);
    }), { numRuns: 300 });
  });

  test('have no outcomes of their own where causes are thinned, as these must explain all of them', () => {
    const one: PastInterview = { failed: true, fresh: [0.1], strengths: [0.5] };
    const lasting: Lasting = { presence: [0.5], levels: [{ stops: 0, weight: 1 }] };
    expect(() => worldSums(lasting, splitBy([0], [0], [one], sizesOf(lasting)), [{ explained: one, besides: [one], times }])).toThrow(RangeError);
  });

  test('are walked together where every failure differs, and one by one where thinning is quick', () => {
    const causes = Array.from({ length: 14 }, (_, j) => j);
    const lasting: Lasting = { presence: causes.map(() => 0.3), levels: [{ stops: 0.1, weight: 1 }] };
    const walks = (strength: (j: number, k: number) => number): number => {
      const interview = (_: unknown, k: number): PastInterview => ({ failed: true, fresh: [0.1], strengths: causes.map(j => strength(j, k)) });
      const [one, other, ...others] = Array.from({ length: 30 }, interview);
      if (!one || !other) throw new Error('there is no interview');
      return walksFor(lasting, others, [{ explained: one, besides: [other], times }, { explained: other, besides: [one], times }]).length;
    };
    expect(walks((j, k) => (1 + ((j * 5 + k * 3) % 17)) / 20)).toBe(1);
    expect(walks(j => (j + 1) / 20)).toBe(2);
  });
});

describe('the causes that are thinned', () => {
  const used = Array.from({ length: 16 }, (_, j) => j);
  const sizes = { levels: 5, views: 1, modes: 12 };
  const interviews = (count: number, strength: (j: number, k: number) => number): readonly PastInterview[] =>
    Array.from({ length: count }, (_, k) => ({ failed: true, fresh: [0.1], strengths: used.map(j => strength(j, k)) }));

  test('are most of those with one strength for all failures, which then are one class', () => {
    const { thinned, classes } = bestSplit(used, interviews(30, j => (j + 1) / 20), sizes);
    expect(thinned.length).toBeGreaterThan(8);
    expect(classes.length).toBe(1);
  });

  test('are most of them where there are few failures, each of which is a class of its own', () => {
    const { thinned, classes } = bestSplit(used, interviews(4, (j, k) => (1 + ((j * 5 + k * 3) % 17)) / 20), sizes);
    expect(thinned.length).toBeGreaterThan(8);
    expect(classes.length).toBe(4);
  });

  test('are none where there are many failures that all differ', () => {
    expect(bestSplit(used, interviews(30, (j, k) => (1 + ((j * 5 + k * 3) % 17)) / 20), sizes).thinned).toEqual([]);
  });

  test('are those that seldom differ, where the others often do', () => {
    const { thinned } = bestSplit(used, interviews(30, (j, k) => (j < 4 ? (1 + ((j * 5 + k * 3) % 17)) / 20 : k < 2 ? 0.3 : 0.2)), sizes);
    expect(thinned.length).toBeGreaterThan(2);
    expect(thinned.every(j => j >= 4)).toBe(true);
  });
});
