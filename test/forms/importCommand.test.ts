import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { safeDiagnoseHistory } from '../../src/api/diagnose.ts';
import { openAnswersFile } from '../../src/api/openAnswersFile.ts';
import { afterview, scratch, writeTinyPack } from '../cli/command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

const tiny = join(folder, 'tiny');
writeTinyPack(tiny);

function fileOf(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** What was written into a folder, file by file. */
function written(out: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(readdirSync(out).sort().map(name => [name, JSON.parse(readFileSync(join(out, name), 'utf8')) as unknown]));
}

const examples: readonly (readonly [from: string, file: string, map: string | undefined, answers: readonly object[]])[] = [
  ['surveyjs', 'survey-results.json', undefined, [
    { pack: 'core', answers: { outcome: 'rejected', stage: 'first-interview', 'interview-date': '2026-11-10', 'stated-reason': ['experience', 'motivation'], prepared: ['reread-advert'], 'company-question': 'could-not', 'questions-asked': 0, 'thank-you': 'none' } },
    { pack: 'core', answers: { outcome: 'no-reply', stage: 'first-interview', 'stated-reason': [], arrival: 'on-time', 'motive-question': 'unknown', 'questions-asked': 3, 'thank-you': 'specific' } },
  ]],
  ['typeform', 'typeform-responses.json', 'typeform-map.json', [
    { pack: 'core', asOf: '2026-11-22', answers: { outcome: 'rejected', 'interview-date': '2026-11-12', prepared: ['reread-advert', 'read-site'], arrival: 'late', 'minutes-late': 20, 'warned-ahead': 'no' } },
  ]],
  ['google-forms', 'google-forms.csv', 'google-forms-map.json', [
    { pack: 'core', asOf: '2026-11-22', answers: { outcome: 'rejected', 'interview-date': '2026-11-10', 'stated-reason': ['experience', 'motivation'], prepared: ['reread-advert'], 'questions-asked': 0 } },
    { pack: 'core', asOf: '2026-11-22', answers: { outcome: 'waiting', 'interview-date': '2026-11-18', 'stated-reason': [], prepared: ['read-site', 'wrote-questions'], 'questions-asked': 4 } },
  ]],
  ['microsoft-forms', 'microsoft-forms.csv', 'microsoft-forms-map.json', [
    { pack: 'core', asOf: '2026-11-22', answers: { outcome: 'rejected', 'interview-date': '2026-11-10', arrival: 'late', 'minutes-late': 20 } },
    { pack: 'core', asOf: '2026-11-22', answers: { outcome: 'no-reply', 'interview-date': '2026-11-02', arrival: 'on-time', 'follow-up-ways': ['several-people', 'reproach'] } },
  ]],
];

describe('each example is read as its service wrote it, and can be diagnosed', () => {
  test.each(examples)('%s: %s', async (from, file, map, answers) => {
    const out = join(folder, from);
    const ran = await afterview(['import', `examples/forms/${file}`, '--from', from, ...(map === undefined ? [] : ['--map', `examples/forms/${map}`]), '--out', out]);
    expect(ran).toEqual({ code: 0, stdout: '', stderr: `${answers.length === 1 ? '1 answers file' : `${answers.length} answers files`} in ${out}\n` });
    expect(written(out)).toEqual(Object.fromEntries(answers.map((each, at) => [`response-${at + 1}.json`, each])));
    for (const each of answers) {
      const { interviews, asOf } = openAnswersFile(each);
      expect(safeDiagnoseHistory(interviews, { asOf: asOf ?? '2026-11-22' })).toMatchObject({ ok: true });
    }
  });

  test('and every file there is one of them', () => {
    expect(readdirSync('examples/forms').sort()).toEqual(examples.flatMap(([, file, map]) => [file, ...(map === undefined ? [] : [map])]).sort());
  });
});

describe('afterview import', () => {
  const one = '{ "outcome": "rejected", "arrival": "late" }';
  const here = ['--pack', tiny];

  test('writes a single response to standard output, as an answers file', async () => {
    const ran = await afterview(['import', '-', '--from', 'surveyjs', ...here], { input: one });
    expect(ran).toEqual({ code: 0, stdout: '{\n  "pack": "tiny",\n  "answers": {\n    "outcome": "rejected",\n    "arrival": "late"\n  }\n}\n', stderr: '' });
    const diagnosed = await afterview(['diagnose', '-', '--format', 'json', ...here], { input: ran.stdout });
    expect(diagnosed.code).toBe(0);
  });

  test('wants a folder for several, and writes none of them otherwise', async () => {
    const ran = await afterview(['import', '-', '--from', 'surveyjs', ...here], { input: `[${one}, ${one}]` });
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toBe('--out unreadable: there are 2 responses, and only one goes to standard output\n  hint: name a folder: --out answers\n');
  });

  test('numbers files so that they stand in order, and never writes over one', async () => {
    const out = join(folder, 'many', 'deep');
    const twelve = `[${Array.from({ length: 12 }, () => one).join(',')}]`;
    expect((await afterview(['import', '-', '--from', 'surveyjs', '--out', out, ...here], { input: twelve })).code).toBe(0);
    expect(readdirSync(out)).toContain('response-01.json');
    const again = await afterview(['import', '-', '--from', 'surveyjs', '--out', out, ...here], { input: twelve });
    expect([again.code, again.stderr.includes('response-01.json is there already')]).toEqual([2, true]);
  });

  test.each<[what: string, from: string, file: string, map: string | undefined, place: string]>([
    ['an unknown label in JSON', 'surveyjs', '[\n  { "outcome": "reject" }\n]', undefined, 'in.txt:2:16 unknown-option: “reject” is no answer to “outcome”'],
    ['an unknown name in JSON', 'surveyjs', '{ "outcom": "rejected" }', undefined, 'in.txt:1:3 unknown-question: no question of the pack is called “outcom”'],
    ['an unknown field of Typeform', 'typeform', '{ "answers": [{ "field": { "ref": "outcom" }, "type": "text", "text": "x" }] }', undefined, 'in.txt:1:28 unknown-question'],
    ['an unknown label in CSV', 'google-forms', 'outcome,arrival\nrejected,Lat\n', undefined, 'in.txt:2:10 unknown-option: “Lat” is no answer to “arrival”\n  2 | rejected,Lat\n    |          ^^^\n  hint: did you mean “Late”?'],
    ['a slip in the map', 'microsoft-forms', 'End\nrejected\n', '{\n  "questions": { "End": "outcom" }\n}', 'map.json:2:18 unknown-question: no question is called “outcom”'],
    ['a map that is no JSON', 'microsoft-forms', 'End\nrejected\n', '{', 'map.json:1:2 json-syntax'],
    ['results that are no JSON', 'surveyjs', 'outcome\n', undefined, 'in.txt:1:1 json-syntax'],
  ])('tells %s with its place, and writes nothing', async (_what, from, file, map, place) => {
    const out = join(folder, 'never');
    const mapped = map === undefined ? [] : ['--map', fileOf('map.json', map)];
    const ran = await afterview(['import', fileOf('in.txt', file), '--from', from, '--out', out, ...mapped, ...here]);
    expect([ran.code, ran.stdout, existsSync(out)]).toEqual([1, '', false]);
    expect(ran.stderr).toContain(place);
  });

  test.each([
    [['import', 'x.csv'], 'required option'], [['import', 'x.csv', '--from', 'excel'], 'Allowed choices are surveyjs'],
    [['import', '-', '--from', 'surveyjs', '--map', '-'], 'both files are standard input'],
  ])('%j is wrong usage', async (args, says) => {
    const ran = await afterview(args);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain(says);
  });
});

describe('afterview questions', () => {
  test.each([['surveyjs', '"clearInvisibleValues": "none"'], ['json-schema', '"uischema": {']])('writes a form as %s, whole or short', async (format, part) => {
    const [whole, short] = [await afterview(['questions', '--format', format]), await afterview(['questions', '--format', format, '--short'])];
    expect([whole.code, short.code, whole.stderr, short.stderr]).toEqual([0, 0, '', '']);
    expect(whole.stdout).toContain(part);
    expect(short.stdout.length).toBeLessThan(whole.stdout.length / 2);
    expect(() => { JSON.parse(whole.stdout); }).not.toThrow();
  });
});
