import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { atTerminal, keys } from './cli/pseudoTerminal.ts';

const readme = readFileSync('README.md', 'utf8');

function blocks(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(match => match[1] ?? '');
}

describe('the README', () => {
  test.each([
    ['of the first example', 0, ['weak-research']],
    ['of the plan', 1, ['overqualified', '--for', 'coach']],
    ['of what would be otherwise', 2, ['late', '--what-if', 'arrival=on-time']],
  ])('shows what the command really prints %s, where it is not cut', (_what, block, [name, ...options]) => {
    const printed = execFileSync('node', ['dist/cli.js', 'diagnose', `examples/answers/${name}.json`, ...options], { encoding: 'utf8' });
    let from = 0;
    for (const part of (blocks('text')[block] ?? '?').split('…\n')) {
      const at = printed.indexOf(part.trimEnd(), from);
      expect({ part, found: at >= 0 }).toEqual({ part, found: true });
      from = at + part.length;
    }
  });

  test('shows the questions as a terminal does', async () => {
    const terminal = atTerminal(['ask']);
    await terminal.shows('How did it end?');
    terminal.press(keys.down, keys.enter);
    await terminal.shows('more questions');
    terminal.press(keys.up, keys.enter);
    await terminal.shows('What would you like to do?');
    terminal.press(keys.up, keys.up, keys.up, keys.enter);
    await terminal.shows('It would tell');
    terminal.press(keys.interrupt);
    await terminal.shows('Stop here?');
    terminal.press(keys.interrupt);
    const { text } = await terminal.ended();
    for (const part of (blocks('text')[3] ?? '?').split('…\n')) expect(text).toContain(part.trimEnd());
  });

  test('shows a part of the questionnaire that is printed from', () => {
    const file = JSON.parse(readFileSync('examples/answers/weak-research.json', 'utf8')) as { answers: object; interview: object };
    const shown = JSON.parse(blocks('json')[0] ?? '{}') as { answers: object; interview: object };
    expect(file.answers).toMatchObject(shown.answers);
    expect(file.interview).toEqual(shown.interview);
  });
});

test('shows pictures that are there, each with what it shows in words', () => {
  const pictures = [...readme.matchAll(/<img src="([^"]+)" alt="([^"]*)"/g)].map(([, file = '', alt = '']) => ({ file, alt }));
  expect(pictures.map(({ file }) => file)).toEqual(['questions', 'page', 'sheet'].map(name => `examples/pictures/${name}.png`));
  expect(pictures.filter(({ alt }) => alt.length < 30)).toEqual([]);
  for (const { file } of pictures) {
    const bytes = readFileSync(file);
    expect([bytes.subarray(1, 4).toString('latin1'), bytes.length < 250_000]).toEqual(['PNG', true]);
  }
});
