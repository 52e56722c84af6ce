import type { Answer } from '../pack/answer.ts';
import { type QuestionBits, stretchOf } from '../pack/layout.ts';
import type { Question } from '../pack/pack.ts';

/** A question with where its answers stand as bits. */
export interface Asked {
  readonly question: Question;
  readonly bits: QuestionBits;
}

/**
 * What is settled of the answer to one question, as positions: those that are in it, and those that are not. First come
 * the options, then the stretches of numbers (or of counts of options) that conditions tell apart.
 */
export interface OpenAnswer {
  readonly yes: readonly number[];
  readonly no: readonly number[];
}

/** An answer of which nothing is settled. Stretches that hold no number of the question are left out. */
export function openAnswer({ question, bits }: Asked): OpenAnswer {
  if (question.kind !== 'number') return { yes: [], no: [] };
  const [lowest, highest] = [stretchOf(bits, question.from), stretchOf(bits, question.to)];
  return { yes: [], no: positionsOf(bits).filter(position => position < lowest || position > highest) };
}

/** The same answer with a position in it; nothing where that contradicts what is settled. */
export function withPosition({ question, bits }: Asked, { yes, no }: OpenAnswer, position: number): OpenAnswer | null {
  const excludes = (other: number): boolean =>
    other !== position && (question.kind !== 'several-of' || (position >= bits.options && other >= bits.options));
  if (no.includes(position) || yes.some(excludes)) return null;
  return { yes: [...new Set([...yes, position])], no: [...new Set([...no, ...positionsOf(bits).filter(excludes)])] };
}

/** The same answer without some positions; nothing where one of them is in it. */
export function withoutPositions({ yes, no }: OpenAnswer, positions: readonly number[]): OpenAnswer | null {
  return positions.some(position => yes.includes(position)) ? null : { yes, no: [...new Set([...no, ...positions])] };
}

/** Every whole answer that fits what is settled and differs from the others to some condition; of sets the smaller first. */
export function* answersWithin(asked: Asked, open: OpenAnswer): Generator<Answer> {
  const { question, bits } = asked;
  if (question.kind === 'several-of') {
    yield* setsWithin(bits, open);
    return;
  }
  for (const position of positionsOf(bits)) {
    if (withPosition(asked, open, position) === null) continue;
    if (question.kind === 'number') yield { kind: 'number', value: Math.max(question.from, bits.starts[position - bits.options - 1] ?? question.from) };
    else if (position < bits.options) yield { kind: 'choice', option: position };
  }
}

function* setsWithin(bits: QuestionBits, { yes, no }: OpenAnswer): Generator<Answer> {
  const chosen = yes.filter(position => position < bits.options);
  const open = positionsOf(bits).filter(position => position < bits.options && !yes.includes(position) && !no.includes(position));
  const counted = yes.find(position => position >= bits.options);
  for (let more = 0; more <= open.length; more++) {
    const stretch = stretchOf(bits, chosen.length + more);
    if (no.includes(stretch) || (counted !== undefined && counted !== stretch)) continue;
    for (const added of subsetsOf(open, more)) yield { kind: 'choices', options: [...chosen, ...added].sort((a, b) => a - b) };
  }
}

/** Every subset of so many. */
export function* subsetsOf<T>(all: readonly T[], many: number): Generator<readonly T[]> {
  if (many === 0) yield [];
  else for (const [index, first] of all.entries()) for (const rest of subsetsOf(all.slice(index + 1), many - 1)) yield [first, ...rest];
}

/** Options, then stretches. */
function positionsOf({ options, starts }: QuestionBits): readonly number[] {
  return Array.from({ length: options + starts.length + 1 }, (_, position) => position);
}
