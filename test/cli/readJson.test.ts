import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonFile, readJson } from '../../src/cli/readJson.ts';
import { Refusal } from '../../src/cli/refusal.ts';
import { formatProblem, type Problem } from '../../src/base/problem.ts';

/** What is wrong with a text, and nothing when it is JSON. */
function refused(text: string): readonly Problem[] {
  return read(text) instanceof Refusal ? (read(text) as Refusal).problems : [];
}

function read(text: string): JsonFile | Refusal {
  try {
    return readJson('a.json', text);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function told(text: string): readonly string[] {
  return refused(text).map(({ at, code, message, hint }) => `${at?.line}:${at?.column} ${code}: ${message}; ${hint}`);
}

describe('a text that is not JSON is refused at its line and column, with a hint', () => {
  const nothing = '1:1 empty-file: there is nothing in this file; write { "answers": { "outcome": "rejected" } }';
  const isNot = (hint: string): string => `json-syntax: this is not JSON; ${hint}`;
  test.each([
    ['nothing', '', nothing],
    ['blank lines', ' \n\t\n', nothing],
    ['a lone byte-order mark', '\ufeff', nothing],
    ['a trailing comma in an object', '{\n  "answers": {},\n}', `3:1 ${isNot('a key stands in double quotes; after the last entry there is no comma')}`],
    ['a trailing comma in a list', '{ "prepared": ["read-site",] }', `1:28 ${isNot('a value is missing, or there is a comma too many')}`],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', `3:3 ${isNot('put a comma between two entries')}`],
    ['a missing colon', '{ "a" 1 }', `1:7 ${isNot('put a colon between the key and its value')}`],
    ['a missing value', '{ "a": }', `1:8 ${isNot('a value is missing, or there is a comma too many')}`],
    ['a missing brace', '{ "a": { "b": 1 }', `1:18 ${isNot('close the brace: }')}`],
    ['a missing bracket', '[1, 2', `1:6 ${isNot('close the bracket: ]')}`],
    ['a line comment', '{\n  // so it went\n  "a": 1\n}', `2:3 ${isNot('JSON has no comments: take it out')}`],
    ['a block comment', '{ "a": /* late */ 1 }', `1:8 ${isNot('JSON has no comments: take it out')}`],
    ['single quotes', "{ 'a': 1 }", `1:3 ${isNot('words stand in double quotes')}`],
    ['a word without quotes', '{ "a": late }', `1:8 ${isNot('words stand in double quotes')}`],
    ['a key without quotes', '{ a: 1 }', `1:3 ${isNot('words stand in double quotes')}`],
    ['an open quote', '{ "a": "late\n}', `1:8 ${isNot('close the quote on the same line')}`],
    ['NaN', '{ "a": NaN }', `1:8 ${isNot('words stand in double quotes')}`],
    ['Infinity with a sign', '{ "a": -Infinity }', `1:8 ${isNot('words stand in double quotes')}`],
    ['a hexadecimal number', '{ "a": 0x1 }', `1:9 ${isNot('words stand in double quotes')}`],
    ['a number with a leading nought', '{ "a": 01 }', `1:9 ${isNot('put a comma between two entries')}`],
    ['a number that ends in a point', '{ "a": 1. }', `1:8 ${isNot('look at quotes, commas and brackets here')}`],
    ['two values', '{}\n{}', `2:1 ${isNot('the file ends after its one value: take the rest out')}`],
    ['a brace too many', '{ "a": 1 } }', `1:12 ${isNot('the file ends after its one value: take the rest out')}`],
    ['a control character in a text', '{ "a": "\u0007" }', `1:8 ${isNot('look at quotes, commas and brackets here')}`],
    ['an unknown escape', '{ "a": "\\q" }', `1:8 ${isNot('look at quotes, commas and brackets here')}`],
    ['a byte-order mark in the middle', '{ \ufeff"a": 1 }', `1:3 ${isNot('words stand in double quotes')}`],
  ])('%s', (_slip, text, first) => {
    expect(told(text)[0]).toBe(first);
  });

  test.each([
    ['a trailing comma', '{ "a": 1, }'],
    ['a trailing comma in a list', '{ "p": ["x",] }'],
    ['a leading nought', '{ "a": 01 }'],
    ['a text that breaks off', '{ "answers": { "a": '],
    ['a text that breaks off behind a key', '{ "answers": { "a"\n\n'],
    ['one word in single quotes', `{ "a": 'b' }`],
    ['a missing colon', '{ "a" 1 }'],
    ['a semicolon for a comma', '{\n "a": 1;\n "b": 2\n}'],
    ['an open quote', '{\n "a": "x,\n "b": 2\n}'],
  ])('%s is one problem', (_slip, text) => {
    expect(told(text)).toHaveLength(1);
  });

  test('two slips on two lines are two problems', () => {
    expect(told('{\n "a": 1\n "b": late\n}').map(each => each.split(' ')[0])).toEqual(['3:2', '3:7']);
    expect(told('{\n "a": 1\n "b": 2\n "c": 3\n}')).toHaveLength(2);
  });

  test('with the line and a caret below', () => {
    expect(refused('{\n  "arrival": late\n}').map(formatProblem)[0]).toBe([
      'a.json:2:14 json-syntax: this is not JSON',
      '  2 |   "arrival": late',
      '    |              ^^^^',
      '  hint: words stand in double quotes',
    ].join('\n'));
  });

  test('lines are counted alike with CRLF, and a byte-order mark takes no column', () => {
    expect(told('\ufeff{\r\n  "a": 1,\r\n}')[0]).toMatch(/^3:1 /);
    expect(told('\ufefflate')[0]).toMatch(/^1:1 /);
  });
});

describe('JSON that would lose something is refused', () => {
  test.each([
    ['a key twice', '{ "a": 1,\n  "a": 2 }', '2:3 duplicate-key: “a” stands here a second time; keep one of them'],
    ['a key twice, once escaped', '{ "a": 1, "\\u0061": 1 }', '1:11 duplicate-key: “a” stands here a second time; keep one of them'],
    ['a key twice inside', '{ "answers": { "x": 1, "x": 1 } }', '1:24 duplicate-key: “x” stands here a second time; keep one of them'],
    ['“__proto__” twice', '{ "__proto__": 1, "__proto__": 1 }', '1:19 duplicate-key: “__proto__” stands here a second time; keep one of them'],
    ['a number that becomes infinite', '{ "a": 1e400 }', '1:8 out-of-range: this number cannot be used; write an ordinary number'],
    ['a whole number that becomes another', '[9007199254740993]', '1:2 out-of-range: this number cannot be used; write an ordinary number'],
    ['101 levels of lists', '['.repeat(101) + ']'.repeat(101), '1:101 too-deep: this is nested more than 100 levels deep; an answers file has three levels'],
    ['a hundred thousand levels, never closed', '{"a":'.repeat(100_000), '1:501 too-deep: this is nested more than 100 levels deep; an answers file has three levels'],
    ['levels behind brackets in a text', `{ "a": "${']'.repeat(2000)}", "b": ${'['.repeat(9000)}`, '1:2116 too-deep: this is nested more than 100 levels deep; an answers file has three levels'],
    ['levels behind brackets in a comment', `// ${']'.repeat(2000)}\n${'['.repeat(9000)}`, '2:101 too-deep: this is nested more than 100 levels deep; an answers file has three levels'],
  ])('%s', (_slip, text, first) => {
    expect(told(text)).toEqual([first]);
  });

  test.each([
    ['a hundred levels', '['.repeat(100) + ']'.repeat(100)],
    ['brackets in a text', JSON.stringify({ a: '['.repeat(500) })],
    ['the same key in two objects', '[{ "a": 1 }, { "a": 1 }]'],
    ['the largest whole number', '[9007199254740991, -9007199254740991]'],
  ])('but not %s', (_what, text) => {
    expect(told(text)).toEqual([]);
  });

  test.each([
    ['numbers', `[${new Array(50_000).fill('1e400').join(',')}]`],
    ['keys', `{${new Array(50_000).fill('"a":1').join(',')}}`],
    ['words', new Array(50_000).fill('late').join(' ')],
  ])('of fifty thousand wrong %s on one line the first fifty are told, and quickly', (_what, text) => {
    const start = performance.now();
    expect(refused(text)).toHaveLength(50);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('for every text', () => {
  const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '\\', '\n', ' ', '1', '-', '01', '1.', 'null', '//x\n', '/*', '*/', "'", '\u00a0', '\u2028', '"\\u12"', '-0', '1E5');
  const scraps = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''));
  const slips = fc.tuple(fc.json(), fc.nat(), fc.nat(3), piece).map(([json, at, cut, put]) => {
    const start = at % (json.length + 1);
    return json.slice(0, start) + put + json.slice(start + cut);
  });

  test('what is read is what JSON.parse reads, and what it refuses is refused', () => {
    const lossy = new Set(['duplicate-key', 'out-of-range', 'too-deep']);
    fc.assert(fc.property(fc.oneof(fc.json(), scraps, slips), text => {
      const file = read(text);
      if (file instanceof Refusal) expect(isJson(text) && !file.problems.some(({ code }) => lossy.has(code))).toBe(false);
      else expect(file.value).toEqual(JSON.parse(text));
    }), { numRuns: 3000, seed: 31 });
  });

  function isJson(text: string): boolean {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  }
});

describe('a problem is led back to its place in the text', () => {
  const file = read('{\n  "answers": {\n    "arival": "late",\n    "prepared": ["x"]\n  }\n}') as JsonFile;
  const problem = (code: Problem['code'], path: Problem['path']): Problem => ({ code, message: 'm', hint: 'h', ...(path ? { path } : {}) });

  test.each<[string, Problem, within: readonly string[], line: number, column: number, width: number]>([
    ['the value', problem('unknown-option', ['arival']), ['answers'], 3, 15, 6],
    ['the key, where the key is wrong', problem('unknown-question', ['arival']), ['answers'], 3, 5, 8],
    ['an item of a list', problem('unknown-option', ['prepared', 0]), ['answers'], 4, 18, 3],
    ['the nearest thing outside', problem('wrong-kind', ['stage']), ['answers'], 2, 14, 1],
    ['the whole, without a path', problem('missing-key', undefined), [], 1, 1, 1],
  ])('%s', (_what, one, within, line, column, width) => {
    expect(file.locate(one, within)).toMatchObject({ path: [...within, ...(one.path ?? [])], at: { file: 'a.json', line, column, width } });
  });

  test('and it can be asked whether a path leads to something', () => {
    expect([['answers', 'arival'], ['answers', 'arrival'], []].map(path => file.has(path))).toEqual([true, false, true]);
  });
});
