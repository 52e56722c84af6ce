import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { afterview, cli, scratch, writeTinyPack } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

const late = 'causes/late.yaml';

function packWith(name: string, from: string, to: string): string {
  writeTinyPack(join(folder, name), { file: late, from, to });
  return name;
}

const good = packWith('good', 'id: late', 'id: late');
const expectsLate = 'answers: { outcome: rejected, questions-asked: 0 }, expect: { first: late }';
const failing = packWith('failing', 'answers: { outcome: rejected }, expect: { unsupported: late }', expectsLate);

describe('test', () => {
  test('says that all examples come out', async () => {
    expect(await afterview(['test', good], { cwd: folder })).toEqual({ code: 0, stdout: 'tiny 1.2.3: 13 examples, all come out as expected\n', stderr: '' });
  });

  test('tells an example that does not, with the difference and the evidence, and exits 1', async () => {
    const ran = await afterview(['test', failing], { cwd: folder });
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toContain('failing/causes/late.yaml:27:97 failed-example: the example “nothing known” expects first: late\n');
    expect(ran.stdout).toMatch(/hint: “late” is not supported; first come no-questions \d+(?:\.\d)?%, .*\n {4}no-questions: You had no question for them\. \(for\)\n/);
    expect(ran.stdout).toMatch(/\ntiny 1\.2\.3: 13 examples, 1 does not come out as expected\n$/);
  });

  test('names what no example shows', async () => {
    const name = packWith('covered', '- { name: nothing at all, answers: {}, expect: { unsupported: late } }', '- { name: late, answers: { arrival: late }, expect: { first: late } }');
    const ran = await afterview(['test', name, '--coverage'], { cwd: folder });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('covered/causes/missed.yaml:11:5 sign without example: You were not there.\n');
    expect(ran.stdout).not.toContain('You came after the agreed time.');
    expect(ran.stdout).toContain('covered/causes/rival.yaml:11:5 sign without example: They hired nobody.\n');
    expect(ran.stdout).toMatch(/\nshown by examples: signs \d+ of 10, cases 0 of 0, fixes 2 of 7, beliefs 1 of 1\n/);
  });

  test('gives it as JSON', async () => {
    const data = JSON.parse((await afterview(['test', failing, '--coverage', '--format', 'json'], { cwd: folder })).stdout) as { coverage: readonly object[] };
    expect(data).toMatchObject({ pack: { id: 'tiny' }, examples: 13, failed: 1, problems: [{ code: 'failed-example' }] });
    expect(data.coverage).toContainEqual(expect.objectContaining({ kind: 'sign', text: 'You had no question for them.', shownBy: 1 }));
  });

  test('a pack with a problem is refused with it', async () => {
    const ran = await afterview(['test', packWith('broken', 'control: you', 'contrl: you')], { cwd: folder });
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('unknown-key');
  });

  test('runs them again when a file changes, also after a slip', async () => {
    const file = join(folder, packWith('watched', 'id: late', 'id: late'), late);
    const ran = spawn(process.execPath, [cli, 'test', 'watched', '--watch'], { cwd: folder });
    const seen = { stdout: '', stderr: '' };
    ran.stdout.setEncoding('utf8').on('data', (text: string) => { seen.stdout += text; });
    ran.stderr.setEncoding('utf8').on('data', (text: string) => { seen.stderr += text; });
    const text = readFileSync(file, 'utf8');
    await expect.poll(() => seen.stderr, { timeout: 20_000 }).toContain('waiting for a file to change');
    expect(seen.stdout).toContain('all come out as expected\n');
    writeFileSync(file, text.replace('control: you', 'contrl: you'));
    await expect.poll(() => seen.stderr, { timeout: 20_000 }).toMatch(/unknown-key[^]*waiting for a file to change/);
    writeFileSync(file, text.replace('answers: { outcome: rejected }, expect: { unsupported: late }', expectsLate));
    await expect.poll(() => seen.stdout, { timeout: 20_000 }).toContain('1 does not come out as expected\n');
    ran.kill();
    await once(ran, 'exit');
  });
});
