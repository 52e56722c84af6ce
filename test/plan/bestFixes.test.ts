import { describe, expect, test } from 'vitest';
import { bestFixes, type Fixable } from '../../src/plan/knapsack.ts';
import { fixable, fixTaking, namesOf } from './fixing.ts';

function best(causes: readonly Fixable[], budget: number, most = 3): readonly string[] {
  return namesOf(bestFixes(causes, [budget], most)[0] ?? []);
}

describe('the best fixes', () => {
  const [large, small] = [fixable('large', 1, 0.5, [fixTaking('it', 0.5, 'evening')]), fixable('small', 1, 0.3, [fixTaking('it', 0.5, 'evening')])];

  test('of two causes take what both take together', () => {
    expect([3, 4, 7, 8].map(budget => best([small, large], budget))).toEqual([[], ['large/it'], ['large/it'], ['large/it', 'small/it']]);
    expect(best([small, large], 8, 1)).toEqual(['large/it']);
  });

  test('of one cause take what all of them take together', () => {
    const both = fixable('both', 1, 0.5, [fixTaking('one', 0.5, 'evening'), fixTaking('other', 0.4, 'evening')]);
    expect([4, 7, 8].map(budget => best([both], budget))).toEqual([['both/one'], ['both/one'], ['both/one', 'both/other']]);
  });

  test('of a small budget are found beside those of a large one', () => {
    const long = fixable('long', 1, 0.9, [fixTaking('it', 0.9, 'weekend')]);
    expect(bestFixes([long, large, small], [8, 12], 3).map(namesOf)).toEqual([['large/it', 'small/it'], ['long/it']]);
  });

  test('are told in the order of their names, in whatever order they are given', () => {
    const three = fixable('three', 1, 0.5, ['z', 'y', 'x'].map(id => fixTaking(id, 0.5)));
    expect(best([three], 9, 2)).toEqual(['three/x', 'three/y']);
    expect(best([large, fixable('first', 1, 0.1, [fixTaking('it', 0.5)])], 9)).toEqual(['first/it', 'large/it']);
  });

  test('of equal ones have the first names, of which one is before all that begin with it', () => {
    const [alike, other] = [fixable('alike', 1, 0.5, ['f-2', 'f'].map(id => fixTaking(id, 0.5))), fixable('other', 1, 0.5, [fixTaking('g', 0.5)])];
    expect(best([other, alike], 9, 2)).toEqual(['alike/f', 'other/g']);
    expect(best([fixable('late-note', 1, 0.5, [fixTaking('it', 0.5)]), fixable('late', 1, 0.5, [fixTaking('it', 0.5)])], 9, 1)).toEqual(['late/it']);
  });
});

describe('a cause that is required', () => {
  const idle = (required: boolean): Fixable => ({ ...fixable('idle', 1, 0.5, [fixTaking('nothing', 0, 'evening')]), required });
  const helpful = fixable('helpful', 1, 0.5, [fixTaking('it', 0.5, 'evening')]);

  test('has a fix taken, though it helps less than another', () => {
    expect(best([idle(true), helpful], 4)).toEqual(['idle/nothing']);
    expect(best([idle(false), helpful], 4)).toEqual(['helpful/it']);
    expect(best([idle(true), helpful], 8)).toEqual(['helpful/it', 'idle/nothing']);
  });

  test('has none taken where it has none, or where none fits', () => {
    expect(best([{ ...fixable('empty', 1, 0.5, []), required: true }, helpful], 4)).toEqual(['helpful/it']);
    expect(best([{ ...fixable('long', 1, 0.5, [fixTaking('it', 0.9, 'weeks')]), required: true }, helpful], 4)).toEqual(['helpful/it']);
  });
});
