import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../../src/core/corePack.ts';
import { diagnose } from '../../../src/api/diagnose.ts';
import { prepare } from '../../../src/api/prepare.ts';
import { explainNo, type ExplainedNo, orderedCauses, supportedCauses } from '../../../src/inference/no/explainNo.ts';
import { numberSamples, SAMPLES } from '../../../src/inference/no/numberSamples.ts';
import { sensitivityOf } from '../../../src/inference/no/sensitivity.ts';
import type { Engine } from '../../../src/interview/engine.ts';
import type { Figure } from '../../../src/pack/logic.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { arbitraryPack, AS_OF, type Answered, consistentAnswersTo } from '../../arbitraryPack.ts';
import { engineOf, readBy } from '../../engineOf.ts';
import { tinyPack } from '../../tinyPack.ts';
import { enumerateFirings } from './enumeration.ts';
import { movedBy, rangedPack } from './ranged.ts';

const ROUNDING = 1e-9;

function explained(engine: Engine, answers: Answered): ExplainedNo {
  return explainNo(engine.baseline, readBy(engine, answers, AS_OF).weighed);
}

function meanStanding({ standing: { levels } }: Pack): number {
  return levels.reduce((sum, { stops, weight }) => sum + stops * weight, 0);
}

/** Shares of all causes under every set of numbers, each by visiting all worlds. */
function everyRow(pack: Pack, { weighed: { presence, strength } }: Pick<ExplainedNo, 'weighed'>, standing = meanStanding(pack)): readonly (readonly number[])[] {
  const samples = numberSamples(pack);
  const by = (factors: Float64Array, set: number, cause: number): number => -Math.log(factors[set * samples.causes + cause] ?? Number.NaN);
  return Array.from({ length: SAMPLES }, (_, set) => enumerateFirings([
    ...presence.map((p, cause) => movedBy(p, by(samples.baseRate, set, cause)) * movedBy(strength[cause] ?? 0, by(samples.strength, set, cause))),
    samples.background[set] ?? Number.NaN, standing,
  ]).shares);
}

/** Without the six lowest and the six highest of 128, a twentieth each; the share itself always counts. */
function middle(rows: readonly (readonly number[])[], at: number, share: number): readonly [number, number] {
  const column = rows.map(row => row[at] ?? Number.NaN).toSorted((a, b) => a - b);
  return [Math.min(share, column[6] ?? Number.NaN), Math.max(share, column[121] ?? Number.NaN)];
}

const answered = rangedPack(6).chain(pack => fc.record({ pack: fc.constant(pack), answers: consistentAnswersTo(pack) }));

describe('agrees with visiting all worlds under every set of numbers', () => {
  test('where the shares lie, and how often the first stays the first', () => {
    fc.assert(fc.property(answered, ({ pack, answers }) => {
      const engine = engineOf(pack);
      const { baseline: { prepared } } = engine;
      const no = explained(engine, answers);
      const rows = everyRow(pack, no);
      const { ranges, first } = sensitivityOf(engine.roughness(), no, null, orderedCauses(prepared, no));
      for (const cause of orderedCauses(prepared, no)) {
        const [low, high] = middle(rows, cause, no.share[cause] ?? Number.NaN);
        expect(ranges.get(cause)?.[0]).toBeCloseTo(low, 7);
        expect(ranges.get(cause)?.[1]).toBeCloseTo(high, 7);
      }
      const [lead, ...others] = supportedCauses(prepared, no);
      expect([...first.keys()]).toEqual(supportedCauses(prepared, no));
      if (lead === undefined) return;
      const overtaken = rows.filter(row => others.some(at => (row[at] ?? 0) > (row[lead] ?? 0) + ROUNDING)).length;
      const tied = rows.filter(row => others.some(at => Math.abs((row[at] ?? 0) - (row[lead] ?? 0)) <= 1e-7)).length;
      if (tied === 0) expect(first.get(lead)).toBe(1 - overtaken / rows.length);
    }), { numRuns: 60 });
  });

  test('where the shares lie, with what other interviews tell of the person in the place of what lasts', () => {
    const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(fc.property(answered, fc.array(chance, { minLength: 6, maxLength: 6 }), chance, ({ pack: fresh, answers }, known, standing) => {
      const pack: Pack = { ...fresh, causes: fresh.causes.map((cause, at) => ({ ...cause, scope: at % 2 === 0 ? 'candidate' : 'interview' })) };
      const engine = engineOf(pack);
      const no = explained(engine, answers);
      const before = { presence: no.weighed.presence.map((_, at) => known[at] ?? 0), standing };
      const presence = no.weighed.presence.map((p, at) => (at % 2 === 0 ? known[at] ?? 0 : p));
      const rows = everyRow(pack, { weighed: { ...no.weighed, presence } }, standing);
      const { ofNo } = engine.baseline.prepared;
      const { ranges } = sensitivityOf(engine.roughness(), no, before, ofNo);
      for (const cause of ofNo) {
        const [low, high] = middle(rows, cause, no.share[cause] ?? Number.NaN);
        expect(ranges.get(cause)?.[0]).toBeCloseTo(low, 7);
        expect(ranges.get(cause)?.[1]).toBeCloseTo(high, 7);
      }
    }), { numRuns: 30 });
  });

  test('from which share on a supported cause is apart from what it may have with anyone', () => {
    fc.assert(fc.property(rangedPack(6), pack => {
      const engine = engineOf(pack);
      const usual = explained(engine, {});
      const rows = everyRow(pack, usual);
      for (const cause of engine.baseline.prepared.ofNo) {
        const edge = middle(rows, cause, usual.share[cause] ?? Number.NaN)[1];
        const apart = (share: number, supported: 0 | 1): boolean => sensitivityOf(engine.roughness(), {
          ...usual, share: usual.share.with(cause, share), weighed: { ...usual.weighed, supported: usual.share.map((_, at) => (at === cause ? supported : 0)) },
        }, null).apart;
        expect([apart(edge - 1e-7, 1), apart(edge + 1e-7, 1), apart(edge + 1e-7, 0)]).toEqual([false, true, false]);
        const [, high] = sensitivityOf(engine.roughness(), usual, null, [cause]).ranges.get(cause) ?? [];
        expect(apart(high ?? Number.NaN, 1)).toBe(false);
      }
    }), { numRuns: 40 });
  });
});

describe.each([['random packs with ranges', rangedPack(), 120], ['the core pack', fc.constant(corePack as Pack), 30]] as const)('for %s and all answers', (_name, packs, numRuns) => {
  const diagnoses = packs.chain(pack => consistentAnswersTo(pack).map(answers => diagnose(answers, { pack, asOf: AS_OF })));

  test('the range of the share of each supported cause contains the share, and is one of shares', () => {
    fc.assert(fc.property(diagnoses, ({ explanations }) => {
      for (const { share, shareRange } of explanations) {
        if (shareRange === null) continue;
        const [low, high] = shareRange;
        expect(low >= 0 && low <= share && share <= high && high <= 1).toBe(true);
      }
    }), { numRuns });
  });

  test('how often the first stays the first is from 0 to 1, there where something is supported, and 1 where nothing else is', () => {
    fc.assert(fc.property(diagnoses, ({ explanations, steadiness }) => {
      const supported = explanations.filter(each => each.supported).length;
      expect(steadiness === null).toBe(supported === 0);
      if (steadiness !== null) expect(steadiness >= 0 && steadiness <= 1).toBe(true);
      if (supported === 1) expect(steadiness).toBe(1);
      if (supported > 0) expect(explanations.reduce((sum, { first }) => sum + first, 0)).toBeCloseTo(1, 12);
      for (const each of explanations) if (!each.supported) expect(each.first).toBe(0);
    }), { numRuns });
  });

  test('the same pack and answers give the same bytes', () => {
    fc.assert(fc.property(packs.chain(pack => fc.record({ pack: fc.constant(pack), answers: consistentAnswersTo(pack) })), ({ pack, answers }) => {
      const bytes = (of: Pack): string => {
        const engine = engineOf(of);
        const { ranges, first, apart } = sensitivityOf(engine.roughness(), explained(engine, answers), null, engine.baseline.prepared.ofNo);
        return JSON.stringify([...ranges, ...first, apart]);
      };
      expect(bytes(structuredClone(pack))).toBe(bytes(pack));
      expect(bytes(pack)).toBe(bytes(pack));
    }), { numRuns: 15 });
  });
});

test('where no number has a range, no share has one, and what comes first stays first', () => {
  const packs = fc.oneof({ arbitrary: arbitraryPack(), weight: 4 }, { arbitrary: fc.constant(tinyPack), weight: 1 });
  fc.assert(fc.property(packs.chain(pack => consistentAnswersTo(pack).map(answers => prepare(pack).interview(answers, { asOf: AS_OF }))), interview => {
    const { explanations, steadiness } = interview.diagnosis();
    for (const { cause } of explanations) {
      const [low, high] = interview.details(cause).shareRange;
      expect(high - low).toBeLessThan(1e-7);
    }
    const [first, second] = explanations.filter(({ supported }) => supported);
    if (first && (!second || first.share - second.share > ROUNDING)) expect(steadiness).toBe(1);
  }), { numRuns: 150 });
});

describe('cannot tell', () => {
  /** The tiny pack with a lateness of which little is known. */
  const rough = (range: readonly [number, number]): Pack => ({
    ...tinyPack, causes: tinyPack.causes.map(cause => {
      if (cause.id !== 'no-questions' || !cause.strength) return cause;
      const wide = <T extends Figure>(number: T): T => ({ ...number, range });
      return { ...cause, baseRate: wide(cause.baseRate), strength: wide(cause.strength) };
    }),
  });
  const asked = { outcome: 'rejected', 'questions-asked': 0 };

  test('is the verdict where what is supported weighs no more than rough figures may give it without answers', () => {
    expect(diagnose(asked, { pack: rough([0.2, 0.4]) }).headline.verdict).toBe('mostly-you');
    const { headline, explanations } = diagnose(asked, { pack: rough([0.01, 0.95]) });
    expect([headline.verdict, explanations[0]?.cause, explanations[0]?.supported]).toEqual(['cannot-tell', 'no-questions', true]);
    expect(headline.text).toContain('What your answers show weighs little');
  });

  test('is not, where something else is apart', () => {
    expect(diagnose({ ...asked, attended: 'there', arrival: 'late' }, { pack: rough([0.01, 0.95]) }).headline.verdict).not.toBe('cannot-tell');
  });
});

test('over several interviews what was there before counts, and the range still contains the share', () => {
  const interviews = ['rejected', 'rejected', 'rejected'].map(outcome => ({ outcome, 'stories-told': 0, 'questions-missed': 2 }));
  const history = prepare<Pack>(corePack).history(interviews);
  const { explanations, steadiness } = history.diagnosis();
  const ranges = explanations.map(({ cause, share }) => ({ share, range: history.details(cause).shareRange }));
  for (const { share, range: [low, high] } of ranges) expect(low <= share && share <= high).toBe(true);
  expect(ranges.some(({ range: [low, high] }) => high - low > 0.01)).toBe(true);
  expect(steadiness).toBeGreaterThan(0);
});
