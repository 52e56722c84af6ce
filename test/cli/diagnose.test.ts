import { readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { diagnose, safeDiagnose } from '../../src/api/diagnose.ts';
import { coreNotes } from '../../src/core/coreNotes.ts';
import { toHtml } from '../../src/report/toHtml.ts';
import { toMarkdown } from '../../src/report/toMarkdown.ts';
import { toText } from '../../src/report/toText.ts';
import { afterview, scratch, shell } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

const answers = { outcome: 'rejected', attended: 'as-agreed', arrival: 'late', 'minutes-late': 20, 'thank-you': 'none' } as const;
const asOf = '2026-11-22';
const diagnosis = diagnose(answers, { asOf });
const file = join(folder, 'answers.json');
writeFileSync(file, JSON.stringify({ pack: 'core', asOf, answers }));

const renderings = [
  ['text', toText(diagnosis, { notes: coreNotes })],
  ['json', `${JSON.stringify(diagnosis, null, 2)}\n`],
  ['md', toMarkdown(diagnosis, { notes: coreNotes })],
  ['html', toHtml(diagnosis, { notes: coreNotes })],
] as const;

describe('an answers file becomes a report on standard output, and nothing else is said', () => {
  test.each(renderings)('as %s', async (format, text) => {
    expect(await afterview(['diagnose', file, '--format', format])).toEqual({ code: 0, stdout: text, stderr: '' });
  });

  test('as text, unless another format is asked for', async () => {
    expect(await afterview(['diagnose', file])).toEqual({ code: 0, stdout: toText(diagnosis, { notes: coreNotes }), stderr: '' });
  });

  test.each([[['diagnose', '-']], [['diagnose']]])('from standard input, with %j', async args => {
    expect(await afterview(args, { input: readFileSync(file) })).toEqual({ code: 0, stdout: toText(diagnosis, { notes: coreNotes }), stderr: '' });
  });

  test('from a pipe that is slow', async () => {
    expect(await shell(`(head -c 30 '${file}'; sleep 0.7; tail -c +31 '${file}') | afterview diagnose -`)).toEqual({ code: 0, stdout: toText(diagnosis, { notes: coreNotes }), stderr: '' });
  });

  test('from a file with a byte-order mark', async () => {
    expect(await afterview(['diagnose', '-'], { input: `\ufeff${readFileSync(file, 'utf8')}` })).toMatchObject({ code: 0, stderr: '' });
  });

  test('without colour in a pipe', async () => {
    expect((await afterview(['diagnose', file], { env: { TERM: 'xterm-256color', COLORTERM: 'truecolor' } })).stdout).not.toContain('\u001b');
  });

  test('the same bytes in another time zone, language and folder', async () => {
    const elsewhere = { cwd: folder, env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } };
    expect(await afterview(['diagnose', 'answers.json'], elsewhere)).toEqual({ code: 0, stdout: toText(diagnosis, { notes: coreNotes }), stderr: '' });
  });
});

describe('--out writes the report to a file, and nothing to standard output', () => {
  test.each(renderings)('as %s', async (format, text) => {
    const out = join(folder, `report.${format}`);
    expect(await afterview(['diagnose', file, '--format', format, '--out', out])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(out, 'utf8')).toBe(text);
  });

  test('in place of what was there, with the rights it had', async () => {
    const out = join(folder, 'private.txt');
    writeFileSync(out, 'old and longer than the report '.repeat(1000), { mode: 0o600 });
    expect(await afterview(['diagnose', file, '--out', out])).toMatchObject({ code: 0 });
    expect(readFileSync(out, 'utf8')).toBe(toText(diagnosis, { notes: coreNotes }));
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  test('where a link leads', async () => {
    const [target, link] = [join(folder, 'target.txt'), join(folder, 'link.txt')];
    writeFileSync(target, 'old');
    symlinkSync(target, link);
    expect(await afterview(['diagnose', file, '--out', link])).toMatchObject({ code: 0 });
    expect([readFileSync(target, 'utf8'), readdirSync(folder).includes('link.txt')]).toEqual([toText(diagnosis, { notes: coreNotes }), true]);
  });

  test('but never over the answers, by whatever name', async () => {
    const [own, link] = [join(folder, 'own.json'), join(folder, 'own-link.json')];
    writeFileSync(own, readFileSync(file));
    symlinkSync(own, link);
    for (const args of [['diagnose', own, '--out', own], ['diagnose', link, '--out', own], ['compare', file, own, '--out', link]]) {
      expect(await afterview(args)).toEqual({ code: 2, stdout: '', stderr: '--out unreadable: this would overwrite the answers\n  hint: name another file\n' });
    }
    expect(readFileSync(own)).toEqual(readFileSync(file));
  });

  test('- is standard output', async () => {
    expect(await afterview(['diagnose', file, '--out', '-'])).toEqual({ code: 0, stdout: toText(diagnosis, { notes: coreNotes }), stderr: '' });
  });

  test('nothing is left behind beside the report', () => {
    expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('what is wrong with answers', () => {
  test('in a list is shown at its own item', async () => {
    const input = '{ "answers": { "prepared": [\n  "read-site",\n  "read-newz"\n] } }';
    expect(await afterview(['diagnose', '-'], { input })).toMatchObject({ code: 1, stderr: expect.stringMatching(/^standard input:3:3 unknown-option: “read-newz” is no answer/) as string });
  });

  test('is listed up to fifty times over all interviews, and quickly', async () => {
    const interviews = Array.from({ length: 100 }, (_, index) => ({ answers: Object.fromEntries(Array.from({ length: 300 }, (_each, n) => [`k${index}-${n}`, 1])) }));
    const ran = await afterview(['diagnose', '-'], { input: JSON.stringify({ interviews }) });
    expect([ran.code, ran.stderr.split('\n').slice(-4)]).toEqual([1, ['and 29950 more', '', 'more than 50 problems', '']]);
  }, 30_000);
});

describe('--as-of', () => {
  const dated = join(folder, 'dated.json');
  writeFileSync(dated, JSON.stringify({ asOf: '2026-11-20', interview: { date: '2026-11-10' }, answers }));
  const at = (asOf: string): string => {
    const result = safeDiagnose({ ...answers, 'interview-date': '2026-11-10' }, { asOf });
    return result.ok ? JSON.stringify(result.value) : '';
  };
  const ran = async (...args: readonly string[]): Promise<string> => JSON.stringify(JSON.parse((await afterview(['diagnose', dated, '--format', 'json', ...args])).stdout));

  test('counts days up to that day, before the one in the file', async () => {
    expect(at('2026-11-20')).not.toBe(at('2026-11-12')); // or this would show nothing
    expect(await ran()).toBe(at('2026-11-20'));
    expect(await ran('--as-of', '2026-11-12')).toBe(at('2026-11-12'));
  });

  test('of a file with several interviews is told once, where it stands', async () => {
    const several = join(folder, 'several.json');
    writeFileSync(several, JSON.stringify({ asOf: '2026-02-30', interviews: [{ answers }, { answers }, { answers }] }));
    expect(await afterview(['diagnose', several])).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/several\.json:1:9 out-of-range: “2026-02-30” is no day\n.*\n.*\n.*\n\n1 problem\n$/) as string });
  });

  test('before the interview contradicts the day of the interview, where it stands', async () => {
    expect(await afterview(['diagnose', dated, '--as-of', '2026-11-09'])).toMatchObject({
      code: 1, stdout: '', stderr: expect.stringMatching(/dated\.json:1:\d+ contradiction: 2026-11-10 for “interview-date” is 1 day after the day of asking, 2026-11-09\n/) as string,
    });
  });
});
