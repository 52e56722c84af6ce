import { describe, expect, test } from 'vitest';
import { type LikelyAnswer, likelyAnswers } from '../../src/asking/likelyAnswers.ts';
import type { Question } from '../../src/pack/pack.ts';

const said = { id: 'it', section: 'all', ask: 'What was it?' };
const options = (...typical: readonly number[]): { id: string; says: string; typical: number }[] => typical.map((each, index) => ({ id: `option-${index}`, says: 'It.', typical: each }));

function chancesOf(likely: readonly LikelyAnswer[]): Record<string, number> {
  return Object.fromEntries(likely.map(({ answer, chance }) => [JSON.stringify(Object.values(answer).at(-1)), chance]));
}

/** What is answered, with its chance. */
function likely(question: Question): Record<string, number> {
  return chancesOf(likelyAnswers(question));
}

describe('what people answer', () => {
  test('to a choice are its options, as often as is typical among those who can say', () => {
    const question: Question = { ...said, kind: 'one-of', options: options(0.6, 0.2), dontKnow: 0.2 };
    expect(likelyAnswers(question).map(({ answer }) => answer)).toEqual([{ kind: 'choice', option: 0 }, { kind: 'choice', option: 1 }]);
    expect(likely(question)['0']).toBeCloseTo(0.6, 14); // 3 of 4 of the 80 in 100
    expect(likely(question)['1']).toBeCloseTo(0.2, 14);
  });

  test('to a number are its typical values', () => {
    const question: Question = { ...said, kind: 'number', unit: 'days', from: 0, to: 9, typical: [{ value: 3, share: 0.25 }, { value: 7, share: 0.75 }], dontKnow: 0.5 };
    expect(likelyAnswers(question)).toEqual([{ answer: { kind: 'number', value: 3 }, chance: 0.125 }, { answer: { kind: 'number', value: 7 }, chance: 0.375 }]);
  });

  test('to a question with several are the sets of its options, taken independently', () => {
    const found = likely({ ...said, kind: 'several-of', options: options(0.5, 0.25), dontKnow: 0 });
    expect(found).toEqual({ '[]': 0.375, '[0]': 0.375, '[1]': 0.125, '[0,1]': 0.125 });
  });

  test('of many sets the sixteen likeliest stand for all', () => {
    const found = likelyAnswers({ ...said, kind: 'several-of', options: options(0.1, 0.2, 0.3, 0.4, 0.45), dontKnow: 0.1 });
    expect(found).toHaveLength(16);
    const chances = found.map(({ chance }) => chance);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(0.9, 14);
    expect(found[0]?.answer).toEqual({ kind: 'choices', options: [] });
    // all five alike are left out, and so is every set that begins with what is too rare: 0.9 · 0.8 · 0.7 · 0.6 · 0.55 is the likeliest
    const [none, last] = [chancesOf(found)['[]'] ?? 0, chancesOf(found)['[4]'] ?? 0];
    expect(last / none).toBeCloseTo(0.45 / 0.55, 12);
  });

  test('to a date is nothing', () => {
    expect(likelyAnswers({ ...said, kind: 'date', dontKnow: 0 })).toEqual([]);
  });

  test('has no chance where nothing is typical', () => {
    const found = likelyAnswers({ ...said, kind: 'one-of', options: options(0, 0), dontKnow: 0 });
    expect(found.map(({ chance }) => chance)).toEqual([0, 0]);
  });
});
