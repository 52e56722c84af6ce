import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const readme = readFileSync('README.md', 'utf8');

function blocks(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(match => match[1] ?? '');
}

describe('the README', () => {
  test('shows what the command really prints, where it is not cut', () => {
    const printed = execFileSync('node', ['dist/cli.js', 'diagnose', 'examples/answers/weak-research.json'], { encoding: 'utf8' });
    const [shown] = blocks('text');
    const parts = (shown ?? '').split('…\n');
    expect(parts.length).toBeGreaterThan(1);
    let from = 0;
    for (const part of parts) {
      const at = printed.indexOf(part.trimEnd(), from);
      expect({ part, found: at >= 0 }).toEqual({ part, found: true });
      from = at + part.length;
    }
  });

  test('shows a part of the questionnaire that is printed from', () => {
    const file = JSON.parse(readFileSync('examples/answers/weak-research.json', 'utf8')) as { answers: object; interview: object };
    const shown = JSON.parse(blocks('json')[0] ?? '{}') as { answers: object; interview: object };
    expect(file.answers).toMatchObject(shown.answers);
    expect(file.interview).toEqual(shown.interview);
  });

  test('shows the scores that `npm run score` prints', () => {
    const printed = execFileSync('npx', ['tsx', 'test/score/score.ts'], { encoding: 'utf8' });
    const shown = blocks('text').at(-1) ?? '';
    expect(shown.length).toBeGreaterThan(200);
    expect(printed).toContain(shown.trimEnd());
  });
});
