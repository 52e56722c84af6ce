import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { safeReadPack } from '../../src/authoring/readPack.ts';
import { coreFiles } from './coreFiles.ts';
import { minimalPack } from './minimalPack.ts';
import { edited, packOf, problemsOf, told } from './reading.ts';

const packs = [['the core pack', coreFiles], ['a small pack', minimalPack]] as const;

function withLineEnds(files: ReadonlyMap<string, string>, lineEnd: string): ReadonlyMap<string, string> {
  return new Map([...files].map(([file, text]) => [file, text.replaceAll('\n', lineEnd)]));
}

/** The same data with the keys of every map, and the files, in another order. */
function shuffled(files: ReadonlyMap<string, string>, seed: number): ReadonlyMap<string, string> {
  let state = seed;
  const byChance = <T>(items: readonly T[]): readonly T[] => items
    .map(item => ({ item, rank: state = (state * 1_103_515_245 + 12_345) % 2_147_483_648 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    return typeof value === 'object' && value !== null ? Object.fromEntries(byChance(Object.entries(value)).map(([key, inner]) => [key, inside(inner)])) : value;
  };
  return new Map(byChance([...files]).map(([file, text]) => [file, stringify(inside(parse(text)))]));
}

describe.each(packs)('%s is the same', (_which, files) => {
  test('with Windows line ends', () => {
    expect(packOf(withLineEnds(files, '\r\n'))).toEqual(packOf(files));
  });

  test('when it is read a second time, or between others', () => {
    const first = JSON.stringify(packOf(files));
    packOf(edited('pack.yaml', 'value: 4%', 'value: 5%'));
    problemsOf(edited('pack.yaml', 'value: 4%', 'value: 4'));
    expect(JSON.stringify(packOf(files))).toBe(first);
  });
});

test('keys and files in any order make the same pack, byte for byte', () => {
  const [small, core] = [packOf(minimalPack).pack, packOf(coreFiles).pack];
  fc.assert(fc.property(fc.nat(), seed => { expect(JSON.stringify(packOf(shuffled(minimalPack, seed)).pack)).toBe(JSON.stringify(small)); }), { numRuns: 25 });
  expect(JSON.stringify(packOf(shuffled(coreFiles, 1)).pack)).toBe(JSON.stringify(core));
  expect(packOf(shuffled(coreFiles, 2)).pack.hash).toBe(core.hash);
});

test('any change of a number, a text or a condition changes the hash', () => {
  const { hash } = packOf(minimalPack).pack;
  const changed = [
    edited('pack.yaml', 'value: 4%', 'value: 5%'), edited('interview/late.yaml', 'in time.', 'in good time.'),
    edited('interview/late.yaml', '[early, on-time]', '[early]'), edited('interview/late.yaml', 'at-least: 15', 'more-than: 15'),
    edited('questions/ending.yaml', 'id: advanced', 'id: waiting'), edited('pack.yaml', '[ending, interview]', '[interview, ending]'),
  ].map(files => packOf(files).pack.hash);
  expect(new Set([hash, ...changed]).size).toBe(changed.length + 1);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test('problems stand at the same lines and columns with Windows line ends', () => {
  const files = edited('interview/late.yaml', 'arrival: late', 'arival: late');
  expect(problemsOf(withLineEnds(files, '\r\n'))).toEqual(problemsOf(files));
  expect(told(files)).toHaveLength(1);
});

describe('what somebody adds to every object changes nothing', () => {
  const names = ['note', 'range', 'unless', 'help', 'ask-if', 'group', 'keep', 'if', 'say', 'claims', 'url', 'year', 'strength', 'silence', 'contradictions',
    'waiting', 'funnel', 'not-before', 'counts-days-from', 'arrival', 'late', 'first', 'path', 'at', 'later', 'id', 'of', 'all', 'not'];

  test.each(names)('%s', name => {
    const before = JSON.stringify(packOf(minimalPack));
    const broken = edited('interview/late.yaml', 'arrival: late', 'arival: late');
    const toldBefore = told(broken);
    let [during, toldDuring]: [unknown, readonly string[]] = [undefined, []];
    Object.defineProperty(Object.prototype, name, { value: ['judgement'], configurable: true, enumerable: true, writable: true });
    try {
      during = safeReadPack(minimalPack);
      toldDuring = told(broken);
    } finally {
      Reflect.deleteProperty(Object.prototype, name);
    }
    expect(JSON.stringify(during)).toBe(`{"ok":true,"value":${before}}`);
    expect(toldDuring).toEqual(toldBefore);
    expect(name in {}).toBe(false);
  });
});
