import { dayNumber } from '../base/calendar.ts';
import { didYouMean } from '../base/nearest.ts';
import type { ProblemCode } from '../base/problem.ts';
import { type Answer, isUnknown, UNKNOWN } from '../pack/answer.ts';
import type { ChoiceQuestion, NumberQuestion, Question } from '../pack/pack.ts';
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
export function readAnswer(question: Question, value: unknown): ReadAnswer {
  if (isUnknown(value)) return { answer: undefined };
  try {
    return readKnown(question, value);
  } catch {
    return wrong('wrong-kind', `the answer to “${question.id}” could not be read`, 'pass a plain value without getters that throw');
  }
}

function readKnown(question: Question, value: unknown): ReadAnswer {
  switch (question.kind) {
    case 'one-of':
    case 'yes-no':
      return readChoice(question, value);
    case 'several-of':
      return readChoices(question, value);
    case 'number':
      return readNumber(question, value);
    case 'date':
      return readDate(question.id, value);
  }
}

function readChoice(question: ChoiceQuestion, value: unknown): ReadAnswer {
  const ids = question.options.map(option => option.id);
  if (typeof value !== 'string') {
    const hint = typeof value === 'boolean' && question.kind === 'yes-no' ? `write "${value ? 'yes' : 'no'}"`
      : Array.isArray(value) ? 'this question takes one answer, not a list' : `one of: ${ids.join(', ')}`;
    return wrong('wrong-kind', `“${question.id}” takes a word, not ${showAny(value)}`, hint);
  }
  const option = ids.indexOf(value);
  return option >= 0 ? { answer: { kind: 'choice', option } } : wrong('unknown-option', `${showAny(value)} is no answer to “${question.id}”`, didYouMean(value, [...ids, UNKNOWN]));
}

function readChoices(question: ChoiceQuestion, value: unknown): ReadAnswer {
  const ids = question.options.map(option => option.id);
  if (!Array.isArray(value)) {
    const hint = typeof value === 'string' && ids.includes(value) ? `write ["${value}"]` : 'write a list, such as [] for none of them';
    return wrong('wrong-kind', `“${question.id}” takes a list of answers, not ${showAny(value)}`, hint);
  }
  if (value.length > ids.length) return wrong('wrong-kind', `“${question.id}” has ${ids.length} answers to choose from, not ${value.length}`, 'name each one once');
  const options = new Set<number>();
  const wrongItems: WrongAnswer[] = [];
  for (let item = 0; item < value.length; item++) {
    const word = value[item] as unknown;
    const option = typeof word === 'string' ? ids.indexOf(word) : -1;
    if (option < 0) wrongItems.push({ code: 'unknown-option', message: `${showAny(word)} is no answer to “${question.id}”`, hint: didYouMean(typeof word === 'string' ? word : '', ids), path: [item] });
    else if (options.has(option)) wrongItems.push({ code: 'wrong-kind', message: `${showAny(word)} stands twice in “${question.id}”`, hint: 'name each answer once', path: [item] });
    options.add(option);
  }
  return wrongItems.length > 0 ? { wrong: wrongItems } : { answer: { kind: 'choices', options: [...options].sort((a, b) => a - b) } };
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
