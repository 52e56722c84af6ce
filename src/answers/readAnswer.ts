import { dayNumber } from '../base/calendar.ts';
import { didYouMean } from '../base/nearest.ts';
import type { ProblemCode } from '../base/problem.ts';
import { type Answer, isUnknown, UNKNOWN } from '../pack/answer.ts';
import type { ChoiceQuestion, NumberQuestion } from '../pack/pack.ts';
import type { PreparedQuestion } from '../pack/prepareQuestion.ts';
import { showAny } from '../base/show.ts';

/** An answer understood (`undefined`: unknown), or all that is wrong with it. Nothing is coerced: `"3"` is no number. */
export type ReadAnswer = { readonly answer: Answer | undefined } | { readonly wrong: readonly WrongAnswer[] };

export interface WrongAnswer {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  /** Which item of a list it is, if it is one. */
  readonly path: readonly number[];
}

/** Reads the answer to one question as a person, a file or a program gave it. */
export function readAnswer(prepared: PreparedQuestion, value: unknown): ReadAnswer {
  if (isUnknown(value)) return { answer: undefined };
  try {
    return readKnown(prepared, value);
  } catch {
    return wrong('wrong-kind', `the answer to “${prepared.question.id}” could not be read`, 'pass a plain value without getters that throw');
  }
}

function readKnown(prepared: PreparedQuestion, value: unknown): ReadAnswer {
  switch (prepared.kind) {
    case 'one-of':
    case 'yes-no':
      return readChoice(prepared, value);
    case 'several-of':
      return readChoices(prepared, value);
    case 'number':
      return readNumber(prepared.question as NumberQuestion, value);
    case 'date':
      return readDate(prepared.question.id, value);
  }
}

function readChoice({ question, optionIndices, choices }: PreparedQuestion, value: unknown): ReadAnswer {
  const option = optionIndices.get(value);
  if (option !== undefined) return { answer: choices[option] };
  const ids = [...optionIndices.keys()] as readonly string[];
  if (typeof value !== 'string') return wrong('wrong-kind', `“${question.id}” takes a word, not ${showAny(value)}`, oneWord(question as ChoiceQuestion, value, ids));
  return wrong('unknown-option', `${showAny(value)} is no answer to “${question.id}”`, didYouMean(value, [...ids, UNKNOWN]));
}

function oneWord({ kind }: ChoiceQuestion, value: unknown, ids: readonly string[]): string {
  if (typeof value === 'boolean' && kind === 'yes-no') return `write "${value ? 'yes' : 'no'}"`;
  return Array.isArray(value) ? 'this question takes one answer, not a list' : `one of: ${ids.join(', ')}`;
}

function readChoices({ question, optionIndices }: PreparedQuestion, value: unknown): ReadAnswer {
  if (!Array.isArray(value)) {
    const hint = optionIndices.has(value) ? `write ["${String(value)}"]` : 'write a list, such as [] for none of them';
    return wrong('wrong-kind', `“${question.id}” takes a list of answers, not ${showAny(value)}`, hint);
  }
  const most = optionIndices.size;
  if (value.length > most) return wrong('wrong-kind', `“${question.id}” has ${most} answers to choose from, not ${value.length}`, 'name each one once');
  const options: number[] = [];
  const wrongItems: WrongAnswer[] = [];
  for (let item = 0; item < value.length; item++) {
    const word = value[item] as unknown;
    const option = optionIndices.get(word);
    if (option !== undefined && !options.includes(option)) options.push(option);
    else wrongItems.push(wrongItem(question.id, word, item, option === undefined ? [...optionIndices.keys()] as readonly string[] : null));
  }
  return wrongItems.length > 0 ? { wrong: wrongItems } : { answer: { kind: 'choices', options: options.sort((a, b) => a - b) } };
}

/** @param ids - what there is to choose from; `null` where the word is one of them, and stands twice */
function wrongItem(question: string, word: unknown, item: number, ids: readonly string[] | null): WrongAnswer {
  if (ids === null) return { code: 'wrong-kind', message: `${showAny(word)} stands twice in “${question}”`, hint: 'name each answer once', path: [item] };
  return { code: 'unknown-option', message: `${showAny(word)} is no answer to “${question}”`, hint: didYouMean(typeof word === 'string' ? word : '', ids), path: [item] };
}

function readNumber(question: NumberQuestion, value: unknown): ReadAnswer {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return wrong('wrong-kind', `“${question.id}” takes a number of ${question.unit}, not ${showAny(value)}`, 'write a number without quotes or unit');
  }
  if (!Number.isSafeInteger(value)) return wrong('wrong-kind', `“${question.id}” takes a whole number of ${question.unit}, not ${showAny(value)}`, 'round it');
  if (value < question.from || value > question.to) {
    return wrong('out-of-range', `${value} ${question.unit} cannot be for “${question.id}”`, `from ${question.from} to ${question.to}`);
  }
  return { answer: { kind: 'number', value: value === 0 ? 0 : value } };
}

function readDate(id: string, value: unknown): ReadAnswer {
  const day = typeof value === 'string' ? dayNumber(value) : undefined;
  if (day !== undefined) return { answer: { kind: 'date', day } };
  return wrong(typeof value === 'string' ? 'out-of-range' : 'wrong-kind', `${showAny(value)} is no day for “${id}”`, 'write it as YYYY-MM-DD, without a time');
}

function wrong(code: ProblemCode, message: string, hint: string): ReadAnswer {
  return { wrong: [{ code, message, hint, path: [] }] };
}
