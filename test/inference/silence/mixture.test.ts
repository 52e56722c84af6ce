import { describe, expect, test } from 'vitest';
import { type ExplainedSilence, explainSilence, waitOf } from '../../../src/inference/silence/explainSilence.ts';
import type { Cause, Pack, Question, WaitingSign } from '../../../src/pack/pack.ts';
import { bareCause, barePack } from '../../arbitraryPack.ts';
import { engineOf, readBy } from '../../engineOf.ts';

const yes: WaitingSign['when'] = { test: 'chosen', question: 2, options: [0] };
const sign = (of: string, speaks: WaitingSign['speaks']): WaitingSign => ({ of, when: yes, speaks, because: 'It shows.' });
const days = (id: string): Question => ({ id, kind: 'number', section: 'all', ask: 'How many?', unit: 'days', from: 0, to: 100, typical: [], dontKnow: 0 });
const questions: Pack['questions'] = [days('since'), days('past'), {
  id: 'shown', kind: 'yes-no', section: 'all', ask: 'Was it so?', dontKnow: 0, options: ['yes', 'no'].map(id => ({ id, says: id, typical: 0.5 })),
}, {
  id: 'outcome', kind: 'one-of', section: 'all', ask: 'How did it end?', dontKnow: 0, options: ['no-reply', 'rejected'].map(id => ({ id, says: id, typical: 0.5 })),
}];

/** One type of employer: three in ten are invited, four are told no, three hear nothing; half the time to a yes is 10 days, to a no 10 as well. */
const type = { id: 'firm', title: 'A firm', weight: 1, advance: 0.3, toldNo: 0.4, timeToYes: { median: 10, sigma: 0.5 }, timeToNo: { median: 10, sigma: 0.5 } };

interface Case {
  readonly signs?: readonly WaitingSign[];
  readonly causes?: readonly Cause[];
  readonly types?: readonly (typeof type)[];
  readonly luck?: number;
  readonly missedPromise?: number;
  /** The chance of going on under these answers; as for everybody unless given. */
  readonly goesOn?: number;
}

function silent(answers: object, { signs = [], causes = [], types = [type], luck = 0.5, missedPromise = 3, goesOn }: Case = {}): ExplainedSilence {
  const pack: Pack = { ...barePack(luck, 0, causes), questions, waiting: { types, daysSince: 0, daysPastPromise: 1, missedPromise, whenUnsaid: { waiting: 3, 'no-reply': 21 }, signs } };
  const engine = engineOf(pack);
  const { known: { reading }, weighed } = readBy(engine, { outcome: 'no-reply', ...answers });
  const wait = waitOf(engine.baseline.prepared, reading);
  if (!wait) throw new Error('the pack speaks of waiting');
  return explainSilence(engine.baseline, wait, weighed, goesOn ?? 1 - engine.baseline.chanceOfNo());
}

/** The chances of a yes, of a no and of no word, in proportion. */
function expectStates({ advance, noToCome, never }: ExplainedSilence, ...parts: readonly [number, number, number]): void {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  [advance, noToCome, never].forEach((chance, at) => { expect(chance).toBeCloseTo((parts[at] as number) / whole, 12); });
}

test('a pack that does not speak of waiting says nothing of silence', () => {
  const engine = engineOf({ ...barePack(0.5, 0), questions });
  expect(waitOf(engine.baseline.prepared, readBy(engine, { outcome: 'no-reply' }).known.reading)).toBeNull();
});

describe('what is still to come', () => {
  test('is on the first day what always comes', () => {
    expectStates(silent({ since: 0 }), 0.3, 0.4, 0.3);
  });

  test('shrinks with the days in which it would have come, while nothing never comes', () => {
    const found = silent({ since: 10 });
    expectStates(found, 0.15, 0.2, 0.3); // the median of both times
    expect(found).toMatchObject({ days: 10, promised: false, said: true });
    expect(found.advanceAfter(0)).toBeCloseTo(0.3, 12);
    expect(found.advanceAfter(10)).toBe(found.advance);
  });

  test('is less of a yes once a promised day has passed', () => {
    expectStates(silent({ past: 10 }), 0.15, 0.2 * 3, 0.3 * 3);
    expectStates(silent({ past: 0 }), 0.3, 0.4, 0.3); // it is today
    expect(silent({ past: 0 }).advanceAfter(10)).toBeCloseTo(0.15 / (0.15 + 0.6 + 0.9), 12);
  });

  test('is what each type of employer does, by how many there are of it', () => {
    const other = { ...type, id: 'other', weight: 0.25, advance: 0.6, toldNo: 0.2 };
    expectStates(silent({ since: 0 }, { types: [{ ...type, weight: 0.75 }, other] }), 0.75 * 0.3 + 0.25 * 0.6, 0.75 * 0.4 + 0.25 * 0.2, 0.75 * 0.3 + 0.25 * 0.2);
  });
});

describe('answers that speak of waiting', () => {
  test.each<[of: string, states: readonly [number, number, number]]>([['advance', [1.5, 0.4, 0.3]], ['told-no', [0.3, 2, 0.3]], ['never-told', [0.3, 0.4, 1.5]], ['firm', [0.3, 0.4, 0.3]]])(
    'weigh by their likelihood ratio: for %s', (of, states) => {
      expectStates(silent({ since: 0, shown: 'yes' }, { signs: [sign(of, 'for')] }), ...states);
      expectStates(silent({ since: 0, shown: 'no' }, { signs: [sign(of, 'for')] }), 0.3, 0.4, 0.3);
    });

  test('for one type against another', () => {
    const types = [{ ...type, weight: 0.5 }, { ...type, id: 'other', weight: 0.5, advance: 0.6, toldNo: 0.2 }];
    expectStates(silent({ since: 0, shown: 'yes' }, { types, signs: [sign('other', 'for')] }), 0.3 + 5 * 0.6, 0.4 + 5 * 0.2, 0.3 + 5 * 0.2);
  });
});

describe('the chance of going on', () => {
  test('multiplies the odds of a yes; a no, told or not, keeps its proportion', () => {
    // usually even odds; four to one now: 3/7 · 4 = 12/7
    expectStates(silent({ since: 0 }, { goesOn: 0.8 }), 12 / 19, (7 / 19) * (4 / 7), (7 / 19) * (3 / 7));
    expectStates(silent({ since: 0 }, { luck: 0.8, goesOn: 0.5 }), 12 / 19, (7 / 19) * (4 / 7), (7 / 19) * (3 / 7));
  });

  test('tells nothing where nothing can stop anyone', () => {
    expectStates(silent({ since: 0 }, { luck: 0, goesOn: 1 }), 0.3, 0.4, 0.3);
  });
});

describe('what lies behind the silence', () => {
  const behind = (id: string, state: 'undecided' | 'never-told', share: number, speaks?: Cause['signs'][number]['speaks']): Cause => {
    const signs = speaks ? [{ when: yes, speaks, because: 'It shows.', keep: false }] : [];
    return { ...bareCause(id), strength: undefined, silence: { state, share: { value: share } }, signs } as unknown as Cause;
  };
  const probabilities = ({ causes }: ExplainedSilence): readonly number[] => causes.map(({ probability }) => probability);

  test('shares the chance of its state: that all is still open, or that nobody will write', () => {
    const found = silent({ since: 0 }, { causes: [bareCause('a-reason'), behind('busy', 'undecided', 0.6), behind('rude', 'never-told', 0.2), behind('slow', 'undecided', 0.2)] });
    expect(found.causes.map(({ cause }) => cause)).toEqual([1, 2, 3]);
    [0.7 * 0.75, 0.3, 0.7 * 0.25].forEach((probability, at) => { expect(probabilities(found)[at]).toBeCloseTo(probability, 12); });
  });

  test('weighs by what the answers show of it, which speaks for its state as well', () => {
    const causes = [behind('busy', 'undecided', 0.5, 'for'), behind('rude', 'never-told', 0.2), behind('slow', 'undecided', 0.5)];
    const found = silent({ since: 0, shown: 'yes' }, { causes });
    expectStates(found, 0.3 * 3, 0.4 * 3, 0.3); // five and one by halves
    [(2.1 / 2.4) * (5 / 6), 0.3 / 2.4, (2.1 / 2.4) / 6].forEach((probability, at) => { expect(probabilities(found)[at]).toBeCloseTo(probability, 12); });
    expectStates(silent({ since: 0, shown: 'yes' }, { causes: [behind('busy', 'undecided', 0.5), behind('rude', 'never-told', 0.2, 'for')] }), 0.3, 0.4, 1.5);
  });

  test('outweighs the others a thousand times where an answer establishes it, and is nothing where one rules it out', () => {
    expectStates(silent({ since: 0, shown: 'yes' }, { causes: [behind('rude', 'never-told', 1, 'establishes')] }), 0.3, 0.4, 300);
    const found = silent({ since: 0, shown: 'yes' }, { causes: [behind('rude', 'never-told', 1, 'rules out')] });
    expectStates(found, 0.3, 0.4, 0);
    expect(probabilities(found)).toEqual([0]);
  });

  test('is that nobody will write, where the answers rule everything out', () => {
    const found = silent({ since: 0, shown: 'yes' }, { causes: [behind('busy', 'undecided', 1, 'rules out'), behind('rude', 'never-told', 1, 'rules out')] });
    expect([found.advance, found.noToCome, found.never, ...probabilities(found)]).toEqual([0, 0, 1, 0, 0]);
  });
});
