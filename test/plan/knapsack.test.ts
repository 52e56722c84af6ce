import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Effort } from '../../src/pack/effort.ts';
import { bestFixes, effortOf, type Fixable } from '../../src/plan/knapsack.ts';
import type { FixOf } from '../../src/plan/nextChance.ts';
import { probability } from '../arbitraryPack.ts';
import { fixable, fixTaking, namesOf } from './fixing.ts';

const efforts: readonly Effort[] = ['minutes', 'evening', 'weekend', 'weeks'];

/** Chances of any size, and often ordinary ones, where what is chosen makes a difference. */
const chances = fc.oneof({ arbitrary: fc.integer({ min: 1, max: 19 }).map(twentieths => twentieths / 20), weight: 3 }, { arbitrary: probability, weight: 1 });

interface Case {
  readonly causes: readonly Fixable[];
  readonly budget: number;
  readonly most: number;
}

/** Up to five causes with several fixes each, or one or two with many that take alike, and a budget that some of them fit in. */
function cases(chance: fc.Arbitrary<number>, mostFixes: number): fc.Arbitrary<Case> {
  return fc.record({
    causes: fc.oneof(causesOf(chance, 5, 4, efforts), causesOf(chance, 2, 7, ['minutes', 'minutes', 'minutes', 'evening']))
      .filter(causes => causes.flatMap(({ fixes }) => fixes).length <= mostFixes),
    budget: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 120 })),
    most: fc.integer({ min: 0, max: 5 }),
  });
}

function causesOf(chance: fc.Arbitrary<number>, mostCauses: number, mostFixes: number, among: readonly Effort[]): fc.Arbitrary<readonly Fixable[]> {
  const fixes = fc.array(fc.record({ removes: chance, effort: fc.constantFrom(...among) }), { minLength: 1, maxLength: mostFixes, size: 'max' });
  return fc.array(fc.record({ presence: chance, strength: chance, fixes }), { minLength: 1, maxLength: mostCauses, size: 'max' })
    .map(drafts => drafts.map(({ presence, strength, fixes: each }, at) =>
      fixable(`cause-${at}`, presence, strength, each.map(({ removes, effort }, index) => fixTaking(`fix-${index}`, removes, effort)))));
}

interface Tried {
  readonly chance: number;
  readonly effort: number;
  readonly names: readonly string[];
}

/** Every set of fixes that fits, with the chance it leads to; the best first, as the documentation orders them. */
function everySet({ causes, budget, most }: Case): readonly Tried[] {
  const all = causes.flatMap(({ fixes }) => fixes);
  return Array.from({ length: 2 ** all.length }, (_, set) => all.filter((_fix, at) => Math.floor(set / 2 ** at) % 2 === 1))
    .filter(set => set.length <= most && effortTaken(set) <= budget)
    .map(set => ({ chance: chanceWith(causes, set), effort: effortTaken(set), names: namesOf(set) }))
    .sort((a, b) => b.chance - a.chance || a.effort - b.effort || a.names.length - b.names.length || (a.names.join(' ') < b.names.join(' ') ? -1 : 1));
}

function effortTaken(set: readonly FixOf[]): number {
  return set.reduce((sum, { fix }) => sum + { minutes: 1, evening: 4, weekend: 12, weeks: 40 }[fix.effort], 0);
}

/** Each cause is there and fires unless one of its fixes has taken it away. */
function chanceWith(causes: readonly Fixable[], set: readonly FixOf[]): number {
  let chance = 1;
  for (const { cause, presence, strength } of causes) {
    let fires = presence * strength;
    for (const { fix } of set.filter(each => each.cause === cause)) fires *= 1 - fix.removes.value;
    chance *= 1 - fires;
  }
  return chance;
}

function best({ causes, budget, most }: Case): readonly FixOf[] {
  return within(causes, budget, most);
}

function within(causes: readonly Fixable[], budget: number, most: number): readonly FixOf[] {
  return bestFixes(causes, [budget], most)[0] ?? [];
}

test('an evening takes as long as four small things, a weekend as three evenings', () => {
  expect(effortOf).toEqual({ minutes: 1, evening: 4, weekend: 12, weeks: 40 });
});

describe('the best fixes within a budget', () => {
  test('are as good as the best of all sets, for chances of any size', () => {
    fc.assert(fc.property(cases(chances, 10), each => {
      expect(chanceWith(each.causes, best(each))).toBeCloseTo(everySet(each)[0]?.chance ?? Number.NaN, 12);
    }), { numRuns: 400 });
  });

  test('and so for sixteen fixes', () => {
    const large = cases(fc.double({ min: 0.05, max: 0.95, noNaN: true }), 16).filter(({ causes }) => causes.flatMap(({ fixes }) => fixes).length > 13);
    fc.assert(fc.property(large, each => {
      expect(chanceWith(each.causes, best(each))).toBeCloseTo(everySet(each)[0]?.chance ?? Number.NaN, 12);
    }), { numRuns: 15 });
  });

  test('fit the budget and the number, each of them once', () => {
    fc.assert(fc.property(cases(chances, 16), each => {
      const chosen = best(each);
      expect(effortTaken(chosen)).toBeLessThanOrEqual(each.budget);
      expect(chosen.length).toBeLessThanOrEqual(each.most);
      expect(new Set(namesOf(chosen)).size).toBe(chosen.length);
    }), { numRuns: 200 });
  });

  test('of equally good sets are the one with the least effort, then with the fewest fixes, then with the first ids', () => {
    // Halves and quarters only, so that equal chances are equal to the last bit and ties are common.
    const even = cases(fc.constantFrom(0, 0.5, 0.5, 1), 10);
    fc.assert(fc.property(even, each => {
      expect(namesOf(best(each))).toEqual(everySet(each)[0]?.names);
    }), { numRuns: 400 });
    const tied = fc.sample(even, 400).filter(each => everySet(each)[0]?.chance === everySet(each)[1]?.chance);
    expect(tied.length).toBeGreaterThan(100);
  });

  test('ids that begin alike are ordered as ids are, the shorter one first', () => {
    const causes = ['late-note', 'late'].map(id => fixable(id, 0.5, 0.5, [fixTaking('write-it', 0.5)]));
    expect(namesOf(within(causes, 10, 1))).toEqual(['late/write-it']);
  });

  test('are the same in whatever order causes and fixes are given', () => {
    const shuffled = cases(fc.constantFrom(0, 0.5, 1), 12).chain(each => fc.record({
      each: fc.constant(each),
      causes: fc.shuffledSubarray([...each.causes], { minLength: each.causes.length }).map(causes => causes.map(cause => ({ ...cause, fixes: cause.fixes.toReversed() }))),
    }));
    fc.assert(fc.property(shuffled, ({ each, causes }) => {
      expect(namesOf(best({ ...each, causes }))).toEqual(namesOf(best(each)));
    }), { numRuns: 200 });
  });
});

test('several budgets at once give what each gives alone', () => {
  fc.assert(fc.property(cases(chances, 12), fc.array(fc.nat(60), { minLength: 1, maxLength: 4 }), ({ causes, most }, budgets) => {
    expect(bestFixes(causes, budgets, most).map(namesOf)).toEqual(budgets.map(budget => namesOf(within(causes, budget, most))));
  }), { numRuns: 100 });
});

describe('having more to spend', () => {
  test('a larger budget never gives a worse plan', () => {
    fc.assert(fc.property(cases(chances, 16), fc.nat(60), (each, more) => {
      expect(chanceWith(each.causes, best({ ...each, budget: each.budget + more }))).toBeGreaterThanOrEqual(chanceWith(each.causes, best(each)) - 1e-15);
    }), { numRuns: 200 });
  });

  test('nor does it when more fixes are allowed', () => {
    fc.assert(fc.property(cases(chances, 16), each => {
      expect(chanceWith(each.causes, best({ ...each, most: each.most + 1 }))).toBeGreaterThanOrEqual(chanceWith(each.causes, best(each)) - 1e-15);
    }), { numRuns: 200 });
  });
});

describe('by example', () => {
  test('a second fix of one cause has only what the first one leaves', () => {
    // (1 − .5/2)(1 − .4/2) = .6, but (1 − .5/4)(1 − .4) = .525
    const late = fixable('late', 1, 0.5, [fixTaking('leave-early', 0.5), fixTaking('look-it-up', 0.5)]);
    const research = fixable('research', 1, 0.4, [fixTaking('read-site', 0.5)]);
    expect(namesOf(within([late, research], 10, 2))).toEqual(['late/leave-early', 'research/read-site']);
    expect(namesOf(within([late, research], 10, 3))).toEqual(['late/leave-early', 'late/look-it-up', 'research/read-site']);
  });

  test('two small things may be worth more than one that takes an evening', () => {
    const causes = [
      fixable('a', 0.5, 0.4, [fixTaking('evening', 0.9, 'evening')]),
      fixable('b', 0.5, 0.3, [fixTaking('minutes', 0.8)]), fixable('c', 0.5, 0.3, [fixTaking('minutes', 0.8)]),
    ];
    expect(namesOf(within(causes, 4, 3))).toEqual(['b/minutes', 'c/minutes']); // (1 − .2)(1 − .03)² = .753, and (1 − .02)(1 − .15)² = .708
    expect(namesOf(within(causes, 5, 3))).toEqual(['a/evening', 'b/minutes']);
  });

  test('four small things leave less of a cause than an evening, which leaves room for what helps elsewhere', () => {
    const minutes = (...ids: readonly string[]): ReturnType<typeof fixTaking>[] => ids.map(id => fixTaking(id, 0.5));
    const causes = [fixable('a', 1, 0.8, [fixTaking('evening', 0.9, 'evening'), ...minutes('1', '2', '3', '4')]), fixable('b', 1, 0.5, minutes('1', '2', '3'))];
    expect(namesOf(within(causes.slice(0, 1), 4, 4))).toEqual(['a/1', 'a/2', 'a/3', 'a/4']); // 1 − .8/16 = .95, over 1 − .08
    expect(namesOf(within(causes, 20, 4))).toEqual(['a/evening', 'b/1', 'b/2', 'b/3']); // .92 · (1 − .5/8) = .86
  });

  test('nothing is chosen that changes nothing', () => {
    expect(within([fixable('gone', 0, 0.5, [fixTaking('a', 0.9)]), fixable('harmless', 0.5, 0, [fixTaking('b', 0.9)]), fixable('c', 0.5, 0.5, [fixTaking('c', 0)])], 100, 3)).toEqual([]);
    expect(within([], 100, 3)).toEqual([]);
    expect(within([fixable('late', 1, 1, [fixTaking('a', 1)])], 100, 0)).toEqual([]);
    expect(within([fixable('late', 1, 1, [fixTaking('a', 1)])], 0, 3)).toEqual([]);
  });

  test('what takes its cause away altogether leaves nothing for another fix to do', () => {
    const late = fixable('late', 1, 1, [fixTaking('all', 1, 'evening'), fixTaking('most', 0.9)]);
    expect(namesOf(within([late], 5, 3))).toEqual(['late/all']);
    expect(namesOf(within([late], 3, 3))).toEqual(['late/most']);
  });
});
