import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/answers/reading.ts';
import { beliefsShown } from '../../src/evidence/beliefs.ts';
import { contradictions, findingsFor, openSignsOf, questionsShowing } from '../../src/evidence/findings.ts';
import type { Condition } from '../../src/pack/condition.ts';
import type { Belief, Pack, Sign } from '../../src/pack/pack.ts';
import type { Prepared, PreparedCause } from '../../src/pack/preparePack.ts';
import type { Speaks } from '../../src/pack/speaks.ts';
import { bareCause, barePack } from '../arbitraryPack.ts';
import { engineOf, readBy } from '../engineOf.ts';

const yes = (question: number): Condition => ({ test: 'chosen', question, options: [0] });
const both = (...questions: readonly number[]): Condition => ({ test: 'all', of: questions.map(yes) });
const sign = (when: Condition, speaks: Speaks, rest: Partial<Sign> = {}): Sign => ({ when, speaks, because: `It is ${speaks}.`, keep: false, ...rest });

/** Three questions for yes or no; the last is put to those who said yes to the first. */
const questions: Pack['questions'] = ['first', 'second', 'third'].map((id, index) => ({
  id, kind: 'yes-no', section: 'all', ask: 'Was it so?', dontKnow: 0, ...(index === 2 && { askIf: yes(0) }),
  options: ['yes', 'no'].map(option => ({ id: option, says: option, typical: 0.5 })),
}));

/** What was said to a pack with one cause, which has these signs. */
function told(signs: readonly Sign[], answers: object): { readonly prepared: Prepared; readonly cause: PreparedCause; readonly reading: Reading } {
  const engine = engineOf({ ...barePack(0.1, 0), questions, causes: [{ ...bareCause('it'), signs }] });
  const { prepared } = engine.baseline;
  return { prepared, cause: prepared.causes[0] as PreparedCause, reading: readBy(engine, answers).known.reading };
}

describe('a sign is open', () => {
  const open = (own: Sign, answers: object): readonly (readonly number[])[] => {
    const { cause, reading } = told([own], answers);
    return openSignsOf(cause, reading).map(({ sign: found, questions: asked }) => {
      expect(found).toEqual(own);
      return asked;
    });
  };

  test.each<[what: string, answers: object, settledBy: readonly (readonly number[])[]]>([
    ['while nothing is known', {}, [[0, 1]]],
    ['while one of two answers is missing, which alone would settle it', { first: 'yes' }, [[1]]],
    ['no longer once it shows', { first: 'yes', second: 'yes' }, []],
    ['no longer once it is refuted', { first: 'no' }, []],
  ])('%s', (_what, answers, settledBy) => { expect(open(sign(both(0, 1), 'for'), answers)).toEqual(settledBy); });

  test('unless an exception is known to hold', () => {
    const excepted = sign(yes(0), 'for', { unless: yes(1) });
    expect(open(excepted, {})).toEqual([[0]]);
    expect(open(excepted, { second: 'no' })).toEqual([[0]]);
    expect(open(excepted, { second: 'yes' })).toEqual([]);
  });
});

describe('the questions that show a sign', () => {
  test('are those of its condition that were answered, and put', () => {
    const of = (answers: object): readonly number[] => questionsShowing(sign(both(0, 1, 2), 'for'), told([], answers).reading);
    expect(of({})).toEqual([]);
    expect(of({ second: 'no' })).toEqual([1]);
    expect(of({ first: 'yes', third: 'no' })).toEqual([0, 2]);
    expect(of({ first: 'no', second: 'yes' })).toEqual([0, 1]); // the third is not put
  });
});

describe('answers contradict each other over a cause', () => {
  const problems = (signs: readonly Sign[], answers: object): ReturnType<typeof contradictions> => {
    const engine = engineOf({ ...barePack(0.1, 0), questions, causes: [bareCause('another'), { ...bareCause('it'), signs }] });
    const { prepared } = engine.baseline;
    const { reading } = told([], answers);
    return contradictions(prepared, reading);
  };
  const signs = [sign(both(0, 2), 'establishes'), sign(yes(1), 'rules out')];

  test('where one establishes it and one rules it out: both are named, with their reasons', () => {
    expect(problems(signs, { first: 'yes', second: 'yes', third: 'yes' })).toEqual([{
      code: 'contradiction',
      message: '“first” with “third” and “second” cannot both be true: It is establishes. It is rules out.',
      hint: 'change one of these answers, or leave it out',
      path: ['first'],
    }]);
  });

  test('at the first question of what establishes it', () => {
    const other = [sign(yes(0), 'rules out'), sign(both(1, 2), 'establishes')];
    expect(problems(other, { first: 'yes', second: 'yes', third: 'yes' }).map(({ path }) => path)).toEqual([['second']]);
  });

  test.each<[what: string, own: readonly Sign[], answers: object]>([
    ['where only one of them shows', signs, { first: 'yes', second: 'no', third: 'yes' }],
    ['where only the other shows', signs, { first: 'yes', second: 'yes', third: 'no' }],
    ['where two say the same', [sign(yes(0), 'establishes'), sign(yes(1), 'establishes')], { first: 'yes', second: 'yes' }],
    ['where two rule it out', [sign(yes(0), 'rules out'), sign(yes(1), 'rules out')], { first: 'yes', second: 'yes' }],
    ['where neither settles it', [sign(yes(0), 'strongly for'), sign(yes(1), 'strongly against')], { first: 'yes', second: 'yes' }],
  ])('not %s', (_what, own, answers) => { expect(problems(own, answers)).toEqual([]); });
});

test('of equally strong signs of one fact the first is the finding', () => {
  const signs = [sign(yes(0), 'against', { group: 'fact' }), sign(yes(1), 'for', { group: 'fact' })];
  const { cause, reading } = told(signs, { first: 'yes', second: 'yes' });
  expect(findingsFor(cause.signs, reading.columns).map(({ sign: found }) => found)).toEqual(signs.slice(0, 1));
});

describe('a belief is told', () => {
  const belief = (id: string, rest: Partial<Belief>): Belief => ({ id, when: yes(0), alone: false, belief: 'It is me.', truer: 'It is not.', ...rest });
  const { prepared } = engineOf({
    ...barePack(0.1, 0), questions, causes: [bareCause('it'), bareCause('other')],
    beliefs: [belief('plain', {}), belief('excepted', { unless: yes(1) }), belief('denying', { denies: 1 })],
  }).baseline;
  const shown = (answers: object, first: number): readonly number[] => beliefsShown(prepared, told([], answers).reading.columns, first);

  test('where the answers suggest it and no exception is known', () => {
    expect(shown({}, -1)).toEqual([]);
    expect(shown({ first: 'no' }, -1)).toEqual([]);
    expect(shown({ first: 'yes' }, -1)).toEqual([0, 1, 2]);
    expect(shown({ first: 'yes', second: 'yes' }, -1)).toEqual([0, 2]);
  });

  test('but not that something decided nothing where that comes first', () => {
    expect(shown({ first: 'yes' }, 0)).toEqual([0, 1, 2]);
    expect(shown({ first: 'yes' }, 1)).toEqual([0, 1]);
  });
});
