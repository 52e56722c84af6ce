import type { Condition } from './condition.ts';
import { bitAt, type Layout, type QuestionBits, stretchOf, wholeRange } from './layout.ts';

/**
 * A condition made ready for columns of bits (`Layout`): whether the answers show it. Negations are gone: by De Morgan
 * they have moved into the tests of single columns. Of those every one, or one at least, must be shown, so that what is
 * unknown shows nothing, as in Kleene's strong three-valued logic. All tests have the same keys, as that is fastest.
 */
export interface Test {
  readonly kind: 'bits' | 'all' | 'any';
  /** Of `bits`: shown when one of these bits of a column is set; or negated, when the question is answered and none is. */
  readonly column: number;
  readonly mask: number;
  readonly negated: boolean;
  /** Of `all` and `any`. */
  readonly parts: readonly Test[];
}

/**
 * Compiles a condition: a test that shows when it holds or, where `holds` is false, one that shows when it is refuted.
 *
 * Source: S. C. Kleene, Introduction to Metamathematics (1952), § 64.
 */
export function compileTest(condition: Condition, layout: Layout, holds = true): Test {
  switch (condition.test) {
    case 'all':
    case 'any':
      return joined((condition.test === 'all') === holds ? 'all' : 'any', condition.of.map(part => compileTest(part, layout, holds)));
    case 'not':
      return compileTest(condition.of, layout, !holds);
    case 'chosen':
      return bitsTest(bitsOf(layout, condition.question), condition.options, holds);
    default: {
      const bits = bitsOf(layout, condition.question);
      const { from, to } = wholeRange(condition);
      const first = from === null ? bits.options : stretchOf(bits, from);
      const last = to === null ? bits.options + bits.starts.length : stretchOf(bits, to);
      return bitsTest(bits, Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index), holds);
    }
  }
}

function bitsOf({ questions }: Layout, question: number): QuestionBits {
  const bits = questions[question];
  if (bits === undefined) throw new RangeError(`a condition is about question ${question}, which there is not`);
  return bits;
}

/** One of these bits of a question is set; more than one test where they stand in several columns. */
function bitsTest({ first }: QuestionBits, positions: readonly number[], holds: boolean): Test {
  const masks = new Map(positions.length === 0 ? [[0, 0]] : []);
  for (const { column, mask } of positions.map(bitAt)) masks.set(column, (masks.get(column) ?? 0) | mask);
  return joined(holds ? 'any' : 'all', [...masks].map(([column, mask]) => ({ kind: 'bits', column: first + column, mask, negated: !holds, parts: [] })));
}

function joined(kind: 'all' | 'any', parts: readonly Test[]): Test {
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind, column: 0, mask: 0, negated: false, parts };
}

/** Whether the answers show what is tested. */
export function shows(test: Test, columns: readonly number[]): boolean {
  switch (test.kind) {
    case 'bits': {
      const answer = columns[test.column] as number;
      return test.negated ? answer !== 0 && (answer & test.mask) === 0 : (answer & test.mask) !== 0;
    }
    case 'all':
      for (const part of test.parts) if (!shows(part, columns)) return false;
      return true;
    case 'any':
      for (const part of test.parts) if (shows(part, columns)) return true;
      return false;
  }
}

/** The tests of single columns in a test. */
export function bitTestsOf(test: Test): readonly Test[] {
  return test.kind === 'bits' ? [test] : test.parts.flatMap(bitTestsOf);
}
