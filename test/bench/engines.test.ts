import { expect, test } from 'vitest';
import { type AnswerSet, answerSets } from './answerSets.ts';
import { afterview, afterviewFromAnswers } from './engines/afterview.ts';
import { generatedCode, generatedIndex } from './engines/generatedCode.ts';
import type { Engine } from './engines/matcher.ts';
import { plainLoop } from './engines/plainLoop.ts';
import { syntheticPack } from './packs.ts';

const pack = syntheticPack(120);

async function shownBy({ matcherOf }: Engine, sets: readonly AnswerSet[]): Promise<readonly (readonly number[])[]> {
  const { factsOf, match } = await matcherOf(pack);
  return Promise.all(sets.map(async answers => [...(await match(factsOf(answers)))]));
}

test.each([afterview, afterviewFromAnswers, generatedCode, generatedIndex])(
  '$name shows the signs that a plain loop shows, whatever is answered',
  async engine => {
    for (const answered of [1, 10, 25, Infinity]) {
      const sets = answerSets(pack, 50, answered);
      const expected = await shownBy(plainLoop, sets);
      expect(await shownBy(engine, sets)).toEqual(expected);
    }
  },
);

test('a pack has the size that was asked for, and signs of every kind of test', () => {
  const signs = syntheticPack(1500).causes.flatMap(cause => cause.signs);
  expect(signs).toHaveLength(1500);
  expect(new Set(signs.map(({ when }) => when.test))).toEqual(
    new Set(['chosen', 'none-chosen', 'within', 'all', 'any', 'not']),
  );
  expect(signs.some(({ unless }) => unless)).toBe(true);
});

test('answers are those of the same people in every run, as many as were asked for', () => {
  const sets = answerSets(pack, 5, 20);
  expect(sets.map(answers => Object.keys(answers).length)).toEqual([20, 20, 20, 20, 20]);
  expect(answerSets(pack, 5, 20)).toEqual(sets);
});
