import type { Answers, AnswerValue } from '../answers/answers.ts';
import { nearest } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import type { Pack } from '../pack/pack.ts';
import type { FieldOf, FormField } from './formNames.ts';
import { plainText } from './plainText.ts';
import { readValue } from './readValue.ts';

/** An answers file, as `openAnswersFile` opens it and `JSON.stringify` writes it, of one response to a form. */
export interface FormAnswersFile {
  readonly pack: string;
  /** The day on which the response was sent, where the service says it. */
  readonly asOf?: string;
  readonly answers: Answers;
}

/** Where something stands: in a value, or in a file. */
export type Place = Pick<Problem, 'path' | 'at'>;

/** What a response holds for one question. */
export interface FormCell {
  readonly field: FormField;
  readonly value: unknown;
  /** Where it stands: worked out only when something is wrong with it. */
  readonly place: () => Place;
}

/** The answers file of one response; problems are added to `problems`. A cell that is empty is no answer. */
export function answersFileOf({ id, questions }: Pack, cells: readonly FormCell[], asOf: string | undefined, problems: Problem[]): FormAnswersFile {
  const answers = new Map<number, AnswerValue>();
  for (const { field, value, place } of cells) {
    if (isEmpty(value)) continue;
    const read = readValue(field, value);
    if ('wrong' in read) problems.push(...read.wrong.map(({ path, ...wrong }) => ({ ...wrong, ...within(place(), path) })));
    else if (answers.has(field.index) && JSON.stringify(answers.get(field.index)) !== JSON.stringify(read.answer)) problems.push(secondAnswer(field, place()));
    else answers.set(field.index, read.answer);
  }
  const inOrder = [...answers].sort(([a], [b]) => a - b).map(([index, answer]) => [questions[index]?.id ?? '', answer] as const);
  return { pack: id, ...(asOf === undefined ? {} : { asOf }), answers: Object.fromEntries(inOrder) };
}

function within({ path, ...place }: Place, item: readonly number[]): Place {
  return path ? { path: [...path, ...item], ...place } : place;
}

function secondAnswer({ prepared: { question } }: FormField, place: Place): Problem {
  return { code: 'contradiction', message: `this is a second answer to “${question.id}”, and not the same`, hint: 'keep one of them', ...place };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && plainText(value) === '');
}

/** A name of a form that stands for no question; `names` are those it could have meant. */
export function noField(name: string, { questions }: Pack, place: Place): Problem {
  const near = nearest(name, questions.flatMap(({ id, ask }) => [ask, id]));
  const hint = `${near === undefined ? '' : `did you mean “${near}”? Otherwise `}name its question in “questions” of the map, or put it into “ignore”`;
  return { code: 'unknown-question', message: `no question of the pack is called ${showAny(name)}`, hint, ...place };
}

/** Gathers the cells of one response that is an object: name by name, with what it holds and where. */
export function cellsOf(entries: Iterable<readonly [name: string, value: unknown, place: Place]>, fieldOf: FieldOf, pack: Pack, unknown: Set<string>, problems: Problem[]): readonly FormCell[] {
  const cells: FormCell[] = [];
  for (const [name, value, place] of entries) {
    const field = fieldOf(name);
    if (field === undefined && !unknown.has(name)) problems.push(noField(name, pack, place));
    if (field === undefined) unknown.add(name);
    else if (field !== 'ignored') cells.push({ field, value, place: () => place });
  }
  return cells;
}
