import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/api/compare.ts';
import { corePack } from '../../src/core/corePack.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Comparison, FixOutcome } from '../../src/diagnosis/comparison.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { arbitraryPack, AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { tinyPack } from '../tinyPack.ts';

type Given = Readonly<Record<string, string | number | readonly string[]>>;

function of(answers: Given, pack: Pack = tinyPack): Diagnosis {
  return diagnose(answers, { pack });
}

const late = { outcome: 'rejected', attended: 'there', arrival: 'late' };
const onTime = { outcome: 'rejected', attended: 'there', arrival: 'on-time' };

/** Every object and list in a value. */
function partsOf(value: unknown, found = new Set<unknown>()): ReadonlySet<unknown> {
  if (typeof value !== 'object' || value === null || found.has(value)) return found;
  found.add(value);
  for (const part of Object.values(value)) partsOf(part, found);
  return found;
}

/** What became of the plan: each fix with its status, and what shows it. */
function fates(before: Given, after: Given): readonly string[] {
  return compare(of(before), of(after)).fixes.map(({ fix, status, because }) => [`${fix.id} ${status}`, ...because.map(each => each.because)].join(': '));
}

describe('what became of the earlier plan', () => {
  test('done, where later answers show something done well that speaks against what it was for', () => {
    expect(fates(late, onTime)).toEqual(['late-next done: You were there at the agreed time.']);
    expect(fates({ outcome: 'rejected', 'questions-asked': 0 }, { outcome: 'rejected', 'questions-asked': 4 })).toEqual(['no-questions-next done: You asked several questions.']);
  });

  test('gone, where they speak against it without anything done well', () => {
    expect(fates({ outcome: 'rejected', attended: 'missed' }, { outcome: 'rejected', attended: 'there' })).toEqual(['missed-next gone: You were there.']);
  });

  test('again, where they speak for it once more', () => {
    expect(fates(late, late)).toEqual(['late-next again: You came after the agreed time.']);
  });

  test('again, however much else speaks against it', () => {
    const note = { outcome: 'rejected', prepared: [] };
    const both = { ...tinyPack, causes: tinyPack.causes.map(cause => (cause.id === 'no-research' ? { ...cause, signs: [...cause.signs, { ...cause.signs[1], when: { test: 'none-chosen', question: 8 }, speaks: 'strongly against' }] } : cause)) } as Pack;
    expect(compare(of(note), of(note, both)).fixes.map(({ status }) => status)).toEqual(['again']);
  });

  test('cannot tell, where they say nothing of it', () => {
    expect(fates(late, { outcome: 'rejected' })).toEqual(['late-next cannot-tell']);
    expect(fates(late, { outcome: 'rejected', attended: 'there', arrival: 'unknown' })).toEqual(['late-next cannot-tell']);
  });

  test('every fix for the next interview is there, in the order of the plan, and none for the earlier employer', () => {
    const before = of({ ...late, 'questions-asked': 0, prepared: [] });
    const { fixes } = compare(before, of({ ...onTime, prepared: [] }));
    expect(fixes.map(({ fix }) => fix)).toEqual([before.plan.main, ...before.plan.also]);
    expect(fixes.map(({ fix, title, status }) => [fix.cause, title, status])).toEqual([
      ['late', 'You came late', 'done'], ['no-research', 'You knew little about them', 'again'], ['no-questions', 'You asked nothing', 'cannot-tell'],
    ]);
  });

  test('where there was no plan, there is nothing to tell', () => {
    expect(compare(of({ outcome: 'rejected' }), of(late)).fixes).toEqual([]);
  });

  test('a cause is called what the later pack calls it, or keeps its title where that does not know it', () => {
    expect(compare(of(late), diagnose({ outcome: 'rejected' })).fixes.map(({ title, status }) => [title, status])).toEqual([['You arrived late', 'cannot-tell']]);
    const fewer = { ...tinyPack, causes: tinyPack.causes.filter(({ id }) => id !== 'late') };
    expect(compare(of(late), of(onTime, fewer)).fixes.map(({ title, status }) => [title, status])).toEqual([['You came late', 'cannot-tell']]);
  });
});

describe('what changed', () => {
  test('every cause of either interview, with its figures at both', () => {
    const [before, after] = [of(late), of(onTime)];
    const figures = ({ explanations }: Diagnosis, id: string): unknown => {
      const found = explanations.find(({ cause }) => cause === id);
      return found && { supported: found.supported, presence: found.presence, share: found.share };
    };
    const { changes } = compare(before, after);
    expect(changes.map(({ cause }) => cause).toSorted()).toEqual(tinyPack.causes.map(({ id }) => id).toSorted());
    for (const change of changes) expect([change.before, change.after]).toEqual([figures(before, change.cause), figures(after, change.cause)]);
    expect(changes[0]).toMatchObject({ cause: 'late', title: 'You came late', control: 'you', before: { supported: true, presence: 1 }, after: { supported: false, presence: 0, share: 0 } });
  });

  test('what only one of them knows has nothing in the other, and counts as no part there', () => {
    const fewer = { ...tinyPack, causes: tinyPack.causes.filter(({ id }) => id !== 'late') };
    expect(compare(of(late), of(late, fewer)).changes[0]).toMatchObject({ cause: 'late', after: null });
    expect(compare(of(late, fewer), of(late)).changes[0]).toMatchObject({ cause: 'late', title: 'You came late', before: null });
  });

  test('nothing, where both are the same', () => {
    for (const { before, after } of compare(of(late), of(late)).changes) expect(after).toEqual(before);
  });
});

describe('what to keep', () => {
  test('is what was done well both times, as the later answers show it', () => {
    const well = { ...onTime, prepared: ['read-site'] };
    expect(compare(of(well), of({ ...well, 'questions-asked': 3 })).keep.map(({ because }) => because)).toEqual(['You read their site.', 'You were there at the agreed time.']);
    expect(compare(of(well), of(late)).keep).toEqual([]);
    expect(compare(of(late), of(well)).keep).toEqual([]);
  });
});

describe('beside each other', () => {
  test('how both ended, and how much lay outside', () => {
    const [before, after] = [of(late), of({ ...onTime, outcome: 'advanced' })];
    const { before: was, after: is, next, samePack, version } = compare(before, after);
    expect(was).toEqual({ outcome: 'rejected', verdict: before.headline.verdict, outsideYourControl: before.outsideYourControl });
    expect(is).toEqual({ outcome: 'advanced', verdict: 'advanced', outsideYourControl: after.outsideYourControl });
    expect([next, samePack, version]).toEqual([after.plan, true, 1]);
  });

  test('different contents of a pack are flagged, whatever its name', () => {
    expect(compare(of(late), of(late, { ...tinyPack, hash: 'another' })).samePack).toBe(false);
    expect(compare(of(late), of(late, { ...tinyPack, version: '9.9.9' })).samePack).toBe(true);
    expect(compare(diagnose({}), of({})).samePack).toBe(false);
  });
});

describe.each([['random packs', arbitraryPack(), 120], ['the core pack', fc.constant(corePack as Pack), 25]] as const)('for %s and all answers', (_name, packs, numRuns) => {
  const pairs = packs.chain(pack => fc.tuple(consistentAnswersTo(pack), consistentAnswersTo(pack))
    .map(([one, other]) => [diagnose(one, { pack, asOf: AS_OF }), diagnose(other, { pack, asOf: AS_OF })] as const));

  test('changes are sorted by how much the part moved, then by id', () => {
    fc.assert(fc.property(pairs, ([before, after]) => {
      const moved = compare(before, after).changes.map(change => ({ cause: change.cause, by: Math.abs((change.after?.share ?? 0) - (change.before?.share ?? 0)) }));
      expect(moved).toEqual(moved.toSorted((a, b) => b.by - a.by || (a.cause < b.cause ? -1 : 1)));
      expect(new Set(moved.map(({ cause }) => cause)).size).toBe(before.explanations.length);
    }), { numRuns });
  });

  test('each status says what the later answers say', () => {
    const expected = ({ fix }: FixOutcome, { explanations, strengths }: Diagnosis): FixOutcome['status'] => {
      const later = explanations.find(({ cause }) => cause === fix.cause);
      if (later?.supported) return 'again';
      if (!later || later.against.length === 0) return 'cannot-tell';
      const well = strengths.map(({ answers }) => JSON.stringify(answers));
      return later.against.some(({ answers }) => well.includes(JSON.stringify(answers))) ? 'done' : 'gone';
    };
    fc.assert(fc.property(pairs, ([before, after]) => {
      for (const outcome of compare(before, after).fixes) {
        expect(outcome.status).toBe(expected(outcome, after));
        expect(outcome.because.length > 0).toBe(outcome.status !== 'cannot-tell');
        expect(outcome.because.every(({ cause }) => cause === outcome.fix.cause)).toBe(true);
      }
    }), { numRuns });
  });

  test('the same interviews give the same bytes, and nothing of them is changed', () => {
    fc.assert(fc.property(pairs, ([before, after]) => {
      const [one, other] = [structuredClone(before), structuredClone(after)];
      const first: Comparison = compare(before, after);
      expect(JSON.stringify(compare(one, other))).toBe(JSON.stringify(first));
      expect([before, after]).toEqual([one, other]);
      expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      const given = partsOf([before, after]);
      expect([...partsOf(first)].filter(part => given.has(part))).toEqual([]);
    }), { numRuns: 20 });
  });
});
