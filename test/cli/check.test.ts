import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, describe, expect, test } from 'vitest';
import { lintRules } from '../../src/lint/lintPack.ts';
import { tinyFiles } from '../tinyPack.ts';
import { afterview, scratch, writeTinyPack } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

/** A copy of the tiny pack with one edit, by name within the folder. */
function packWith(name: string, file: string, from: string, to: string): string {
  writeTinyPack(join(folder, name), { file, from, to });
  return name;
}

const check = (...args: string[]): ReturnType<typeof afterview> => afterview(['check', ...args], { cwd: folder });

const late = 'causes/late.yaml';
const onTime = '{ arrival: on-time }, speaks: rules out';
const clashing = packWith('clashing', late, onTime, '{ warned-ahead: yes }, speaks: rules out');
const never = packWith('never', late, onTime, '{ arrival: on-time, minutes-late: { at-least: 5 } }, speaks: for');

describe('check tells what an author cannot mean', () => {
  test('an error in its place with a hint, and exits 1', async () => {
    const ran = await check(never);
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toContain('never/causes/late.yaml:12:7 error sign-never-shows: no answers can show this sign\n  12 |   - { when: { arrival: on-time, minutes-late: { at-least: 5 } }');
    expect(ran.stdout).toContain('\n  hint: look at when its questions are asked, and at “unless”\n');
    expect(ran.stdout).toMatch(/\ntiny 1\.2\.3: 6 causes, 12 questions, 1 belief, 13 examples, 1 error\n$/);
  });

  test('a warning with the smallest answers that show it, and exits 0; but 1 where warnings count', async () => {
    const ran = await check(clashing);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('warning signs-clash: this rules the cause out, and line 11 establishes it, both after the same answers\n');
    expect(ran.stdout).toContain('\n  shown by: {"arrival":"late","warned-ahead":"yes"}\n');
    expect((await check(clashing, '--strict')).code).toBe(1);
  });

  test('nothing of a rule that pack.yaml turns off, and it may be as severe as pack.yaml has it', async () => {
    const files = (severity: string): string => {
      const name = packWith(`lint-${severity}`, late, onTime, '{ warned-ahead: yes }, speaks: rules out');
      writeFileSync(join(folder, name, 'pack.yaml'), (tinyFiles.get('pack.yaml') ?? '').replace('lint: {', `lint: { signs-clash: ${severity},`));
      return name;
    };
    expect(await check(files('off'))).toMatchObject({ code: 0, stdout: 'tiny 1.2.3: 6 causes, 12 questions, 1 belief, 13 examples, no problem\n' });
    expect((await check(files('error'))).code).toBe(1);
  });

  test('a rule that there is not, with the nearest one', async () => {
    const name = packWith('unknown-rule', 'pack.yaml', 'lint: {', 'lint: { sign-clash: off,');
    const ran = await check(name);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('unknown-key: “sign-clash” is no part of “lint”');
    expect(ran.stderr).toContain('hint: did you mean “signs-clash”?');
  });
});

describe('check in other formats', () => {
  test('JSON, with answers, and with the problems of a pack that cannot be used', async () => {
    const { notices, pack } = JSON.parse((await check(clashing, '--format', 'json')).stdout) as { notices: readonly object[]; pack: object };
    expect(pack).toMatchObject({ id: 'tiny', version: '1.2.3' });
    expect(notices).toMatchObject([{ rule: 'signs-clash', severity: 'warning', at: { file: 'clashing/causes/late.yaml', line: 12 }, answers: { arrival: 'late', 'warned-ahead': 'yes' } }]);
    const broken = await check(packWith('broken', late, 'control: you', 'contrl: you'), '--format', 'json');
    expect(broken).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(broken.stdout)).toMatchObject({ pack: null, notices: [{ rule: 'unknown-key', severity: 'error', at: { line: 3, column: 1 } }] });
  });

  test('SARIF: each rule with its page, each finding in its place', async () => {
    const log = JSON.parse((await check(never, '--format', 'sarif')).stdout) as Log;
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(lintRules.map(({ id }) => id));
    expect(run?.results).toMatchObject([{
      ruleId: 'sign-never-shows', ruleIndex: lintRules.findIndex(({ id }) => id === 'sign-never-shows'), level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'never/causes/late.yaml' }, region: { startLine: 12 } } }],
    }]);
  });

  test('lines for GitHub', async () => {
    expect((await check(never, '--format', 'github')).stdout).toBe('::error file=never/causes/late.yaml,line=12,col=7,title=sign-never-shows::no answers can show this sign (look at when its questions are asked, and at “unless”)\n');
    expect((await check('no%such', '--format', 'github')).stdout).toMatch(/^::error file=[^,:]*no%25such,line=1,col=1,title=unreadable::/);
  });

  test('the page of a rule, and the list of all', async () => {
    const page = await check('--rule', 'counted-twice');
    expect(page.stdout).toMatch(/^# counted-twice\n\n[^]*## Why\n[^]*## Bad\n[^]*## Good\n[^]*counted-twice: off\n/);
    expect((await check('--rule')).stdout.trimEnd().split('\n')).toHaveLength(lintRules.length);
    expect(await check('--rule', 'counted-twic')).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean “counted-twice”?') as unknown });
  });

  test('without a folder there is nothing to check', async () => {
    expect(await check()).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('name the folder that holds pack.yaml') as unknown });
  });
});
