import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../../src/core/corePack.ts';
import { diagnose, diagnoseHistory } from '../../../src/api/diagnose.ts';
import { explainNo, type ExplainedNo } from '../../../src/inference/no/explainNo.ts';
import { numberSamples } from '../../../src/inference/no/numberSamples.ts';
import { readInterview } from '../../../src/inference/readInterview.ts';
import { sensitivityOf } from '../../../src/inference/no/sensitivity.ts';
import type { Pack, Sourced } from '../../../src/pack/pack.ts';
import { arbitraryPack, AS_OF, type Answered, consistentAnswersTo } from '../../arbitraryPack.ts';
import { tinyPack } from '../../tinyPack.ts';
import { enumerateFirings } from './enumeration.ts';
import { movedBy, rangedPack } from './ranged.ts';

const ROUNDING = 1e-9;

function explained(pack: Pack, answers: Answered): ExplainedNo {
  const read = readInterview(pack, answers, AS_OF);
  if (!read.ok) throw new Error('these answers should be fine');
  return explainNo(pack, read.value.weighed);
}

/** Shares of these causes under every set of numbers, each by visiting all worlds. */
function everyRow(pack: Pack, { causes }: ExplainedNo): readonly (readonly number[])[] {
  const standing = pack.standing.levels.reduce((sum, { stops, weight }) => sum + stops * weight, 0);
  return numberSamples(pack).map(({ baseRate, strength, background }) => enumerateFirings([
    ...causes.map(each => {
      const at = pack.causes.indexOf(each.cause);
      return movedBy(each.presence, baseRate[at] ?? 0) * movedBy(each.strength, strength[at] ?? 0);
    }), background, standing,
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
      const no = explained(pack, answers);
      const rows = everyRow(pack, no);
      const { ranges, first } = sensitivityOf(pack, no);
      no.causes.forEach(({ cause, share }, at) => {
        const [low, high] = middle(rows, at, share);
        expect(ranges.get(cause.id)?.[0]).toBeCloseTo(low, 9);
        expect(ranges.get(cause.id)?.[1]).toBeCloseTo(high, 9);
      });
      const others = no.causes.flatMap(({ supported }, at) => (supported && at > 0 ? [at] : []));
      const overtaken = rows.filter(row => others.some(at => (row[at] ?? 0) > (row[0] ?? 0) + ROUNDING)).length;
      const tied = rows.filter(row => others.some(at => Math.abs((row[at] ?? 0) - (row[0] ?? 0)) <= ROUNDING)).length;
      expect([...first.keys()]).toEqual(no.causes.filter(({ supported }) => supported).map(({ cause }) => cause.id));
      if (no.causes[0]?.supported && tied === 0) expect(first.get(no.causes[0].cause.id)).toBe(1 - overtaken / rows.length);
    }), { numRuns: 60 });
  });

  test('from which share on a supported cause is apart from what it may have with anyone', () => {
    fc.assert(fc.property(rangedPack(6), pack => {
      const usual = explained(pack, {});
      const rows = everyRow(pack, usual);
      usual.causes.forEach((one, at) => {
        const edge = middle(rows, at, one.share)[1];
        const apart = (share: number, supported: boolean): boolean => sensitivityOf(pack, { ...usual, causes: usual.causes.map(each => (each === one ? { ...one, share, supported } : each)) }).apart;
        expect([apart(edge - ROUNDING, true), apart(edge + ROUNDING, true), apart(edge + ROUNDING, false)]).toEqual([false, true, false]);
      });
    }), { numRuns: 40 });
  });
});

describe.each([['random packs with ranges', rangedPack(), 120], ['the core pack', fc.constant(corePack as Pack), 30]] as const)('for %s and all answers', (_name, packs, numRuns) => {
  const diagnoses = packs.chain(pack => consistentAnswersTo(pack).map(answers => diagnose(answers, { pack, asOf: AS_OF })));

  test('the range of each share contains the share, and is one of shares', () => {
    fc.assert(fc.property(diagnoses, ({ explanations }) => {
      for (const { share, shareRange: [low, high] } of explanations) {
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
        const { ranges, ...rest } = sensitivityOf(of, explained(of, answers));
        return JSON.stringify([...ranges, rest]);
      };
      expect(bytes(structuredClone(pack))).toBe(bytes(pack));
      expect(bytes(pack)).toBe(bytes(pack));
    }), { numRuns: 15 });
  });
});

test('where no number has a range, no share has one, and what comes first stays first', () => {
  const packs = fc.oneof({ arbitrary: arbitraryPack(), weight: 4 }, { arbitrary: fc.constant(tinyPack), weight: 1 });
  fc.assert(fc.property(packs.chain(pack => consistentAnswersTo(pack).map(answers => diagnose(answers, { pack, asOf: AS_OF }))), ({ explanations, steadiness }) => {
    for (const { shareRange: [low, high] } of explanations) expect(high - low).toBeLessThan(ROUNDING);
    const [first, second] = explanations.filter(({ supported }) => supported);
    if (first && (!second || first.share - second.share > ROUNDING)) expect(steadiness).toBe(1);
  }), { numRuns: 150 });
});

describe('cannot tell', () => {
  /** The tiny pack with a lateness of which little is known. */
  const rough = (range: readonly [number, number]): Pack => ({
    ...tinyPack, causes: tinyPack.causes.map(cause => {
      if (cause.id !== 'no-questions' || !cause.strength) return cause;
      const wide = <T extends Sourced>(number: T): T => ({ ...number, range });
      return { ...cause, baseRate: wide(cause.baseRate), strength: wide(cause.strength) };
    }),
  });
  const asked = { outcome: 'rejected', 'questions-asked': 0 };

  test('is the verdict where what is supported weighs no more than rough figures may give it without answers', () => {
    expect(diagnose(asked, { pack: rough([0.2, 0.4]) }).headline.verdict).toBe('both');
    const { headline, explanations } = diagnose(asked, { pack: rough([0.01, 0.95]) });
    expect([headline.verdict, explanations[0]?.cause, explanations[0]?.supported]).toEqual(['cannot-tell', 'no-questions', true]);
    expect(headline.text).toContain('What your answers speak for weighs no more with you than it may with anyone');
  });

  test('is not, where something else is apart', () => {
    expect(diagnose({ ...asked, attended: 'there', arrival: 'late' }, { pack: rough([0.01, 0.95]) }).headline.verdict).not.toBe('cannot-tell');
  });
});

test('over several interviews what was there before counts, and the range still contains the share', () => {
  const interviews = ['rejected', 'rejected', 'rejected'].map(outcome => ({ outcome, 'stories-told': 0, 'questions-missed': 2 }));
  const { explanations, steadiness } = diagnoseHistory<Pack>(interviews, { pack: corePack });
  for (const { share, shareRange: [low, high] } of explanations) expect(low <= share && share <= high).toBe(true);
  expect(explanations.some(({ shareRange: [low, high] }) => high - low > 0.01)).toBe(true);
  expect(steadiness).toBeGreaterThan(0);
});
