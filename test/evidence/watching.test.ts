import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWatching, copyOf, reweigh, weighUnasked } from '../../src/evidence/weigh.ts';
import { unanswered } from '../../src/pack/layout.ts';
import type { Pack, Sign } from '../../src/pack/pack.ts';
import type { Watcher } from '../../src/pack/preparePack.ts';
import { bareCause, barePack } from '../arbitraryPack.ts';
import { engineOf, readBy } from '../engineOf.ts';

const yes = (question: number): Sign['when'] => ({ test: 'chosen', question, options: [0] });
const sign = (question: number, speaks: Sign['speaks']): Sign => ({ when: yes(question), speaks, because: 'It shows.', keep: false });
const questions: Pack['questions'] = ['first', 'second'].map(id => ({
  id, kind: 'yes-no', section: 'all', ask: 'Was it so?', dontKnow: 0, options: ['yes', 'no'].map(option => ({ id: option, says: option, typical: 0.5 })),
}));

describe('a change of one column concerns', () => {
  const KNOWN = 0b1000;
  const concerned = (watchers: readonly Watcher[], from: number, to: number): readonly number[] => {
    const found: number[] = [];
    addWatching(watchers, from, to, found, 0);
    return found;
  };
  const watching = (mask: number, negates = false): Watcher => ({ cause: 7, mask, negates });

  test.each<[what: string, watcher: Watcher, from: number, to: number, concerns: boolean]>([
    ['who looks at a bit that was set', watching(0b001), 0, KNOWN | 0b001, true],
    ['who looks at a bit that was cleared', watching(0b001), KNOWN | 0b001, KNOWN | 0b010, true],
    ['nobody who looks at other bits', watching(0b100), KNOWN | 0b001, KNOWN | 0b010, false],
    ['who looks at whether it is answered at all, when it is', watching(0b100, true), 0, KNOWN | 0b001, true],
    ['who looks at whether it is answered at all, when it no longer is', watching(0b100, true), KNOWN | 0b001, 0, true],
    ['nobody by another answer without its bits, as it was answered before', watching(0b100, true), KNOWN | 0b001, KNOWN | 0b010, false],
    ['nobody by being answered without its bits, where only these count', watching(0b100), 0, KNOWN | 0b001, false],
  ])('%s', (_what, watcher, from, to, concerns) => { expect(concerned([watcher], from, to)).toEqual(concerns ? [7] : []); });

  test('each of them once, beside those that stand before where the search begins', () => {
    const found = [7, 8];
    const watchers = [7, 8, 9, 8].map(cause => ({ cause, mask: 1, negates: false }));
    addWatching(watchers, 0, 1, found, 1);
    expect(found).toEqual([7, 8, 7, 9]);
    const anew: number[] = [];
    addWatching([...watchers, ...watchers], 0, 1, anew, 0);
    expect(anew).toEqual([7, 8, 9]);
  });
});

describe('of answers that do not agree over several causes', () => {
  const torn = (id: string, question: number): Pack['causes'][number] => ({ ...bareCause(id), signs: [sign(question, 'establishes'), sign(question, 'rules out')] });
  const clash = (looksAt: readonly number[], ...answered: readonly number[]): number => {
    const { prepared } = engineOf({ ...barePack(0.1, 0), questions, causes: looksAt.map((question, index) => torn('abc'.charAt(index), question)) }).baseline;
    const columns = unanswered(prepared.layout);
    for (const question of answered) columns[question] = prepared.watchers[question]?.[0]?.mask ?? 0;
    return reweigh(prepared, weighUnasked(prepared), unanswered(prepared.layout), columns).clash;
  };

  test('the first in the pack is named, whichever is weighed first', () => {
    expect([clash([1, 0, 0]), clash([1, 0, 0], 0), clash([1, 0, 0], 1), clash([1, 0, 0], 0, 1)]).toEqual([-1, 1, 0, 0]);
    expect([clash([0, 1, 1]), clash([0, 1, 1], 0), clash([0, 1, 1], 1), clash([0, 1, 1], 0, 1)]).toEqual([-1, 0, 1, 0]);
  });
});

describe('a cause of which nothing is shown', () => {
  const engine = (baseRate: number): ReturnType<typeof engineOf> =>
    engineOf({ ...barePack(0.1, 0), questions, causes: [{ ...bareCause('it', baseRate), signs: [sign(0, 'strongly for')] }] });

  test('has its base rate to the last bit', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), baseRate => {
      expect(weighUnasked(engine(baseRate).baseline.prepared).presence).toEqual([baseRate]);
    }), { numRuns: 100 });
  });

  test('is not supported by what speaks for it where it cannot be there', () => {
    const supported = (baseRate: number): unknown => {
      const own = engine(baseRate);
      const { weighed } = readBy(own, { first: 'yes' });
      return [weighed.presence[0] === 0, weighed.supported[0]];
    };
    expect(supported(0)).toEqual([true, 0]);
    expect(supported(0.01)).toEqual([false, 1]);
  });
});

test('a pack without causes has nothing to weigh', () => {
  const nothing = { baseRate: [], evidence: [], presence: [], strength: [], supported: [] };
  expect(weighUnasked(engineOf(barePack(0.1, 0)).baseline.prepared)).toEqual(nothing);
});

test('a copy is changed without changing the other', () => {
  const weighed = weighUnasked(engineOf({ ...barePack(0.1, 0), causes: [bareCause('it', 0.25)] }).baseline.prepared);
  const copy = copyOf(weighed);
  for (const row of Object.values(copy) as number[][]) row[0] = 9;
  expect(weighed).toEqual({ baseRate: [0.25], evidence: [0], presence: [0.25], strength: [0.5], supported: [0] });
});
