import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { afterview, rules } from './command.ts';

const late = fileURLToPath(new URL('../../examples/answers/late.json', import.meta.url));

describe('explain', () => {
  test('prints each step with its place in the rules', async () => {
    const ran = await afterview(['explain', 'rules', 'late', '--answers', late], { cwd: fileURLToPath(new URL('../..', import.meta.url)) });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    for (const part of [
      'late: You arrived late\n\nBefore any answer   5.0% (2.0% to 10%)  rules/interview/late.yaml:7\n\nWhat counts\n  establishes (certain): You came after the agreed time.\n    rules/interview/late.yaml:39  arrival: late\n',
      '\nStrength            45%, usually 25%  rules/interview/late.yaml:24\n', '\nPlace               1 of ',
    ]) expect(ran.stdout).toContain(part);
  });

  test('says why not: what is refuted, what is open, what else explains it, and what would raise it', async () => {
    const { stdout } = await afterview(['explain', rules, 'skills-gap', '--answers', '-'], { input: JSON.stringify({ answers: { outcome: 'rejected', arrival: 'late', match: 'most' } }) });
    expect(stdout).toContain('\nAlso supported: late ');
    expect(stdout).toMatch(/\nOpen: not answered\n[^]* {2}asks for [a-z, -]+\n/);
    expect(stdout).toMatch(/\nWould raise it most:\n {2}[a-z-]+: .+ → \d+% there, [\d.]+% of what decided it\n/);
  });

  test('tells the part of a cause in hearing nothing', async () => {
    const { stdout } = await afterview(['explain', rules, 'still-deciding', '--answers', '-'], { input: JSON.stringify({ answers: { outcome: 'waiting', 'days-since-interview': 4 } }) });
    expect(stdout).toMatch(/\nOf the silence {6}\d+%\n/);
    expect(stdout).not.toContain('Strength');
  });

  test('gives it as JSON, of the latest of several interviews', async () => {
    const input = JSON.stringify({ interviews: [{ answers: { outcome: 'rejected', arrival: 'late' } }, { answers: { outcome: 'rejected', arrival: 'on-time' } }] });
    const account = JSON.parse((await afterview(['explain', rules, 'late', '--answers', '-', '--format', 'json'], { input })).stdout) as object;
    expect(account).toMatchObject({ cause: 'late', presence: 0, supported: false });
  });

  test.each([
    ['a cause that there is not', ['explain', rules, 'lat', '--answers', late], '', 2, 'did you mean “late”?'],
    ['answers that cannot be', ['explain', rules, 'late', '--answers', '-'], '{ "answers": { "arrival": "lat" } }', 1, 'standard input:1:27 unknown-option'],
    ['no answers', ['explain', rules, 'late'], '', 2, '--answers'],
  ])('refuses %s', async (_, args, input, code, told) => {
    const ran = await afterview(args, { input });
    expect(ran).toMatchObject({ code, stdout: '' });
    expect(ran.stderr).toContain(told);
  });
});
