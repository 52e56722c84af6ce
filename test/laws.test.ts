import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { corePack } from '../src/core/corePack.ts';
import { safeDiagnose, safeDiagnoseHistory } from '../src/api/diagnose.ts';
import { explainNo, orderedCauses } from '../src/inference/no/explainNo.ts';
import type { Cause, Pack, Sign } from '../src/pack/pack.ts';
import { type Speaks, speaksWords } from '../src/pack/speaks.ts';
import type { Diagnosis, Explanation } from '../src/diagnosis/diagnosis.ts';
import { answersTo, arbitraryPack, AS_OF, consistentAnswersTo, withoutOdds } from './arbitraryPack.ts';
import { engineOf, readBy } from './engineOf.ts';
import { largestDifference } from './inference/no/enumeration.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Sums of many numbers differ by rounding when they are added in another order. */
const ROUNDING = 1e-12;

/** The diagnosis as text, byte for byte; problems, when there are any. */
function bytes(answers: unknown, pack: Pack): string {
  return JSON.stringify(safeDiagnose(answers, { pack, asOf: AS_OF }));
}

function diagnosisOf(answers: unknown, pack: Pack): Diagnosis {
  const result = safeDiagnose(answers, { pack, asOf: AS_OF });
  if (!result.ok) throw new Error(`these answers should be fine: ${JSON.stringify(result.problems)}`);
  return result.value;
}

function explanationOf(id: string, { explanations }: Diagnosis): Explanation {
  const found = explanations.find(({ cause }) => cause === id);
  if (!found) throw new Error(`no explanation of ${id}`);
  return found;
}

function shuffled<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length });
}

/** The pack with one more yes/no question, whose `yes` speaks for or against one cause and for nothing else. */
function withSign(pack: Pack, id: string, speaks: Speaks, group?: string): Pack {
  const sign: Sign = {
    when: { test: 'chosen', question: pack.questions.length, options: [0] }, speaks, because: 'It was seen.', keep: false,
    ...(group === undefined ? {} : { group }),
  };
  const options = [{ id: 'yes', says: 'Yes', typical: 0.5 }, { id: 'no', says: 'No', typical: 0.5 }];
  return {
    ...pack,
    questions: [...pack.questions, { id: 'was-it-seen', kind: 'yes-no', section: 'all', ask: 'Was it seen?', dontKnow: 0, options }],
    causes: pack.causes.map(cause => (cause.id === id ? { ...cause, signs: [...cause.signs, sign] } : cause)),
  };
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFrozen);
  }
  return value;
}

/** Causes that can be an explanation of a no. */
function explaining({ causes }: Pack): readonly Cause[] {
  return causes.filter(({ strength }) => strength !== undefined);
}

describe.each([
  ['random packs', arbitraryPack(), 300],
  ['the core pack', fc.constant(corePack as Pack), 60],
] as const)('for %s', (_name, packs, numRuns) => {
  const runs = { numRuns, seed: 7 };
  const answered = packs.chain(pack => fc.record({ pack: fc.constant(pack), answers: consistentAnswersTo(pack) }));
  /** A cause besides, which some answer is going to speak of; it may share a fact with the other signs of that cause. */
  const withCause = answered.filter(({ pack }) => explaining(pack).length > 0).chain(each =>
    fc.constantFrom(...explaining(each.pack)).chain(cause =>
      fc.record({ ...constants(each), id: fc.constant(cause.id), group: fc.constantFrom(undefined, ...cause.signs.map(sign => sign.group)) })));

  test('the shares of the causes, of the background and of what is unseen add to 1', () => {
    fc.assert(fc.property(answered, ({ pack, answers }) => {
      const { explanations, parts, outsideYourControl } = diagnosisOf(answers, pack);
      const shareOf = (of: readonly Explanation[]): number => of.reduce((sum, { share }) => sum + share, 0);
      const byControl = (control: string): number => shareOf(explanations.filter(each => each.control === control));
      expect(shareOf(explanations) + parts.background + parts.unseen).toBeCloseTo(1, 12);
      expect(largestDifference([parts.you, parts.fit, parts.them], ['you', 'fit', 'them'].map(byControl))).toBeLessThan(ROUNDING);
      expect(outsideYourControl).toBeCloseTo(parts.fit + parts.them + parts.background, 12);
      for (const { presence, share, necessity } of explanations) {
        expect([presence, share, necessity].every(number => number >= 0 && number <= 1 + ROUNDING)).toBe(true);
        expect(necessity).toBeLessThanOrEqual(share + ROUNDING);
        expect(share).toBeLessThanOrEqual(presence + ROUNDING);
      }
    }), runs);
  });

  test('giving the causes other names changes no number', () => {
    const relabelled = answered.chain(each => fc.record({ ...constants(each), names: shuffled(each.pack.causes.map(({ id }) => `other-${id}`)) }));
    fc.assert(fc.property(relabelled, ({ pack, answers, names }) => {
      const newName = new Map(pack.causes.map(({ id }, index) => [id, names[index] ?? '']));
      const causes = pack.causes.map(cause => ({ ...cause, id: newName.get(cause.id) ?? '' })).sort((a, b) => (a.id < b.id ? -1 : 1));
      const [before, after] = [diagnosisOf(answers, pack), diagnosisOf(answers, { ...pack, causes })];
      for (const each of before.explanations) {
        const same = explanationOf(newName.get(each.cause) ?? '', after);
        expect(largestDifference([same.presence, same.share, same.necessity], [each.presence, each.share, each.necessity])).toBeLessThan(ROUNDING);
        expect(same.supported).toBe(each.supported);
      }
      expect(after.explanations).toHaveLength(before.explanations.length);
      expect(largestDifference(Object.values(after.parts), Object.values(before.parts))).toBeLessThan(ROUNDING);
    }), runs);
  });

  test('giving the answers in another order changes no byte, nor does the order in a list of answers', () => {
    const reordered = answered.chain(each => fc.record({ ...constants(each), entries: shuffled(Object.entries(each.answers)) }));
    fc.assert(fc.property(reordered, ({ pack, answers, entries }) => {
      const again = Object.fromEntries(entries.map(([id, answer]) => [id, typeof answer === 'object' ? answer.toReversed() : answer]));
      expect(bytes(again, pack)).toBe(bytes(answers, pack));
    }), runs);
  });

  test('“unknown”, null and undefined are the same as no answer, byte for byte', () => {
    const padded = answered.chain(each => fc.record({
      ...constants(each), unknowns: fc.tuple(...each.pack.questions.map(() => fc.constantFrom('unknown', null, undefined, 'left out'))),
    }));
    fc.assert(fc.property(padded, ({ pack, answers, unknowns }) => {
      const unknown = pack.questions.map(({ id }, index) => [id, unknowns[index]] as const).filter(([, word]) => word !== 'left out');
      expect(bytes({ ...Object.fromEntries(unknown), ...answers }, pack)).toBe(bytes(answers, pack));
    }), runs);
  });

  test('an answer that speaks for one cause alone lowers neither its presence nor its share, and raises no other share', () => {
    const words = fc.constantFrom(...speaksWords.filter(word => word.endsWith('for') || word === 'establishes'));
    fc.assert(fc.property(withCause, words, ({ pack, answers, id, group }, word) => {
      const ruledOut = explanationOf(id, diagnosisOf(answers, pack)).presence === 0; // to establish it would contradict
      const more = withSign(pack, id, ruledOut ? 'for' : word, group);
      const [before, after] = [diagnosisOf(answers, more), diagnosisOf({ ...answers, 'was-it-seen': 'yes' }, more)];
      expect(explanationOf(id, after).presence).toBeGreaterThanOrEqual(explanationOf(id, before).presence - ROUNDING);
      expect(explanationOf(id, after).share).toBeGreaterThanOrEqual(explanationOf(id, before).share - ROUNDING);
      for (const { cause, share } of after.explanations.filter(({ cause }) => cause !== id)) {
        expect(share).toBeLessThanOrEqual(explanationOf(cause, before).share + ROUNDING);
      }
      expect(after.parts.background).toBeLessThanOrEqual(before.parts.background + ROUNDING);
      expect(after.parts.unseen).toBeLessThanOrEqual(before.parts.unseen + ROUNDING);
    }), runs);
  });

  test('a cause that is ruled out was not there and has no share', () => {
    fc.assert(fc.property(withCause, ({ pack, answers, id }) => {
      const result = safeDiagnose({ ...answers, 'was-it-seen': 'yes' }, { pack: withSign(pack, id, 'rules out'), asOf: AS_OF });
      fc.pre(result.ok); // unless another answer establishes it
      expect(explanationOf(id, result.value)).toMatchObject({ presence: 0, share: 0, necessity: 0 });
      for (const { against, presence, share } of result.value.explanations) {
        if (against.some(({ speaks }) => speaks === 'rules out')) expect([presence, share]).toEqual([0, 0]);
      }
    }), runs);
  });

  test('without answers every cause stands at its base rate and its usual strength, and nothing is supported', () => {
    fc.assert(fc.property(packs, pack => {
      const engine = engineOf(pack);
      const { weighed } = readBy(engine, {}, AS_OF);
      expect(largestDifference(weighed.presence, pack.causes.map(({ baseRate }) => baseRate.value))).toBeLessThan(ROUNDING);
      expect(weighed.strength).toEqual(pack.causes.map(({ strength }) => strength?.value ?? 0));
      const { explanations, parts, headline } = diagnosisOf({}, pack);
      const expected = explainNo(engine.baseline, weighed);
      expect(explanations.map(({ cause, presence, share, supported }) => [cause, presence, share, supported]))
        .toEqual(orderedCauses(engine.baseline.prepared, expected).map(cause => [pack.causes[cause]?.id, expected.presence[cause], expected.share[cause], false]));
      expect([parts.background, parts.unseen, headline.verdict]).toEqual([expected.background, expected.standing, 'cannot-tell']);
    }), runs);
  });

  test('the same answers give the same bytes, and neither they nor the pack are changed', () => {
    fc.assert(fc.property(packs.chain(pack => fc.record({ pack: fc.constant(pack), answers: answersTo(pack) })), ({ pack, answers }) => {
      const [samePack, sameAnswers] = [structuredClone(pack), structuredClone(answers)];
      const first = bytes(answers, pack);
      expect(bytes(answers, pack)).toBe(first);
      expect([answers, pack]).toEqual([sameAnswers, samePack]);
      expect(bytes(deepFrozen(sameAnswers), deepFrozen(samePack))).toBe(first);
    }), runs);
  });

  test('most answers that these laws are tried on are kept, and most of them speak for or against something', () => {
    const given = fc.sample(packs.chain(pack => fc.record({ pack: fc.constant(pack), answers: answersTo(pack) })), runs);
    const kept = given.map(({ pack, answers }) => ({ pack, answers: withoutOdds(pack, answers) }));
    const count = (of: readonly { readonly answers: object }[]): number => of.reduce((sum, { answers }) => sum + Object.keys(answers).length, 0);
    expect(count(kept)).toBeGreaterThan(0.8 * count(given));
    const telling = kept.filter(({ pack, answers }) => diagnosisOf(answers, pack).explanations.some(each => each.for.length + each.against.length > 0));
    expect(telling.length).toBeGreaterThan(0.5 * kept.length);
  });
});

test('no part is more than the whole, even where nothing but luck explains many a no', () => {
  for (const background of [0.05, 0.12, 0.6, 0.7]) {
    const pack: Pack = { ...corePack, causes: [], beliefs: [], background: { ...corePack.background, value: background }, standing: { ...corePack.standing, levels: [{ stops: 0, weight: 1 }] } };
    for (let interviews = 1; interviews <= 12; interviews++) {
      const result = safeDiagnoseHistory(Array.from({ length: interviews }, () => ({ outcome: 'rejected' })), { pack });
      expect(result.ok ? Math.max(result.value.parts.background, result.value.parts.unseen, result.value.outsideYourControl) : Number.NaN).toBeLessThanOrEqual(1);
    }
  }
});

function constants<T extends object>(values: T): { readonly [K in keyof T]: fc.Arbitrary<T[K]> } {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fc.constant(value)])) as { [K in keyof T]: fc.Arbitrary<T[K]> };
}
