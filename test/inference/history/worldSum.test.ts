import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lasting, PastInterview, Sums } from '../../../src/inference/history/lasting.ts';
import { posteriorAhead, posteriorOf } from '../../../src/inference/history/posterior.ts';
import { subsetsOf, sumOverSubsets } from '../../../src/inference/history/subsetSum.ts';
import { sumOverWorlds } from '../../../src/inference/history/worldSum.ts';
import { enumerateHistory } from './historyEnumeration.ts';

const chance = fc.double({ min: 0, max: 0.95, noNaN: true });
const times = [0, 1, 0.1, 0.7];

interface History {
  readonly lasting: Lasting;
  readonly latest: PastInterview;
  readonly others: readonly PastInterview[];
  readonly next: PastInterview;
}

/**
 * A person with up to `most` lasting causes, some of them never or always there, and up to seven interviews. Each cause
 * has one of two strengths in each, or none, as where the answers settle it: so some failures are alike.
 */
function historiesOf(most: number): fc.Arbitrary<History> {
  return fc.record({
    causes: fc.array(fc.record({ presence: fc.oneof({ arbitrary: chance, weight: 8 }, { arbitrary: fc.constantFrom(0, 1), weight: 1 }), strengths: fc.tuple(chance, chance) }), { maxLength: most, size: 'max' }),
    levels: fc.array(fc.record({ stops: chance, weight: fc.double({ min: 0.05, max: 1, noNaN: true }) }), { minLength: 1, maxLength: 7 }),
    interviews: fc.array(fc.record({ failed: fc.nat(3), fresh: fc.array(chance, { minLength: 1, maxLength: 2 }), picks: fc.array(fc.nat(3), { minLength: most, maxLength: most }) }), { minLength: 2, maxLength: 8 }),
  }).map(({ causes, levels, interviews }) => {
    const whole = levels.reduce((sum, { weight }) => sum + weight, 0);
    const [latest, next, ...others] = interviews.map(({ failed, fresh, picks }): PastInterview => ({
      failed: failed > 0,
      fresh: [0.05, ...fresh],
      strengths: causes.map(({ strengths }, j) => [strengths[0], strengths[0], strengths[1], 0][picks[j] ?? 0] ?? 0),
    })) as [PastInterview, PastInterview, ...PastInterview[]];
    return { lasting: { presence: causes.map(({ presence }) => presence), levels: levels.map(({ stops, weight }) => ({ stops, weight: weight / whole })) }, latest, others, next };
  });
}

function numbersOf({ total, withCause, standing, standingPassed }: Sums): readonly number[] {
  return [total, ...withCause, standing, standingPassed].flatMap(row => [...row]);
}

/** What no interview speaks of is left out of the worlds, and of it nothing is learned. */
function spokenOf({ lasting, latest, others, next }: History): History {
  const spoken = (_: unknown, j: number): boolean => [latest, next, ...others].some(({ strengths }) => (strengths[j] ?? 0) > 0);
  const only = (each: PastInterview): PastInterview => ({ ...each, strengths: each.strengths.filter(spoken) });
  return { lasting: { ...lasting, presence: lasting.presence.filter(spoken) }, latest: only(latest), others: others.map(only), next: only(next) };
}

function expectNear(ours: readonly number[], theirs: readonly number[], whole: number, within: number): void {
  expect(ours.length).toBe(theirs.length);
  ours.forEach((value, index) => { expect(Math.abs(value - (theirs[index] ?? Number.NaN)) / whole).toBeLessThan(within); });
}

describe('the sum over worlds and the signed sum over subsets of failures', () => {
  test.each([5, 13])('agree wherever digits are left, with and without a next interview, for up to %i causes', most => {
    fc.assert(fc.property(historiesOf(most).map(spokenOf), ({ lasting, latest, others, next }) => {
      const [alone] = sumOverWorlds(lasting, latest, others, null, times) as readonly [Sums];
      const [now, passed] = sumOverWorlds(lasting, latest, others, next, times) as readonly [Sums, Sums];
      const [signed, signedPassed] = [others, [...others, { ...next, failed: false }]].map(known => sumOverSubsets(lasting, latest, known, times));
      expectNear([...now.total, ...now.standing], [...alone.total, ...alone.standing], alone.total[0] ?? 0, 1e-13);
      if (signed) expectNear(numbersOf(signed), numbersOf(now), now.total[0] ?? 0, 1e-9);
      if (signedPassed) expectNear([...signedPassed.total, ...signedPassed.standing], [...passed.total, ...passed.standing], now.total[0] ?? 0, 1e-9);
    }), { numRuns: most === 5 ? 300 : 60 });
  });

  test('are told apart by how much cancels: nothing is subtracted where every failure was next to impossible', () => {
    const surely: PastInterview = { failed: true, fresh: [0.0001], strengths: [0.0001] };
    const others = Array.from({ length: 12 }, (_, k) => ({ ...surely, strengths: [0.0001 + k / 1e6] }));
    expect(subsetsOf(others)).toBe(4096);
    expect(sumOverSubsets({ presence: [0.5], levels: [{ stops: 0.0001, weight: 1 }] }, surely, others, times)).toBeNull();
  });

  test('agree where failures differ only in what does not last, which counts as one kind of them', () => {
    const lasting: Lasting = { presence: [0.2, 0.6], levels: [{ stops: 0.3, weight: 0.4 }, { stops: 0, weight: 0.6 }] };
    const others = [0.1, 0.5, 0.9, 0.3].map((fresh, k): PastInterview => ({ failed: true, fresh: [fresh], strengths: k < 3 ? [0.5, 0.2] : [0.1, 0.4] }));
    const latest: PastInterview = { failed: true, fresh: [0.05], strengths: [0.7, 0.3] };
    const [worlds] = sumOverWorlds(lasting, latest, others, null, times) as readonly [Sums];
    expect(subsetsOf(others)).toBe(8);
    expectNear(numbersOf(sumOverSubsets(lasting, latest, others, times) as Sums), numbersOf(worlds), worlds.total[0] ?? 0, 1e-13);
  });

  test('count alike failures once', () => {
    const failure: PastInterview = { failed: true, fresh: [0.1], strengths: [0.2] };
    expect(subsetsOf([failure, { ...failure }, { ...failure, strengths: [0.3] }, { ...failure, failed: false }])).toBe(6);
  });
});

describe('a posterior is that of brute force', () => {
  test('on 120 random histories, with what a next no and a next yes would make of it', () => {
    fc.assert(fc.property(historiesOf(5), ({ lasting, latest, others, next }) => {
      const { now, afterNo, afterYes, advance } = posteriorAhead(lasting, latest, others, next);
      const after = (known: readonly PastInterview[]): ReturnType<typeof enumerateHistory> => enumerateHistory(lasting, latest, known);
      const known = after(others);
      expectNear([...now.presence, now.standing, now.chanceOfNo], [...known.presence, known.standing, known.chanceOfNo], 1, 1e-11);
      for (const [ours, theirs] of [[now.shares, known], [afterNo, after([...others, { ...next, failed: true }])], [afterYes, after([...others, { ...next, failed: false }])]] as const) {
        expectNear([...ours.lasting, ...ours.fresh, ours.standing], theirs.shares, 1, 1e-11);
      }
      expectNear([...now.alone.lasting, ...now.alone.fresh], known.alone, 1, 1e-11);
      for (const ended of ['passed', 'open'] as const) expectNear([...now.otherwise[ended].presence, now.otherwise[ended].standing], [...known.otherwise[ended].presence, known.otherwise[ended].standing], 1, 1e-10);
      const goesOn = (...ended: readonly PastInterview[]): number => 1 - enumerateHistory(lasting, next, [...others, ...ended]).chanceOfNo;
      expectNear([advance.failed, advance.passed, advance.open], [goesOn({ ...latest, failed: true }), goesOn({ ...latest, failed: false }), goesOn()], 1, 1e-10);
    }), { numRuns: 120 });
  });

  test('where nothing lasts, too', () => {
    const interview: PastInterview = { failed: true, fresh: [0.1, 0.3], strengths: [] };
    const lasting: Lasting = { presence: [], levels: [{ stops: 0.4, weight: 0.3 }, { stops: 0, weight: 0.7 }] };
    const [ours, theirs] = [posteriorOf(lasting, interview, [interview, interview]), enumerateHistory(lasting, interview, [interview, interview])];
    expectNear([ours.standing, ours.chanceOfNo, ...ours.shares.fresh, ours.shares.standing], [theirs.standing, theirs.chanceOfNo, ...theirs.shares], 1, 1e-12);
  });
});
