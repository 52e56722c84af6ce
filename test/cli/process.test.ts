import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { afterview, scratch, spawned, writeTinyPack } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });
writeTinyPack(folder);

const late = 'examples/answers/late.json';

describe('in a process of its own, as it was built, the command says what it says in this one', () => {
  test.each([
    ['diagnose', ['diagnose', late]],
    ['diagnose, with another pack', ['diagnose', late, '--pack', folder]],
    ['compare', ['compare', 'examples/answers/compare-before.json', 'examples/answers/compare-after.json']],
    ['questions', ['questions']],
    ['check', ['check', folder]],
    ['ask, without a terminal', ['ask']],
    ['help', ['--help']],
    ['a wrong command', ['diagnoze']],
    ['no file', ['diagnose', 'nowhere.json']],
  ])('%s', async (_what, args) => {
    const ran = await spawned(args);
    expect(ran).toEqual(await afterview(args));
    expect(ran.stdout + ran.stderr).not.toBe('');
  });

  test('from standard input', async () => {
    const input = '{ "answers": { "outcome": "rejected", "arrival": "late" } }';
    expect(await spawned(['diagnose', '-'], { input })).toEqual(await afterview(['diagnose', '-'], { input }));
  });
});
