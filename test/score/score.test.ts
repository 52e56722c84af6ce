import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { brierSkill, type Count, measure, wilson } from './measures.ts';
import { baselines, engine } from './rankers.ts';
import { casesBySet, elicitedSheets, realCases, sheetsOf } from './realCases.ts';
import { scoreText } from './scoreText.ts';

const [first, second] = [realCases('first'), realCases('second')];
const both = [...first, ...second];
const ours = engine(corePack);
const measured = measure(corePack, ours, both);
const part = ({ right, of }: Count): number => right / of;

describe('on 209 real cases, answered by two readers from the facts alone', () => {
  test('each case is there once, with a verdict of known causes', () => {
    expect(new Set(first.map(({ id }) => id)).size).toBe(209);
    expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    const ids = new Set(corePack.causes.map(({ id }) => id));
    expect(first.flatMap(({ verdict }) => verdict).filter(id => !ids.has(id))).toEqual([]);
  });

  test('a sheet holds answers, what it could not hold, and no verdict', () => {
    for (const sheet of [...sheetsOf('first'), ...sheetsOf('second')]) {
      expect(Object.keys(sheet).filter(key => !['id', 'answers', 'gaps'].includes(key))).toEqual([]);
    }
  });

  test('the first cause is the expert’s in at least 66%, among the first three in at least 89%', () => {
    expect(part(measured.top1)).toBeGreaterThanOrEqual(0.66);
    expect(part(measured.top3)).toBeGreaterThanOrEqual(0.89);
  });

  test('the side is the expert’s in at least 92%, the verdict in at least 72%', () => {
    expect(part(measured.side)).toBeGreaterThanOrEqual(0.92);
    expect(part(measured.verdict)).toBeGreaterThanOrEqual(0.72);
  });

  test('it matters little who answers', () => {
    const [one, other] = [measure(corePack, ours, first), measure(corePack, ours, second)];
    expect(Math.abs(part(one.top1) - part(other.top1))).toBeLessThan(0.05);
    expect(Math.abs(part(one.top3) - part(other.top3))).toBeLessThan(0.05);
  });

  test('cases that are too early to tell get that answer in at least three of four', () => {
    expect(part(measure(corePack, ours, both.filter(({ control }) => control === 'too-early')).top1)).toBeGreaterThanOrEqual(0.75);
  });

  test('it does better than every order that takes no answers, and its weights better than base rates', () => {
    const [prior, frequent] = baselines(corePack, first);
    for (const ranker of [prior, frequent]) {
      expect(ranker && part(measure(corePack, ranker, both).top1)).toBeLessThan(part(measured.top1));
    }
    expect(brierSkill(ours, both)).toBeGreaterThan(0.3);
  });

  test('the README shows what `npm run score` prints', () => {
    const shown = readFileSync('README.md', 'utf8').match(/```text\n(afterview {2,}n .*?)```/s)?.[1] ?? '';
    expect(shown.length).toBeGreaterThan(200);
    expect(scoreText(corePack, ours, casesBySet(), elicitedSheets())).toContain(shown.trimEnd());
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
