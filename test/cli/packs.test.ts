import { fileURLToPath } from 'node:url';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { safeDiagnose } from '../../src/api/diagnose.ts';
import { toText } from '../../src/report/toText.ts';
import { tinyNotes, tinyPack } from '../tinyPack.ts';
import { afterview, type Ran, rules, scratch, writeTinyPack } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

const tiny = join(folder, 'tiny');
writeTinyPack(tiny);

/** A copy of the tiny pack with one change, and the place where an editor would show it. */
function slip(name: string, file: string, from: string, to: string): string {
  writeTinyPack(join(folder, name), { file, from, to });
  return name;
}

function packOf({ stdout }: Ran): object {
  return (JSON.parse(stdout) as { readonly pack: object }).pack;
}

const answers = join(folder, 'answers.json');
writeFileSync(answers, '{ "pack": "tiny", "asOf": "2026-11-22", "answers": { "outcome": "rejected", "arrival": "late" } }');

describe('--pack', () => {
  test('diagnoses with the rules of a folder', async () => {
    const expected = safeDiagnose({ outcome: 'rejected', arrival: 'late' }, { pack: tinyPack, asOf: '2026-11-22' });
    expect(await afterview(['diagnose', answers, '--pack', tiny])).toEqual({ code: 0, stdout: expected.ok ? toText(expected.value, { notes: tinyNotes }) : '', stderr: '' });
  });

  test('with the rules of the core pack gives what the core pack gives, byte for byte', async () => {
    const input = '{ "answers": { "outcome": "rejected", "arrival": "late" } }';
    const [built, read] = await Promise.all([afterview(['diagnose', '-', '--format', 'json'], { input }), afterview(['diagnose', '-', '--format', 'json', '--pack', rules], { input })]);
    expect(built).toMatchObject({ code: 0, stderr: '' });
    expect(packOf(read)).toEqual(packOf(built)); // else it was built from other rules
    expect(read.stdout === built.stdout).toBe(true);
  });

  test('refuses answers that are meant for another pack', async () => {
    const ran = await afterview(['diagnose', answers]);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('answers.json:1:11 wrong-kind: these answers are for the pack “tiny”, not for “core”\n');
  });

  test('shows a misspelt question at its line and column, with the nearest one', async () => {
    const copy = join(folder, 'core-with-a-slip');
    cpSync(rules, copy, { recursive: true });
    const file = join(copy, 'interview/late.yaml');
    const lines = readFileSync(file, 'utf8').split('\n');
    const line = lines.findIndex(each => each.includes('- when: { arrival: late }'));
    writeFileSync(file, lines.with(line, (lines[line] ?? '').replace('arrival', 'arival')).join('\n'));
    expect(await afterview(['diagnose', '-', '--pack', 'core-with-a-slip'], { cwd: folder, input: '{ "answers": {} }' })).toEqual({
      code: 1, stdout: '', stderr: [
        `core-with-a-slip/interview/late.yaml:${line + 1}:13 unknown-question: no question is called “arival”`,
        `  ${line + 1} |   - when: { arival: late }`,
        `  ${' '.repeat(String(line + 1).length)} |             ^^^^^^`,
        '  hint: did you mean “arrival”?',
        '', '1 problem', '',
      ].join('\n'),
    });
  });

  test.each([
    ['a folder that does not exist', 'none', 'none:1:1 unreadable: this folder cannot be read (ENOENT)'],
    ['a file', 'answers.json', 'answers.json:1:1 unreadable: this folder cannot be read (ENOTDIR)'],
    ['a folder without rules', 'empty', 'pack.yaml:1:1 missing-file: there is no pack.yaml'],
  ])('refuses %s', async (_what, name, start) => {
    mkdirSync(join(folder, 'empty'), { recursive: true });
    for (const args of [['diagnose', 'answers.json', '--pack', name], ['questions', '--pack', name], ['check', name]]) {
      const ran = await afterview(args, { cwd: folder });
      expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 1, stdout: '' });
      expect(ran.stderr).toContain(start);
    }
  });
});

describe('check', () => {
  test('says what a pack without a problem holds', async () => {
    expect(await afterview(['check', tiny])).toEqual({ code: 0, stdout: 'tiny 1.2.3: 6 causes, 12 questions, 1 belief, 13 examples, no problem\n', stderr: '' });
  });

  test('names what it did not read', async () => {
    const name = slip('with-more', 'pack.yaml', 'id: tiny', 'id: tiny');
    for (const [file, text] of [['late.yaml.bak', '{'], ['notes.txt', '{'], ['.hidden', '{']] as const) writeFileSync(join(folder, name, file), text);
    expect(await afterview(['check', name], { cwd: folder })).toEqual({
      code: 0, stderr: '', stdout: 'tiny 1.2.3: 6 causes, 12 questions, 1 belief, 13 examples, no problem\nnot read, as only names that end in .yaml or .yml are: with-more/late.yaml.bak, with-more/notes.txt\n',
    });
  });

  test.each(['nursing-pack', 'software-pack'])('finds nothing wrong with the example %s, of which examples show every sign and fix', async name => {
    const pack = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
    expect(await afterview(['check', pack, '--strict'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/, no problem\n$/) as unknown });
    const tested = await afterview(['test', pack, '--coverage']);
    expect(tested).toMatchObject({ code: 0, stdout: expect.stringMatching(/^shown by examples: signs (\d+) of \1, cases 0 of 0, fixes (\d+) of \2, /) as unknown });
    const answers = JSON.stringify({ pack: name.slice(0, -5), answers: name === 'nursing-pack' ? { outcome: 'rejected', 'safety-question': 'alone', arrival: 'on-time' } : { outcome: 'rejected', 'technical-part': 'live-code', 'spoke-while-coding': 'hardly' } });
    const page = await afterview(['diagnose', '--pack', pack, '--as-of', '2026-11-22'], { input: answers });
    expect(page.stdout.replaceAll(/\s+/g, ' ')).toContain(name === 'nursing-pack' ? 'Your answer named nobody whom you would call' : 'You hardly said anything until it ran');
  });

  test('finds nothing wrong with the rules of the core pack', async () => {
    const { causes, questions, beliefs, version } = corePack;
    const ran = await afterview(['check', rules]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(new RegExp(`^core ${version}: ${causes.length} causes, ${questions.length} questions, ${beliefs.length} beliefs, \\d+ examples, no problem\n$`));
  });

  test.each([
    ['a misspelt key', 'causes/late.yaml', 'control: you', 'contrl: you', 'causes/late.yaml:3:1 unknown-key: '],
    ['an option that does not exist', 'causes/late.yaml', '{ arrival: on-time }', '{ arrival: ontime }', 'unknown-option: '],
    ['an example that does not come out', 'causes/late.yaml', 'expect: { unsupported: late }', 'expect: { first: late }', 'causes/late.yaml:27:77 failed-example: the example “nothing known” expects first: late\n  27 |   - { name: nothing known, answers: { outcome: rejected }, expect: { first: late } }\n     |                                                                             ^^^^\n'],
    ['an example that contradicts itself', 'causes/late.yaml', 'answers: { outcome: rejected }', 'answers: { attended: missed, arrival: late }', 'causes/late.yaml:27:49 contradiction: in the example “nothing known”: '],
    ['an example with an answer that is not asked for', 'causes/late.yaml', 'answers: { outcome: rejected }', 'answers: { arrival: on-time, minutes-late: 5 }', 'causes/late.yaml:27:71 failed-example: in the example “nothing known” the question “minutes-late” does not come up'],
    ['an example with a wrong answer', 'causes/late.yaml', 'answers: { outcome: rejected }', 'answers: { minutes-late: 500 }', 'causes/late.yaml:27:53 out-of-range: 500 minutes cannot be for “minutes-late”'],
    ['an example with a day that there is not', 'causes/late.yaml', 'answers: { outcome: rejected }', 'answers: { interview-date: 2026-02-30 }', 'causes/late.yaml:27:55 out-of-range: “2026-02-30” is no day for “interview-date”'],
  ])('shows %s, and exits 1', async (what, file, from, to, message) => {
    const ran = await afterview(['check', slip(what.replaceAll(' ', '-'), file, from, to)], { cwd: folder });
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 1, stdout: '' });
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).toMatch(/\n {2}hint: .*\n[^]*\n1 problem\n$/);
  });
});

describe('questions', () => {
  test('prints the whole questionnaire to read', async () => {
    const ran = await afterview(['questions', '--pack', tiny]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.startsWith('The day\n=======\n\noutcome\n  How did it end?\n  ( ) advanced             I went on\n')).toBe(true);
    for (const block of [
      'warned-ahead\n  Did they know that you would be late?\n  A call or a message counts.\n  (comes up after certain answers only)\n  ( ) yes                  Yes\n  ( ) no                   No\n',
      'prepared\n  What did you do to prepare? Choose all.\n  [ ] read-site            Read their site\n',
      'questions-asked\n  How many questions did you ask?\n  a whole number of questions, 0 to 50\n',
      'interview-date\n  On which day was it?\n  a day, YYYY-MM-DD\n',
    ]) expect(ran.stdout).toContain(`\n\n${block}`);
  });

  test('prints what a form needs as JSON', async () => {
    const ran = await afterview(['questions', '--pack', tiny, '--format', 'json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const { pack, sections, questions } = JSON.parse(ran.stdout) as { pack: object; sections: object; questions: readonly { id: string }[] };
    expect([pack, sections]).toEqual([{ id: 'tiny', version: '1.2.3' }, [{ id: 'day', title: 'The day' }]]);
    expect(questions.map(({ id }) => id)).toEqual(tinyPack.questions.map(({ id }) => id));
    expect(questions.filter(({ id }) => ['interview-date', 'minutes-late', 'warned-ahead', 'promised-date'].includes(id))).toEqual([
      { id: 'interview-date', section: 'day', ask: 'On which day was it?', kind: 'date', conditional: false },
      { id: 'minutes-late', section: 'day', ask: 'How many minutes late?', kind: 'number', conditional: true, askIf: { question: 'arrival', chosen: ['late'] }, unit: 'minutes', from: 1, to: 240 },
      {
        id: 'warned-ahead', section: 'day', ask: 'Did they know that you would be late?', help: 'A call or a message counts.', kind: 'yes-no', conditional: true, askIf: { question: 'minutes-late', 'at-least': 5 },
        options: [{ id: 'yes', says: 'Yes' }, { id: 'no', says: 'No' }],
      },
      { id: 'promised-date', section: 'day', ask: 'By which day would you hear?', kind: 'date', conditional: true, askIf: { question: 'outcome', chosen: ['no-reply', 'waiting'] }, notBefore: 'interview-date' },
    ]);
  });

  test('prints those of the core pack unless told otherwise, in lines of eighty at most', async () => {
    const ran = await afterview(['questions']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    for (const { id } of corePack.questions) expect(ran.stdout).toContain(`\n${id}\n`);
    expect(ran.stdout.split('\n').filter(line => line.length > 80)).toEqual([]);
  });

  test('writes them to a file', async () => {
    const out = join(folder, 'questions.txt');
    const [printed, written] = await Promise.all([afterview(['questions']), afterview(['questions', '--out', out])]);
    expect(written).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(out, 'utf8')).toBe(printed.stdout);
  });
});
