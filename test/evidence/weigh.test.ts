import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds } from '../../src/answers/holds.ts';
import type { Reading } from '../../src/answers/reading.ts';
import { readAnswers } from '../../src/answers/readAnswers.ts';
import { corePack } from '../../src/core/corePack.ts';
import { findingsFor } from '../../src/evidence/findings.ts';
import { copyOf, reweigh, weighCause, type Weighed, weighUnasked } from '../../src/evidence/weigh.ts';
import { unanswered } from '../../src/pack/layout.ts';
import type { Conditional } from '../../src/pack/logic.ts';
import type { Cause, Pack, Sign } from '../../src/pack/pack.ts';
import type { Prepared } from '../../src/pack/preparePack.ts';
import { likelihoodRatio, type Speaks, speaksWords } from '../../src/pack/speaks.ts';
import { answersTo, arbitraryPack, AS_OF, bareCause, barePack } from '../arbitraryPack.ts';
import { engineOf } from '../engineOf.ts';

/** One cause, as the design has it weighed. */
interface Plain {
  readonly baseRate: number;
  readonly evidence: number;
  readonly presence: number;
  readonly strength: number;
  readonly supported: number;
}

/** Log-odds of the base rate, and of every group of signs that show only the strongest; what settles it comes first. */
function plainly(cause: Cause, answers: Reading['answers']): Plain {
  const [baseRate, strength] = [numberOf(cause.baseRate, answers), cause.strength ? numberOf(cause.strength, answers) : 0];
  const shown = cause.signs.filter(({ when, unless }) => holds(when, answers) === true && (!unless || holds(unless, answers) !== true));
  const settled = ['establishes', 'rules out'].find(word => shown.some(({ speaks }) => speaks === word));
  if (settled === 'establishes') return { baseRate, evidence: Number.POSITIVE_INFINITY, presence: 1, strength, supported: 1 };
  if (settled === 'rules out') return { baseRate, evidence: Number.NEGATIVE_INFINITY, presence: 0, strength, supported: 0 };
  const groups = new Map<unknown, readonly Sign[]>();
  for (const sign of shown) groups.set(sign.group ?? sign, [...groups.get(sign.group ?? sign) ?? [], sign]);
  const weights = [...groups.values()].map(signs => strongest(signs.map(({ speaks }) => Math.log(likelihoodRatio[speaks]))));
  const evidence = weights.reduce((sum, weight) => sum + weight, 0);
  const odds = baseRate / (1 - baseRate) * Math.exp(evidence);
  return { baseRate, evidence, presence: odds / (1 + odds), strength, supported: weights.some(weight => weight > 0) ? 1 : 0 };
}

/** Of equally strong ones the first. */
function strongest(weights: readonly number[]): number {
  const most = Math.max(...weights.map(Math.abs));
  return weights.find(weight => Math.abs(weight) === most) ?? Number.NaN;
}

/** The first case that holds decides. */
function numberOf({ value, when }: Conditional, answers: Reading['answers']): number {
  return when.find(branch => holds(branch.if, answers) === true)?.value ?? value;
}

/** The reading of any answers that fit the pack, or of none. */
function readingBy(prepared: Prepared, answers: object): Reading {
  const read = [answers, {}].map(each => readAnswers(prepared, each, AS_OF)).find(each => each.ok);
  if (!read?.ok) throw new Error('no answer at all fits every pack');
  return read.value.reading;
}

/** Every cause by itself, and the first on which the answers do not agree. */
function weighEach(prepared: Prepared, columns: readonly number[]): { readonly weighed: Weighed; readonly clash: number } {
  const weighed = copyOf(weighUnasked(prepared));
  const agree = prepared.causes.map((_, cause) => weighCause(prepared, cause, columns, weighed));
  return { weighed, clash: agree.indexOf(false) };
}

/** In some packs other signs than before settle a cause, so that one may establish what another rules out. */
const otherwise: fc.Arbitrary<Speaks | undefined> = fc.constantFrom(undefined, undefined, undefined, 'establishes', 'rules out', ...speaksWords);
const packs = fc.record({ pack: arbitraryPack(), words: fc.array(otherwise, { minLength: 7, maxLength: 7 }) })
  .map(({ pack, words }): Pack => ({ ...pack, causes: pack.causes.map((cause, index) => speakingBy(cause, [...words.slice(index % 7), ...words])) }));

function speakingBy(cause: Cause, words: readonly (Speaks | undefined)[]): Cause {
  return { ...cause, signs: cause.signs.map((sign, index) => ({ ...sign, speaks: words[index] ?? sign.speaks })) };
}

describe.each([['random packs', packs, 400], ['the core pack', fc.constant(corePack as Pack), 100]] as const)('for %s and all answers', (_name, each, numRuns) => {
  const preparedCore = engineOf(corePack).baseline.prepared;
  const weighings = each.chain(pack => fc.record({
    prepared: fc.constant(pack === corePack ? preparedCore : engineOf(pack).baseline.prepared), before: answersTo(pack), now: answersTo(pack),
  })).map(({ prepared, before, now }) => ({ prepared, before: readingBy(prepared, before), now: readingBy(prepared, now) }));

  test('log-odds add up, of each group the strongest sign alone', () => {
    fc.assert(fc.property(weighings, ({ prepared, now }) => {
      const { weighed } = weighEach(prepared, now.columns);
      prepared.pack.causes.forEach((cause, index) => {
        const { baseRate, evidence, presence, strength, supported } = plainly(cause, now.answers);
        expect([weighed.baseRate[index], weighed.strength[index], weighed.supported[index]]).toEqual([baseRate, strength, supported]);
        expect(weighed.evidence[index]).toBeCloseTo(evidence, 12);
        expect(weighed.presence[index]).toBeCloseTo(presence, 12);
      });
    }), { numRuns });
  });

  test('the findings are the signs whose weights were added', () => {
    fc.assert(fc.property(weighings, ({ prepared, now }) => {
      const { weighed } = weighEach(prepared, now.columns);
      prepared.causes.forEach(({ signs }, index) => {
        if (!weighCause(prepared, index, now.columns, copyOf(weighed))) return; // answers that do not agree are refused
        const sum = findingsFor(signs, now.columns).reduce((before, { weight }) => before + weight, 0);
        if (Number.isFinite(sum)) expect(weighed.evidence[index]).toBeCloseTo(sum, 12);
        else expect(weighed.evidence[index]).toBe(sum);
      });
    }), { numRuns });
  });

  test('weighing anew what looks at other answers is weighing everything anew, to the bit', () => {
    fc.assert(fc.property(weighings, ({ prepared, before, now }) => {
      const [first, anew] = [before, now].map(({ columns }) => weighEach(prepared, columns));
      const kept = structuredClone(first?.weighed);
      expect(first && reweigh(prepared, first.weighed, before.columns, now.columns).weighed).toEqual(anew?.weighed);
      expect(first?.weighed).toEqual(kept);
    }), { numRuns });
  });

  test('the first cause is named on which answers do not agree', () => {
    fc.assert(fc.property(weighings, ({ prepared, before, now }) => {
      const [first, anew] = [before, now].map(({ columns }) => weighEach(prepared, columns));
      expect(reweigh(prepared, weighUnasked(prepared), unanswered(prepared.layout), now.columns)).toEqual(anew);
      if (first?.clash === -1) expect(reweigh(prepared, first.weighed, before.columns, now.columns).clash).toBe(anew?.clash);
    }), { numRuns });
  });
});

test('many of these answers show something, settle a cause, or do not agree', () => {
  const drawn = fc.sample(packs.chain(pack => answersTo(pack).map(answers => ({ pack, answers }))), { numRuns: 400, seed: 7 });
  const weighings = drawn.map(({ pack, answers }) => {
    const { prepared } = engineOf(pack).baseline;
    return weighEach(prepared, readingBy(prepared, answers).columns);
  });
  expect(weighings.filter(({ weighed }) => weighed.evidence.some(sum => Number.isFinite(sum) && sum !== 0)).length).toBeGreaterThan(100);
  for (const settled of [Infinity, -Infinity]) expect(weighings.filter(({ weighed }) => weighed.evidence.includes(settled)).length).toBeGreaterThan(30);
  expect(weighings.filter(({ clash }) => clash >= 0).length).toBeGreaterThan(10);
});

describe('signs of a cause that is there in one of five', () => {
  const chosen = (question: number): Sign['when'] => ({ test: 'chosen', question, options: [0] });
  const sign = (question: number, speaks: Speaks, rest: Partial<Sign> = {}): Sign => ({ when: chosen(question), speaks, because: 'It shows.', keep: false, ...rest });
  const questions: Pack['questions'] = ['first', 'second', 'third'].map(id => ({
    id, kind: 'yes-no', section: 'all', ask: 'Was it so?', dontKnow: 0, options: ['yes', 'no'].map(option => ({ id: option, says: option, typical: 0.5 })),
  }));
  const weighed = (signs: readonly Sign[], answers: object): { readonly presence: number | undefined; readonly supported: number | undefined; readonly agrees: boolean } => {
    const { prepared } = engineOf({ ...barePack(0.1, 0), questions, causes: [{ ...bareCause('it', 0.2), signs }] }).baseline;
    const { weighed: { presence, supported }, clash } = weighEach(prepared, readingBy(prepared, answers).columns);
    return { presence: presence[0], supported: supported[0], agrees: clash < 0 };
  };
  const all = { first: 'yes', second: 'yes', third: 'yes' };

  test.each<[what: string, signs: readonly Sign[], answers: object, odds: number, supported: number]>([
    ['nothing shown leaves the base rate', [sign(0, 'for')], { first: 'no' }, 1 / 4, 0],
    ['ratios multiply the odds', [sign(0, 'for'), sign(1, 'slightly for'), sign(2, 'slightly against')], all, 5 / 4, 1],
    ['of one fact only the strongest counts', [sign(0, 'slightly for', { group: 'fact' }), sign(1, 'strongly for', { group: 'fact' })], all, 10 / 4, 1],
    ['the strongest may speak against', [sign(0, 'for', { group: 'fact' }), sign(1, 'strongly against', { group: 'fact' })], all, 1 / 40, 0],
    ['of equally strong ones of a fact the first counts', [sign(0, 'against', { group: 'fact' }), sign(1, 'for', { group: 'fact' })], all, 1 / 20, 0],
    ['of the strongest that does not show the next counts', [sign(0, 'slightly for', { group: 'fact' }), sign(1, 'strongly for', { group: 'fact' })], { first: 'yes' }, 2 / 4, 1],
    ['two facts both count', [sign(0, 'slightly for', { group: 'one' }), sign(1, 'for', { group: 'other' })], all, 10 / 4, 1],
    ['an exception that is known takes a sign away', [sign(0, 'for', { unless: chosen(1) })], all, 1 / 4, 0],
    ['an exception that is unknown does not', [sign(0, 'for', { unless: chosen(1) })], { first: 'yes' }, 5 / 4, 1],
    ['what rules it out wins over what speaks for it', [sign(0, 'strongly for'), sign(1, 'rules out')], all, 0, 0],
  ])('%s', (_what, signs, answers, odds, supported) => {
    const { presence, ...rest } = weighed(signs, answers);
    expect(presence).toBeCloseTo(odds / (1 + odds), 14);
    expect(rest).toEqual({ supported, agrees: true });
  });

  test('what establishes it makes it certain, and with what rules it out does not agree', () => {
    expect(weighed([sign(0, 'strongly against'), sign(1, 'establishes')], all)).toEqual({ presence: 1, supported: 1, agrees: true });
    expect(weighed([sign(0, 'rules out'), sign(1, 'establishes')], all).agrees).toBe(false);
  });
});
