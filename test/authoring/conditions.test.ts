import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/pack/condition.ts';
import type { Answer } from '../../src/pack/answer.ts';
import { holds, openQuestions, type Held } from '../../src/answers/holds.ts';

type AnswersInOrder = readonly (Answer | undefined)[];

const T = true;
const F = false;
const U = undefined;
const truths: readonly Held[] = [T, F, U];

/** Questions 0, 1 and 2 are answered so that “question n was answered yes” is true, false and unknown. */
const reading: AnswersInOrder = [{ kind: 'choice', option: 0 }, { kind: 'choice', option: 1 }, undefined];
const yes = (question: number): Condition => ({ test: 'chosen', question, options: [0] });
const being = (truth: Held): Condition => yes(truths.indexOf(truth));
const not = (of: Condition): Condition => ({ test: 'not', of });
const all = (...of: readonly Condition[]): Condition => ({ test: 'all', of });
const any = (...of: readonly Condition[]): Condition => ({ test: 'any', of });

describe('conditions follow the three-valued tables of Kleene', () => {
  test.each([[T, F], [F, T], [U, U]])('not %s is %s', (inner, result) => {
    expect(holds(not(being(inner)), reading)).toBe(result);
  });

  test.each([
    [T, T, T], [T, F, F], [T, U, U],
    [F, T, F], [F, F, F], [F, U, F],
    [U, T, U], [U, F, F], [U, U, U],
  ])('%s and %s is %s', (one, other, result) => {
    expect(holds(all(being(one), being(other)), reading)).toBe(result);
  });

  test.each([
    [T, T, T], [T, F, T], [T, U, T],
    [F, T, T], [F, F, F], [F, U, U],
    [U, T, T], [U, F, U], [U, U, U],
  ])('%s or %s is %s', (one, other, result) => {
    expect(holds(any(being(one), being(other)), reading)).toBe(result);
  });
});

describe('for every condition over three yes-or-no questions', () => {
  const { condition } = fc.letrec<{ condition: Condition }>(tie => ({
    condition: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.nat(2).map(yes),
      tie('condition').map(not),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map(of => all(...of)),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map(of => any(...of)),
    ),
  }));
  const answer = fc.constantFrom<Answer | undefined>({ kind: 'choice', option: 0 }, { kind: 'choice', option: 1 }, undefined);
  const answers = fc.tuple(answer, answer, answer);

  /** Every way in which the unknown answers may turn out. */
  function completions(known: AnswersInOrder): readonly AnswersInOrder[] {
    return known.reduce<readonly AnswersInOrder[]>((some, each) =>
      some.flatMap(before => (each ? [each] : [0, 1].map(option => ({ kind: 'choice', option }) as const)).map(answered => [...before, answered])), [[]]);
  }

  test('what is settled stays so however the unknown answers turn out', () => {
    fc.assert(fc.property(condition, answers, (each, known) => {
      const truth = holds(each, known);
      if (truth !== undefined) expect(completions(known).map(full => holds(each, full))).toEqual(completions(known).map(() => truth));
    }));
  });

  test('with every question answered it is true or false', () => {
    fc.assert(fc.property(condition, answers, (each, known) => {
      for (const full of completions(known)) expect(holds(each, full)).toBeTypeOf('boolean');
    }));
  });

  test('not all is any not, and not any is all not', () => {
    fc.assert(fc.property(fc.array(condition, { minLength: 1, maxLength: 3 }), answers, (parts, known) => {
      expect(holds(not(all(...parts)), known)).toBe(holds(any(...parts.map(not)), known));
      expect(holds(not(any(...parts)), known)).toBe(holds(all(...parts.map(not)), known));
    }));
  });

  test('the questions that would settle it are unanswered ones, and there are some exactly when it is open', () => {
    fc.assert(fc.property(condition, answers, (each, known) => {
      const open = openQuestions(each, known);
      expect(open.length > 0).toBe(holds(each, known) === undefined);
      expect(open.every(question => known[question] === undefined)).toBe(true);
      expect(open).toEqual([...new Set(open)].sort((a, b) => a - b));
    }));
  });
});

describe('a question that is not put to this person', () => {
  const notAsked: AnswersInOrder = [{ kind: 'not-asked' }];
  const within: Condition = { test: 'within', question: 0, from: null, to: null };

  test('refutes every condition on it, so that its opposite holds', () => {
    for (const each of [yes(0), { test: 'none-chosen', question: 0 } as const, within]) {
      expect(holds(each, notAsked)).toBe(false);
      expect(holds(not(each), notAsked)).toBe(true);
      expect(openQuestions(each, notAsked)).toEqual([]);
    }
  });
});

describe('numbers are compared with bounds that are part of them or not', () => {
  const bounds = { atLeast: { value: 15, included: true }, moreThan: { value: 15, included: false } } as const;

  test.each([
    ['at least 15', { from: bounds.atLeast, to: null }, [F, T, T]],
    ['more than 15', { from: bounds.moreThan, to: null }, [F, F, T]],
    ['at most 15', { from: null, to: bounds.atLeast }, [T, T, F]],
    ['less than 15', { from: null, to: bounds.moreThan }, [T, F, F]],
    ['exactly 15', { from: bounds.atLeast, to: bounds.atLeast }, [F, T, F]],
  ] as const)('14, 15 and 16 are %s', (_words, fromTo, results) => {
    const condition: Condition = { test: 'within', question: 0, ...fromTo };
    expect([14, 15, 16].map(value => holds(condition, [{ kind: 'number', value }]))).toEqual(results);
    expect(holds(condition, [undefined])).toBeUndefined();
  });

  test('of several options it is their count', () => {
    const two: Condition = { test: 'within', question: 0, from: { value: 2, included: true }, to: null };
    expect([[], [1], [0, 2], [0, 1, 2]].map(options => holds(two, [{ kind: 'choices', options }]))).toEqual([F, F, T, T]);
  });
});

describe('several options chosen', () => {
  const chosen: Condition = { test: 'chosen', question: 0, options: [1, 2] };
  const none: Condition = { test: 'none-chosen', question: 0 };

  test.each([[[], F, T], [[0], F, F], [[0, 1], T, F], [[1, 2], T, F]])('%j: one of 1 and 2 is %s, none is %s', (options, one, isNone) => {
    expect(holds(chosen, [{ kind: 'choices', options }])).toBe(one);
    expect(holds(none, [{ kind: 'choices', options }])).toBe(isNone);
  });

  test('unknown is not none', () => {
    expect(holds(none, [undefined])).toBeUndefined();
  });
});
