import { orAnswersError } from '../base/errors.ts';
import { plainEntries, plainItems } from '../base/plainObject.ts';
import type { Checked, Problem } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { type FormReader, readForm, type ReadFormOptions } from './readForm.ts';
import { isoDay } from './readValue.ts';
import { answersFileOf, cellsOf, type FormAnswersFile, type Place } from './responses.ts';

type Path = readonly (string | number)[];
type Entry = readonly [name: string, value: unknown, place: Place];

/**
 * Reads responses of Typeform: what its Responses API gives (`items`), what it sends to a webhook (`form_response`), or
 * one response (`answers`). A field belongs to the question whose id is its `ref`, or to the one that the map names by
 * its `ref` or `id`; a choice is known by its `ref` or its label. What is not an answer, such as hidden fields and
 * variables, is not looked at.
 *
 * @returns An answers file for each, with the day (UTC) on which it was sent.
 * @throws AnswersError with everything that was not understood
 *
 * @example
 * import { corePack } from 'afterview';
 * const sent = { answers: [{ type: 'choice', choice: { ref: 'late' }, field: { ref: 'arrival' } }] };
 * fromTypeform(sent, { pack: corePack })[0]?.answers; // { arrival: 'late' }
 */
export function fromTypeform(response: unknown, options: ReadFormOptions): readonly FormAnswersFile[] {
  return orAnswersError(safeFromTypeform(response, options));
}

/**
 * As `fromTypeform`, but returns problems instead of throwing them.
 *
 * @example
 * import { corePack } from 'afterview';
 * safeFromTypeform({ answers: 'none' }, { pack: corePack }).ok; // false
 */
export function safeFromTypeform(response: unknown, options: unknown): Checked<readonly FormAnswersFile[]> {
  return readForm(options, ['pack', 'map'], (reader, problems) => {
    const unknown = new Set<string>();
    return responsesIn(response, problems).flatMap(({ value, path }) => responseOf(value, path, reader, unknown, problems));
  });
}

function responsesIn(response: unknown, problems: Problem[]): readonly { readonly value: unknown; readonly path: Path }[] {
  const outer = partsOf(response, [], problems);
  if (outer.has('form_response')) return [{ value: outer.get('form_response'), path: ['form_response'] }];
  if (!outer.has('items')) return outer.size > 0 ? [{ value: response, path: [] }] : [];
  const items = plainItems(outer.get('items'));
  if (!items) problems.push({ code: 'wrong-kind', message: `“items” takes a list of at most a thousand responses, not ${showAny(outer.get('items'))}`, hint: 'pass one page of responses as the API gave it', path: ['items'] });
  return (items ?? []).map((value, at) => ({ value, path: ['items', at] }));
}

function responseOf(value: unknown, path: Path, { pack, fieldOf }: FormReader, unknown: Set<string>, problems: Problem[]): readonly FormAnswersFile[] {
  const response = partsOf(value, path, problems);
  if (response.size === 0) return [];
  const given = response.get('answers');
  const answers = given === undefined || given === null ? [] : plainItems(given); // one who answered nothing has none
  if (!answers) problems.push({ code: 'wrong-kind', message: `“answers” takes a list, not ${showAny(given)}`, hint: 'pass a response as Typeform gave it', path: [...path, 'answers'] });
  const entries = (answers ?? []).flatMap((answer, at) => entryOf(answer, [...path, 'answers', at], fieldOf, problems));
  const sent = response.get('submitted_at');
  const asOf = typeof sent === 'string' ? isoDay(sent.slice(0, 10), undefined) : undefined;
  return [answersFileOf(pack, cellsOf(entries, fieldOf, pack, unknown, problems), asOf, problems)];
}

/** A field by its `ref`, or by its `id` where that is what the map knows, and what was answered. */
function entryOf(input: unknown, path: Path, fieldOf: FormReader['fieldOf'], problems: Problem[]): readonly Entry[] {
  const answer = partsOf(input, path, problems);
  const field = partsOf(answer.get('field'), [...path, 'field'], problems);
  const names = ['ref', 'id'].flatMap(key => (typeof field.get(key) === 'string' ? [{ key, name: field.get(key) as string }] : []));
  const known = names.find(({ name }) => fieldOf(name) !== undefined) ?? names[0];
  if (known === undefined) {
    if (field.size > 0) problems.push({ code: 'missing-key', message: 'this field has no “ref”', hint: 'pass a response as Typeform gave it', path: [...path, 'field'] });
    return [];
  }
  const { name, key } = known;
  const owner = fieldOf(name);
  if (owner === undefined) return [[name, undefined, { path: [...path, 'field', key] }]];
  if (owner === 'ignored') return [];
  return valuesOf(answer, path, owner.labels, problems).map(({ value, path: at }) => [name, value, { path: at }]);
}

/** What stands under the name of its type; of a choice its `ref` where that means something, else its label. */
function valuesOf(answer: ReadonlyMap<string, unknown>, path: Path, labels: ReadonlyMap<string, unknown>, problems: Problem[]): readonly { readonly value: unknown; readonly path: Path }[] {
  const type = answer.get('type');
  if (typeof type !== 'string' || !answer.has(type)) {
    problems.push({ code: 'wrong-shape', message: 'this answer says nothing under the name of its type', hint: 'pass a response as Typeform gave it', path });
    return [];
  }
  const value = answer.get(type);
  if (type !== 'choice' && type !== 'choices') return [{ value, path: [...path, type] }];
  const choice = partsOf(value, [...path, type], problems);
  if (type === 'choice') {
    const key = [...['ref', 'label'].filter(each => labels.has(String(choice.get(each)))), 'label', 'other'].find(each => choice.has(each)) ?? 'label';
    return [{ value: choice.get(key), path: [...path, type, key] }];
  }
  const refs = plainItems(choice.get('refs')) ?? [];
  const names = plainItems(choice.get('labels')) ?? [];
  const key = refs.length > 0 && refs.every(ref => labels.has(String(ref))) ? 'refs' : 'labels';
  const other = choice.get('other');
  return [{ value: [...key === 'refs' ? refs : names, ...(typeof other === 'string' ? [other] : [])], path: [...path, type, key] }];
}

function partsOf(value: unknown, path: Path, problems: Problem[]): ReadonlyMap<string, unknown> {
  const entries = plainEntries(value, 'a response of Typeform', '{ "answers": [] }');
  if (entries.ok) return new Map(entries.value);
  problems.push(...entries.problems.map(problem => ({ ...problem, path })));
  return new Map();
}
