import type { AnswerValue } from '../answers/answers.ts';
import { readAnswer, type WrongAnswer } from '../answers/readAnswer.ts';
import { dayNumber } from '../base/calendar.ts';
import { nearest } from '../base/nearest.ts';
import { plainItems } from '../base/plainObject.ts';
import { showAny } from '../base/show.ts';
import { UNKNOWN } from '../pack/answer.ts';
import type { NumberQuestion } from '../pack/pack.ts';
import type { DateOrder } from './formMap.ts';
import type { FormField } from './formNames.ts';
import { NONE } from './formWords.ts';
import { joinedLabels } from './joinedLabels.ts';
import { plainText } from './plainText.ts';

/** An answer as answers files have it, or all that is wrong with it. */
export type ReadValue = { readonly answer: AnswerValue } | { readonly wrong: readonly WrongAnswer[] };

/** Reads what a form holds for a question: a label, labels, a number, a day, as a text or as themselves; not empty. */
export function readValue(field: FormField, value: unknown): ReadValue {
  const { prepared, labels } = field;
  if (typeof value === 'string' && prepared.kind !== 'several-of') {
    const meant = labels.get(plainText(value));
    return meant === undefined ? readText(field, plainText(value)) : { answer: meant };
  }
  switch (prepared.kind) {
    case 'several-of':
      return readSeveral(field, value);
    case 'yes-no':
      return checked(field, typeof value === 'boolean' ? yesOrNo(value) : value);
    default:
      return checked(field, value);
  }
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

/** What is left of a text that is no label. */
function readText(field: FormField, text: string): ReadValue {
  const { prepared: { question } } = field;
  if (question.kind === 'number') return readNumber(field, question, text);
  if (question.kind === 'date') return readDay(field, text);
  return { wrong: [noLabel(field, text, [])] };
}

function readNumber(field: FormField, { id, unit }: NumberQuestion, text: string): ReadValue {
  if (/^[-+]?\d{1,15}$/.test(text)) return checked(field, Number(text));
  return { wrong: [{ code: 'wrong-kind', message: `“${id}” takes a whole number of ${unit}, not ${showAny(text)}`, hint: 'write a number without a unit, or say in “options” of the map what this means', path: [] }] };
}

const slashed = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?: 0?0:00(?::00)?)?$/;

function readDay(field: FormField, text: string): ReadValue {
  const { id } = field.prepared.question;
  if (slashed.test(text) && field.dates === undefined) {
    return { wrong: [{ code: 'wrong-kind', message: `${showAny(text)} for “${id}” may start with the day or with the month`, hint: 'write "dates": "day-first" or "dates": "month-first" in the map', path: [] }] };
  }
  const iso = isoDay(text, field.dates);
  if (iso === undefined) return { wrong: [{ code: 'out-of-range', message: `${showAny(text)} is no day for “${id}”`, hint: 'write it as YYYY-MM-DD', path: [] }] };
  return { answer: iso };
}

/** A day that exists as `YYYY-MM-DD`, from what services write for one; midnight may stand behind it. */
export function isoDay(text: string, dates: DateOrder | undefined): string | undefined {
  const iso = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  const other = dates === undefined ? null : slashed.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[3], iso[4]] : [other?.[4], other?.[dates === 'day-first' ? 3 : 1], other?.[dates === 'day-first' ? 1 : 3]];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const written = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return dayNumber(written) === undefined ? undefined : written;
}

function readSeveral(field: FormField, value: unknown): ReadValue {
  const items = typeof value === 'string' ? textItems(field, value) : plainItems(value);
  if (!items) return checked(field, value);
  if ('unread' in items) return { wrong: [noLabel(field, items.unread, [])] };
  const found = items.map((item, at) => (typeof item === 'string' ? field.labels.get(plainText(item)) ?? noLabel(field, item, [at]) : item));
  const wrong = found.filter(isWrong);
  if (wrong.length > 0) return { wrong };
  const alone = found.find(item => item === NONE || item === UNKNOWN);
  if (alone === undefined) return checked(field, found);
  if (found.length === 1) return { answer: alone === NONE ? [] : UNKNOWN };
  return { wrong: [{ code: 'contradiction', message: `“${alone}” stands beside other answers to “${field.prepared.question.id}”`, hint: 'keep it alone, or take it out', path: [] }] };
}

function textItems({ labels }: FormField, value: string): readonly string[] | { readonly unread: string } {
  const read = joinedLabels(plainText(value), labels.keys());
  return 'labels' in read ? read.labels : read;
}

function isWrong(item: unknown): item is WrongAnswer {
  return typeof item === 'object' && item !== null && 'code' in item && 'path' in item;
}

function checked({ prepared }: FormField, value: unknown): ReadValue {
  const read = readAnswer(prepared, value);
  return 'wrong' in read ? read : { answer: value as AnswerValue };
}

/** A label that stands for nothing, with the nearest one; of a joined text the first answer may be all that is wrong. */
function noLabel({ prepared: { question }, labels }: FormField, text: string, path: readonly number[]): WrongAnswer {
  const names = [...labels.keys()];
  const first = /^[^,;]*/.exec(text)?.[0] ?? text;
  const near = nearest(text, names) ?? nearest(first, names);
  return { code: 'unknown-option', message: `${showAny(text)} is no answer to “${question.id}”`, hint: `${near === undefined ? '' : `did you mean “${near}”? Otherwise `}say in “options” of the map what it means`, path };
}
