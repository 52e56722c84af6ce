import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compareCommand } from '../../src/cli/compareCommand.ts';
import { Refusal } from '../../src/cli/refusal.ts';
import { compare } from '../../src/api/compare.ts';
import { diagnose, diagnoseHistory } from '../../src/api/diagnose.ts';
import { comparisonToMarkdown, comparisonToText } from '../../src/report/comparisonText.ts';
import type { Comparison } from '../../src/diagnosis/comparison.ts';
import { tinyPack } from '../tinyPack.ts';
import { afterview, scratch, writeTinyPack } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

const late = { outcome: 'rejected', arrival: 'late', 'minutes-late': 20, 'warned-ahead': 'no', 'spoke-of-employer': 'neutral' } as const;
const onTime = { outcome: 'rejected', arrival: 'on-time', 'spoke-of-employer': 'neutral', 'company-question': 'could-not' } as const;
const asOf = '2026-11-22';
const comparison = compare(diagnose(late, { asOf }), diagnose(onTime, { asOf }));

function fileOf(name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

const before = fileOf('before.json', { asOf, answers: late });
const after = fileOf('after.json', { asOf, answers: onTime });
const tiny = join(folder, 'tiny');
writeTinyPack(tiny);

const renderings = [
  ['text', comparisonToText(comparison)], ['json', `${JSON.stringify(comparison, null, 2)}\n`], ['md', comparisonToMarkdown(comparison)],
] as const;

describe('two answers files become a comparison on standard output, and nothing else is said', () => {
  test.each(renderings)('as %s', async (format, text) => {
    expect(await afterview(['compare', before, after, '--format', format])).toEqual({ code: 0, stdout: text, stderr: '' });
  });

  test('as text, unless another format is asked for', async () => {
    expect(await afterview(['compare', before, after])).toEqual({ code: 0, stdout: comparisonToText(comparison), stderr: '' });
  });

  test.each([['the earlier', ['-', after], late], ['the later', [before, '-'], onTime]] as const)('with %s from standard input', async (_which, files, answers) => {
    expect(await afterview(['compare', ...files], { input: JSON.stringify({ asOf, answers }) })).toEqual({ code: 0, stdout: comparisonToText(comparison), stderr: '' });
  });

  test('for the two interviews of the examples, whose plan was carried out', async () => {
    const { code, stdout } = await afterview(['compare', 'examples/answers/compare-before.json', 'examples/answers/compare-after.json', '--format', 'json'], { cwd: resolve('.') });
    const { fixes, samePack, before: { outcome } } = JSON.parse(stdout) as Comparison;
    expect({ code, samePack, outcome, fates: fixes.map(({ fix, status }) => `${fix.id} ${status}`) }).toEqual({
      code: 0, samePack: true, outcome: 'rejected', fates: ['fifteen-minutes-early done', 'three-facts-and-a-question done', 'five-questions-on-paper again'],
    });
  });
});

describe('what is wrong with a file is told with its place, and exits 1', () => {
  const wrong = fileOf('wrong.json', '{ "answers": {\n  "arival": "late" } }');
  const misspelt = (file: string): string => `${file}:2:3 unknown-question: no question is called “arival”\n  2 |   "arival": "late" } }\n    |   ^^^^^^^^\n  hint: did you mean “arrival”?\n`;

  test.each([['the earlier', [wrong, after]], ['the later', [before, wrong]]] as const)('of %s interview', async (_which, files) => {
    expect(await afterview(['compare', ...files])).toEqual({ code: 1, stdout: '', stderr: `${misspelt(wrong)}\n1 problem\n` });
  });

  test('of both, the one after the other', async () => {
    const alsoWrong = fileOf('also-wrong.json', '{ "answers": {\n  "arival": "late" } }');
    expect(await afterview(['compare', wrong, alsoWrong])).toEqual({ code: 1, stdout: '', stderr: `${misspelt(wrong)}${misspelt(alsoWrong)}\n2 problems\n` });
  });

  test('a file that is not there', async () => {
    const none = join(folder, 'none.json');
    expect(await afterview(['compare', before, none])).toEqual({
      code: 1, stdout: '', stderr: `${none}:1:1 unreadable: there is no such file\n  hint: check the path and whether you may read it\n\n1 problem\n`,
    });
  });

  test('a pack with a slip', async () => {
    const broken = join(folder, 'broken');
    writeTinyPack(broken, { file: 'causes/late.yaml', from: 'control: you', to: 'contrl: you' });
    const ran = await afterview(['compare', before, after, '--pack', broken]);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('late.yaml:3:1 unknown-key: ');
    expect(ran.stderr.endsWith('\n\n1 problem\n')).toBe(true); // though both files need that pack
  });

  test('nothing is written then', async () => {
    const out = join(folder, 'never.txt');
    expect(await afterview(['compare', before, wrong, '--out', out])).toMatchObject({ code: 1 });
    expect(() => readFileSync(out)).toThrow('ENOENT');
  });
});

describe('wrong usage is told with the usage, and exits 2', () => {
  test.each([
    ['one file', ['compare', before], "error: missing required argument 'after'", 'Usage: afterview compare [options] <before> <after>'],
    ['no file', ['compare'], "error: missing required argument 'before'", 'Usage: afterview compare'],
    ['three files', ['compare', before, after, after], "error: too many arguments for 'compare'. Expected 2 arguments but got 3", 'Usage: afterview compare'],
    ['a format that another command has', ['compare', before, after, '--format', 'html'], "error: option '--format <format>' argument 'html' is invalid. Allowed choices are text, json, md.", 'Usage: afterview compare'],
    ['an unknown flag', ['compare', before, after, '--fast'], "error: unknown option '--fast'", 'Usage: afterview compare'],
  ])('%s', async (_slip, args, error, usage) => {
    const ran = await afterview(args);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
    expect(ran.stderr.startsWith(error)).toBe(true);
    expect(ran.stderr).toContain(usage);
  });

  test('both from standard input', async () => {
    expect(await afterview(['compare', '-', '-'], { input: '{ "answers": {} }' })).toEqual({
      code: 2, stdout: '', stderr: 'standard input:1:1 unreadable: both files are standard input\n  hint: name at least one of them\n',
    });
  });
});

describe('compareCommand', () => {
  const written = async (earlier: string, later: string, options: Partial<Parameters<typeof compareCommand>[2]> = {}): Promise<string> => {
    const out = join(folder, 'out');
    await compareCommand(earlier, later, { format: 'json', ...options, out });
    return readFileSync(out, 'utf8');
  };

  test.each(renderings)('writes %s to a file', async (format, text) => {
    expect(await written(before, after, { format })).toBe(text);
  });

  test('weighs both by the pack in a folder', async () => {
    const [one, other] = [{ outcome: 'rejected', attended: 'there', arrival: 'late' }, { outcome: 'advanced', attended: 'there', arrival: 'on-time' }];
    const expected = compare(diagnose(one, { pack: tinyPack, asOf }), diagnose(other, { pack: tinyPack, asOf }));
    expect(await written(fileOf('one.json', { pack: 'tiny', asOf, answers: one }), fileOf('other.json', { pack: 'tiny', asOf, answers: other }), { pack: tiny })).toBe(`${JSON.stringify(expected, null, 2)}\n`);
  });

  test('takes of a file with several interviews the latest, in the light of all', async () => {
    const expected = compare(diagnose(late, { asOf }), diagnoseHistory([late, onTime], { asOf }));
    expect(await written(before, fileOf('both.json', { asOf, interviews: [{ answers: late }, { answers: onTime }] }))).toBe(`${JSON.stringify(expected, null, 2)}\n`);
  });

  test('counts the days of each up to the day that its own file names', async () => {
    const dated = (asOf: string): object => ({ asOf, interview: { date: '2026-11-10' }, answers: { outcome: 'waiting' } });
    const expected = compare(...(['2026-11-11', '2026-11-30'].map(asOf => diagnose({ outcome: 'waiting', 'interview-date': '2026-11-10' }, { asOf })) as [ReturnType<typeof diagnose>, ReturnType<typeof diagnose>]));
    expect(await written(fileOf('soon.json', dated('2026-11-11')), fileOf('later.json', dated('2026-11-30')))).toBe(`${JSON.stringify(expected, null, 2)}\n`);
  });

  test('compares a file with itself', async () => {
    expect(await written(before, before)).toBe(`${JSON.stringify(compare(diagnose(late, { asOf }), diagnose(late, { asOf })), null, 2)}\n`);
  });

  test('refuses with the problems of both files, and with those of a pack once', async () => {
    const wrong = ['a.json', 'b.json'].map(name => fileOf(name, { answers: { arival: 'late' } })) as [string, string];
    await expect(compareCommand(...wrong, { format: 'text' })).rejects.toMatchObject({ exitCode: 1, problems: wrong.map(file => ({ code: 'unknown-question', at: { file, line: 1 } })) });
    await expect(compareCommand(before, after, { format: 'text', pack: join(folder, 'nowhere') })).rejects.toMatchObject({ problems: [{ at: { file: expect.stringContaining('nowhere') as string } }] });
  });

  test('refuses standard input twice before it reads it', async () => {
    await expect(compareCommand('-', '-', { format: 'text' })).rejects.toThrow(Refusal);
  });
});
