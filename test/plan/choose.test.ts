import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { diagnose, safeDiagnose } from '../../src/api/diagnose.ts';
import { explainNo } from '../../src/inference/no/explainNo.ts';
import { personAfter } from '../../src/inference/no/person.ts';
import { efforts } from '../../src/pack/effort.ts';
import type { Cause, Fix, Pack } from '../../src/pack/pack.ts';
import { applies } from '../../src/plan/applies.ts';
import { effortOf } from '../../src/plan/knapsack.ts';
import { chanceOfGoingOn, nextInterview, type NextInterview } from '../../src/plan/nextChance.ts';
import type { Reading } from '../../src/answers/reading.ts';
import { holds } from '../../src/answers/holds.ts';
import type { Plan } from '../../src/diagnosis/diagnosis.ts';
import { AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { engineOf, readBy } from '../engineOf.ts';
import { chosenFrom, type Draft, enumerateGoingOn, fixTaking, namesOf, nowTaking } from './fixing.ts';
import { arbitraryPlannedPack } from './plannedPack.ts';

interface Planned {
  readonly plan: Plan;
  /** Of a no, each with its index in the pack. */
  readonly causes: readonly { readonly cause: Cause; readonly index: number; readonly supported: boolean }[];
  readonly next: NextInterview;
  readonly reading: Reading;
}

/** The plan after these answers, and what it was chosen from. */
function planned(pack: Pack, answers: object): Planned {
  const engine = engineOf(pack);
  const { baseline, baseline: { prepared } } = engine;
  const { weighed, failed, known } = readBy(engine, answers, AS_OF);
  const explained = explainNo(baseline, weighed);
  return {
    plan: diagnose(answers as Readonly<Record<string, string>>, { pack, asOf: AS_OF }).plan, reading: known.reading,
    causes: prepared.ofNo.map(index => ({ cause: pack.causes[index] as Cause, index, supported: weighed.supported[index] === 1 })),
    next: nextInterview(prepared, explained, personAfter(prepared, explained, failed), failed),
  };
}

function advised({ main, also }: Plan): readonly string[] {
  return [...(main ? [main] : []), ...also].map(({ cause, id }) => `${cause}/${id}`);
}

describe.each([['random packs', arbitraryPlannedPack(), 150], ['the core pack', fc.constant(corePack as Pack), 40]] as const)('for %s and all answers', (_name, packs, numRuns) => {
  const plans = packs.chain(pack => consistentAnswersTo(pack).map(answers => planned(pack, answers)));

  test('no fix lowers the chance of the next interview', () => {
    fc.assert(fc.property(plans, ({ causes, next }) => {
      for (const { cause, index } of causes) for (const fix of cause.fixes) expect(chanceOfGoingOn(next, [{ cause: index, fix }])).toBeGreaterThanOrEqual(chanceOfGoingOn(next));
    }), { numRuns });
  });

  test('the chance with the plan agrees with visiting all worlds, where the causes it is for are the only ones at work', () => {
    fc.assert(fc.property(plans, ({ plan, causes, next }) => {
      const all = causes.map(({ cause, index }) => ({ cause, presence: next.presence[index] ?? 0, strength: next.strength[index] ?? 0 }));
      const touched = all.filter(({ cause }) => advised(plan).some(name => name.startsWith(`${cause.id}/`)));
      const rest = all.filter(each => !touched.includes(each)).map(({ presence, strength }) => presence * strength);
      const removals = touched.map(({ cause }) => cause.fixes.filter(({ id }) => advised(plan).includes(`${cause.id}/${id}`)).map(({ removes }) => removes.value));
      expect(plan.chance.withPlan).toBeCloseTo(enumerateGoingOn(touched, removals, [...rest, 1 - next.otherwise]), 12);
    }), { numRuns });
  });

  test('at most three for the next interview and two for this employer, of two causes, all of them for what answers speak for', () => {
    fc.assert(fc.property(plans, ({ plan, causes }) => {
      const supported = causes.filter(each => each.supported).map(({ cause }) => cause.id);
      expect(advised(plan).length).toBeLessThanOrEqual(3);
      expect(new Set(advised(plan)).size).toBe(advised(plan).length);
      const always = new Set(causes.flatMap(({ cause }) => cause.fixes.filter(fix => fix.always).map(({ id }) => id)));
      const chosen = plan.now.filter(({ id }) => !always.has(id));
      expect(chosen.length).toBeLessThanOrEqual(2);
      expect(new Set(chosen.map(({ cause }) => cause)).size).toBe(chosen.length);
      for (const fix of [plan.main, ...plan.also]) if (fix) expect([fix.for, supported]).toEqual(['next', expect.arrayContaining([fix.cause])]);
      for (const fix of plan.now) expect([fix.for, supported]).toEqual(['now', expect.arrayContaining([fix.cause])]);
      if (plan.main === null) expect(plan.also).toEqual([]);
    }), { numRuns });
  });

  test('nothing that its conditions forbid', () => {
    fc.assert(fc.property(plans, ({ plan, causes, reading }) => {
      for (const advice of [plan.main, ...plan.also, ...plan.now]) {
        const fix = causes.flatMap(({ cause }) => (cause.id === advice?.cause ? cause.fixes : [])).find(({ id }) => id === advice?.id);
        if (fix?.when) expect(holds(fix.when, reading.answers)).toBe(true);
        if (fix?.unless) expect(holds(fix.unless, reading.answers)).not.toBe(true);
      }
    }), { numRuns });
  });

  test('there is a plan where something that is allowed helps; one that moves nothing serves what can be changed', () => {
    fc.assert(fc.property(plans, ({ plan, causes, next, reading }) => {
      const helpful = causes.filter(({ supported }) => supported).flatMap(({ cause, index }) => cause.fixes
        .filter(fix => applies(fix, reading) && fix.for === 'next' && chanceOfGoingOn(next, [{ cause: index, fix }]) > chanceOfGoingOn(next) + 1e-12));
      if (helpful.length > 0) expect(plan.main).not.toBeNull();
      if (plan.main !== null && causes.some(({ cause }) => cause.id === plan.main?.cause && cause.control === 'them')) expect(plan.chance.withPlan).toBeGreaterThan(plan.chance.asItStands);
    }), { numRuns });
  });
});

describe('fixes for the next interview', () => {
  test('fit into an evening and two small things; the most worthwhile comes first', () => {
    const { next, chance } = chosenFrom([
      { id: 'a', presence: 1, strength: 0.3, fixes: [fixTaking('evening', 0.5, 'evening')] },
      { id: 'b', presence: 1, strength: 0.5, fixes: [fixTaking('evening', 0.5, 'evening'), fixTaking('weekend', 0.9, 'weekend')] },
      { id: 'c', presence: 1, strength: 0.1, fixes: [fixTaking('minutes', 0.5)] },
      { id: 'd', presence: 1, strength: 0.2, fixes: [fixTaking('minutes', 0.5)] },
    ]);
    expect(namesOf(next)).toEqual(['b/evening', 'd/minutes', 'c/minutes']);
    expect(chance.asItStands).toBeCloseTo(0.7 * 0.5 * 0.9 * 0.8, 12);
    expect(chance.withPlan).toBeCloseTo(0.7 * 0.75 * 0.95 * 0.9, 12);
  });

  test('where nothing that helps is done in an evening, what takes least may take longer', () => {
    const fixes = [fixTaking('weeks', 0.9, 'weeks'), fixTaking('weekend', 0.5, 'weekend')];
    expect(namesOf(chosenFrom([{ id: 'a', presence: 1, strength: 0.5, fixes }]).next)).toEqual(['a/weekend']);
    expect(namesOf(chosenFrom([{ id: 'a', presence: 1, strength: 0.5, fixes: fixes.slice(0, 1) }]).next)).toEqual(['a/weeks']);
    expect(namesOf(chosenFrom([{ id: 'a', presence: 1, strength: 0.5, fixes: [...fixes, fixTaking('minutes', 0)] }]).next)).toEqual(['a/weekend']);
  });

  test('what adds next to nothing to the rest is left out, wherever it stands; the first stays, however small', () => {
    const first = [fixTaking('first', 0.9), fixTaking('second', 0.8)];
    // .2 · .2 = .04 fires: the first of its fixes takes .036 of it and, alone, the second .032; after the first, only .003.
    expect(namesOf(chosenFrom([{ id: 'a', presence: 0.2, strength: 0.2, fixes: first }]).next)).toEqual(['a/first']);
    const small = { id: 'b', presence: 0.2, strength: 0.1, fixes: [fixTaking('half', 0.5)] }; // takes .01
    expect(namesOf(chosenFrom([{ id: 'a', presence: 0.2, strength: 0.2, fixes: first }, small]).next)).toEqual(['a/first', 'b/half']);
    expect(namesOf(chosenFrom([{ id: 'c', presence: 0.01, strength: 0.01, fixes: [fixTaking('only', 0.5)] }]).next)).toEqual(['c/only']);
  });

  test('a budget is kept to, and a larger one never gives a worse plan', () => {
    const fix = fc.record({ removes: fc.double({ min: 0, max: 1, noNaN: true }), effort: fc.constantFrom(...efforts), lifts: fc.constantFrom(undefined, undefined, 'nerve' as const) });
    const cause = fc.record({ presence: fc.double({ min: 0, max: 1, noNaN: true }), strength: fc.double({ min: 0, max: 0.99, noNaN: true }), fixes: fc.array(fix, { maxLength: 4 }) });
    fc.assert(fc.property(fc.array(cause, { maxLength: 5 }), causes => {
      const drafts = causes.map(({ presence, strength, fixes }, at): Draft => ({ id: `c${at}`, presence, strength, fixes: fixes.map((each, no) => fixTaking(`f${no}`, each.removes, each.effort, each.lifts)) }));
      const plans = efforts.map(budget => ({ budget, ...chosenFrom(drafts, budget) }));
      for (const { budget, next } of plans) {
        expect(next.reduce((sum, { fix: { effort } }) => sum + effortOf[effort], 0)).toBeLessThanOrEqual(effortOf[budget] + 2 * effortOf.minutes);
      }
      const chances = plans.map(({ chance }) => chance.withPlan);
      expect(chances).toEqual([...chances].sort((a, b) => a - b));
    }), { numRuns: 300 });
  });

  test('causes that no answer speaks for get none', () => {
    expect(namesOf(chosenFrom([{ id: 'a', presence: 1, strength: 0.9, fixes: [fixTaking('it', 0.9)], supported: false }]).next)).toEqual([]);
  });
});

describe('beside skill', () => {
  const skill = (id: string, strength: number): Draft => ({ id, presence: 1, strength, fixes: [fixTaking('learn', 0.5)] });
  const nerves = (strength: number, lifts: Fix['lifts'] = 'nerve', effort: Fix['effort'] = 'minutes'): Draft =>
    ({ id: 'nerves', presence: 1, strength, fixes: [fixTaking('breathe', 0.5, effort, lifts)] });

  test.each(['nerve', 'support'] as const)('%s takes the place of the least, where it helps at least a third as much', lifts => {
    expect(namesOf(chosenFrom([skill('a', 0.5), skill('b', 0.4), skill('c', 0.3), nerves(0.15, lifts)]).next)).toEqual(['a/learn', 'b/learn', 'nerves/breathe']);
    expect(namesOf(chosenFrom([skill('a', 0.5), skill('b', 0.4), skill('c', 0.3), nerves(0.08, lifts)]).next)).toEqual(['a/learn', 'b/learn', 'c/learn']);
  });

  test('another skill that helps as much does not', () => {
    expect(namesOf(chosenFrom([skill('a', 0.5), skill('b', 0.4), skill('c', 0.3), { ...skill('nerves', 0.15) }]).next)).toEqual(['a/learn', 'b/learn', 'c/learn']);
  });

  test('nor does one that takes more time than is left', () => {
    const long = { id: 'b', presence: 1, strength: 0.4, fixes: [fixTaking('learn', 0.5, 'evening')] };
    expect(namesOf(chosenFrom([skill('a', 0.5), long, skill('c', 0.3), nerves(0.29, 'nerve', 'evening')]).next)).toEqual(['a/learn', 'b/learn', 'c/learn']);
  });

  test('nothing gives way where nerve or support is among the best already', () => {
    expect(namesOf(chosenFrom([skill('a', 0.5), skill('b', 0.4), nerves(0.45), { ...nerves(0.3), id: 'voice' }]).next)).toEqual(['a/learn', 'nerves/breathe', 'b/learn']);
  });
});

describe('fixes for this employer', () => {
  test('are the best one of each cause, the two that promise most, whatever they are worth next time', () => {
    const { now: chosen, next } = chosenFrom([
      { id: 'a', presence: 1, strength: 0.5, share: 0.1, fixes: [nowTaking('small', 0.2), nowTaking('large', 0.5)] }, // .05
      { id: 'b', presence: 1, strength: 0.5, share: 0.3, fixes: [nowTaking('only', 0.2)] }, // .06
      { id: 'c', presence: 1, strength: 0.5, share: 0.9, fixes: [nowTaking('hardly', 0.01)] }, // .009
    ]);
    expect([namesOf(chosen), namesOf(next)]).toEqual([['b/only', 'a/large'], []]);
  });

  test('equal ones come by id', () => {
    const even = (id: string, fixes: readonly Fix[]): Draft => ({ id, presence: 1, strength: 0.5, fixes });
    expect(namesOf(chosenFrom([even('b', [nowTaking('y', 0.5), nowTaking('x', 0.5)]), even('a', [nowTaking('z', 0.5)]), even('c', [nowTaking('w', 0.5)])]).now)).toEqual(['c/w', 'b/x']);
  });
});

describe('with the core pack', () => {
  const plan = (answers: object): Plan => diagnose(answers, { asOf: AS_OF }).plan;
  const nervous = { nerves: ['voice', 'eyes', 'put-down'], 'follow-ups': 0 };

  test('whoever came late plans to be early', () => {
    expect(advised(plan({ outcome: 'rejected', arrival: 'late', 'minutes-late': 20, 'warned-ahead': 'no' }))[0]).toBe('late/fifteen-minutes-early');
  });

  test('what the nerves kept back can be written while nothing is decided, in the first week, and no longer', () => {
    const now = (answers: object): readonly string[] => plan({ ...nervous, ...answers }).now.map(({ cause, id }) => `${cause}/${id}`);
    expect(now({ outcome: 'waiting', 'days-since-interview': 1 })).toContain('low-confidence/calm-words-in-writing');
    expect(now({ outcome: 'waiting', 'days-since-interview': 8 })).toEqual([]);
    expect(now({ outcome: 'rejected', 'days-since-interview': 1 })).toEqual([]);
  });

  test('whoever was unprepared and nervous practises and breathes', () => {
    const lifting = corePack.causes.flatMap(({ id, fixes }) => fixes.filter(({ lifts }) => lifts !== undefined).map(fix => `${id}/${fix.id}`));
    const fixes = advised(plan({ outcome: 'rejected', ...nervous, 'questions-missed': 3, prepared: [], 'company-question': 'could-not', 'motive-question': 'any-job' }));
    expect(fixes.some(name => lifting.includes(name))).toBe(true);
    expect(fixes.some(name => !lifting.includes(name))).toBe(true);
  });

  test('nothing is made up where nothing went wrong', () => {
    expect(advised(plan({ outcome: 'rejected', arrival: 'on-time', 'company-question': 'facts' }))).toEqual([]);
  });
});

describe('a budget of effort', () => {
  const answers = { outcome: 'rejected', 'company-question': 'could-not', 'stories-told': 0, 'questions-missed': 6, nerves: ['voice', 'blanked', 'eyes'] } as const;

  test.each(efforts)('of %s is never passed', budget => {
    const { main, also } = diagnose(answers, { budget }).plan;
    for (const fix of main ? [main, ...also] : also) expect(efforts.indexOf(fix.effort)).toBeLessThanOrEqual(efforts.indexOf(budget));
  });

  test('that is larger is worth something', () => {
    const [minutes, weeks] = (['minutes', 'weeks'] as const).map(budget => diagnose(answers, { budget }).plan.chance.withPlan);
    expect(weeks).toBeGreaterThan(minutes ?? 1);
  });

  test('is one of four words', () => {
    const result = safeDiagnose(answers, { budget: 'a year' } as object);
    expect(result.ok ? [] : result.problems).toMatchObject([{ code: 'wrong-kind', path: ['budget'], hint: 'write minutes, evening, weekend or weeks' }]);
  });
});
