import { PackError } from '../../src/base/errors.ts';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { coreLogic } from '../../src/core/coreLogic.ts';
import { coreNotes } from '../../src/core/coreNotes.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import type { Logic } from '../../src/pack/logic.ts';
import { safeWithWords, withWords } from '../../src/pack/withWords.ts';
import type { Words } from '../../src/pack/words.ts';
import { coreFiles } from './coreFiles.ts';
import { minimalPack } from './minimalPack.ts';
import { edited, packOf } from './reading.ts';

const small = packOf(minimalPack);
const packs = [['the small pack', small], ['the core pack', packOf(coreFiles)]] as const;

/** Every text in a value, but for ids, kinds and other names. */
function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return / /.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : [];
}

/** What speaks is an author's word, and no text. */
function isSpeaks(text: string): boolean {
  return /^(?:rules out|(?:strongly|slightly) (?:for|against))$/.test(text);
}

describe.each(packs)('%s', (_which, { pack, logic, words, notes }) => {
  test('is its logic with its words', () => {
    expect(JSON.stringify(withWords(logic, words))).toBe(JSON.stringify(pack));
    const [clonedLogic, clonedWords] = [JSON.parse(JSON.stringify(logic)) as Logic, JSON.parse(JSON.stringify(words)) as Words];
    expect(JSON.stringify(withWords(clonedLogic, clonedWords))).toBe(JSON.stringify(pack));
  });

  test('has one name and one hash in all of its parts', () => {
    for (const { id, version, hash } of [logic, words, notes]) expect([id, version, hash]).toEqual([pack.id, pack.version, pack.hash]);
  });

  test('has every text in its words, and none in its logic', () => {
    expect(sentencesIn(logic).filter(text => !isSpeaks(text))).toEqual([]);
    const inWords = new Set(sentencesIn(words));
    expect(sentencesIn(pack).filter(text => !isSpeaks(text) && !inWords.has(text))).toEqual([]);
    expect(inWords.size).toBeGreaterThan(10);
  });

  test('says nothing of sources and claims but in its notes', () => {
    expect(JSON.stringify(pack)).not.toMatch(/"(?:from|claims|note|sources)":(?!null|\{"value"|"(?:sent|screens|first-interviews|second-interviews)"|-?\d)/);
    expect(notes.sources.length).toBeGreaterThan(0);
    expect(Object.keys(notes.causes)).toEqual(pack.causes.map(({ id }) => id));
    expect(Object.keys(notes.fixes)).toEqual(pack.causes.flatMap(({ fixes }) => fixes.map(({ id }) => id)));
    expect(Object.keys(notes.beliefs)).toEqual(pack.beliefs.map(({ id }) => id));
  });

  test('cannot be changed in any of its parts', () => {
    const open = (value: unknown): boolean =>
      typeof value === 'object' && value !== null && (!Object.isFrozen(value) || Object.values(value).some(open));
    expect([pack, logic, words, notes].map(open)).toEqual([false, false, false, false]);
  });
});

test('the modules of the core pack hold what its files say', () => {
  const { pack, logic, notes } = packOf(coreFiles);
  const built = [corePack, coreLogic, coreNotes].map(part => JSON.stringify(part));
  expect(built).toEqual([pack, logic, notes].map(part => JSON.stringify(part)));
});

/** Words that can be changed. */
interface Copy {
  readonly questions: Record<string, Record<string, object | string>>;
  readonly causes: Record<string, { title: string; readonly signs: string[] }>;
  readonly fixes: Record<string, object>;
  readonly sections: Record<string, string>;
}

describe('words', () => {
  /** The words of the small pack after a change. */
  const words = (change: (copy: Copy) => void): Words => {
    const copy = JSON.parse(JSON.stringify(small.words)) as Copy;
    change(copy);
    return copy as unknown as Words;
  };

  test('of another language make a pack that differs in nothing but texts', () => {
    const german = words(({ causes }) => { Object.assign(causes['late'] ?? {}, { title: 'Du kamst zu spät' }); });
    const pack = withWords(small.logic, { ...german, locale: 'de' });
    expect(pack.causes[0]?.title).toBe('Du kamst zu spät');
    const answers = { outcome: 'rejected', arrival: 'late' };
    const [mine, theirs] = [small.pack, pack].map(each => diagnose(answers, { pack: each }));
    expect(theirs?.explanations[0]).toEqual({ ...mine?.explanations[0], title: 'Du kamst zu spät' });
    expect(theirs?.ranking).toEqual(mine?.ranking);
  });

  test('of another pack, or of other rules, are refused', () => {
    const other = packOf(edited('pack.yaml', 'value: 4%', 'value: 5%'));
    const named = ({ hash }: { readonly hash: string }): string => `“small” 1.0.0 (${hash.slice(0, 8)})`;
    const message = `these words belong to ${named(other.words)}, and the logic to ${named(small.logic)}`;
    expect(() => withWords(small.logic, other.words)).toThrow(message);
    expect(() => withWords(coreLogic, small.words)).toThrow(PackError);
    expect(safeWithWords(coreLogic, small.words)).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind', path: ['hash'] }] });
  });

  test.each<[what: string, change: (copy: Copy) => void, missing: string]>([
    ['a question', ({ questions }) => { Reflect.deleteProperty(questions, 'arrival'); }, 'arrival'],
    ['an option', ({ questions }) => { Reflect.deleteProperty(questions['arrival']?.['options'] as object, 'late'); }, 'late'],
    ['a unit', ({ questions }) => { Reflect.deleteProperty(questions['minutes-late'] as object, 'unit'); }, 'unit'],
    ['a sign', ({ causes }) => { causes['late']?.signs.pop(); }, '2'],
    ['a fix', ({ fixes }) => { Reflect.deleteProperty(fixes, 'own-it'); }, 'own-it'],
    ['a section', ({ sections }) => { Reflect.deleteProperty(sections, 'ending'); }, 'ending'],
  ])('that lack %s are refused', (_what, change, missing) => {
    expect(() => withWords(small.logic, words(change))).toThrow(PackError);
    expect(safeWithWords(small.logic, words(change))).toMatchObject({ ok: false, problems: [{ code: 'missing-key', message: `the words lack a text: ${missing}` }] });
  });

  test.each([[undefined, undefined], [null, 7], [{}, {}], ['x', []], [Symbol('logic'), new Map()]])('%s and %s, which are none, are refused', (logic, odd) => {
    expect(safeWithWords(logic as never, odd as never)).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind', path: ['logic'] }, { code: 'wrong-kind', path: ['words'] }] });
    expect(() => withWords(logic as never, odd as never)).toThrow(PackError);
  });
});
