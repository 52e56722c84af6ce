import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { brierSkill, type Count, measure, wilson } from './measures.ts';
import { baselines, engine } from './rankers.ts';
import { answeredAgain, realCases } from './realCases.ts';
import { scoreText } from './scoreText.ts';

const cases = realCases();
const ours = engine(corePack);
const measured = measure(corePack, ours, cases);
const part = ({ right, of }: Count): number => right / of;

describe('on 94 real cases, answered from the facts alone', () => {
  test('each case is there once, with a verdict of known causes', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(94);
    const ids = new Set(corePack.causes.map(({ id }) => id));
    expect(cases.flatMap(({ verdict }) => verdict).filter(id => !ids.has(id))).toEqual([]);
  });

  test('the first cause is the expert’s in at least 60%, among the first three in at least 88%', () => {
    expect(part(measured.top1)).toBeGreaterThanOrEqual(0.6);
    expect(part(measured.top3)).toBeGreaterThanOrEqual(0.88);
  });

  test('the side is the expert’s in at least 92%', () => {
    expect(part(measured.side)).toBeGreaterThanOrEqual(0.92);
  });

  test('that holds, too, when someone else answers the same cases', () => {
    const again = measure(corePack, ours, answeredAgain(cases));
    expect(part(again.top1)).toBeGreaterThanOrEqual(0.6);
    expect(part(again.top3)).toBeGreaterThanOrEqual(0.88);
    expect(part(again.side)).toBeGreaterThanOrEqual(0.92);
  });

  test('cases that are too early to tell get that answer in at least three of four', () => {
    expect(part(measure(corePack, ours, cases.filter(({ control }) => control === 'too-early')).top1)).toBeGreaterThanOrEqual(0.75);
  });

  test('it does better than every order that takes no answers, and its shares better than base rates', () => {
    const [prior, frequent] = baselines(corePack, cases.filter(({ half }) => half === 'tune'));
    for (const ranker of [prior, frequent]) {
      expect(ranker && part(measure(corePack, ranker, cases).top1)).toBeLessThan(part(measured.top1));
    }
    expect(brierSkill(ours, cases)).toBeGreaterThan(0);
  });

  test('the README shows what `npm run score` prints', () => {
    const shown = readFileSync('README.md', 'utf8').match(/```text\n(afterview {2,}n .*?)```/s)?.[1] ?? '';
    expect(shown.length).toBeGreaterThan(200);
    expect(scoreText(corePack, ours, cases)).toContain(shown.trimEnd());
  });
});

describe('Wilson’s interval', () => {
  test('is the one of his paper: 15 of 20 lies between .531 and .888', () => {
    const [low, high] = wilson({ right: 15, of: 20 });
    expect(low).toBeCloseTo(0.5313, 4);
    expect(high).toBeCloseTo(0.8881, 4);
  });

  test('never leaves the range from 0 to 1, even for none and all', () => {
    expect(wilson({ right: 0, of: 8 })[0]).toBeCloseTo(0, 12);
    expect(wilson({ right: 8, of: 8 })[1]).toBeCloseTo(1, 12);
  });
});
