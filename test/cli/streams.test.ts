import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rules, scratch, shell } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

writeFileSync(join(folder, 'good.json'), '{ "answers": { "outcome": "rejected" } }');
writeFileSync(join(folder, 'other.json'), '{ "answers": { "outcome": "rejected", "arrival": "late" } }');
writeFileSync(join(folder, 'bad.json'), '{ "answers": { "outcom": "rejected" } }');

/** Runs a line in the shell, in the folder of the two files. */
async function ran(line: string): Promise<{ readonly code: number | null; readonly out: readonly string[]; readonly err: string }> {
  const { code, stdout, stderr } = await shell(line, { cwd: folder });
  return { code, out: stdout.split('\n').filter(each => each !== ''), err: stderr };
}

describe('whoever reads the output may stop early', () => {
  test.each([
    ['after the first line', 'afterview diagnose good.json --format json | head -1; echo "${PIPESTATUS[@]}"', ['{', '0 0']],
    ['after the first byte', 'afterview questions --format json | head -c 1; echo " ${PIPESTATUS[@]}"', ['{ 0 0']],
    ['after the first line, of --out /dev/stdout', 'afterview diagnose good.json --format html --out /dev/stdout | head -1; echo "${PIPESTATUS[@]}"', ['<!doctype html>', '0 0']],
    ['before anything', 'afterview diagnose good.json --format html | true; echo "${PIPESTATUS[@]}"', ['0 0']],
  ])('%s', async (_when, line, out) => {
    expect(await ran(line)).toEqual({ code: 0, out, err: '' });
  });

  test.each([
    'diagnose good.json', 'diagnose good.json --for coach', 'diagnose good.json --format ics --as-of 2026-11-22', 'compare good.json other.json', 'timeline good.json other.json --format html',
    'worksheet stories good.json', 'questions', `check '${rules}'`, '--help', 'diagnose --help', '--version',
  ])('of every command, before anything: %s', async command => {
    expect(await ran(`afterview ${command} | true; echo "\${PIPESTATUS[@]}"`)).toEqual({ code: 0, out: [command.includes('ics') ? '1 0' : '0 0'], err: command.includes('ics') ? expect.stringContaining('no-schedule') as string : '' });
  });

  test('and whoever reads the problems, too', async () => {
    expect(await ran('afterview diagnose bad.json 2>&1 | true; echo "${PIPESTATUS[@]}"')).toEqual({ code: 0, out: ['1 0'], err: '' });
  });
});

describe('data and problems keep apart', () => {
  test('a report says nothing on standard error', async () => {
    expect(await ran('afterview diagnose good.json >/dev/null')).toEqual({ code: 0, out: [], err: '' });
  });

  test('a problem says nothing on standard output', async () => {
    expect(await ran('afterview diagnose bad.json 2>/dev/null')).toEqual({ code: 1, out: [], err: '' });
  });

  test('a file that is redirected to stays empty when there is a problem', async () => {
    expect(await ran('afterview diagnose bad.json --format json >report.json 2>/dev/null; wc -c <report.json')).toEqual({ code: 0, out: ['0'], err: '' });
  });
});

describe('an output that takes nothing is told', () => {
  test('a full disk', async () => {
    expect(await ran('afterview diagnose good.json >/dev/full')).toEqual({ code: 1, out: [], err: 'standard output cannot be written (ENOSPC)\n' });
  });

  // What a process may write stands for the room on a disk: it ends in the middle of a file in the same way.
  test.each([
    ['diagnose good.json --format html', 'old.txt'], ['questions', 'new.txt'],
  ])('too little room: afterview %s --out %s', async (command, out) => {
    expect(await ran(`rm -rf room; mkdir room; echo kept >room/old.txt; (ulimit -f 1; afterview ${command} --out room/${out}); echo $?; ls -A room; cat room/old.txt`)).toEqual({
      code: 0, out: ['1', 'old.txt', 'kept'], err: `room/${out}:1:1 unreadable: this cannot be written (EFBIG)\n  hint: check the folder and whether you may write there\n\n1 problem\n`,
    });
  });

  test('too little room for what is redirected', async () => {
    expect(await ran('(ulimit -f 1; afterview questions >room.txt); echo $?')).toEqual({ code: 0, out: ['1'], err: 'standard output cannot be written (EFBIG)\n' });
  });

  // A pipe stands for devices here: were it replaced by mistake, no machine would miss it.
  test('--out writes into what is no file, and never takes its place', async () => {
    expect(await ran('mkfifo pipe; (head -1 <pipe >first &); afterview diagnose good.json --format md --out pipe; test -p pipe && cat first')).toEqual({ code: 0, out: ['# After your interview'], err: '' });
  });
});

describe('nothing that is there is lost', () => {
  test.each(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1', 'log'])('--out %s, appended to a log, keeps what the log held', async out => {
    expect(await ran(`echo kept >log; afterview diagnose good.json --format md --out ${out} >>log; head -2 log`)).toEqual({ code: 0, out: ['kept', '# After your interview'], err: '' });
  });

  test('--out /dev/fd/3 goes on where the descriptor stands', async () => {
    expect(await ran('echo kept >third; afterview diagnose good.json --format md --out /dev/fd/3 3>>third; head -2 third')).toEqual({ code: 0, out: ['kept', '# After your interview'], err: '' });
    expect(await ran('afterview diagnose good.json --out /dev/fd/900')).toEqual({ code: 1, out: [], err: '/dev/fd/900:1:1 unreadable: this cannot be written (EBADF)\n  hint: check the folder and whether you may write there\n\n1 problem\n' });
  });

  test('the answers that are standard input are not written over', async () => {
    expect(await ran('cp good.json in.json; afterview diagnose --out in.json <in.json 2>/dev/null; echo $?; cmp good.json in.json')).toEqual({ code: 0, out: ['2'], err: '' });
  });
});

describe('standard input', () => {
  test.each([
    ['closed', 'afterview diagnose - <&-', 'empty-file: there is nothing in this file'],
    ['empty', 'afterview diagnose - </dev/null', 'empty-file: there is nothing in this file'],
    ['without an end', 'yes | timeout 20 bash -c "$(declare -f afterview); afterview diagnose -"', 'too-large: this is larger than 4 MiB'],
    ['without an end and without lines', 'timeout 20 bash -c "$(declare -f afterview); afterview diagnose -" </dev/zero', 'too-large: this is larger than 4 MiB'],
  ])('that is %s is a problem', async (_what, line, message) => {
    const { code, out, err } = await ran(line);
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err).toContain(`standard input:1:1 ${message}\n`);
  });
});
