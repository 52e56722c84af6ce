import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkCommand } from '../../src/cli/checkCommand.ts';
import { choosePack } from '../../src/cli/choosePack.ts';
import { diagnoseCommand, type DiagnoseCommandOptions } from '../../src/cli/diagnoseCommand.ts';
import { questionsCommand } from '../../src/cli/questionsCommand.ts';
import { printProblems, Refusal } from '../../src/cli/refusal.ts';
import { corePack } from '../../src/core/corePack.ts';
import { coreNotes } from '../../src/core/coreNotes.ts';
import { diagnose, diagnoseHistory } from '../../src/api/diagnose.ts';
import { toCalendar } from '../../src/report/toCalendar.ts';
import { toHtml } from '../../src/report/toHtml.ts';
import { toMarkdown } from '../../src/report/toMarkdown.ts';
import { toText } from '../../src/report/toText.ts';
import { tinyNotes, tinyPack } from '../tinyPack.ts';
import { scratch, writeTinyPack } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

const tiny = join(folder, 'tiny');
writeTinyPack(tiny);
const broken = join(folder, 'broken');
writeTinyPack(broken, { file: 'causes/late.yaml', from: 'control: you', to: 'contrl: you' });

function fileOf(value: unknown): string {
  const file = join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
}

/** What a command writes to its file. */
async function written(command: (out: string) => Promise<void>): Promise<string> {
  const out = join(folder, 'out');
  await command(out);
  return readFileSync(out, 'utf8');
}

/** The problems for which a command refuses, each as its code and place. */
async function refused(command: () => unknown): Promise<readonly string[]> {
  try {
    await command();
  } catch (error) {
    if (error instanceof Refusal) return error.problems.map(({ code, path = [], at }) => [code, path.join('.'), at ? `${at.line}:${at.column}` : ''].filter(Boolean).join(' '));
    throw error;
  }
  return [];
}

describe('diagnoseCommand', () => {
  const answers = { outcome: 'rejected', arrival: 'late' } as const;
  const asOf = '2026-11-22';
  const diagnosis = diagnose(answers, { asOf });

  test.each<[DiagnoseCommandOptions['format'], string]>([
    ['text', toText(diagnosis, { notes: coreNotes })], ['json', `${JSON.stringify(diagnosis, null, 2)}\n`],
    ['md', toMarkdown(diagnosis, { notes: coreNotes })], ['html', toHtml(diagnosis, { notes: coreNotes })],
  ])('writes a report as %s', async (format, report) => {
    expect(await written(out => diagnoseCommand(fileOf({ asOf, answers }), { format, out }))).toBe(report);
  });

  test('writes what to send and when as a calendar, or says what is missing for one', async () => {
    const dated = { asOf: '2026-11-20', interview: { date: '2026-11-17' }, answers: { outcome: 'waiting' } };
    const calendar = toCalendar(diagnose({ outcome: 'waiting', 'interview-date': '2026-11-17' }, { asOf: '2026-11-20' }));
    expect(await written(out => diagnoseCommand(fileOf(dated), { format: 'ics', out }))).toBe(calendar);
    expect(await refused(() => diagnoseCommand(fileOf({ interviews: [{ answers }, { answers }] }), { format: 'ics', out: join(folder, 'never-written') }))).toEqual(['no-schedule interviews.1.answers.outcome 1:90']);
  });

  test('takes the day of asking from the option before that of the file', async () => {
    const file = fileOf({ pack: 'tiny', asOf: '2026-11-20', answers: { ...answers, 'interview-date': '2026-11-10' } });
    const json = (asOf: string): string => `${JSON.stringify(diagnose({ ...answers, 'interview-date': '2026-11-10' }, { pack: tinyPack, asOf }), null, 2)}\n`;
    expect(await written(out => diagnoseCommand(file, { format: 'json', pack: tiny, out }))).toBe(json('2026-11-20'));
    expect(await written(out => diagnoseCommand(file, { format: 'json', pack: tiny, asOf: '2026-11-12', out }))).toBe(json('2026-11-12'));
  });

  test('explains the latest of several interviews in the light of all of them', async () => {
    const interviews = [{ outcome: 'rejected' }, { outcome: 'rejected', arrival: 'late' }] as const;
    const report = await written(out => diagnoseCommand(fileOf({ asOf, interviews: interviews.map(each => ({ answers: each })) }), { format: 'json', out }));
    expect(report).toBe(`${JSON.stringify(diagnoseHistory(interviews, { asOf }), null, 2)}\n`);
  });

  const none = { format: 'text', out: join(folder, 'never-written') } as const;
  test.each<[string, unknown, DiagnoseCommandOptions, readonly string[]]>([
    ['a frame with a slip', { asof: '2026-11-22', answers: {} }, none, ['unknown-key asof 1:2']],
    ['a wrong answer', { answers: { arrival: 'lat' } }, none, ['unknown-option answers.arrival 1:23']],
    ['an answer in the wrong frame', { interview: { stage: 'secnd' }, answers: {} }, none, ['unknown-option interview.stage 1:23']],
    ['the same wrong answer in both frames', { interview: { stage: 'secnd' }, answers: { stage: 'secnd' } }, none, ['unknown-option interview.stage 1:23']],
    ['a wrong day in the file', { asOf: 'soon', answers: {} }, none, ['out-of-range asOf 1:9']],
    ['a wrong day as an option', { asOf: '2026-11-22', answers: {} }, { ...none, asOf: 'soon' }, ['out-of-range --as-of']],
    ['a question called asOf', { answers: { asOf: '2026-11-22' } }, { ...none, asOf: '2026-11-22' }, ['unknown-question answers.asOf 1:13']],
    ['interviews with slips', { interviews: [{ answers: {} }, { interview: { stage: 'secnd' }, answers: { arrival: 'lat' } }] }, none,
      ['unknown-option interviews.1.interview.stage 1:53', 'unknown-option interviews.1.answers.arrival 1:83']],
    ['a wrong day for several interviews, once', { asOf: 'soon', interviews: [{ answers: {} }, { answers: {} }] }, none, ['out-of-range asOf 1:9']],
    ['too many interviews', { interviews: Array.from({ length: 101 }, () => ({ answers: {} })) }, none, ['wrong-kind interviews 1:15']],
    ['a pack with a slip', { answers: {} }, { ...none, pack: broken }, ['unknown-key contrl 3:1']],
  ])('refuses %s, and says where', async (_what, file, options, problems) => {
    expect(await refused(() => diagnoseCommand(fileOf(file), options))).toEqual(problems);
  });
});

describe('choosePack', () => {
  test('is the core pack, or the one in a folder', async () => {
    const [core, chosen] = [await choosePack(undefined), await choosePack(tiny)];
    expect([core.pack, await core.notes()]).toEqual([corePack, coreNotes]);
    expect(core.pack).toBe(corePack);
    expect([chosen.pack, await chosen.notes()]).toEqual([tinyPack, tinyNotes]);
  });
});

describe('questionsCommand', () => {
  test('writes the questions of a pack as text', async () => {
    const text = await written(out => questionsCommand({ format: 'text', pack: tiny, out }));
    expect(text.split('\n').slice(0, 5)).toEqual(['The day', '=======', '', 'outcome', '  How did it end?']);
    expect(text.endsWith('\n')).toBe(true);
  });

  test('and as JSON', async () => {
    const { questions } = JSON.parse(await written(out => questionsCommand({ format: 'json', pack: tiny, out }))) as { questions: readonly object[] };
    expect(questions).toHaveLength(tinyPack.questions.length);
    expect(questions[3]).toEqual({ id: 'days-since-interview', section: 'day', ask: 'How many days ago was it?', kind: 'number', conditional: false, unit: 'days', from: 0, to: 100 });
  });
});

describe('checkCommand', () => {
  test('finds nothing wrong with a good pack', async () => {
    expect(await refused(() => checkCommand(tiny, { format: 'text' }))).toEqual([]);
  });

  test('refuses a pack with a slip, and one whose example does not come out', async () => {
    expect(await refused(() => checkCommand(broken, { format: 'text' }))).toEqual(['unknown-key contrl 3:1']);
    const wrong = join(folder, 'wrong');
    writeTinyPack(wrong, { file: 'causes/late.yaml', from: 'expect: { unsupported: late }', to: 'expect: { first: late }' });
    expect(await refused(() => checkCommand(wrong, { format: 'text' }))).toEqual(['failed-example 27:77']);
  });
});

describe('printProblems', () => {
  test.each([[1], [2]] as const)('gives the exit code %i', code => {
    expect(printProblems(new Refusal([{ code: 'unreadable', message: `this line is printed by a test, which expects ${code}`, hint: '' }], code))).toBe(code);
  });
});
