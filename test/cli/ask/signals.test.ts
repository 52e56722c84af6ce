import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { heedSignals } from '../../../src/cli/ask/signals.ts';
import { cli, scratch, writeTinyPack } from '../command.ts';
import { keys, type PseudoTerminal, shellAtTerminal } from '../pseudoTerminal.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });
const at = (name: string): string => join(folder, name);
const tiny = at('tiny');
writeTinyPack(tiny);

const command = (...args: readonly string[]): string => [process.execPath, cli, 'ask', '--pack', tiny, ...args].map(word => `'${word}'`).join(' ');

function answersIn(file: string): unknown {
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly answers: unknown }).answers;
}

/** Whether the cursor was shown or hidden last. */
function cursorOf(terminal: PseudoTerminal): string | undefined {
  return terminal.sent().match(/\u001b\[\?25[hl]/g)?.at(-1)?.at(-1) === 'l' ? 'hidden' : 'shown';
}

/** The command in a shell, after the first question, and its process. */
async function begun(...args: readonly string[]): Promise<{ readonly terminal: PseudoTerminal; readonly pid: number }> {
  const terminal = shellAtTerminal();
  await terminal.sees(/[$#] $/);
  terminal.press(`cd '${folder}'; sh -c 'echo pid=$$; exec "$@"' sh ${command(...args)}; echo "exit=$?"`, keys.enter);
  const pid = Number(/pid=(\d+)/.exec(await terminal.shows('How did it end?'))?.[1]);
  terminal.press(keys.down, keys.enter);
  await terminal.shows('Which conversation was it?');
  return { terminal, pid };
}

/** The settings that a program starts with, in the words of stty. */
async function settingsAt(terminal: PseudoTerminal): Promise<readonly string[]> {
  terminal.press('stty -a; echo over', keys.enter);
  const said = await terminal.sees(/\nover\n/);
  return ['echo', 'icanon', 'isig', 'icrnl'].map(setting => new RegExp(`[ \n](-?${setting})[ ;\n]`).exec(said)?.[1] ?? '?');
}
const cooked = ['echo', 'icanon', 'isig', 'icrnl'];

async function gone(pid: number): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    try { process.kill(pid, 0); } catch { return; }
    await pause(50);
  }
  throw new Error(`process ${pid} goes on without its terminal`);
}

describe('Ctrl-Z', () => {
  test('gives the terminal to the shell, and fg goes on where it was, with the keys and all that is shown', async () => {
    const file = at('stopped.json');
    const terminal = shellAtTerminal();
    await terminal.sees(/[$#] $/);
    // As npx does, a process waits for the command, and must be stopped and continued with it.
    terminal.press(`sh -c "${command('--out', file).replaceAll("'", '')}; true"`, keys.enter);
    await terminal.shows('How did it end?');
    for (const turn of [1, 2]) {
      terminal.press(keys.down, keys.stop);
      await terminal.sees(/Stopped/);
      expect(cursorOf(terminal)).toBe('shown');
      expect(await settingsAt(terminal)).toEqual(cooked);
      terminal.press('fg', keys.enter);
      expect(await terminal.shows(/◆ {2}How did it end\?/), `turn ${turn}`).toContain('● ');
      expect(cursorOf(terminal)).toBe('hidden');
    }
    terminal.press(keys.up, keys.enter);
    await terminal.shows('Which conversation was it?');
    expect(answersIn(file)).toEqual({ outcome: 'rejected' });
    terminal.press(keys.interrupt);
    await terminal.shows('Stop here?');
    terminal.press(keys.enter);
    await terminal.sees(/Carry on with:[^]*[$#] $/);
    expect(await settingsAt(terminal)).toEqual(cooked);
  });

  test('from outside, or a stop that asks nobody, leaves the keys working once it is continued', async () => {
    const { terminal, pid } = await begun('--out', at('outside.json'));
    for (const signal of ['SIGTSTP', 'SIGSTOP'] as const) {
      terminal.press();
      process.kill(pid, signal);
      await terminal.sees(/Stopped/);
      terminal.press('fg\n'); // the shell has it as it was, where nobody was asked
      await terminal.shows(/◆ {2}Which conversation was it\?/);
    }
    terminal.press(keys.down, keys.enter);
    await terminal.shows(/◇ {2}Which conversation was it\?/);
    process.kill(pid, 'SIGINT');
    await terminal.shows('Stop here?');
    terminal.press(keys.enter);
    await terminal.sees(/Carry on with:[^]*[$#] $/);
  });
});

test('a stop is heeded, and its end, from the moment when everything is drawn again', () => {
  const heard = (): readonly boolean[] => ['SIGTSTP', 'SIGCONT'].map(signal => process.listenerCount(signal) > 0);
  const seen: unknown[] = [];
  const kill = vi.spyOn(process, 'kill').mockImplementation((...sent) => { seen.push(sent, heard()); return true; });
  const heeded = heedSignals({ pause: () => { seen.push('pause'); }, resume: () => { seen.push('resume', heard()); }, interrupt: () => undefined, end: () => undefined });
  heeded.stop();
  heeded.release();
  kill.mockRestore();
  expect(seen).toEqual(['pause', [0, 'SIGTSTP'], [false, false], 'resume', [true, true]]);
});

describe('a signal that ends it', () => {
  test.each([['SIGTERM', 143], ['SIGHUP', 129]] as const)('%s gives the terminal back, keeps the answers and exits with %i', async (signal, code) => {
    const file = at(`${signal}.json`);
    const { terminal, pid } = await begun('--out', file);
    terminal.press();
    process.kill(pid, signal);
    expect(await terminal.sees(`exit=${code}`)).toContain(`Your answers are in ${file}.`);
    expect(cursorOf(terminal)).toBe('shown');
    expect(await settingsAt(terminal)).toEqual(cooked);
    expect([answersIn(file), statSync(file).mode & 0o777]).toEqual([{ outcome: 'rejected' }, 0o600]);
    expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([]);
  });

  test('leaves them in a file of their own when none was named', async () => {
    for (const file of ['answers.json', 'answers-2.json']) {
      const { terminal, pid } = await begun();
      terminal.press();
      process.kill(pid, 'SIGTERM');
      expect(await terminal.sees('exit=143')).toContain(`Your answers are in ${file}.`);
      expect(answersIn(at(file))).toEqual({ outcome: 'rejected' });
    }
  });
});

test('a terminal that is closed ends it, and the answers are kept', async () => {
  const file = at('closed.json');
  const { terminal, pid } = await begun('--out', file);
  terminal.close();
  await gone(pid);
  expect(answersIn(file)).toEqual({ outcome: 'rejected' });
});

test('a window that changes its size in the middle shows the question anew, in its new width', async () => {
  const { terminal, pid } = await begun('--out', at('resized.json'));
  for (const [columns, rows] of [[40, 8], [100, 30], [80, 10]] as const) {
    terminal.resize(columns, rows);
    const shown = await terminal.shows(/◆ {2}Which conversation was it\?/);
    expect(Math.max(...shown.split('\n').map(line => line.length))).toBeLessThanOrEqual(columns);
    terminal.press(keys.down);
    await terminal.shows('●');
  }
  process.kill(pid, 'SIGTERM');
  await terminal.sees('exit=143');
});
