import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, closeSync, existsSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { type InputStream, readInput } from '../../src/cli/readInput.ts';
import { Refusal } from '../../src/cli/refusal.ts';
import { writeOutput } from '../../src/cli/writeOutput.ts';
import { scratch } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });
const path = (name: string): string => join(folder, name);

/** The message and exit code of a refusal. */
async function refusal(action: () => unknown): Promise<string> {
  try {
    await action();
  } catch (error) {
    if (error instanceof Refusal) return `${error.exitCode} ${error.problems.map(({ code, message }) => `${code}: ${message}`).join('; ')}`;
    throw error;
  }
  return 'no refusal';
}

describe('readInput', () => {
  test('gives the name and the text of a file, without its byte-order mark', async () => {
    writeFileSync(path('a.json'), '\ufeff{ "é": 1 }');
    expect(await readInput(path('a.json'))).toEqual({ name: path('a.json'), text: '{ "é": 1 }' });
  });

  test('refuses a second byte-order mark', async () => {
    writeFileSync(path('twice.json'), '\ufeff\ufeff{}');
    expect(await refusal(() => readInput(path('twice.json')))).toBe('1 hidden-character: this starts with two byte-order marks');
  });

  test('reads standard input to its end, whatever the pieces are cut from', async () => {
    const bytes = Buffer.from('{ "é": "😀" }');
    const stdin = Readable.from([...bytes].map(byte => Buffer.from([byte])));
    expect(await readInput('-', stdin as InputStream)).toEqual({ name: 'standard input', text: '{ "é": "😀" }' });
    expect(await readInput('-', Readable.from(['{', '}']) as InputStream)).toEqual({ name: 'standard input', text: '{}' });
  });

  test('does not wait for a terminal', async () => {
    const terminal = Object.assign(new Readable({ read: () => undefined }), { isTTY: true });
    expect(await refusal(() => readInput('-', terminal as InputStream))).toBe('2 unreadable: there is no file, and nothing is piped in');
  });

  test('stops reading what never ends', async () => {
    let pieces = 0;
    const endless = new Readable({ read() { pieces += 1; this.push(Buffer.alloc(65_536, 'y')); } });
    expect(await refusal(() => readInput('-', endless as InputStream))).toBe('1 too-large: this is larger than 4 MiB');
    expect(pieces).toBeLessThan(100);
  });

  test('tells when reading breaks off', async () => {
    const broken = new Readable({ read() { this.destroy(Object.assign(new Error('gone'), { code: 'EIO' })); } });
    expect(await refusal(() => readInput('-', broken as InputStream))).toBe('1 unreadable: this cannot be read (EIO)');
  });

  test('takes four mebibytes and not a byte more', async () => {
    const [full, over] = [Buffer.alloc(4 * 1024 * 1024, 'y'), Buffer.alloc(4 * 1024 * 1024 + 1, 'y')];
    writeFileSync(path('full.json'), full);
    writeFileSync(path('over.json'), over);
    expect((await readInput(path('full.json'))).text).toHaveLength(full.length);
    expect((await readInput('-', Readable.from([full]) as InputStream)).text).toHaveLength(full.length);
    expect(await refusal(() => readInput(path('over.json')))).toBe('1 too-large: this is larger than 4 MiB');
    expect(await refusal(() => readInput('-', Readable.from([over]) as InputStream))).toBe('1 too-large: this is larger than 4 MiB');
  });

  test.each([
    ['a folder', '.', 'unreadable: this is a folder'],
    ['a pipe', 'pipe', 'unreadable: this is not an ordinary file'],
    ['nothing', 'none', 'unreadable: there is no such file'],
    ['a link to itself', 'round', 'unreadable: this cannot be read (ELOOP)'],
    ['no UTF-8', 'latin', 'not-utf8: this is not UTF-8'],
  ])('refuses %s', async (_what, name, message) => {
    if (name === 'pipe') execFileSync('mkfifo', [path('pipe')]);
    if (name === 'round') symlinkSync('round', path('round'));
    if (name === 'latin') writeFileSync(path('latin'), Buffer.from([0x22, 0xe9, 0x22]));
    expect(await refusal(() => readInput(path(name)))).toBe(`1 ${message}`);
  });
});

describe('writeOutput', () => {
  const out = path('out');
  const drafts = (): readonly string[] => readdirSync(folder).filter(name => name.endsWith('.tmp'));
  mkdirSync(out);

  test('writes a new file, and again in its place with the rights it has', () => {
    writeOutput('one', join(out, 'a.txt'));
    expect(readFileSync(join(out, 'a.txt'), 'utf8')).toBe('one');
    writeFileSync(join(out, 'b.txt'), 'longer than what follows', { mode: 0o640 });
    writeOutput('two', join(out, 'b.txt'));
    expect([readFileSync(join(out, 'b.txt'), 'utf8'), statSync(join(out, 'b.txt')).mode & 0o777]).toEqual(['two', 0o640]);
  });

  test('follows a link', () => {
    symlinkSync('a.txt', join(out, 'link'));
    writeOutput('three', join(out, 'link'));
    expect([readFileSync(join(out, 'a.txt'), 'utf8'), readdirSync(out).sort()]).toEqual(['three', ['a.txt', 'b.txt', 'link']]);
  });

  test('writes into a pipe, and does not take its place', async () => {
    const pipe = path('reader');
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe]);
    const [read] = await Promise.all([once(reader.stdout, 'data'), Promise.resolve().then(() => { writeOutput('four', pipe); })]) as [Buffer[], unknown];
    expect([String(read[0]), statSync(pipe).isFIFO()]).toEqual(['four', true]);
  });

  test.each([
    ['a folder', 'out', 'EISDIR'],
    ['a file in a missing folder', 'none/a.txt', 'ENOENT'],
    ['a file in a file', 'out/a.txt/b.txt', 'ENOTDIR'],
  ])('refuses %s, and leaves nothing behind', async (_what, name, reason) => {
    const before = readdirSync(folder, { recursive: true });
    expect(await refusal(() => { writeOutput('text', path(name)); })).toBe(`1 unreadable: this cannot be written (${reason})`);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
    expect(existsSync(out)).toBe(true);
  });

  test('writes a file whose name is as long as a name can be', () => {
    const long = path('x'.repeat(255));
    writeOutput('text', long);
    expect(readFileSync(long, 'utf8')).toBe('text');
    expect(drafts()).toEqual([]);
  });

  test('writes through links, and refuses one that leads to nothing', async () => {
    writeFileSync(path('end.txt'), 'old', { mode: 0o604 });
    symlinkSync('end.txt', path('link-1'));
    symlinkSync(path('link-1'), path('link-2'));
    writeOutput('new', path('link-2'));
    expect([readFileSync(path('end.txt'), 'utf8'), statSync(path('end.txt')).mode & 0o777, readlinkSync(path('link-1')), readlinkSync(path('link-2'))]).toEqual(['new', 0o604, 'end.txt', path('link-1')]);
    symlinkSync('nowhere.txt', path('dangling'));
    expect(await refusal(() => { writeOutput('text', path('dangling')); })).toBe('1 unreadable: this link leads to nothing');
    expect([readlinkSync(path('dangling')), existsSync(path('nowhere.txt'))]).toEqual(['nowhere.txt', false]);
  });

  // By its mode, as root, who may run these tests, may write anything.
  test.each(['444', '400', '555'])('refuses a file that nobody may write to (%s)', async rights => {
    const mode = Number.parseInt(rights, 8);
    const file = path(`protected-${rights}`);
    writeFileSync(file, 'kept', { mode });
    expect(await refusal(() => { writeOutput('text', file); })).toBe('1 unreadable: this file is write-protected');
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777, drafts()]).toEqual(['kept', mode, []]);
  });

  test.each(['600', '640', '666', '755', '1644'])('keeps the rights of a file (%s), whatever the mask', rights => {
    const mode = Number.parseInt(rights, 8);
    const file = path(`rights-${rights}`);
    writeFileSync(file, 'old');
    chmodSync(file, mode);
    const mask = process.umask(0o077);
    try { writeOutput('new', file); } finally { process.umask(mask); }
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o7777]).toEqual(['new', mode]);
  });

  test('gives a new file the rights that the mask leaves', () => {
    const mask = process.umask(0o027);
    try { writeOutput('new', path('masked')); } finally { process.umask(mask); }
    expect(statSync(path('masked')).mode & 0o777).toBe(0o640);
  });

  // Only root can make a file that belongs to somebody else.
  test.skipIf(process.getuid?.() !== 0)('keeps the owner of a file', () => {
    writeFileSync(path('theirs'), 'old');
    chownSync(path('theirs'), 1234, 2345);
    chmodSync(path('theirs'), 0o664);
    writeOutput('new', path('theirs'));
    const { uid, gid, mode } = statSync(path('theirs'));
    expect([readFileSync(path('theirs'), 'utf8'), uid, gid, mode & 0o777]).toEqual(['new', 1234, 2345, 0o664]);
  });

  test('leaves what a further name of the file holds', () => {
    writeFileSync(path('first'), 'old');
    linkSync(path('first'), path('second'));
    writeOutput('new', path('first'));
    expect([readFileSync(path('first'), 'utf8'), readFileSync(path('second'), 'utf8')]).toEqual(['new', 'old']);
  });

  test.each([['a new file', null], ['one that others could read', 0o644]])('lets the owner alone read what is theirs: %s', (what, mode) => {
    const file = path(what);
    if (mode !== null) writeFileSync(file, 'old', { mode });
    writeOutput('mine', file, 'owner');
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['mine', 0o600]);
  });

  test('tells that a device takes nothing', async () => {
    expect(await refusal(() => { writeOutput('text', '/dev/full'); })).toBe('1 unreadable: this cannot be written (ENOSPC)');
  });

  test('writes to a descriptor that is open already, from where it stands', () => {
    writeFileSync(path('log'), 'kept\n');
    const descriptor = openSync(path('log'), 'a');
    writeOutput('added', `/dev/fd/${descriptor}`);
    closeSync(descriptor);
    expect(readFileSync(path('log'), 'utf8')).toBe('kept\nadded');
  });
});
