import { byId } from '../../base/order.ts';
import type { QuestionWords } from '../files/fileSchemas.ts';
import type { OpenedPack } from '../start/openedPack.ts';
import type { ParsedFiles } from '../files/packFiles.ts';

/** A name, and what it stands for. */
export interface Named {
  readonly id: string;
  readonly says: string;
}

/** Kinds of names that a file may refer to. */
export const nameKinds = ['belief', 'cause', 'claim', 'date', 'employer', 'number', 'place', 'section', 'source', 'base-belief', 'base-cause', 'base-fix', 'base-question'] as const;
export type NameKind = (typeof nameKinds)[number];

/** Every name of a pack that its files may refer to, each with what it stands for. */
export interface PackNames extends Readonly<Record<NameKind, readonly Named[]>> {
  readonly questions: readonly QuestionWords[];
}

/**
 * The names of a pack so far as its files can be read, among them those of the pack to which it adds (`base-…`), as far
 * as they can be said otherwise or switched off.
 */
export function packNames({ files, base: findBase }: OpenedPack): PackNames {
  const { pack: [head], questions, sources } = files;
  const order = head?.value.sections ?? [];
  const asked = [...questions].sort((a, b) => order.indexOf(a.value.section) - order.indexOf(b.value.section)).flatMap(file => file.value.questions);
  const base = findBase();
  const ofKind = (kind: string): readonly Named[] => asked.filter(each => each.kind === kind).map(({ id, ask }) => ({ id, says: ask }));
  const named = sources.flatMap(file => file.value);
  const states = [{ id: 'advance', says: 'They invite on.' }, { id: 'told-no', says: 'They say no.' }, { id: 'never-told', says: 'They never say anything.' }];
  return {
    questions: asked,
    belief: beliefsIn(files),
    cause: causesIn(files),
    'base-belief': base ? beliefsIn(base) : [],
    'base-cause': base ? causesIn(base) : [],
    'base-fix': (base?.causes ?? []).flatMap(({ value }) => value.fixes.map(fix => ({ id: fix.id, says: fix.do }))),
    'base-question': (base?.questions ?? []).flatMap(({ value }) => value.questions.map(({ id, ask }) => ({ id, says: ask }))),
    claim: named.flatMap(({ claims = [] }) => claims),
    date: ofKind('date'),
    employer: [...(head?.value.waiting?.types ?? []).map(({ id, title }) => ({ id, says: title })), ...states],
    number: ofKind('number'),
    place: placesOf(head?.value.messages ?? {}),
    section: [...new Map([...order.map(id => ({ id, says: id })), ...questions.map(({ value: { section, title } }) => ({ id: section, says: title }))].map(each => [each.id, each])).values()],
    source: [...named.map(({ id, title }) => ({ id, says: title })).sort(byId), { id: 'judgement', says: 'Your own; give the reason in a note.' }],
  };
}

function causesIn({ causes }: ParsedFiles): readonly Named[] {
  return causes.map(({ value: { id, title } }) => ({ id, says: title })).sort(byId);
}

function beliefsIn({ beliefs }: ParsedFiles): readonly Named[] {
  return beliefs.flatMap(file => file.value.map(({ id, belief }) => ({ id, says: belief }))).sort(byId);
}

function placesOf(messages: Readonly<Record<string, readonly { readonly place: string }[] | undefined>>): readonly Named[] {
  const occasions = new Map<string, string[]>();
  for (const [occasion, places = []] of Object.entries(messages)) {
    for (const { place } of places) occasions.set(place, [...occasions.get(place) ?? [], occasion]);
  }
  return [...occasions].map(([id, where]) => ({ id, says: `In the messages: ${where.join(', ')}.` }));
}
