import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { safeLoadPack } from '../../src/node.ts';
import { afterview, scratch, writeTinyPack } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

const run = (args: readonly string[]): ReturnType<typeof afterview> => afterview(args, { cwd: folder });
const names = ['pack', 'questions', 'beliefs', 'sources', 'cause'].map(kind => `${kind}.schema.json`);
const textOf = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');

describe('afterview schema', () => {
  test('writes the schemas of a pack where its files look for them, and they are no part of it', async () => {
    writeTinyPack(join(folder, 'tiny'));
    const before = await run(['check', 'tiny']);
    expect(await run(['schema', 'tiny'])).toEqual({ code: 0, stdout: names.map(name => `tiny/.schemas/${name}\n`).join(''), stderr: '' });
    expect(await run(['check', 'tiny'])).toEqual(before);
    expect(JSON.parse(textOf('tiny/.schemas/cause.schema.json'))).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', definitions: { 'answer-arrival': { anyOf: [{ const: 'on-time', description: 'On time' }, { const: 'late', description: 'Late' }] } } });
  });

  test('writes them elsewhere by --out', async () => {
    writeTinyPack(join(folder, 'elsewhere'));
    expect(await run(['schema', 'elsewhere', '--out', 'schemas/of/mine'])).toMatchObject({ code: 0, stdout: names.map(name => `schemas/of/mine/${name}\n`).join('') });
    expect(existsSync(join(folder, 'elsewhere/.schemas'))).toBe(false);
  });

  test('knows the rest where a file cannot be read, and says what is missing', async () => {
    writeTinyPack(join(folder, 'torn'));
    writeFileSync(join(folder, 'torn/sources.yaml'), '- id: [\n');
    expect(await run(['schema', 'torn'])).toMatchObject({ code: 0, stderr: 'Names in files that cannot be read are missing: torn/sources.yaml. What is wrong: npx afterview check torn\n' });
    expect(textOf('torn/.schemas/cause.schema.json')).toContain('"arrival"');
  });

  test.each([
    ['a folder that is none', ['nowhere'], 'nowhere:1:1 unreadable: this folder cannot be read (ENOENT)'],
    ['a folder that is no pack', ['empty'], 'empty:1:1 missing-file: there is no pack.yaml in this folder'],
    ['a place where no folder can be', ['whole', '--out', 'whole/pack.yaml/x'], 'whole/pack.yaml/x:1:1 unreadable: this folder cannot be made (ENOTDIR)'],
  ])('refuses %s', async (_what, args, says) => {
    writeTinyPack(join(folder, 'whole'));
    mkdirSync(join(folder, 'empty'), { recursive: true });
    expect(await run(['schema', ...args])).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(says) as string });
  });
});

describe('what is started by afterview new', () => {
  test('finds its schemas: each file of a new pack names one that is there', async () => {
    await run(['new', 'pack', 'mine']);
    await run(['new', 'cause', 'mine', 'too-quiet']);
    await run(['new', 'question', 'mine', 'dressed-how', '--section', 'looks']);
    const files = readdirSync(join(folder, 'mine'), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.yaml'));
    expect(files.length).toBe(8);
    for (const file of files) {
      const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(textOf('mine', file)) ?? [];
      expect([file, names.some(name => schema.endsWith(`.schemas/${name}`)), existsSync(join(folder, 'mine', file, '..', schema))]).toEqual([file, true, true]);
    }
    expect(textOf('mine/.schemas/cause.schema.json')).toContain('"dressed-how"');
  });

  test('names none in a pack without schemas, and makes none', async () => {
    writeTinyPack(join(folder, 'bare'));
    await run(['new', 'cause', 'bare', 'too-quiet']);
    expect(textOf('bare/causes/too-quiet.yaml')).not.toContain('yaml-language-server');
    expect(existsSync(join(folder, 'bare/.schemas'))).toBe(false);
  });
});

test('the line by which editors find a schema does not change the hash of a pack', () => {
  const read = safeLoadPack('rules');
  expect(read.ok && read.value.pack.hash).toBe(corePack.hash);
  writeTinyPack(join(folder, 'lined'));
  const hash = (): unknown => { const pack = safeLoadPack(join(folder, 'lined')); return pack.ok && pack.value.pack.hash; };
  const before = hash();
  writeFileSync(join(folder, 'lined/causes/late.yaml'), `# yaml-language-server: $schema=../.schemas/cause.schema.json\n${textOf('lined/causes/late.yaml')}`);
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  expect(hash()).toBe(before);
});
