import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../src/api/diagnose.ts';
import { toWorksheet } from '../../src/report/toWorksheet.ts';
import { worksheetKinds } from '../../src/report/worksheets/worksheetKinds.ts';
import { afterview, scratch } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

function write(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content, null, 2));
  return file;
}

const answers = { outcome: 'waiting', 'stories-told': 0, prepared: ['wrote-questions'], 'questions-asked': 0 } as const;
const file = write('answers.json', { asOf: '2026-11-22', interview: { date: '2026-11-20' }, answers });
const diagnosis = diagnose({ ...answers, 'interview-date': '2026-11-20' }, { asOf: '2026-11-22' });

describe('afterview worksheet', () => {
  test.each(worksheetKinds)('prints “%s” of the library as Markdown, and nothing else', async kind => {
    expect(await afterview(['worksheet', kind, file])).toEqual({ code: 0, stdout: toWorksheet(kind, diagnosis), stderr: '' });
  });

  test('writes a page to a file', async () => {
    const out = join(folder, 'stories.html');
    expect(await afterview(['worksheet', 'stories', file, '--format', 'html', '--out', out])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(out, 'utf8')).toBe(toWorksheet('stories', diagnosis, { format: 'html' }));
  });

  test('reads standard input, and does so unless a file is named', async () => {
    const input = readFileSync(file, 'utf8');
    const expected = { code: 0, stdout: toWorksheet('note', diagnosis), stderr: '' };
    expect(await afterview(['worksheet', 'note', '-'], { input })).toEqual(expected);
    expect(await afterview(['worksheet', 'note'], { input })).toEqual(expected);
  });

  test('counts days up to the day of the option, and writes American English', async () => {
    const later = diagnose({ ...answers, 'interview-date': '2026-11-20' }, { asOf: '2026-11-24' });
    expect((await afterview(['worksheet', 'note', file, '--as-of', '2026-11-24'])).stdout).toBe(toWorksheet('note', later));
    expect((await afterview(['worksheet', 'stories', file, '--english', 'us'])).stdout).toBe(toWorksheet('stories', diagnosis, { english: 'us' }));
  });

  test('takes the rules of a folder', async () => {
    const own = write('audition.json', { answers: { outcome: 'rejected', 'pulse-check': 'several' } });
    const { code, stdout } = await afterview(['worksheet', 'references', own, '--pack', 'examples/own-pack']);
    expect(code).toBe(0);
    expect(stdout).toContain('Your answers point to this: the pulse did not hold in the excerpts.');
  });

  test('without a kind, with another kind or another format it is wrong usage', async () => {
    for (const args of [[], ['storys', file], ['note', file, '--format', 'pdf']]) {
      const { code, stdout, stderr } = await afterview(['worksheet', ...args]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^error: /);
    }
    expect((await afterview(['worksheet', 'storys', file])).stderr).toContain('stories, questions, research, references, note');
  });

  test('a slip in the answers is a problem at its place', async () => {
    const slip = write('slip.json', { answers: { outcome: 'rejcted' } });
    expect(await afterview(['worksheet', 'note', slip])).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/slip\.json:3:16 unknown-option: /) as string });
  });

  test('never writes over the answers', async () => {
    expect(await afterview(['worksheet', 'note', file, '--out', file])).toMatchObject({ code: 2, stdout: '' });
    const there = join(folder, 'there');
    mkdirSync(there);
    expect(await afterview(['worksheet', 'note', file, '--out', there])).toMatchObject({ code: 1, stdout: '' });
  });

  test('has help with examples', async () => {
    const { code, stdout } = await afterview(['worksheet', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('$ npx afterview worksheet stories answers.json');
  });
});
