import { didYouMean } from '../base/nearest.ts';
import { plainEntries, plainItems } from '../base/plainObject.ts';
import type { Problem } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { UNKNOWN } from '../pack/answer.ts';
import type { Pack } from '../pack/pack.ts';
import { type PreparedQuestion, prepareQuestion } from '../pack/prepareQuestion.ts';
import { readAnswer } from '../answers/readAnswer.ts';
import { NONE } from './formWords.ts';
import { plainText } from './plainText.ts';

/** How a form of one's own calls things. What it calls as the pack does needs no entry. */
export interface FormMap {
  /** A title, a name or a `ref` of the form → id of the question. The second column of one title is called “Title (2)”. */
  readonly questions?: Readonly<Record<string, string>>;
  /** Id of the question → what the form calls an answer → id of the option, a number, `none` (of a list) or `unknown`. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  /** Titles, names or `ref`s that are about nothing in the pack. */
  readonly ignore?: readonly string[];
  /** How days are written where they are not written as 2026-11-10: 10/11/2026, or 11/10/2026. */
  readonly dates?: DateOrder;
}

/** Which comes first in a date that is written with digits alone, such as 10/11/2026. */
export type DateOrder = 'day-first' | 'month-first';

/** The same, checked. Names are plain texts (`plainText`). */
export interface KnownMap {
  readonly questions: ReadonlyMap<string, string>;
  readonly options: ReadonlyMap<string, ReadonlyMap<string, string | number>>;
  readonly ignore: ReadonlySet<string>;
  readonly dates: DateOrder | undefined;
}

const keys = ['questions', 'options', 'ignore', 'dates'] as const;
const example = '{ "questions": { "How did it end?": "outcome" } }';
/** More names than these are not ignored one by one. */
const MOST_IGNORED = 1000;

/** Checks a map of any origin; problems have paths that start with `map`. What is not given is empty. */
export function checkFormMap({ questions }: Pack, input: unknown, problems: Problem[]): KnownMap {
  const given = entriesOf(input, ['map'], 'map', example, problems);
  for (const key of given.keys()) {
    if (!keys.some(known => known === key)) problems.push({ code: 'unknown-key', message: `${showAny(key)} is no part of a map`, hint: didYouMean(key, keys), path: ['map', key] });
  }
  const byId = new Map(questions.map(question => [question.id, question]));
  const named = new Map<string, string>();
  for (const [name, id] of entriesOf(given.get('questions'), ['map', 'questions'], '“questions”', example, problems)) {
    if (typeof id === 'string' && byId.has(id)) named.set(plainText(name), id);
    else problems.push(noQuestion(id, byId.keys(), ['map', 'questions', name]));
  }
  const ignore = ignoredIn(given.get('ignore'), named, problems);
  return { questions: named, options: optionsIn(given.get('options'), byId, problems), ignore, dates: datesIn(given.get('dates'), problems) };
}

function optionsIn(input: unknown, byId: ReadonlyMap<string, Pack['questions'][number]>, problems: Problem[]): KnownMap['options'] {
  const path = ['map', 'options'];
  const options = new Map<string, ReadonlyMap<string, string | number>>();
  for (const [id, labels] of entriesOf(input, path, '“options”', '{ "outcome": { "No": "rejected" } }', problems)) {
    const question = byId.get(id);
    if (question) options.set(id, labelsIn(prepareQuestion(question), labels, [...path, id], problems));
    else problems.push(noQuestion(id, byId.keys(), [...path, id]));
  }
  return options;
}

function labelsIn(prepared: PreparedQuestion, input: unknown, path: readonly string[], problems: Problem[]): ReadonlyMap<string, string | number> {
  const labels = new Map<string, string | number>();
  for (const [label, meant] of entriesOf(input, path, `the labels of “${prepared.question.id}”`, '{ "No": "rejected" }', problems)) {
    const [wrong] = wrongIn(prepared, meant);
    if (wrong) problems.push({ code: wrong.code, message: wrong.message, hint: wrong.hint, path: [...path, label] });
    else labels.set(plainText(label), meant as string | number);
  }
  return labels;
}

/** What is wrong with what a label is said to mean. */
function wrongIn(prepared: PreparedQuestion, meant: unknown): readonly { readonly code: Problem['code']; readonly message: string; readonly hint: string }[] {
  if (meant === UNKNOWN || (prepared.kind === 'several-of' && meant === NONE)) return [];
  if (typeof meant !== 'string' && typeof meant !== 'number') return [{ code: 'wrong-kind', message: `a label of “${prepared.question.id}” means an answer, not ${showAny(meant)}`, hint: 'write the id of an option, or a number' }];
  const read = readAnswer(prepared, prepared.kind === 'several-of' ? [meant] : meant);
  return 'wrong' in read ? read.wrong : [];
}

function ignoredIn(input: unknown, named: ReadonlyMap<string, string>, problems: Problem[]): ReadonlySet<string> {
  const ignored = new Set<string>();
  const path = ['map', 'ignore'];
  const items = input === undefined ? [] : plainItems(input);
  if (!items) problems.push({ code: 'wrong-kind', message: `“ignore” takes a list of names, at most ${MOST_IGNORED}, not ${showAny(input)}`, hint: 'write ["Your name"]', path });
  for (const [at, name] of (items ?? []).entries()) {
    if (typeof name !== 'string') problems.push({ code: 'wrong-kind', message: `“ignore” takes names, not ${showAny(name)}`, hint: 'write ["Your name"]', path: [...path, at] });
    else if (named.has(plainText(name))) problems.push({ code: 'contradiction', message: `${showAny(name)} stands under “questions”, and is ignored`, hint: 'keep one of them', path: [...path, at] });
    else ignored.add(plainText(name));
  }
  return ignored;
}

function datesIn(input: unknown, problems: Problem[]): DateOrder | undefined {
  if (input === undefined || input === 'day-first' || input === 'month-first') return input;
  problems.push({ code: 'wrong-kind', message: `“dates” takes how days are written, not ${showAny(input)}`, hint: 'write "day-first" for 10/11/2026 in November, "month-first" for 11/10/2026', path: ['map', 'dates'] });
  return undefined;
}

function entriesOf(input: unknown, path: readonly string[], what: string, like: string, problems: Problem[]): ReadonlyMap<string, unknown> {
  if (input === undefined) return new Map();
  const entries = plainEntries(input, what, like);
  if (entries.ok) return new Map(entries.value);
  problems.push(...entries.problems.map(problem => ({ ...problem, path })));
  return new Map();
}

function noQuestion(id: unknown, ids: Iterable<string>, path: readonly string[]): Problem {
  return { code: 'unknown-question', message: `no question is called ${showAny(id)}`, hint: didYouMean(typeof id === 'string' ? id : '', ids), path };
}
