import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { afterview, scratch } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

const good = join(folder, 'good.json');
writeFileSync(good, '{ "answers": { "outcome": "rejected" } }');
mkdirSync(join(folder, 'folder.json'));
execFileSync('mkfifo', [join(folder, 'pipe.json')]);
symlinkSync('round.json', join(folder, 'round.json'));
symlinkSync('nowhere.json', join(folder, 'dangling.json'));

const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

/** Runs `afterview diagnose` on a file of the folder; it must say what is wrong, exit 1 and print no data. */
async function refusal(file: string, input?: string | Uint8Array): Promise<string> {
  const ran = await afterview(['diagnose', file], { cwd: folder, ...(input === undefined ? {} : { input }) });
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 1, stdout: '' });
  return ran.stderr;
}

describe('a file that cannot be read is a problem, not a stack trace and not a hang', () => {
  const check = 'check the path and whether you may read it';
  const ordinary = 'name a file, or pipe the answers in and write -';
  test.each([
    ['a missing file', 'none.json', 'unreadable: there is no such file', check],
    ['a file in a missing folder', 'none/none.json', 'unreadable: there is no such file', check],
    ['a file in a file', 'good.json/none.json', 'unreadable: this cannot be read (ENOTDIR)', check],
    ['a folder', 'folder.json', 'unreadable: this is a folder', ordinary],
    ['a pipe that nobody writes to', 'pipe.json', 'unreadable: this is not an ordinary file', ordinary],
    ['a device', '/dev/zero', 'unreadable: this is not an ordinary file', ordinary],
    ['a link to itself', 'round.json', 'unreadable: this cannot be read (ELOOP)', check],
    ['a link to nowhere', 'dangling.json', 'unreadable: there is no such file', check],
    ['a name that is too long', `${'x'.repeat(300)}.json`, 'unreadable: this cannot be read (ENAMETOOLONG)', check],
    ['no name', '', 'unreadable: there is no such file', check],
  ])('%s', async (_what, file, message, hint) => {
    expect(await refusal(file)).toBe(`${file}:1:1 ${message}\n  hint: ${hint}\n\n1 problem\n`);
  });
});

describe('a file that is no JSON is a problem with line, column and hint', () => {
  test.each<[what: string, content: string | Uint8Array, message: string, hint: string]>([
    ['an empty file', '', '1:1 empty-file: there is nothing in this file', 'write { "answers": { "outcome": "rejected" } }'],
    ['a file of blanks', ' \n ', '1:1 empty-file: there is nothing in this file', 'write { "answers": { "outcome": "rejected" } }'],
    ['JSON that breaks off', '{\n  "answers": {', '2:15 json-syntax: this is not JSON', 'close the brace: }'],
    ['a trailing comma', '{\n  "answers": {},\n}', '3:1 json-syntax: this is not JSON', 'a key stands in double quotes; after the last entry there is no comma'],
    ['a comment', '{\n  // mine\n  "answers": {}\n}', '2:3 json-syntax: this is not JSON', 'JSON has no comments: take it out'],
    ['single quotes', "{ 'answers': {} }", '1:3 json-syntax: this is not JSON', 'words stand in double quotes'],
    ['two values', '{ "answers": {} }\n{ "answers": {} }', '2:1 json-syntax: this is not JSON', 'the file ends after its one value: take the rest out'],
    ['NaN', '{ "answers": { "questions-asked": NaN } }', '1:35 json-syntax: this is not JSON', 'words stand in double quotes'],
    ['1e400', '{ "answers": { "questions-asked": 1e400 } }', '1:35 out-of-range: this number cannot be used', 'write an ordinary number'],
    ['a key twice', '{ "answers": { "outcome": "advanced",\n "outcome": "rejected" } }', '2:2 duplicate-key: “outcome” stands here a second time', 'keep one of them'],
    ['a hundred thousand levels', `{ "answers": ${'['.repeat(100_000)}`, '1:113 too-deep: this is nested more than 100 levels deep', 'an answers file has three levels'],
    ['UTF-16', Buffer.from('\ufeff{ "answers": {} }', 'utf16le'), '1:1 not-utf8: this is not UTF-8', 'save it as UTF-8'],
    ['Latin-1', Buffer.from('{ "answers": { "outcome": "caf\u00e9" } }', 'latin1'), '1:1 not-utf8: this is not UTF-8', 'save it as UTF-8'],
    ['10 MB', `{ "answers": { "outcome": "${'x'.repeat(1e7)}" } }`, '1:1 too-large: this is larger than 4 MiB', 'an answers file has a few kilobytes'],
  ])('%s', async (_what, content, message, hint) => {
    const fromFile = await refusal(write('bad.json', content));
    expect(fromFile.startsWith(`bad.json:${message}\n`)).toBe(true);
    expect(fromFile).toContain(`\n  hint: ${hint}\n`);
    expect(await refusal('-', content)).toBe(fromFile.replaceAll('bad.json:', 'standard input:'));
  });
});

describe('answers that are wrong are shown where they stand', () => {
  test('in the order of their lines, each with a caret and a hint, and counted at the end', async () => {
    const file = write('wrong.json', '{\n  "interview": { "date": "2026-02-30" },\n  "answers": {\n    "outcome": "rejectd",\n    "arival": "late"\n  }\n}\n');
    expect(await refusal(file)).toBe([
      'wrong.json:2:26 out-of-range: “2026-02-30” is no day for “interview-date”',
      '  2 |   "interview": { "date": "2026-02-30" },',
      '    |                          ^^^^^^^^^^^^',
      '  hint: write it as YYYY-MM-DD, without a time',
      'wrong.json:4:16 unknown-option: “rejectd” is no answer to “outcome”',
      '  4 |     "outcome": "rejectd",',
      '    |                ^^^^^^^^^',
      '  hint: did you mean “rejected”?',
      'wrong.json:5:5 unknown-question: no question is called “arival”',
      '  5 |     "arival": "late"',
      '    |     ^^^^^^^^',
      '  hint: did you mean “arrival”?',
      '', '3 problems', '',
    ].join('\n'));
  });

  test.each([
    ['a list', '[]', '1:1 not-an-object: an answers file must be an object'],
    ['answers outside', '{ "outcome": "rejected", "answers": {} }', '1:3 unknown-key: “outcome” is no part of an answers file'],
    ['another pack', '{ "pack": "other", "answers": {} }', '1:11 wrong-kind: these answers are for the pack “other”, not for “core”'],
    ['a day that is none', '{ "asOf": "soon", "answers": {} }', '1:11 out-of-range: “soon” is no day'],
    ['a question called asOf', '{ "answers": { "asOf": "2026-11-22" } }', '1:16 unknown-question: no question is called “asOf”'],
    ['“__proto__”', '{ "answers": { "__proto__": { "outcome": "rejected" } } }', '1:16 unknown-question: no question is called “__proto__”'],
    ['a contradiction', '{ "answers": { "attended": "missed", "arrival": "late" } }', '1:28 contradiction: “attended” and “arrival”: '],
  ])('%s', async (_what, content, start) => {
    expect((await refusal(write('wrong.json', content))).startsWith(`wrong.json:${start}`)).toBe(true);
  });

  test('without anything in them that would steer a terminal', async () => {
    const said = await refusal(write('steer.json', '{ "answers": { "\\u001b[2J": "\\u202e", "outcome": "\u009b31m\u200b" } }'));
    expect(said).toContain('no question is called “·[2J”');
    expect(said).not.toMatch(/[^\P{C}\n]/u);
  });
});

const other = join(folder, 'other.json');
writeFileSync(other, '{ "answers": { "outcome": "rejected", "arrival": "late" } }');

/** Every command that writes. */
const writers: readonly (readonly [string, ...string[]])[] = [
  ['diagnose', good], ['compare', good, other], ['timeline', good, other], ['worksheet', 'note', good], ['questions'],
];

describe('a report that cannot be written is a problem, and leaves nothing behind', () => {
  const protectedFile = join(folder, 'protected.txt');
  writeFileSync(protectedFile, 'kept', { mode: 0o444 });

  test.each(writers.flatMap(command => [
    ['a missing folder', 'none/report.md', 'this cannot be written (ENOENT)', command],
    ['a folder', 'folder.json', 'this cannot be written (EISDIR)', command],
    ['a file as a folder', 'good.json/report.md', 'this cannot be written (ENOTDIR)', command],
    ['a link to itself', 'round.json', 'this cannot be written (ELOOP)', command],
    ['a full disk', '/dev/full', 'this cannot be written (ENOSPC)', command],
    ['a link to nothing', 'dangling.json', 'this link leads to nothing', command],
    ['a protected file', 'protected.txt', 'this file is write-protected', command],
  ] as const))('%s: --out %s: %s (%s)', async (_what, out, message, command) => {
    const before = readdirSync(folder, { recursive: true });
    const { code, stdout, stderr } = await afterview([...command, '--out', out], { cwd: folder });
    expect({ code, stdout, said: stderr.split('\n')[0] }).toEqual({ code: 1, stdout: '', said: `${out}:1:1 unreadable: ${message}` });
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
    expect([readFileSync(protectedFile, 'utf8'), statSync(protectedFile).mode & 0o777, readlinkSync(join(folder, 'dangling.json'))]).toEqual(['kept', 0o444, 'nowhere.json']);
  });
});

describe('answers are never written over, by whatever name they are called', () => {
  linkSync(good, join(folder, 'again.json'));
  symlinkSync('good.json', join(folder, 'link.json'));

  test.each(writers.filter(([name]) => name !== 'questions'))('%s %s %s', async (...command) => {
    for (const out of ['good.json', './good.json', 'folder.json/../good.json', good, 'again.json', 'link.json']) {
      const ran = await afterview([...command, '--out', out], { cwd: folder });
      expect(ran).toEqual({ code: 2, stdout: '', stderr: '--out unreadable: this would overwrite the answers\n  hint: name another file\n' });
    }
    expect([readFileSync(good, 'utf8'), readlinkSync(join(folder, 'link.json'))]).toEqual(['{ "answers": { "outcome": "rejected" } }', 'good.json']);
  });
});
