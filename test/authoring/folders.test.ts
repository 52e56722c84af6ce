import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPack, PackError, safeLoadPack } from '../../src/node.ts';
import { minimalPack } from './minimalPack.ts';
import { edited, packOf } from './reading.ts';

let folder: string;

beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'pack-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

function write(files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** Place (below the folder), code and message of each problem. */
function toldOf(path = folder): readonly string[] {
  const read = safeLoadPack(path);
  return read.ok ? [] : read.problems.map(({ at, code, message }) => `${at?.file.replace(`${folder}/`, '')}:${at?.line}:${at?.column} ${code}: ${message}`);
}

describe('a pack in a folder', () => {
  test('is the pack that its texts make', () => {
    write(minimalPack);
    expect(loadPack(folder).pack).toEqual(packOf(minimalPack).pack);
  });

  test('comes with the examples of its files, each with its place', () => {
    write(minimalPack);
    const read = safeLoadPack(folder);
    expect(read.ok && read.value.examples.map(({ file, line, name }) => [file.slice(folder.length + 1), line, name])).toEqual([
      ['interview/late.yaml', 50, 'late'], ['interview/late.yaml', 53, 'on time'], ['beliefs.yaml', 8, 'hands shook'],
    ]);
  });

  test('may hold other files, hidden ones and modules, which are left alone', () => {
    write(new Map([...minimalPack, ['README.md', '# {'], ['.github/ci.yaml', '{'], ['node_modules/a/late.yaml', '{'], ['notes/.draft.yaml', '{']]));
    expect(toldOf()).toEqual([]);
  });

  test('may call its files .yml', () => {
    write(new Map([...minimalPack].map(([file, text]) => [file.replace('.yaml', '.yml'), text])));
    expect(loadPack(folder).pack.hash).toBe(packOf(minimalPack).pack.hash);
  });

  test.each(['.YML', '.YAML', '.Yml'])('may call its files %s', ending => {
    write(new Map([...minimalPack].map(([file, text]) => [file.replace('.yaml', ending), text])));
    expect(loadPack(folder).pack.hash).toBe(packOf(minimalPack).pack.hash);
  });

  test.each(['questions', 'my\\pack', 'pack.yaml', 'sources', 'questions/questions'])('may stand in a folder called %s', name => {
    const inner = join(folder, name);
    write(new Map([...minimalPack].map(([file, text]) => [`${name}/${file}`, text])));
    expect(loadPack(inner).pack).toEqual(packOf(minimalPack).pack);
  });

  test('may be a link, and hold links to folders and files', () => {
    write(new Map([...minimalPack].map(([file, text]) => [file.startsWith('interview/') || file === 'sources.yaml' ? `elsewhere/${file}` : `pack/${file}`, text])));
    symlinkSync('../elsewhere/interview', join(folder, 'pack', 'interview'));
    symlinkSync('../elsewhere/sources.yaml', join(folder, 'pack', 'sources.yaml'));
    symlinkSync('pack', join(folder, 'link'));
    for (const name of ['pack', 'link']) expect(loadPack(join(folder, name)).pack).toEqual(packOf(minimalPack).pack);
  });

  test('stays the same when files are renamed', () => {
    write(minimalPack);
    mkdirSync(join(folder, 'aaa'));
    renameSync(join(folder, 'interview/late.yaml'), join(folder, 'aaa', 'late.yaml'));
    renameSync(join(folder, 'questions/interview.yaml'), join(folder, 'questions/a.yaml'));
    expect(loadPack(folder).pack.hash).toBe(packOf(minimalPack).pack.hash);
  });

  test('says which files it left alone', () => {
    write(new Map([...minimalPack, ['README.md', '# {'], ['interview/late.yaml.bak', '{'], ['.hidden.md', ''], ['node_modules/a.md', '']]));
    expect(loadPack(folder).notRead).toEqual(['README.md', 'interview/late.yaml.bak'].map(name => join(folder, name)));
  });

  test('is only read', () => {
    write(minimalPack);
    const before = readdirSync(folder, { recursive: true });
    loadPack(folder);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });
});

describe('a pack with problems', () => {
  test('is thrown with all of them by loadPack, in the words in which they are printed', () => {
    write(edited('interview/late.yaml', 'speaks: rules out', 'speaks: rule out'));
    let thrown: unknown;
    try { loadPack(folder); } catch (error) { thrown = error; }
    expect(thrown).toBeInstanceOf(PackError);
    const { problems, message, name } = thrown as PackError;
    expect(name).toBe('PackError');
    expect(problems).toHaveLength(1);
    expect(message).toBe([
      `${folder}/interview/late.yaml:26:13 wrong-shape: “speaks” cannot be “rule out”`,
      '  26 |     speaks: rule out',
      '     |             ^^^^^^^^',
      '  hint: did you mean “rules out”?',
    ].join('\n'));
  });

  test.each([
    ['UTF-16', Buffer.from('\ufeffid: late\n', 'utf16le')],
    ['Latin-1', Buffer.from('why: Größe\n', 'latin1')],
    ['half a letter', Uint8Array.of(0x69, 0x64, 0x3a, 0x20, 0xe2, 0x82)],
    ['an overlong form', Uint8Array.of(0x69, 0x64, 0x3a, 0x20, 0xc0, 0xaf)],
  ])('holds a file that is not UTF-8: %s', (_what, bytes) => {
    write(new Map<string, string | Uint8Array>([...minimalPack, ['odd.yaml', bytes]]));
    expect(toldOf()).toEqual(['odd.yaml:1:1 not-utf8: this file is not UTF-8']);
  });

  test('tells a file of names that is not UTF-8, and not the names that it would declare', () => {
    write(new Map<string, string | Uint8Array>([...minimalPack, ['questions/interview.yaml', Buffer.from('section: interview', 'utf16le')], ['sources.yaml', Uint8Array.of(0xff)]]));
    expect(toldOf()).toEqual(['questions/interview.yaml:1:1 not-utf8: this file is not UTF-8', 'sources.yaml:1:1 not-utf8: this file is not UTF-8']);
  });

  test('tells a pack.yaml that is not UTF-8, and not that there is none', () => {
    write(new Map<string, string | Uint8Array>([...minimalPack, ['pack.yaml', Uint8Array.of(0xff)]]));
    expect(toldOf()).toEqual(['pack.yaml:1:1 not-utf8: this file is not UTF-8']);
  });

  test('tells what is wrong in the other files as well', () => {
    write(new Map<string, string | Uint8Array>([...edited('interview/late.yaml', 'claims: [A1]', 'claims: [A7]'), ['odd.yaml', Uint8Array.of(0xff)]]));
    expect(toldOf()).toEqual(['interview/late.yaml:19:10 unknown-claim: no article makes a claim A7', 'odd.yaml:1:1 not-utf8: this file is not UTF-8']);
  });
});

describe('what cannot be read as a file is told, and nothing hangs', () => {
  test('a folder that does not exist', () => {
    expect(toldOf(join(folder, 'none'))).toEqual(['none:1:1 unreadable: this folder cannot be read (ENOENT)']);
    expect(() => loadPack(join(folder, 'none'))).toThrow(PackError);
  });

  test('a file in place of a folder', () => {
    write(new Map([['late.yaml', 'id: late']]));
    expect(toldOf(join(folder, 'late.yaml'))).toEqual(['late.yaml:1:1 unreadable: this folder cannot be read (ENOTDIR)']);
  });

  test('an empty folder', () => {
    expect(toldOf()).toEqual(['pack.yaml:1:1 missing-file: there is no pack.yaml']);
  });

  test('a folder that is called like a file', () => {
    write(minimalPack);
    mkdirSync(join(folder, 'odd.yaml'));
    expect(toldOf()).toEqual(['odd.yaml:1:1 unreadable: this is not a file']);
  });

  test('a link that leads to itself', () => {
    write(minimalPack);
    symlinkSync('odd.yaml', join(folder, 'odd.yaml'));
    expect(toldOf()).toEqual(['odd.yaml:1:1 unreadable: this file cannot be read (ELOOP)']);
  });

  test('a link to a folder around it', () => {
    write(minimalPack);
    symlinkSync('..', join(folder, 'interview', 'up'));
    expect(toldOf()).toEqual(['interview/up:1:1 unreadable: this link leads back to a folder around it']);
  });

  test('folders that are linked into each other', () => {
    write(minimalPack);
    for (const name of ['a', 'b']) mkdirSync(join(folder, name));
    symlinkSync('../b', join(folder, 'a', 'b'));
    symlinkSync('../a', join(folder, 'b', 'a'));
    expect(toldOf()).toEqual(['a/b/a:1:1 unreadable: this link leads back to a folder around it', 'b/a/b:1:1 unreadable: this link leads back to a folder around it']);
  });

  test('a link to nothing', () => {
    write(minimalPack);
    symlinkSync('nowhere.yaml', join(folder, 'odd.yaml'));
    expect(toldOf()).toEqual(['odd.yaml:1:1 unreadable: this file cannot be read (ENOENT)']);
  });

  test.skipIf(process.platform === 'win32')('a pipe that nobody writes to', () => {
    write(minimalPack);
    execFileSync('mkfifo', [join(folder, 'odd.yaml')]);
    expect(toldOf()).toEqual(['odd.yaml:1:1 unreadable: this is not a file']);
  });

  test('a file of five megabytes', () => {
    write(new Map([...minimalPack, ['odd.yaml', '#'.repeat(5_000_000)]]));
    expect(toldOf()).toEqual(['odd.yaml:1:1 too-large: this file is larger than 4 MiB']);
  });

  test.each([[Symbol('rules')], [undefined], [null], [7], [{}]])('%s, which is no path, is refused', folderless => {
    expect(() => loadPack(folderless as string)).toThrow(PackError);
    expect(safeLoadPack(folderless as string)).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind', message: expect.stringContaining('a pack is loaded from the path of its folder, not ') as string }] });
  });

  test('a folder with thousands of files', () => {
    for (let index = 0; index < 2001; index++) writeFileSync(join(folder, `cause-${index}.yaml`), '');
    expect(toldOf()).toEqual([`${folder}:1:1 unreadable: there are more than 2000 YAML files in this folder`]);
  });
});
