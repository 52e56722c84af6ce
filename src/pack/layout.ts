import type { Answer } from './answer.ts';
import type { Bound, Condition } from './condition.ts';
import type { Pack, Question } from './pack.ts';

/**
 * Where each answer to a question stands as a bit. A question has one column of 30 bits, or more where one is too short:
 * first a bit for each option, then one for each stretch of numbers (or of counts of options) that conditions tell apart.
 * A column is 0 while the question is unanswered, and has `KNOWN` set once it is answered, or not asked.
 */
export interface Layout {
  readonly questions: readonly QuestionBits[];
  /** How many columns there are in all. */
  readonly columns: number;
}

export interface QuestionBits {
  /** Index of its first column. */
  readonly first: number;
  readonly columns: number;
  readonly options: number;
  /** Where a new stretch of whole numbers starts, ascending; below the first of them lies stretch 0. */
  readonly starts: readonly number[];
}

/** Bits of a column that stand for answers; the next one is `KNOWN`. All of them fit into a small integer of every engine. */
const ANSWERS = 29;
const KNOWN = 1 << ANSWERS;

/** Lays out the columns of a pack, by its questions and by what its conditions compare numbers with. */
export function layOut(questions: Pack['questions'], conditions: readonly Condition[]): Layout {
  const starts = questions.map(() => new Set<number>());
  for (const condition of conditions) collectStarts(condition, starts);
  let columns = 0;
  const laidOut = questions.map((question, index): QuestionBits => {
    const options = optionCount(question);
    const own = [...starts[index] as Set<number>].sort((a, b) => a - b);
    const bits = { first: columns, columns: Math.max(1, Math.ceil((options + own.length + 1) / ANSWERS)), options, starts: own };
    columns += bits.columns;
    return bits;
  });
  return { questions: laidOut, columns };
}

function optionCount(question: Question): number {
  return 'options' in question ? question.options.length : 0;
}

function collectStarts(condition: Condition, starts: readonly Set<number>[]): void {
  switch (condition.test) {
    case 'all':
    case 'any':
      for (const part of condition.of) collectStarts(part, starts);
      return;
    case 'not':
      collectStarts(condition.of, starts);
      return;
    case 'chosen':
      return;
    default: {
      const { from, to } = wholeRange(condition);
      const own = starts[condition.question];
      if (from !== null) own?.add(from);
      if (to !== null) own?.add(to + 1);
    }
  }
}

/** The whole numbers of which a comparison holds, both ends included; `null` where there is no end. */
export function wholeRange(condition: Exclude<Condition, { readonly test: 'all' | 'any' | 'not' | 'chosen' }>): { readonly from: number | null; readonly to: number | null } {
  if (condition.test === 'none-chosen') return { from: 0, to: 0 };
  const { from, to } = condition;
  return {
    from: from === null ? null : lowest(from),
    to: to === null ? null : highest(to),
  };
}

function lowest({ value, included }: Bound): number {
  return included ? Math.ceil(value) : Math.floor(value) + 1;
}

function highest({ value, included }: Bound): number {
  return included ? Math.floor(value) : Math.ceil(value) - 1;
}

/** The bit of an option, or of a stretch, as its column (counted from the question's first) and its mask. */
export function bitAt(position: number): { readonly column: number; readonly mask: number } {
  return { column: Math.floor(position / ANSWERS), mask: 1 << (position % ANSWERS) };
}

/** The positions of a question whose bits are set in the mask of one of its columns. */
export function positionsIn({ first }: QuestionBits, column: number, mask: number): readonly number[] {
  const positions: number[] = [];
  for (let bit = 0; bit < ANSWERS; bit++) if ((mask & (1 << bit)) !== 0) positions.push((column - first) * ANSWERS + bit);
  return positions;
}

/** Position of the stretch in which a whole number lies, behind the options. */
export function stretchOf({ options, starts }: QuestionBits, value: number): number {
  let stretch = 0;
  while (stretch < starts.length && (starts[stretch] as number) <= value) stretch += 1;
  return options + stretch;
}

/** The columns while nothing has been answered. */
export function unanswered({ columns }: Layout): number[] {
  return new Array<number>(columns).fill(0);
}

/** Writes an answer, or that there is none, into the columns of its question. */
export function writeAnswer(bits: QuestionBits, answer: Answer | undefined, into: number[]): void {
  const known = answer === undefined ? 0 : KNOWN;
  for (let column = 0; column < bits.columns; column++) into[bits.first + column] = known;
  switch (answer?.kind) {
    case 'choice':
      setBit(bits, answer.option, into);
      return;
    case 'choices':
      for (const option of answer.options) setBit(bits, option, into);
      setBit(bits, stretchOf(bits, answer.options.length), into);
      return;
    case 'number':
      setBit(bits, stretchOf(bits, answer.value), into);
      return;
    default:
  }
}

function setBit({ first }: QuestionBits, position: number, into: number[]): void {
  const { column, mask } = bitAt(position);
  into[first + column] = (into[first + column] as number) | mask;
}
