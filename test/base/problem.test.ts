import { describe, expect, test } from 'vitest';
import { SourceText } from '../../src/base/sourceText.ts';
import { AnswersError, PackError } from '../../src/base/errors.ts';
import { formatProblem, formatProblems, type Problem, sortProblems } from '../../src/base/problem.ts';

const misspelt: Problem = {
  code: 'unknown-question', message: 'no question is called “arival”', hint: 'did you mean “arrival”?', path: ['signs', 0, 'when', 'arival'],
  at: { file: 'rules/interview/late.yaml', line: 16, column: 7, source: '      arival: late', width: 6 },
};

describe('a problem is printed', () => {
  test('with its place first, so that an editor can jump to it, the line, a caret and a hint', () => {
    expect(formatProblem(misspelt)).toBe([
      'rules/interview/late.yaml:16:7 unknown-question: no question is called “arival”',
      '  16 |       arival: late',
      '     |       ^^^^^^',
      '  hint: did you mean “arrival”?',
    ].join('\n'));
  });

  test('with the path when it came from no file', () => {
    expect(formatProblem({ code: 'wrong-kind', message: 'it takes a number', hint: 'write 3', path: ['answers', 'nerves', 1] })).toBe('answers.nerves.1 wrong-kind: it takes a number\n  hint: write 3');
  });

  test('without place and hint when there are none', () => {
    expect(formatProblem({ code: 'not-an-object', message: 'answers must be an object', hint: '', path: [] })).toBe('not-an-object: answers must be an object');
  });

  test('without the line when it is empty or unknown', () => {
    for (const at of [{ file: 'a.yaml', line: 1, column: 1, source: '' }, { file: 'a.yaml', line: 1, column: 1 }]) {
      expect(formatProblem({ code: 'empty-file', message: 'there is nothing in this file', hint: 'write the rule', at })).toBe('a.yaml:1:1 empty-file: there is nothing in this file\n  hint: write the rule');
    }
  });

  test('with the gutter as wide as the number of the line', () => {
    expect(formatProblem({ ...misspelt, at: { file: 'a.yaml', line: 1234, column: 2, source: 'ab', width: 1 } }).split('\n').slice(1, 3)).toEqual(['  1234 | ab', '       |  ^']);
  });

  test('with the caret behind a line that is cut', () => {
    expect(formatProblem({ ...misspelt, at: { file: 'a.yaml', line: 1, column: 500, source: 'abc…' } }).split('\n')[2]).toBe('    |     ^');
  });

  test('with nothing that steers a terminal, and no name at any length', () => {
    const said = formatProblem({ code: 'wrong-kind', message: 'a\u001b[2Jb\u202ec\nd', hint: '\u0007e', path: ['\u001b[31mevil\n\u0007', 0, 'x'.repeat(200_000)] });
    expect(said).toBe(`·[31mevil··.0.${'x'.repeat(60)}… wrong-kind: a·[2Jb·c\nd\n  hint: ·e`);
    expect(formatProblem({ ...misspelt, at: { file: 'a\u001b]0;b.yaml', line: 1, column: 1 } })).toMatch(/^a·\]0;b\.yaml:1:1 unknown-question/);
  });

  test('up to fifty times, and then counted', () => {
    const lines = formatProblems(Array.from({ length: 53 }, () => ({ code: 'wrong-shape', message: 'odd', hint: '' }))).split('\n');
    expect(lines).toHaveLength(51);
    expect(lines.at(-1)).toBe('and 3 more');
    expect(formatProblems([{ code: 'wrong-shape', message: 'odd', hint: '' }])).toBe('wrong-shape: odd');
    expect(formatProblems([])).toBe('');
  });
});

describe('a place in a text', () => {
  const placeOf = (text: string, offset: number, length = 1) => new SourceText('a.yaml', text).position({ offset, length });

  test('counts lines and columns from one', () => {
    expect(placeOf('ab\ncd', 0)).toEqual({ file: 'a.yaml', line: 1, column: 1, source: 'ab', width: 1 });
    expect(placeOf('ab\ncd', 4)).toEqual({ file: 'a.yaml', line: 2, column: 2, source: 'cd', width: 1 });
    expect(placeOf('ab\ncd', 2)).toMatchObject({ line: 1, column: 3 });
  });

  test('is the same with Windows line ends', () => {
    expect(placeOf('ab\r\ncd\r\n', 5, 3)).toEqual({ file: 'a.yaml', line: 2, column: 2, source: 'cd', width: 1 });
  });

  test('is the last one for anything behind the end, and the first for anything before the start', () => {
    expect(placeOf('ab\ncd', 99)).toMatchObject({ line: 2, column: 3 });
    expect(placeOf('ab\ncd', -1)).toMatchObject({ line: 1, column: 1 });
    expect(placeOf('', 0)).toEqual({ file: 'a.yaml', line: 1, column: 1, source: '', width: 1 });
  });

  test('underlines no further than its line', () => {
    expect(placeOf('abc\nde\nfg', 1, 7)).toMatchObject({ source: 'abc', width: 2 });
  });

  test('shows a tab as a space and what is hidden as dots, so that the caret stays in place', () => {
    expect(placeOf('\ta\u001b[31m\u202eb\ud800c\u{e0041}d', 12)).toMatchObject({ column: 13, source: ' a·[31m·b·c··d' });
  });

  test('shows 160 characters of a long line', () => {
    const at = placeOf('x'.repeat(300), 150, 100);
    expect(at.source).toBe(`${'x'.repeat(160)}…`);
    expect(at.width).toBe(10);
    expect(placeOf(`${'x'.repeat(160)}\r\n`, 0).source).toBe('x'.repeat(160));
  });
});

test('problems are ordered by file, line, column, path, code and message', () => {
  const at = (file: string, line: number, column: number): Problem => ({ code: 'wrong-shape', message: 'a', hint: '', at: { file, line, column } });
  const ordered: readonly Problem[] = [
    { code: 'wrong-shape', message: 'without place', hint: '' }, { code: 'wrong-shape', message: 'a', hint: '', path: ['a'] }, { code: 'wrong-shape', message: 'a', hint: '', path: ['b'] },
    at('Z', 1, 1), at('a', 2, 9), at('a', 10, 1), at('a', 10, 2), { ...at('b', 1, 1), code: 'cut-text' }, at('b', 1, 1), { ...at('b', 1, 1), message: 'b' },
  ];
  expect(sortProblems([...ordered].reverse())).toEqual(ordered);
  const rest: Problem = { code: 'too-many', message: 'and 3 more', hint: '', path: [] };
  expect(sortProblems([rest, ...ordered]).at(-1)).toBe(rest);
  const frozen = Object.freeze([...ordered].reverse());
  expect(() => sortProblems(frozen)).not.toThrow();
});

test.each([[PackError, 'PackError'], [AnswersError, 'AnswersError']])('%o holds all problems, and its message is what is printed', (Thrown, name) => {
  const error = new Thrown([misspelt, misspelt]);
  expect(error).toBeInstanceOf(Error);
  expect([error.name, error.problems, error.message]).toEqual([name, [misspelt, misspelt], formatProblems([misspelt, misspelt])]);
});
