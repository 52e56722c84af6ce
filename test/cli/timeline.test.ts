import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { diagnose, diagnoseHistory } from '../../src/api/diagnose.ts';
import { timeline } from '../../src/api/timeline.ts';
import { Refusal } from '../../src/cli/refusal.ts';
import { timelineCommand } from '../../src/cli/timelineCommand.ts';
import type { Timeline } from '../../src/diagnosis/timelineShape.ts';
import { timelineToHtml, timelineToMarkdown, timelineToText } from '../../src/report/toTimelineReport.ts';
import { tinyPack } from '../tinyPack.ts';
import { afterview, scratch, writeTinyPack } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

const late = { outcome: 'rejected', arrival: 'late', 'minutes-late': 20, 'warned-ahead': 'no', 'spoke-of-employer': 'neutral' } as const;
const onTime = { outcome: 'rejected', arrival: 'on-time', 'spoke-of-employer': 'neutral', 'company-question': 'could-not' } as const;
const asOf = '2026-06-01';
const expected = timeline([diagnose({ ...late, 'interview-date': '2026-01-12' }, { asOf }), diagnose({ ...onTime, 'interview-date': '2026-02-09' }, { asOf })]);

function fileOf(name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

function json(value: Timeline): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const january = fileOf('january.json', { asOf, interview: { date: '2026-01-12' }, answers: late });
const february = fileOf('february.json', { asOf, interview: { date: '2026-02-09' }, answers: onTime });
const wrong = fileOf('wrong.json', '{ "answers": {\n  "arival": "late" } }');
const tiny = join(folder, 'tiny');
writeTinyPack(tiny);

const renderings = [['text', timelineToText(expected)], ['json', json(expected)], ['md', timelineToMarkdown(expected)], ['html', timelineToHtml(expected)]] as const;

type Options = Parameters<typeof timelineCommand>[1];

async function written(files: readonly string[], options: Partial<Options> = {}): Promise<string> {
  const out = join(folder, 'out');
  await timelineCommand(files, { format: 'json', english: 'uk', ...options, out });
  return readFileSync(out, 'utf8');
}

describe('timelineCommand', () => {
  test.each(renderings)('writes %s to a file, in whatever order the files are named', async (format, text) => {
    expect(await written([january, february], { format })).toBe(text);
    expect(await written([february, january], { format })).toBe(text);
  });

  test('counts each interview of a file, in the light of those before it in that file', async () => {
    const [one, other] = [{ ...late, 'interview-date': '2026-03-02' }, { ...late, 'interview-date': '2026-04-06' }] as const;
    const both = fileOf('both.json', { asOf, interviews: [{ answers: one }, { answers: other }] });
    expect(await written([both])).toBe(json(timeline([diagnose(one, { asOf }), diagnoseHistory([one, other], { asOf })])));
    const all = timeline([diagnose({ ...late, 'interview-date': '2026-01-12' }, { asOf }), diagnose(one, { asOf }), diagnoseHistory([one, other], { asOf })]);
    expect(await written([both, january])).toBe(json(all));
  });

  test('takes what a coach says as said of the latest interview of its file', async () => {
    const coached = fileOf('coached.json', { interviews: [{ answers: late }, { answers: onTime }], coach: { agreed: ['Rest.'] } });
    expect((JSON.parse(await written([coached])) as Timeline).open.agreed).toEqual([{ step: 'Rest.', interviews: [1] }]);
  });

  test('weighs all by the pack in a folder', async () => {
    const answers = { outcome: 'rejected', attended: 'there', arrival: 'late' };
    const files = ['one', 'other'].map(name => fileOf(`${name}.json`, { pack: 'tiny', asOf, answers }));
    const made = diagnose(answers, { pack: tinyPack, asOf });
    expect(await written(files, { pack: tiny })).toBe(json(timeline([made, made])));
  });

  test('counts days up to the day of each file, or the one that is given', async () => {
    const answers = { outcome: 'no-reply', 'interview-date': '2026-01-12' } as const;
    const waiting = fileOf('waiting.json', { asOf: '2026-02-01', answers });
    const on = (day: string): string => json(timeline([diagnose({ ...late, 'interview-date': '2026-01-12' }, { asOf: day }), diagnose(answers, { asOf: day })]));
    expect(await written([fileOf('dated.json', { asOf: '2026-02-01', interview: { date: '2026-01-12' }, answers: late }), waiting])).toBe(on('2026-02-01'));
    expect(await written([january, waiting], { asOf: '2026-03-01' })).toBe(on('2026-03-01'));
  });

  test('writes American words where they are asked for', async () => {
    const files = [january, february];
    for (const [format, write] of [['text', timelineToText], ['md', timelineToMarkdown], ['html', timelineToHtml]] as const) {
      expect(await written(files, { format, english: 'us' })).toBe(write(expected, { english: 'us' }));
    }
  });
});

describe('timelineCommand refuses', () => {
  const refused = (files: readonly string[], options: Partial<Options> = {}): Promise<void> => timelineCommand(files, { format: 'text', english: 'uk', ...options });

  test('with the problems of all files, each at its place, and those of a pack once', async () => {
    const alsoWrong = fileOf('also-wrong.json', { answers: { arival: 'late' } });
    await expect(refused([wrong, january, alsoWrong, join(folder, 'none.json')])).rejects.toMatchObject({
      exitCode: 1, problems: [{ code: 'unknown-question', at: { file: wrong, line: 2 } }, { code: 'unknown-question', at: { file: alsoWrong, line: 1 } }, { code: 'unreadable' }],
    });
    await expect(refused([january, february], { pack: join(folder, 'nowhere') })).rejects.toMatchObject({ problems: [{ at: { file: expect.stringContaining('nowhere') as string } }] });
  });

  test('with the problems of every interview of a file', async () => {
    const both = fileOf('both-wrong.json', '{ "interviews": [\n{ "answers": { "arival": "late" } },\n{ "answers": { "arrival": "lat" } } ] }');
    await expect(refused([both])).rejects.toMatchObject({ problems: [{ code: 'unknown-question', at: { line: 2 } }, { code: 'unknown-option', at: { line: 3 } }] });
  });

  test('one interview alone, at its file', async () => {
    await expect(refused([january])).rejects.toMatchObject({ exitCode: 1, problems: [{ code: 'wrong-kind', message: 'this is one interview, and a timeline takes two or more', at: { file: january } }] });
  });

  test('more interviews than are taken together', async () => {
    const [many, more] = [0, 1].map(index => fileOf(`many-${index}.json`, { pack: 'tiny', interviews: Array.from({ length: 51 }, () => ({ answers: { outcome: 'rejected' } })) })) as [string, string];
    await expect(refused([many, more], { pack: tiny })).rejects.toMatchObject({ exitCode: 1, problems: [{ code: 'wrong-kind', hint: 'pass one for each interview, 100 at most' }] });
  });

  test('a file that is named twice, and one that it would overwrite, before it reads any', async () => {
    await expect(refused([january, wrong, january])).rejects.toMatchObject({ exitCode: 2, problems: [{ message: 'this is named twice', at: { file: january } }] });
    await expect(refused(['-', '-'])).rejects.toMatchObject({ exitCode: 2, problems: [{ at: { file: 'standard input' } }] });
    await expect(refused([january, wrong], { out: wrong })).rejects.toThrow(Refusal);
    expect(readFileSync(wrong, 'utf8')).toContain('arival');
  });
});

describe('afterview timeline', () => {
  test.each(renderings)('prints %s on standard output, and nothing else', async (format, text) => {
    expect(await afterview(['timeline', january, february, '--format', format])).toEqual({ code: 0, stdout: text, stderr: '' });
  });

  test('prints text, unless another format is asked for, and reads one of them from standard input', async () => {
    const input = JSON.stringify({ asOf, interview: { date: '2026-01-12' }, answers: late });
    expect(await afterview(['timeline', february, '-'], { input })).toEqual({ code: 0, stdout: timelineToText(expected), stderr: '' });
  });

  test('tells the three files of the examples as one client', async () => {
    const files = ['client-1', 'client-2', 'client-3'].map(name => `examples/answers/${name}.json`);
    const { code, stdout } = await afterview(['timeline', ...files, '--format', 'json'], { cwd: resolve('.') });
    const { interviews, samePack } = JSON.parse(stdout) as Timeline;
    expect({ code, samePack, outcomes: interviews.map(({ outcome }) => outcome) }).toEqual({ code: 0, samePack: true, outcomes: ['rejected', 'rejected', 'rejected', 'advanced'] });
  });

  test('exits 1 with each problem at its place, and writes nothing', async () => {
    const out = join(folder, 'never.txt');
    expect(await afterview(['timeline', january, wrong, '--out', out])).toEqual({
      code: 1, stdout: '', stderr: `${wrong}:2:3 unknown-question: no question is called “arival”\n  2 |   "arival": "late" } }\n    |   ^^^^^^^^\n  hint: did you mean “arrival”?\n\n1 problem\n`,
    });
    expect(() => readFileSync(out)).toThrow('ENOENT');
  });

  test.each([
    ['no file', ['timeline'], "error: missing required argument 'files'"],
    ['a format that another command has', ['timeline', january, february, '--format', 'ics'], "error: option '--format <format>' argument 'ics' is invalid. Allowed choices are text, json, md, html."],
    ['an unknown flag', ['timeline', january, february, '--fast'], "error: unknown option '--fast'"],
  ])('exits 2 with the usage for %s', async (_slip, args, error) => {
    const ran = await afterview(args);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
    expect(ran.stderr.startsWith(error)).toBe(true);
    expect(ran.stderr).toContain('Usage: afterview timeline [options] <files...>');
  });
});
