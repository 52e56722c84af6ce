import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { chanceOfGoingOn, type FixOf } from '../../src/plan/nextChance.ts';
import { arbitraryPack, AS_OF, bareCause, barePack, consistentAnswersTo, probability } from '../arbitraryPack.ts';
import { engineOf, readBy } from '../engineOf.ts';
import { enumerateGoingOn, fixable, fixTaking, interviewWith } from './fixing.ts';
import { arbitraryPlannedPack } from './plannedPack.ts';

/** What an interview may have been like, as far as the next one hangs on it. */
interface Taught {
  /** Probability of what happened, under the answers. */
  readonly happened: number;
  readonly presence: readonly number[];
  readonly standing: number;
}

interface Weighed {
  readonly presence: number;
  readonly strength: number;
}

/** What an interview that ended so teaches: visits every level, and every cause absent, there and silent, or firing. */
function taughtBy({ background, standing }: Pack, causes: readonly Weighed[], failed: boolean | null): Taught {
  let [happened, stops] = [0, 0];
  const there = causes.map(() => 0);
  const visit = (index: number, weight: number, present: readonly number[], fired: boolean, level: number): void => {
    if (weight === 0) return;
    const cause = causes[index];
    if (cause !== undefined) {
      visit(index + 1, weight * (1 - cause.presence), present, fired, level);
      visit(index + 1, weight * cause.presence * (1 - cause.strength), [...present, index], fired, level);
      visit(index + 1, weight * cause.presence * cause.strength, [...present, index], true, level);
      return;
    }
    const stopped = fired ? 1 : 1 - (1 - background.value) * (1 - level);
    const seen = weight * (failed === null ? 1 : failed ? stopped : 1 - stopped);
    happened += seen;
    stops += seen * level;
    for (const each of present) there[each] = (there[each] ?? 0) + seen;
  };
  for (const { stops: level, weight } of standing.levels) visit(0, weight, [], false, level);
  return { happened, presence: there.map(sum => sum / happened), standing: stops / happened };
}

/** The chance of going on next time, from what the design says of it, world by world. */
function forecast(pack: Pack, answers: object): { readonly happened: number; readonly chance: number } {
  const { weighed, failed } = readBy(engineOf(pack), answers, AS_OF);
  const stopping = pack.causes.map((cause, index) => ({ cause, presence: weighed.presence[index] ?? 0, strength: weighed.strength[index] ?? 0 }))
    .filter(({ cause }) => cause.strength !== undefined);
  const taught = taughtBy(pack, stopping, failed);
  const next = stopping.map(({ cause }, index) => {
    const [usual, then] = [cause.baseRate.value, taught.presence[index] ?? Number.NaN];
    const presence = cause.scope === 'candidate' ? then : cause.control === 'you' ? (usual + then) / 2 : usual;
    return { cause, presence, strength: cause.strength?.value ?? 0 };
  });
  return { happened: taught.happened, chance: enumerateGoingOn(next, [], [pack.background.value, taught.standing]) };
}

describe('the chance of the next interview', () => {
  test('agrees with visiting all worlds of both interviews, whatever the answers', () => {
    const answered = arbitraryPlannedPack().filter(({ causes }) => causes.length <= 6)
      .chain(pack => fc.record({ pack: fc.constant(pack), answers: consistentAnswersTo(pack) }));
    fc.assert(fc.property(answered, ({ pack, answers }) => {
      const { happened, chance } = forecast(pack, answers);
      fc.pre(happened > 1e-6); // nobody goes on past a certain no
      expect(diagnose(answers, { pack, asOf: AS_OF }).plan.chance.asItStands).toBeCloseTo(chance, 9);
    }), { numRuns: 150 });
  });

  test('counts what follows the person in full, habits by half, and the rest as for everybody', () => {
    // Each is there in 20 of 100 and stops half. One answer settles that all were there; nothing else is at work.
    const pack = (cause: object): Pack => ({
      ...barePack(0, 0), questions: [{ id: 'seen', kind: 'yes-no', section: 'all', ask: 'Was it there?', dontKnow: 0, options: [{ id: 'yes', says: 'Yes', typical: 0.5 }, { id: 'no', says: 'No', typical: 0.5 }] }],
      causes: [{ ...bareCause('it', 0.2, 0.5), signs: [{ when: { test: 'chosen', question: 0, options: [0] }, speaks: 'establishes', because: 'It was there.', keep: false }], ...cause }],
    });
    const chance = (cause: object, answers: object): number => diagnose(answers as Readonly<Record<string, string>>, { pack: pack(cause) }).plan.chance.asItStands;
    expect(chance({ scope: 'candidate' }, { seen: 'yes' })).toBeCloseTo(0.5, 12); // 1 − 1 · .5
    expect(chance({ control: 'you' }, { seen: 'yes' })).toBeCloseTo(0.7, 12); // 1 − .6 · .5
    expect(chance({ control: 'them' }, { seen: 'yes' })).toBeCloseTo(0.9, 12); // 1 − .2 · .5
    expect(chance({ control: 'fit' }, { seen: 'yes' })).toBeCloseTo(0.9, 12);
    for (const cause of [{ scope: 'candidate' }, { control: 'you' }, { control: 'them' }]) expect(chance(cause, {})).toBeCloseTo(0.9, 12);
  });

  test('without answers it is what is usual', () => {
    fc.assert(fc.property(fc.oneof(arbitraryPlannedPack(), fc.constant(corePack as Pack)), pack => {
      const { chance } = diagnose({}, { pack }).plan;
      const stops = pack.causes.map(({ baseRate, strength }) => baseRate.value * (strength?.value ?? 0));
      const standing = pack.standing.levels.reduce((sum, { stops: level, weight }) => sum + level * weight, 0);
      expect(chance.asItStands).toBeCloseTo([...stops, pack.background.value, standing].reduce((left, q) => left * (1 - q), 1), 12);
      expect(chance.withPlan).toBe(chance.asItStands);
    }), { numRuns: 60 });
  });

  test('a no makes it smaller than a yes, with the same answers', () => {
    fc.assert(fc.property(consistentAnswersTo(corePack), answers => {
      const chance = (outcome: string): number => diagnose({ ...answers, outcome } as object, { asOf: AS_OF }).plan.chance.asItStands;
      expect(chance('rejected')).toBeLessThanOrEqual(chance('advanced') + 1e-12);
    }), { numRuns: 20 });
  });
});

describe('with fixes done', () => {
  const drafts = fc.array(fc.record({ presence: probability, strength: probability, removes: fc.array(probability, { maxLength: 3 }) }), { minLength: 1, maxLength: 4 });

  test('the chance agrees with visiting all worlds, each fix taking its part of what the others leave', () => {
    fc.assert(fc.property(drafts, probability, (causes, otherwise) => {
      const { next, fixes } = interviewWith(causes.map(({ presence, strength, removes }, at) => fixable(`cause-${at}`, presence, strength, removes.map((part, index) => fixTaking(`fix-${index}`, part)))), otherwise);
      const enumerated = enumerateGoingOn(causes, causes.map(({ removes }) => removes), [1 - otherwise]);
      expect(chanceOfGoingOn(next, fixes)).toBeCloseTo(enumerated, 12);
    }), { numRuns: 300 });
  });

  test('one more fix never lowers it', () => {
    fc.assert(fc.property(drafts.chain(causes => fc.record({ causes: fc.constant(causes), done: fc.infiniteStream(fc.boolean()), which: fc.nat() })), ({ causes, done, which }) => {
      const { next, fixes: all } = interviewWith(causes.map(({ presence, strength, removes }, at) => fixable(`cause-${at}`, presence, strength, removes.map((part, index) => fixTaking(`fix-${index}`, part)))), 0.9);
      const some = all.filter(() => done.next().value === true);
      const another = all[which % Math.max(1, all.length)];
      const chance = (fixes: readonly FixOf[]): number => chanceOfGoingOn(next, fixes);
      if (another) expect(chance([...some.filter(each => each !== another), another])).toBeGreaterThanOrEqual(chance(some.filter(each => each !== another)));
    }), { numRuns: 300 });
  });

  test('a fix of another cause does nothing for this one', () => {
    const { next, fixes: [leave, smile] } = interviewWith([fixable('late', 1, 0.5, [fixTaking('leave', 0.5)]), fixable('rude', 0, 0.5, [fixTaking('smile', 0.9)])], 0.8);
    expect(chanceOfGoingOn(next)).toBeCloseTo(0.4, 12);
    expect(chanceOfGoingOn(next, smile && [smile])).toBeCloseTo(0.4, 12);
    expect(chanceOfGoingOn(next, leave && [leave])).toBeCloseTo(0.6, 12); // .8 · (1 − .25)
  });
});

test('for all packs and answers, the plan is a chance, and never lowers it', () => {
  const packs = fc.oneof({ arbitrary: arbitraryPlannedPack(), weight: 4 }, { arbitrary: arbitraryPack(), weight: 1 }, { arbitrary: fc.constant(corePack as Pack), weight: 2 });
  fc.assert(fc.property(packs.chain(pack => fc.record({ pack: fc.constant(pack), answers: consistentAnswersTo(pack) })), ({ pack, answers }) => {
    const { asItStands, withPlan } = diagnose(answers, { pack, asOf: AS_OF }).plan.chance;
    expect(withPlan).toBeGreaterThanOrEqual(asItStands);
    for (const chance of [asItStands, withPlan]) expect(chance >= 0 && chance <= 1).toBe(true);
  }), { numRuns: 200 });
});
