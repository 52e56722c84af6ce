import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Condition, questionsOf } from '../../src/pack/condition.ts';
import type { Answer } from '../../src/pack/answer.ts';
import { holds, openQuestions } from '../../src/answers/holds.ts';

type AnswersInOrder = readonly (Answer | undefined)[];

const yes: Condition = { test: 'chosen', question: 0, options: [0] };
const no: Condition = { test: 'chosen', question: 1, options: [0] };
const open: Condition = { test: 'chosen', question: 2, options: [0] };
/** `yes` is shown, `no` is refuted, `open` is unanswered. */
const reading: AnswersInOrder = [{ kind: 'choice', option: 0 }, { kind: 'choice', option: 1 }, undefined];

describe('conditions hold, fail or stay open as in Kleene’s logic', () => {
  test.each<[Condition, Condition, all: boolean | undefined, any: boolean | undefined]>([
    [yes, yes, true, true],
    [yes, no, false, true],
    [yes, open, undefined, true],
    [no, no, false, false],
    [no, open, false, undefined],
    [open, open, undefined, undefined],
  ])('of two', (one, other, all, any) => {
    for (const of of [[one, other], [other, one]]) {
      expect(holds({ test: 'all', of }, reading)).toBe(all);
      expect(holds({ test: 'any', of }, reading)).toBe(any);
    }
  });

  test('and not turns true and false round, and leaves the rest open', () => {
    expect([yes, no, open].map(of => holds({ test: 'not', of }, reading))).toEqual([false, true, undefined]);
  });

  test('and of nothing all hold and none does', () => {
    expect([holds({ test: 'all', of: [] }, reading), holds({ test: 'any', of: [] }, reading)]).toEqual([true, false]);
  });
});

describe('one answer is compared', () => {
  const within = (from: [number, boolean] | null, to: [number, boolean] | null): Condition =>
    ({ test: 'within', question: 0, from: from && { value: from[0], included: from[1] }, to: to && { value: to[0], included: to[1] } });
  const chosen = (...options: number[]): Condition => ({ test: 'chosen', question: 0, options });
  const none: Condition = { test: 'none-chosen', question: 0 };
  const number = (value: number): Answer => ({ kind: 'number', value });
  const choices = (...options: number[]): Answer => ({ kind: 'choices', options });

  test.each<[what: string, condition: Condition, answer: Answer | undefined, truth: boolean | undefined]>([
    ['the option', chosen(1), { kind: 'choice', option: 1 }, true],
    ['another option', chosen(1), { kind: 'choice', option: 2 }, false],
    ['one of the options', chosen(1, 2), { kind: 'choice', option: 2 }, true],
    ['one of several', chosen(1, 2), choices(0, 2), true],
    ['none of several', chosen(1, 2), choices(0, 3), false],
    ['nothing chosen', chosen(1), choices(), false],
    ['nothing chosen, asked for', none, choices(), true],
    ['something chosen', none, choices(0), false],
    ['at least, on the bound', within([5, true], null), number(5), true],
    ['at least, below it', within([5, true], null), number(4), false],
    ['more than, on the bound', within([5, false], null), number(5), false],
    ['more than, above it', within([5, false], null), number(6), true],
    ['at most, on the bound', within(null, [5, true]), number(5), true],
    ['less than, on the bound', within(null, [5, false]), number(5), false],
    ['less than, below it', within(null, [5, false]), number(4), true],
    ['between', within([2, true], [5, false]), number(3), true],
    ['how many were chosen', within([2, true], null), choices(0, 3), true],
    ['too few chosen', within([2, true], null), choices(3), false],
    ['an unknown answer', chosen(1), undefined, undefined],
    ['an unknown number', within([5, true], null), undefined, undefined],
    ['an unknown list', none, undefined, undefined],
    ['a question that does not come up', chosen(1), { kind: 'not-asked' }, false],
    ['a number that does not come up', within([0, true], null), { kind: 'not-asked' }, false],
    ['a list that does not come up', none, { kind: 'not-asked' }, false],
  ])('%s', (_what, condition, answer, truth) => {
    expect(holds(condition, [answer])).toBe(truth);
  });
});

describe('for all conditions on five questions', () => {
  const atom = fc.record({ test: fc.constant('chosen' as const), question: fc.nat(4), options: fc.uniqueArray(fc.nat(2), { minLength: 1 }) });
  const { condition } = fc.letrec<{ condition: Condition }>(tie => ({
    condition: fc.oneof({ maxDepth: 4 }, atom, fc.record({ test: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ test: fc.constant('not' as const), of: tie('condition') })),
  }));
  const choice: fc.Arbitrary<Answer> = fc.oneof(fc.record({ kind: fc.constant('choice' as const), option: fc.nat(2) }), fc.constant({ kind: 'not-asked' as const }));
  const full = fc.array(choice, { minLength: 5, maxLength: 5 });
  const partly = fc.tuple(full, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }));
  const runs = { numRuns: 1000, seed: 24 };

  test('a further answer never changes what was settled', () => {
    fc.assert(fc.property(condition, partly, (each, [answers, known]) => {
      const settled = holds(each, answers.map((answer, index) => (known[index] ? answer : undefined)));
      fc.pre(settled !== undefined);
      expect(holds(each, answers)).toBe(settled);
    }), runs);
  });

  test('all answers settle everything, as plain logic does', () => {
    fc.assert(fc.property(condition, full, (each, answers) => {
      expect(holds(each, answers)).toBe(plainly(each, answers));
      expect(openQuestions(each, answers)).toEqual([]);
    }), runs);
  });

  test('answering the open questions settles it, and they are among those it speaks of, ascending', () => {
    fc.assert(fc.property(condition, partly, (each, [answers, known]) => {
      const some = answers.map((answer, index) => (known[index] ? answer : undefined));
      const asked = openQuestions(each, some);
      expect(asked).toEqual([...new Set(asked)].sort((a, b) => a - b));
      expect(asked.every(index => questionsOf(each).includes(index) && some[index] === undefined)).toBe(true);
      expect(holds(each, some.map((answer, index) => (asked.includes(index) ? answers[index] : answer)))).toBe(plainly(each, answers));
    }), runs);
  });

  function plainly(each: Condition, answers: AnswersInOrder): boolean {
    switch (each.test) {
      case 'all':
        return each.of.every(part => plainly(part, answers));
      case 'any':
        return each.of.some(part => plainly(part, answers));
      case 'not':
        return !plainly(each.of, answers);
      default: {
        const answer = answers[each.question];
        return each.test === 'chosen' && answer?.kind === 'choice' && each.options.includes(answer.option);
      }
    }
  }
});
