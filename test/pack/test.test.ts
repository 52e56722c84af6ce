import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds } from '../../src/answers/holds.ts';
import { readingOf } from '../../src/answers/reading.ts';
import type { Answer } from '../../src/pack/answer.ts';
import { type Bound, type Condition, questionsOf } from '../../src/pack/condition.ts';
import { type Layout, layOut, writeAnswer } from '../../src/pack/layout.ts';
import type { Pack, Question } from '../../src/pack/pack.ts';
import { bitTestsOf, compileTest, shows } from '../../src/pack/test.ts';

type AnswersInOrder = readonly (Answer | undefined)[];

const shared = { section: 'all', ask: 'What happened?', dontKnow: 0 };

function choice(id: string, kind: 'one-of' | 'several-of', count: number): Question {
  return { ...shared, id, kind, options: Array.from({ length: count }, (_, index) => ({ id: `option-${index}`, says: 'This.', typical: 1 / count })) };
}

/** Questions of every kind, two of them with more options than a column has bits. */
const questions: Pack['questions'] = [
  choice('one', 'one-of', 3), choice('one-of-many', 'one-of', 70),
  choice('several', 'several-of', 4), choice('several-of-many', 'several-of', 40),
  { ...shared, id: 'number', kind: 'number', unit: 'days', from: -60, to: 60, typical: [{ value: 0, share: 1 }] },
  { ...shared, id: 'date', kind: 'date' },
];
const choices = [0, 1, 2, 3];
const counted = [2, 3, 4];

function optionsOf(question: number): number {
  const asked = questions[question];
  return asked && 'options' in asked ? asked.options.length : 0;
}

const value = fc.oneof(fc.integer({ min: -61, max: 61 }), fc.integer({ min: -1, max: 5 }), fc.integer({ min: -122, max: 122 }).map(halves => halves / 2));
const bound: fc.Arbitrary<Bound | null> = fc.option(fc.record({ value, included: fc.boolean() }), { freq: 3 });

/** An end at least, as authors write it; the ends may leave no number between them. */
const comparison: fc.Arbitrary<Condition> = fc.record({ test: fc.constant('within' as const), question: fc.constantFrom(...counted), from: bound, to: bound })
  .filter(({ from, to }) => from !== null || to !== null);

const atom: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(...choices).chain(question => fc.record({
    test: fc.constant('chosen' as const), question: fc.constant(question), options: fc.uniqueArray(fc.nat(optionsOf(question) - 1), { maxLength: 40 }),
  })),
  fc.record({ test: fc.constant('none-chosen' as const), question: fc.constantFrom(2, 3) }),
  comparison,
);

const { condition } = fc.letrec<{ condition: Condition }>(tie => ({
  condition: fc.oneof({ maxDepth: 4 }, { arbitrary: atom, weight: 3 },
    { arbitrary: fc.record({ test: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('condition'), { maxLength: 4 }) }), weight: 2 },
    { arbitrary: fc.record({ test: fc.constant('not' as const), of: tie('condition') }), weight: 1 }),
}));

function answerTo(question: Question): fc.Arbitrary<Answer> {
  switch (question.kind) {
    case 'number': return fc.integer({ min: question.from, max: question.to }).map(number => ({ kind: 'number', value: number }));
    case 'date': return fc.nat(30_000).map(day => ({ kind: 'date', day }));
    case 'several-of': return fc.subarray(question.options.map((_, option) => option)).map(options => ({ kind: 'choices', options }));
    default: return fc.nat(question.options.length - 1).map(option => ({ kind: 'choice', option }));
  }
}

const answers: fc.Arbitrary<AnswersInOrder> = fc.tuple(...questions.map(question => fc.oneof(
  { arbitrary: answerTo(question), weight: 4 },
  { arbitrary: fc.constant(undefined), weight: 1 },
  { arbitrary: fc.constant({ kind: 'not-asked' } as const), weight: 1 },
)));

/** A condition laid out beside others, whose comparisons cut the numbers into more stretches than a column has bits. */
const cases = fc.record({ condition, beside: fc.oneof(fc.array(atom, { maxLength: 3 }), fc.array(comparison, { minLength: 100, maxLength: 120 })) })
  .map(({ condition: own, beside }) => ({ condition: own, layout: layOut(questions, [...beside, own]) }));
const runs = { numRuns: 1500, seed: 52 };

function shownBy(own: Condition, layout: Layout, columns: readonly number[]): readonly [holding: boolean, refuted: boolean] {
  return [shows(compileTest(own, layout), columns), shows(compileTest(own, layout, false), columns)];
}

describe('for all conditions and answers, the tests of bits', () => {
  test('show what the plain interpreter finds to hold, and refute what it finds to fail', () => {
    fc.assert(fc.property(cases, answers, ({ condition: own, layout }, given) => {
      const held = holds(own, given);
      expect(shownBy(own, layout, readingOf(layout, given).columns)).toEqual([held === true, held === false]);
    }), runs);
  });

  test('say the same of one comparison for every number that can be answered', () => {
    fc.assert(fc.property(atom.filter(each => questionsOf(each).includes(4)), own => {
      const layout = layOut(questions, [own]);
      for (let number = -60; number <= 60; number++) {
        const given = questions.map((_, index): Answer | undefined => (index === 4 ? { kind: 'number', value: number } : undefined));
        const held = holds(own, given);
        expect([number, ...shownBy(own, layout, readingOf(layout, given).columns)]).toEqual([number, held === true, held === false]);
      }
    }), { numRuns: 150, seed: 53 });
  });

  test('look at the columns that they name, and at no others', () => {
    fc.assert(fc.property(cases, answers, answers, ({ condition: own, layout }, given, otherwise) => {
      const [columns, others] = [given, otherwise].map(each => readingOf(layout, each).columns);
      for (const one of [compileTest(own, layout), compileTest(own, layout, false)]) {
        const named = new Set(bitTestsOf(one).map(({ column }) => column));
        const mixed = columns?.map((bits, column) => (named.has(column) ? bits : others?.[column] ?? 0)) ?? [];
        expect(shows(one, mixed)).toBe(shows(one, columns ?? []));
      }
    }), runs);
  });

  test('know nothing of an answer that another one was written over', () => {
    fc.assert(fc.property(cases, answers, answers, ({ layout }, before, now) => {
      const columns = [...readingOf(layout, before).columns];
      layout.questions.forEach((bits, question) => { writeAnswer(bits, now[question], columns); });
      expect(columns).toEqual(readingOf(layout, now).columns);
    }), { numRuns: 300, seed: 54 });
  });

  test('are tried on conditions that hold, fail and stay open, on numbers in one column and in several', () => {
    const seen = fc.sample(fc.tuple(cases, answers), { numRuns: 1500, seed: 52 });
    const held = seen.map(([{ condition: own }, given]) => holds(own, given));
    for (const truth of [true, false, undefined]) expect(held.filter(each => each === truth).length).toBeGreaterThan(150);
    const ofNumbers = seen.map(([{ layout }]) => layout.questions[4]?.columns);
    for (const several of [true, false]) expect(ofNumbers.filter(columns => columns !== 1 === several).length).toBeGreaterThan(150);
  });
});

test('a condition on a question that is not there cannot be compiled', () => {
  const layout = layOut(questions, []);
  expect(() => compileTest({ test: 'chosen', question: 6, options: [0] }, layout)).toThrow(new RangeError('a condition is about question 6, which there is not'));
});
