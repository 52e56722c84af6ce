import { isMap } from '../../base/isMap.ts';
import { inOrder } from '../../base/order.ts';
import { didYouMean, meant, oneOf } from '../../base/nearest.ts';
import type { Problem, ProblemCode } from '../../base/problem.ts';
import type { Bound, Condition } from '../../pack/condition.ts';
import type { ChoiceQuestion, NumberQuestion, Question } from '../../pack/pack.ts';
import type { ParsedFile } from '../files/parseFile.ts';
import { show } from '../../base/show.ts';
import type { Unread } from '../files/unread.ts';
import type { Suggestions } from '../check/suggestions.ts';

/** A question that may be named in a condition. */
export interface AskedQuestion {
  /** In the pack. */
  readonly index: number;
  readonly question: Question;
  /** Index of each of its options by id; empty where it has none. */
  readonly options: ReadonlyMap<string, number>;
}

/** Where names are looked up, and where problems go. */
export interface Scope {
  readonly file: ParsedFile<unknown>;
  /** Questions that may be named here, by id. */
  readonly questions: ReadonlyMap<string, AskedQuestion>;
  /** The same by their index in the pack. */
  readonly asked: readonly Question[];
  /** Questions that may not be named here, as they are asked only later. */
  readonly later: ReadonlySet<string>;
  readonly unread: Unread;
  readonly suggestions: Suggestions;
  readonly problems: Problem[];
}

/** Stands where a condition could not be compiled. */
export const refused: Condition = { test: 'all', of: [] };

type Path = readonly (string | number)[];

const comparisons = ['at-least', 'at-most', 'more-than', 'less-than'] as const;
type Comparison = (typeof comparisons)[number];

/**
 * Turns a condition from an author's words into indices: a map means all of its keys, a list any of its items.
 * Maps come out in order of question, so that the order in which keys are written changes nothing.
 *
 * @returns The condition, or one that holds for everybody when there was a problem, which then stands in `scope.problems`.
 */
export function compileCondition(words: unknown, path: Path, scope: Scope): Condition {
  if (Array.isArray(words)) return listOf('any', words, path, scope);
  if (!isMap(words)) return refuse(scope, path, 'wrong-shape', 'a condition is a map or a list of maps', 'write { question: answer }');
  const keys = Object.keys(words);
  if (keys.length === 0) return refuse(scope, path, 'wrong-shape', 'this condition is empty and would always hold', 'name a question and an answer, or take the condition out');
  const parts = byFirstQuestion(keys.map(key => entryOf(key, words[key], [...path, key], scope)));
  return parts.length === 1 ? parts[0] as Condition : together(parts, path, scope);
}

/** Conditions that must all hold, of which no two exclude each other. */
function together(parts: readonly Condition[], path: Path, scope: Scope): Condition {
  const read = parts.filter(part => !JSON.stringify(part).includes(JSON.stringify(refused)));
  if (hasOpposites(read) || leavesNoAnswer(read, scope)) {
    return refuse(scope, path, 'wrong-comparison', 'two of these exclude each other, so this never holds', 'take one of them out, or write “any:” where one is enough');
  }
  return { test: 'all', of: parts };
}

/** Whether one of these conditions is the negation of another. */
function hasOpposites(parts: readonly Condition[]): boolean {
  const negated = new Set(parts.flatMap(part => (part.test === 'not' ? [JSON.stringify(part.of)] : [])));
  return negated.size > 0 && parts.some(part => negated.has(JSON.stringify(part)));
}

/** Whether a question that takes one answer has none that is left by all of these conditions. */
function leavesNoAnswer(parts: readonly Condition[], { asked }: Scope): boolean {
  const left = new Map<number, ReadonlySet<number>>();
  return parts.some(part => {
    if (part.test !== 'chosen' || asked[part.question]?.kind === 'several-of') return false;
    const before = left.get(part.question);
    const still = new Set(before ? part.options.filter(option => before.has(option)) : part.options);
    left.set(part.question, still);
    return still.size === 0;
  });
}

function entryOf(key: string, value: unknown, path: Path, scope: Scope): Condition {
  if (key === 'not') return { test: 'not', of: compileCondition(value, path, scope) };
  if (key === 'all' || key === 'any') {
    return Array.isArray(value) ? listOf(key, value, path, scope)
      : refuse(scope, path, 'wrong-shape', `“${key}:” takes a list of conditions`, 'start each one with a dash');
  }
  const found = scope.questions.get(key);
  if (!found) {
    if (scope.unread('questions', key)) return refused;
    if (scope.later.has(key)) return refuse(scope, path, 'wrong-order', `“${key}” is not asked before this`, 'a question can depend only on those above it and in earlier sections', 'key');
    return refuse(scope, path, 'unknown-question', `no question is called ${show(key)}`, hintFor(key, scope), 'key');
  }
  return matchOf(found, value, path, scope);
}

function hintFor(key: string, { questions, suggestions }: Scope): string {
  if (key.includes(':')) return 'write a space after the colon';
  const near = suggestions.near(key, questions, ['not', 'all', 'any']);
  return near === undefined ? oneOf(questions.keys(), questions.size) : meant(near, key);
}

function listOf(test: 'all' | 'any', items: readonly unknown[], path: Path, scope: Scope): Condition {
  if (items.length === 0) return refuse(scope, path, 'wrong-shape', `an empty “${test}” says nothing`, 'give it conditions, or take it out');
  const parts = items.map((item, index) => compileCondition(item, [...path, index], scope));
  if (parts.length === 1) return parts[0] as Condition;
  return test === 'all' ? together(parts, path, scope) : { test, of: parts };
}

function matchOf({ index, question, options: known }: AskedQuestion, value: unknown, path: Path, scope: Scope): Condition {
  if (question.kind === 'date') {
    return refuse(scope, path, 'wrong-comparison', `“${question.id}” is a date, which a condition cannot compare`, 'use the question that counts the days from it');
  }
  if (isMap(value)) return comparisonOf(index, question, value, path, scope);
  if (question.kind === 'number') return exactly(index, question, value, path, scope);
  const words = Array.isArray(value) ? value as readonly unknown[] : [value];
  if (words.length === 0) return refuse(scope, path, 'wrong-shape', 'an empty list of answers never holds', 'name the answers that should hold');
  if (words.length === 1 && words[0] === 'none' && question.kind === 'several-of') return { test: 'none-chosen', question: index };
  if (words.length > 1 && words.includes('none') && question.kind === 'several-of') {
    return refuse(scope, [...path, words.indexOf('none')], 'wrong-shape', '“none” says that nothing was chosen, so it stands alone', 'write a list of two conditions: one with “none”, one with the others');
  }
  const options = words.map((word, at) => optionOf(question, known, word, Array.isArray(value) ? [...path, at] : path, scope));
  if (options.includes(undefined)) return refused;
  return { test: 'chosen', question: index, options: [...new Set(options as readonly number[])].sort((a, b) => a - b) };
}

/** A bare number means exactly that number. */
function exactly(index: number, question: NumberQuestion, value: unknown, path: Path, scope: Scope): Condition {
  if (typeof value !== 'number') {
    return refuse(scope, path, 'wrong-comparison', `“${question.id}” is a number of ${question.unit}`, 'write a number, or compare it: { at-least: 3 }');
  }
  if (value < question.from || value > question.to) return outside(question.id, question.from, question.to, value, path, scope);
  if (!Number.isInteger(value)) return refuse(scope, path, 'out-of-range', `answers are whole numbers, so ${value} never holds`, 'write a whole number, or compare it: { at-least: 3 }');
  const bound = { value, included: true };
  return { test: 'within', question: index, from: bound, to: bound };
}

function outside(id: string, lowest: number, highest: number, value: number, path: Path, scope: Scope): Condition {
  return refuse(scope, path, 'out-of-range', `“${id}” goes from ${lowest} to ${highest}, so ${value} is never reached`, 'compare with a number inside');
}

function optionOf(question: ChoiceQuestion, known: AskedQuestion['options'], word: unknown, path: Path, scope: Scope): number | undefined {
  const index = typeof word === 'string' ? known.get(word) : undefined;
  if (index !== undefined) return index;
  const hint = typeof word === 'boolean' && question.kind === 'yes-no' ? `write ${word ? 'yes' : 'no'}`
    : scope.suggestions.hint(typeof word === 'string' ? word : JSON.stringify(word), known, question.kind === 'several-of' ? ['none'] : []);
  refuse(scope, path, 'unknown-option', `${show(word)} is no answer to “${question.id}”`, hint);
  return undefined;
}

function comparisonOf(index: number, question: ChoiceQuestion | NumberQuestion, value: Readonly<Record<string, unknown>>, path: Path, scope: Scope): Condition {
  if (question.kind === 'one-of' || question.kind === 'yes-no') {
    return refuse(scope, path, 'wrong-comparison', `“${question.id}” has answers to choose from and is no number`, `name the answer: one of ${question.options.map(option => option.id).join(', ')}`);
  }
  const lowest = question.kind === 'number' ? question.from : 0;
  const highest = question.kind === 'number' ? question.to : question.options.length;
  const bounds: { from: Bound | null; to: Bound | null } = { from: null, to: null };
  if (Object.keys(value).length === 0) return refuse(scope, path, 'wrong-shape', 'there is nothing to compare with', 'write { at-least: 3 }');
  for (const [key, number] of Object.entries(value)) {
    const inner = [...path, key];
    if (!isComparison(key)) return refuse(scope, inner, 'unknown-key', `${show(key)} is no comparison`, didYouMean(key, comparisons), 'key');
    if (typeof number !== 'number') return refuse(scope, inner, 'wrong-comparison', `“${key}” takes a number`, 'write a number without quotes or unit');
    if (number < lowest || number > highest) return outside(question.id, lowest, highest, number, inner, scope);
    const bound = { value: number, included: key === 'at-least' || key === 'at-most' };
    if (key === 'at-least' || key === 'more-than') bounds.from = bound;
    else bounds.to = bound;
  }
  if (neverHolds(bounds)) return refuse(scope, path, 'out-of-range', 'no whole number is in these bounds, so this never holds', 'make the upper bound larger than the lower one');
  return { test: 'within', question: index, ...bounds };
}

/** Counts and answers are whole numbers. */
function neverHolds({ from, to }: { readonly from: Bound | null; readonly to: Bound | null }): boolean {
  if (from === null || to === null) return false;
  const least = from.included ? Math.ceil(from.value) : Math.floor(from.value) + 1;
  const most = to.included ? Math.floor(to.value) : Math.ceil(to.value) - 1;
  return least > most;
}

function refuse(scope: Scope, path: Path, code: ProblemCode, message: string, hint: string, part: 'key' | 'value' = 'value'): Condition {
  scope.problems.push({ code, message, hint, path, at: scope.file.place(path, part) });
  return refused;
}

/** The parts of a map in a total order, whatever the order of its keys. */
function byFirstQuestion(parts: readonly Condition[]): readonly Condition[] {
  return parts.map(part => ({ part, written: JSON.stringify(part) }))
    .sort((a, b) => rank(a.part) - rank(b.part) || inOrder(a.written, b.written))
    .map(({ part }) => part);
}

function rank(condition: Condition): number {
  return 'question' in condition ? condition.question : Number.MAX_SAFE_INTEGER;
}

function isComparison(key: string): key is Comparison {
  return (comparisons as readonly string[]).includes(key);
}
