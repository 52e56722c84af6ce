import { readdirSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { editorSchema } from '../../src/authoring/editor/editorSchema.ts';
import { hoverEnds } from '../../src/authoring/editor/hoverTexts.ts';
import { endIn } from '../../src/authoring/editor/longestFit.ts';
import { referringEnds } from '../../src/authoring/editor/nameKinds.ts';
import { packNames } from '../../src/authoring/editor/packNames.ts';
import { schemaFiles, schemaLine } from '../../src/authoring/editor/schemaFiles.ts';
import { type JsonSchema, shapedKinds } from '../../src/authoring/files/fileJsonSchema.ts';
import type { FileKind } from '../../src/authoring/files/fileKind.ts';
import type { Bases } from '../../src/authoring/extend/parsePack.ts';
import { openPack } from '../../src/authoring/start/openedPack.ts';
import { packSkeleton } from '../../src/authoring/start/packSkeleton.ts';
import { lintRules } from '../../src/lint/lintPack.ts';
import { tinyFiles } from '../tinyPack.ts';
import { coreFiles } from './coreFiles.ts';
import { minimalPack } from './minimalPack.ts';

const rules = lintRules.map(({ id, title }) => ({ id, says: title }));

const bases: Bases = { names: ['core'], find: () => ({ ok: true, value: coreFiles }) };

/** Paths of all keys of a schema, from its kind on, with what is said of each. */
function keysIn(schema: JsonSchema, path: string): readonly (readonly [path: string, says: unknown])[] {
  const parts = ['anyOf', 'oneOf', 'items'].flatMap(key => [schema[key] ?? []].flat() as JsonSchema[]).flatMap(part => keysIn(part, path));
  const own = Object.entries(schema['properties'] ?? {}) as [string, JsonSchema][];
  return [...parts, ...own.flatMap(([key, inner]) => [[`${path}.${key}`, inner['description']] as const, ...keysIn(inner, `${path}.${key}`)])];
}

const keys = shapedKinds.flatMap(kind => keysIn(editorSchema(kind, { rules }), kind === 'extending-pack' ? 'pack' : kind));

describe('what an editor says of a key', () => {
  test('there is of every key of every kind of file, in a sentence', () => {
    expect(keys.length).toBeGreaterThan(250);
    expect(keys.filter(([, says]) => typeof says !== 'string' || !/[.?”]$/.test(says))).toEqual([]);
  });

  test('is of no key that there is none, and of nothing that there is none', () => {
    for (const ends of [hoverEnds, referringEnds]) {
      const table = new Map(ends.map(end => [end, end]));
      const used = new Set(keys.map(([path]) => endIn(table, path)));
      expect(ends.filter(end => !used.has(end))).toEqual([]);
    }
  });

  test('is short', () => {
    expect(keys.filter(([, says]) => String(says).length > 160)).toEqual([]);
  });
});

const nursing = new Map(readdirSync('examples/nursing-pack', { recursive: true, encoding: 'utf8' }).map(file => file.replaceAll('\\', '/')).filter(file => file.endsWith('.yaml'))
  .map(file => [file, readFileSync(`examples/nursing-pack/${file}`, 'utf8')] as const));

const packs = [['the core pack', coreFiles], ['the tiny pack', tinyFiles], ['the minimal pack', minimalPack], ['a new pack', packSkeleton('mine', 'mine')], ['a pack that adds to the core pack', nursing]] as const;

/** Checks of files as an editor makes them that knows these files. */
function editorOf(files: ReadonlyMap<string, string>): { readonly wrongIn: (kind: FileKind, value: unknown) => readonly string[]; readonly kindOf: (file: string) => FileKind } {
  const pack = openPack(files, 'here', bases);
  if (!pack.ok) throw new Error('no pack');
  const texts = schemaFiles(pack.value, rules);
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  ajv.addKeyword('patternErrorMessage');
  const checks = new Map<FileKind, ValidateFunction>();
  return {
    kindOf: pack.value.own.kindOf,
    wrongIn: (kind, value) => {
      const check = checks.get(kind) ?? ajv.compile(JSON.parse(texts.get(`${kind}.schema.json`) ?? '') as object);
      checks.set(kind, check);
      return check(value) ? [] : [...new Set((check.errors ?? []).map(({ instancePath }) => instancePath))];
    },
  };
}

describe('an editor that knows a pack', () => {
  test.each(packs)('finds nothing wrong in %s', (_which, files) => {
    const { kindOf, wrongIn } = editorOf(files);
    expect([...files].map(([file, text]) => [file, wrongIn(kindOf(file), parse(text))])).toEqual([...files.keys()].map(file => [file, []]));
  });

  test.each([
    ['a question in a condition', 'interview/late.yaml', '{ arrival: late }', '{ arival: late }', '/signs/0/when'],
    ['an option in a condition', 'interview/late.yaml', '{ arrival: late }', '{ arrival: latte }', '/signs/0/when/arrival'],
    ['an option in a list', 'interview/late.yaml', '[early, on-time]', '[early, ontime]', '/signs/1/when/arrival/1'],
    ['a date in a condition', 'interview/late.yaml', '{ arrival: late }', '{ interview-date: 2026-11-10 }', '/signs/0/when'],
    ['a comparison', 'interview/late.yaml', '{ at-least: 15 }', '{ atleast: 15 }', '/signs/2/when/minutes-late'],
    ['a number out of its bounds', 'interview/late.yaml', '{ minutes-late: { at-least: 15 } }', '{ minutes-late: 999 }', '/signs/2/when/minutes-late'],
    ['a comparison with words', 'interview/late.yaml', '{ warned-ahead: yes }', '{ warned-ahead: { at-least: 1 } }', '/strength/when/0/if/warned-ahead'],
    ['a question in a nested condition', 'interview/late.yaml', 'when: { arrival: late }', 'when: { any: [{ not: { arival: late } }] }', '/signs/0/when/any/0/not'],
    ['a source', 'interview/late.yaml', 'from: [study-2020]', 'from: [study-2021]', '/base-rate/from/0'],
    ['a claim', 'interview/late.yaml', 'claims: [A1]', 'claims: [A2]', '/claims/0'],
    ['an answer of an example', 'interview/late.yaml', 'outcome: rejected, arrival: late', 'outcome: refused, arrival: late', '/examples/0/answers/outcome'],
    ['an expected cause', 'interview/late.yaml', 'first: late', 'first: latte', '/examples/0/expect/first'],
    ['a key', 'interview/late.yaml', 'keep: yes', 'kept: yes', '/signs/1'],
    ['a percentage', 'interview/late.yaml', 'usually: 25%', 'usually: 25', '/strength/usually'],
    ['a question that is asked first', 'questions/interview.yaml', 'ask-if: { arrival: late }', 'ask-if: { arival: late }', '/questions/2/ask-if'],
    ['a date to count from', 'questions/ending.yaml', 'counts-days-from: interview-date', 'counts-days-from: outcome', '/questions/2/counts-days-from'],
    ['a section', 'pack.yaml', '[ending, interview]', '[ending, intreview]', '/sections/1'],
    ['a rule of the check', 'pack.yaml', 'format: 1', 'format: 1\nlint: { option-idel: off }', '/lint'],
    ['a severity', 'pack.yaml', 'format: 1', 'format: 1\nlint: { option-idle: mild }', '/lint/option-idle'],
    ['an expected belief', 'beliefs.yaml', 'expect: { belief: it-was-the-nerves }', 'expect: { belief: nerves }', '/0/examples/0/expect/belief'],
    ['a kind of source', 'sources.yaml', 'kind: study', 'kind: studies', '/0/kind'],
  ])('underlines %s that there is none', (_what, file, from, to, place) => {
    const { kindOf, wrongIn } = editorOf(minimalPack);
    const text = minimalPack.get(file) ?? '';
    expect(text).toContain(from);
    expect(wrongIn(kindOf(file), parse(text.replace(from, to)))).toContain(place);
  });

  test('takes what the check takes: one of an option, nothing chosen, and what is not known', () => {
    const { wrongIn } = editorOf(minimalPack);
    const cause = parse(minimalPack.get('interview/late.yaml') ?? '') as { signs: object[]; examples: object[] };
    const written = (when: object, answers: object): object => ({ ...cause, signs: [{ ...cause.signs[0], when }], examples: [{ ...cause.examples[0], answers }, cause.examples[1]] });
    for (const when of [{ nerves: 'none' }, { nerves: ['none'] }, { nerves: 'blank' }, { nerves: { 'at-least': 2 } }, [{ arrival: 'late' }, { 'minutes-late': 3 }], { all: [{ not: { arrival: 'late' } }] }]) expect([when, wrongIn('cause', written(when, {}))]).toEqual([when, []]);
    for (const answers of [{ nerves: [] }, { nerves: 'unknown' }, { 'interview-date': '2026-11-10', 'days-ago': 3 }, { 'minutes-late': 'unknown', 'warned-ahead': 'no' }]) expect([answers, wrongIn('cause', written({ arrival: 'late' }, answers))]).toEqual([answers, []]);
    expect(wrongIn('cause', written({ nerves: ['none', 'blank'] }, {}))).not.toEqual([]);
  });

  test.each([
    ['a cause of the other pack', '    late:', '    latte:', '/override/causes'],
    ['a key of such a cause', 'usually: 35%', 'usual: 35%', '/override/causes/late/strength'],
    ['a cause that is off', '[no-online-presence]', '[no-offline-presence]', '/off/causes/0'],
    ['a key of pack.yaml', 'requires: core', 'require: core', ''],
  ])('underlines %s that there is none, in a pack that adds to another one', (_what, from, to, place) => {
    const text = nursing.get('pack.yaml') ?? '';
    expect(text).toContain(from);
    expect(editorOf(nursing).wrongIn('pack', parse(text.replace(from, to)))).toContain(place);
  });

  test('takes any name where a pack has none yet', () => {
    const { wrongIn } = editorOf(new Map([['pack.yaml', minimalPack.get('pack.yaml') ?? '']]));
    expect(wrongIn('beliefs', [])).toEqual([]);
    expect(wrongIn('sources', parse(minimalPack.get('sources.yaml') ?? ''))).toEqual([]);
  });
});

test('names are known with what they stand for, in the order in which they are asked', () => {
  const pack = openPack(tinyFiles, 'here', bases);
  const names = pack.ok ? packNames(pack.value) : null;
  expect(names?.cause.find(({ id }) => id === 'late')).toEqual({ id: 'late', says: 'You came late' });
  expect(names?.source).toEqual([{ id: 'a-survey', says: 'What people said' }, { id: 'judgement', says: 'Your own; give the reason in a note.' }]);
  expect(names?.date.map(({ id }) => id)).toEqual(['interview-date', 'promised-date']);
  expect(names?.section).toEqual([{ id: 'day', says: 'The day' }]);
  expect(names?.questions[0]?.id).toBe('outcome');
});

test('every file of the core pack begins with the line by which an editor finds its schema', () => {
  const pack = openPack(coreFiles, 'here', bases);
  const expected = [...coreFiles.keys()].map(file => [file, pack.ok ? schemaLine(file.slice('rules/'.length), pack.value.files.kindOf(file)) : '']);
  expect([...coreFiles].map(([file, text]) => [file, text.slice(0, text.indexOf('\n') + 1)])).toEqual(expected);
  expect(expected).toContainEqual(['rules/interview/late.yaml', '# yaml-language-server: $schema=../.schemas/cause.schema.json\n']);
});
