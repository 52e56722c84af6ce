import type { AnswerValue } from '../answers/answers.ts';
import { answerValue } from '../answers/answerValue.ts';
import type { Answer } from '../pack/answer.ts';
import { type Layout, positionsIn, type QuestionBits, unanswered, writeAnswer } from '../pack/layout.ts';
import type { Question } from '../pack/pack.ts';
import { shows, type Test } from '../pack/test.ts';
import { answersWithin, type Asked, type OpenAnswer, openAnswer, withoutPositions, withPosition } from './openAnswer.ts';

/** An answer sheet that a person could hand in. */
export interface Sheet {
  readonly columns: readonly number[];
  /** As they would be given; what they leave out is unknown. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
}

/** `impossible`: proven that there is no such sheet. `undecided`: given up after many steps. */
export type Sought = Sheet | 'impossible' | 'undecided';

/** Of what sheets are made. */
export interface SheetSpace {
  readonly questions: readonly Question[];
  readonly layout: Layout;
  /** By question: what shows that it is not put to someone; `null` where it is put to everybody. */
  readonly refuted: readonly (Test | null)[];
}

/** Steps after which a search is given up: far more than packs need that people write. */
const MOST_STEPS = 20_000;

/**
 * Judges a whole sheet: nothing is wrong with it (`null`), or sheets that hold it can only be right if they show one of
 * these tests as well.
 */
export type Judge = (columns: readonly number[]) => readonly Test[] | null;

/**
 * The right answer sheet with the fewest answers that shows all of `wanted` and none of `avoided`.
 *
 * What is shown stays shown whatever else is answered. So sheets are grown from nothing, one needed answer after the
 * other, with ever more answers allowed: every sheet that shows what is wanted holds one of those that are tried.
 */
export function seekSheet(space: SheetSpace, wanted: readonly Test[], avoided: readonly Test[], judge: Judge): Sought {
  const owners = ownersOf(space.layout);
  let steps = 0;
  for (let most = 1; ; most += 1) {
    const search: Search = { ...space, avoided, judge, owners, most, steps, cut: false };
    for (const sheet of rightSheets(wanted, new Map(), search)) return sheet;
    if (search.steps > MOST_STEPS) return 'undecided';
    if (!search.cut) return 'impossible';
    steps = search.steps;
  }
}

function* rightSheets(wanted: readonly Test[], from: Growing, search: Search): Generator<Sheet> {
  for (const grown of growAll(wanted, from, search)) {
    for (const whole of wholeSheets(grown, search)) {
      const columns = columnsOf(whole, search);
      const isOut = columns === null || search.avoided.some(test => shows(test, columns));
      const mended = isOut ? [] : search.judge(columns);
      if (columns !== null && mended === null) yield { columns, answers: valuesOf(whole, search) };
      else for (const test of mended ?? []) yield* rightSheets([test], grown, search);
    }
  }
}

interface Search extends SheetSpace {
  readonly avoided: readonly Test[];
  readonly judge: Judge;
  /** By column: the question whose bits it holds. */
  readonly owners: readonly number[];
  steps: number;
  /** How many questions may be answered, and whether something was not tried as it would answer more. */
  most: number;
  cut: boolean;
}

/** By question what is settled of its answer, or that it is not put. */
type Growing = ReadonlyMap<number, OpenAnswer | 'not-asked'>;

function ownersOf({ questions }: Layout): readonly number[] {
  return questions.flatMap(({ columns }, question) => new Array<number>(columns).fill(question));
}

/** Every way in which answers can be added so that all tests are shown. */
function* growAll([first, ...rest]: readonly Test[], sheet: Growing, search: Search): Generator<Growing> {
  if (first === undefined) yield sheet;
  else for (const grown of grow(first, sheet, search)) yield* growAll(rest, grown, search);
}

function* grow(test: Test, sheet: Growing, search: Search): Generator<Growing> {
  if ((search.steps += 1) > MOST_STEPS) return;
  if (test.kind === 'all') yield* growAll(test.parts, sheet, search);
  else if (test.kind === 'bits') yield* growBits(test, sheet, search);
  else if (test.parts.some(part => isCertain(part, sheet, search))) yield sheet;
  else for (const part of test.parts) yield* grow(part, sheet, search);
}

function* growBits(test: Test, sheet: Growing, search: Search): Generator<Growing> {
  const { index, asked, positions } = atomOf(test, search);
  const before = sheet.get(index);
  if (isCertain(test, sheet, search)) {
    yield sheet;
    return;
  }
  if (before === 'not-asked') return;
  const open = before ?? openAnswer(asked);
  if (test.negated) {
    yield* answered(index, withoutPositions(open, positions), sheet, search);
    const refuted = search.refuted[index];
    if (!before && refuted) yield* grow(refuted, new Map([...sheet, [index, 'not-asked']]), search);
  } else {
    for (const position of positions) yield* answered(index, withPosition(asked, open, position), sheet, search);
  }
}

/** The sheet with an answer to one more question, or with more of it settled, if there is one and so many may be answered. */
function* answered(index: number, open: OpenAnswer | null, sheet: Growing, search: Search): Generator<Growing> {
  if (open === null) return;
  const grown = new Map([...sheet, [index, open]]);
  if ([...grown.values()].filter(each => each !== 'not-asked').length > search.most) search.cut = true;
  else if (!search.avoided.some(test => isCertain(test, grown, search))) yield grown;
}

/** Whether a test is shown by what is settled. */
function isCertain(test: Test, sheet: Growing, search: Search): boolean {
  if (test.kind === 'all') return test.parts.every(part => isCertain(part, sheet, search));
  if (test.kind === 'any') return test.parts.some(part => isCertain(part, sheet, search));
  const { index, positions } = atomOf(test, search);
  const open = sheet.get(index);
  if (open === undefined) return false;
  if (open === 'not-asked') return test.negated;
  return test.negated ? positions.every(position => open.no.includes(position)) : positions.some(position => open.yes.includes(position));
}

interface Atom {
  readonly index: number;
  readonly asked: Asked;
  readonly positions: readonly number[];
}

function atomOf({ column, mask }: Test, { owners, layout, questions }: Search): Atom {
  const index = owners[column] as number;
  const bits = layout.questions[index] as QuestionBits;
  return { index, asked: { question: questions[index] as Question, bits }, positions: positionsIn(bits, column, mask) };
}

/** Whole answers by question. */
type Answered = ReadonlyMap<number, Answer>;

/** Every way to choose what is still open. */
function* wholeSheets(sheet: Growing, search: Search): Generator<Answered> {
  const [first, ...rest] = sheet;
  if (first === undefined) {
    yield new Map();
    return;
  }
  for (const others of wholeSheets(new Map(rest), search)) {
    for (const answer of wholeAnswers(first, search)) {
      if ((search.steps += 1) > MOST_STEPS) return;
      yield new Map([...others, [first[0], answer]]);
    }
  }
}

function wholeAnswers([index, open]: readonly [number, OpenAnswer | 'not-asked'], { questions, layout }: Search): Iterable<Answer> {
  if (open === 'not-asked') return [{ kind: 'not-asked' }];
  return answersWithin({ question: questions[index] as Question, bits: layout.questions[index] as QuestionBits }, open);
}

/** The columns of a sheet, with what is not put after these answers; nothing where one of them is not put itself. */
function columnsOf(sheet: Answered, { layout, refuted }: Search): readonly number[] | null {
  const columns = unanswered(layout);
  for (const [index, bits] of layout.questions.entries()) {
    const [answer, notPut] = [sheet.get(index), refuted[index]];
    const isPut = !notPut || !shows(notPut, columns);
    if (answer && (answer.kind === 'not-asked') === isPut) return null;
    writeAnswer(bits, isPut ? answer : { kind: 'not-asked' }, columns);
  }
  return columns;
}

function valuesOf(sheet: Answered, { questions }: Search): Sheet['answers'] {
  const inOrder = [...sheet].sort(([a], [b]) => a - b);
  return Object.fromEntries(inOrder.flatMap(([index, answer]): [string, AnswerValue][] => {
    const question = questions[index] as Question;
    const value = answerValue(question, answer);
    return value === undefined ? [] : [[question.id, value]];
  }));
}
