import { describe, expect, test } from 'vitest';
import { SourceText } from '../../src/base/sourceText.ts';
import { formatProblem } from '../../src/base/problem.ts';

/** The source line and the caret below it, without the gutter. */
function shown(text: string, from: string): readonly string[] {
  const problem = new SourceText('a.yaml', text).problem('yaml-syntax', 'this is odd', '', text.indexOf(from), from.length);
  return formatProblem(problem).split('\n').slice(1).map(line => line.slice('  1 | '.length));
}

describe('the caret stands below what it is about', () => {
  test.each([
    ['after wide letters', 'title: 面接に遅れた, arival: late', 'arival', '                     ^^^^^^'],
    ['below wide letters', 'title: 面接', '面接', '       ^^^^'],
    ['after an emoji', 'title: 🙂 arival', 'arival', '          ^^^^^^'],
    ['after an accent of its own', 'title: cafe\u0301 arival', 'arival', '            ^^^^^^'],
    ['after plain letters', 'title: Größe arival', 'arival', '             ^^^^^^'],
  ])('%s', (_where, text, from, caret) => {
    expect(shown(text, from)).toEqual([text, caret]);
  });

  test('in a line that is too long, of which the part around it is shown', () => {
    const [source, caret] = shown(`why: ${'word '.repeat(100)}arival ${'more '.repeat(100)}`, 'arival');
    expect(source).toHaveLength(162);
    expect(source?.startsWith('…') && source.endsWith('…')).toBe(true);
    expect(source?.slice(caret?.indexOf('^'), (caret?.lastIndexOf('^') ?? 0) + 1)).toBe('arival');
  });

  test('in a line that is too long, from its start where that holds it', () => {
    expect(shown(`why: arival ${'more '.repeat(100)}`, 'arival')).toEqual([`why: arival ${'more '.repeat(100)}`.slice(0, 160).concat('…'), '     ^^^^^^']);
  });
});
