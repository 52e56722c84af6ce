import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, scratch, shell } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

const file = join(folder, 'answers.json');
writeFileSync(file, '{ "answers": { "outcome": "rejected", "arrival": "late", "thank-you": "none" } }');

interface Shown {
  readonly code: number | null;
  readonly text: string;
  readonly lines: readonly string[];
}

/** What a terminal of that many columns shows; both streams come together there. */
async function inTerminal(args: string, columns: number, env: Readonly<Record<string, string>> = {}): Promise<Shown> {
  const { code, stdout } = await shell(`script -qec "stty cols ${columns}; '${process.execPath}' '${cli}' ${args}" /dev/null </dev/null`, { env });
  const text = stdout.replaceAll('\r\n', '\n');
  return { code, text, lines: text.replaceAll(/\u001b\[\d+m/g, '').split('\n') };
}

describe('in a terminal', () => {
  test('there is colour, and every colour is switched off again', async () => {
    const { code, text } = await inTerminal(`diagnose '${file}'`, 80);
    expect(code).toBe(0);
    expect(text).toContain('\u001b[1mWhat your answers point to\u001b[0m');
    expect(text).toMatch(/\u001b\[36m[█▓░]+\u001b\[0m/);
    expect(text.match(/\u001b\[[1-9]\d?m/g)?.length).toBe(text.match(/\u001b\[0m/g)?.length);
  });

  test('there is none with NO_COLOR', async () => {
    const { code, text } = await inTerminal(`diagnose '${file}'`, 80, { NO_COLOR: '1' });
    expect(code).toBe(0);
    expect(text).toContain('\nWhat your answers point to\n');
    expect(text).not.toContain('\u001b');
  });

  test('there is colour with an empty NO_COLOR, as its rule has it', async () => {
    expect((await inTerminal(`diagnose '${file}'`, 80, { NO_COLOR: '' })).text).toContain('\u001b[1m');
  });

  test.each([['json'], ['md'], ['html']])('there is none in %s', async format => {
    expect((await inTerminal(`diagnose '${file}' --format ${format}`, 80)).text).not.toContain('\u001b');
  });

  test.each([[40], [60], [80], [100]])('lines are wrapped to %i columns', async columns => {
    const { lines } = await inTerminal(`diagnose '${file}'`, columns);
    const longest = Math.max(...lines.map(line => line.length));
    expect(longest).toBeLessThanOrEqual(columns);
    expect(longest).toBeGreaterThan(columns - 12);
  });

  test('lines stay readable in a very wide one', async () => {
    const { lines } = await inTerminal(`diagnose '${file}'`, 300);
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(100);
  });

  test('a report for a file has no colour and eighty columns', async () => {
    const { code, text } = await inTerminal(`diagnose '${file}' --out '${join(folder, 'report.txt')}'`, 50);
    expect({ code, text }).toEqual({ code: 0, text: '' });
    const { stdout } = await shell(`cat '${join(folder, 'report.txt')}'`);
    expect(stdout).not.toContain('\u001b');
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeGreaterThan(68);
  });

  test.each([['diagnose -'], ['diagnose']])('“%s” does not wait for somebody to type JSON', async args => {
    const { code, lines } = await inTerminal(args, 80);
    expect(code).toBe(2);
    expect(lines.slice(0, 2)).toEqual([
      'standard input:1:1 unreadable: there is no file, and nothing is piped in',
      '  hint: name an answers file: afterview diagnose answers.json',
    ]);
  });
});
