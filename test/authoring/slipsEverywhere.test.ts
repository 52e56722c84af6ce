import { describe, expect, test } from 'vitest';
import { coreFiles } from './coreFiles.ts';
import { problemsOf } from './reading.ts';

/** A word of a file, where it stands. */
interface Word {
  readonly text: string;
  readonly offset: number;
}

type Kind = 'key' | 'question' | 'option' | 'source' | 'claim';

const codes = { key: 'unknown-key', question: 'unknown-question', option: 'unknown-option', source: 'unknown-source', claim: 'unknown-claim' } as const;
const files = [...coreFiles.keys()];
const causes = files.filter(file => /^rules\/[a-z-]+\/[a-z-]+\.yaml$/.test(file) && !file.includes('/questions/'));

/** The word with its middle letter changed; a claim with a digit too many, as a changed one may be another claim. */
function misspelt(kind: Kind, { text }: Word): string {
  if (kind === 'claim') return `${text[0]}0${text.slice(1)}`;
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, middle)}${text[middle] === 'q' ? 'z' : 'q'}${text.slice(middle + 1)}`;
}

/** The keys that the schema knows, each where it first stands; deeper than four spaces a key may be a question. */
function keysOf(text: string): readonly Word[] {
  const first = new Map<string, Word>();
  for (const match of text.matchAll(/^ {0,4}(?:- )?([a-z-]+):(?= |$)/gm)) {
    const key = match[1] ?? '';
    if (!['all', 'any', 'not'].includes(key) && !first.has(key)) first.set(key, { text: key, offset: match.index + match[0].length - key.length - 1 });
  }
  return [...first.values()];
}

/** The first word that a pattern ends with. */
function firstOf(pattern: RegExp, text: string): readonly Word[] {
  const match = pattern.exec(text);
  const word = match?.[1] ?? '';
  return match ? [{ text: word, offset: match.index + match[0].length - word.length }] : [];
}

const wordsOf: Readonly<Record<Kind, (text: string) => readonly Word[]>> = {
  key: keysOf,
  question: text => firstOf(/\b(?:when|if|unless): *\n? *(?:- )?\{ ([a-z-]+)(?=:)/, text),
  option: text => firstOf(/\b(?:when|if|unless): *\n? *(?:- )?\{ [a-z-]+: \[?([a-z-]+)/, text),
  source: text => firstOf(/from: \[([a-z0-9-]+)/, text),
  claim: text => firstOf(/claims: \[([A-Z]\d+)/, text),
};

/** What the author of a file should read. */
function expected(kind: Kind, file: string, word: Word): string {
  const before = (coreFiles.get(file) ?? '').slice(0, word.offset).split('\n');
  return `${file}:${before.length}:${(before.at(-1) ?? '').length + 1} ${codes[kind]} hint: did you mean “${word.text}”?`;
}

/** Problems that should be told and are not, and those that should not be told and are, after one slip in each file, all at once. */
function differences(kind: Kind, slips: ReadonlyMap<string, Word>): { readonly missing: readonly string[]; readonly extra: readonly string[] } {
  const edited = new Map([...coreFiles].map(([file, text]) => {
    const slip = slips.get(file);
    return [file, slip ? `${text.slice(0, slip.offset)}${misspelt(kind, slip)}${text.slice(slip.offset + slip.text.length)}` : text];
  }));
  const told = problemsOf(edited).map(({ at, code, hint }) => `${at?.file}:${at?.line}:${at?.column} ${code} hint: ${hint}`);
  const wanted = [...slips].map(([file, word]) => expected(kind, file, word));
  return { missing: wanted.filter(each => !told.includes(each)), extra: told.filter(each => !wanted.includes(each)) };
}

test('the core pack is without fault before any slip', () => {
  expect(problemsOf(coreFiles)).toEqual([]);
});

describe('a misspelt key is told in every file at its line and column, with the right key, and nothing else is', () => {
  const rounds = Math.max(...files.map(file => keysOf(coreFiles.get(file) ?? '').length));

  test.each(Array.from({ length: rounds }, (_, round) => [round + 1]))('key %i of each file', round => {
    const slips = new Map(files.flatMap(file => keysOf(coreFiles.get(file) ?? '').slice(round - 1, round).map(word => [file, word] as const)));
    expect(slips.size).toBeGreaterThan(0);
    expect(differences('key', slips)).toEqual({ missing: [], extra: [] });
  });
});

describe.each([
  ['question in a condition', 'question', files],
  ['option in a condition', 'option', files],
  ['source', 'source', files],
  ['claim', 'claim', files.filter(file => /^ *claims: \[[A-Z]/m.test(coreFiles.get(file) ?? ''))],
] as const)('a misspelt %s', (_what, kind, among) => {
  test('is told in every file at its line and column, with the right word, and nothing else is', () => {
    const slips = new Map(among.flatMap(file => wordsOf[kind](coreFiles.get(file) ?? '').map(word => [file, word] as const)));
    expect(among.filter(file => causes.includes(file) && !slips.has(file))).toEqual([]);
    expect(differences(kind, slips)).toEqual({ missing: [], extra: [] });
  });
});
