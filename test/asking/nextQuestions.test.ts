import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import type { NextQuestions } from '../../src/api/interview.ts';
import { nextQuestions } from '../../src/api/nextQuestions.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { type Answered, arbitraryPack, AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { examples, expectedChange, openTo, onlyVisible } from './expectedChange.ts';

vi.setConfig({ testTimeout: 60_000 });

function next(pack: Pack, answers: Answered): NextQuestions {
  return nextQuestions(answers, { pack, asOf: AS_OF, most: pack.questions.length });
}

describe.each([
  ['random packs', arbitraryPack(), 200],
  ['the core pack', fc.constant(corePack as Pack), 20],
] as const)('for %s', (_name, packs, numRuns) => {
  const runs = { numRuns, seed: 7 };
  const answered = packs.chain(pack => fc.record({ pack: fc.constant(pack), answers: consistentAnswersTo(pack) }));

  test('the order in which the answers were given changes nothing', () => {
    const reordered = answered.chain(({ pack, answers }) => fc.record({
      pack: fc.constant(pack), answers: fc.constant(answers),
      entries: fc.shuffledSubarray(Object.entries(answers), { minLength: Object.keys(answers).length }),
    }));
    fc.assert(fc.property(reordered, ({ pack, answers, entries }) => {
      expect(next(pack, Object.fromEntries(entries))).toEqual(next(pack, answers));
    }), runs);
  });

  test('what was answered, “I don’t know” included, is not asked again, and the rest stays as it was', () => {
    fc.assert(fc.property(answered, fc.nat(), ({ pack, answers }, which) => {
      const { questions } = next(pack, answers);
      expect(questions.filter(({ question }) => Object.hasOwn(answers, question))).toEqual([]);
      fc.pre(questions.length > 0);
      const put = questions[which % questions.length]?.question ?? '';
      expect(next(pack, { ...answers, [put]: 'unknown' }).questions).toEqual(questions.filter(({ question }) => question !== put));
    }), runs);
  });

  test('the most telling question comes first, every change is worth it and none is above 1', () => {
    fc.assert(fc.property(answered, ({ pack, answers }) => {
      const { questions, shouldStop, remaining } = next(pack, answers);
      const changes = questions.map(({ change }) => change);
      expect(changes).toEqual(changes.toSorted((a, b) => b - a));
      expect(changes.every(change => change >= 0.005 && change <= 1 + 1e-9)).toBe(true);
      expect(remaining.from).toBeLessThanOrEqual(remaining.to);
      if (shouldStop) expect(remaining).toEqual({ from: 0, to: 0 });
      else expect(remaining.from).toBeGreaterThan(0);
    }), runs);
  });
});

describe('the expected change of a question', () => {
  test('is that of trying out each answer in the whole diagnosis', () => {
    const answered = arbitraryPack().chain(pack => fc.record({ pack: fc.constant(pack), answers: consistentAnswersTo(pack) }));
    let [tried, compared] = [0, 0];
    fc.assert(fc.property(answered, ({ pack, answers }) => {
      tried++;
      const shown: Answered = onlyVisible(pack, answers);
      const given = next(pack, shown);
      for (const question of openTo(pack, shown)) {
        const expected = expectedChange(pack, shown, question);
        if (expected === null) continue; // two causes of the same weight come first by rounding
        const change = given.questions.find(each => each.question === question.id)?.change ?? 0;
        if (expected >= 0.005 + 1e-9 || change > 0) expect(change).toBeCloseTo(expected, 8);
        compared++;
      }
    }), { numRuns: 200, seed: 7, examples: examples.map((example): [typeof example] => [example]) });
    expect(compared).toBeGreaterThan(tried);
  });
});
