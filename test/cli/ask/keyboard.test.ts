import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { openKeyboard } from '../../../src/cli/ask/keyboard.ts';

/** A keyboard in the hands of a test, the keys that come through, and the settings that its terminal was given. */
function bench(): { readonly stdin: PassThrough; readonly pressed: readonly string[]; readonly raw: readonly boolean[]; readonly release: () => void; readonly ended: Promise<void> } {
  const raw: boolean[] = [];
  const terminal = Object.assign(new PassThrough(), { setRawMode: (mode: boolean) => { raw.push(mode); return terminal; } });
  const { keys, release } = openKeyboard(terminal as unknown as Parameters<typeof openKeyboard>[0]);
  const pressed: string[] = [];
  keys.on('data', (key: Buffer) => { pressed.push(key.toString('utf8')); });
  return { stdin: terminal, pressed, raw, release, ended: new Promise(resolve => { keys.on('end', resolve); }) };
}

describe('the keyboard', () => {
  test('gives each key in a piece of its own, whatever it sends', async () => {
    const { stdin, pressed, release, ended } = bench();
    stdin.write('a\u001b[B\r\u001bOA\u001b[1;5C\u001b[3~é🙂\u001b');
    const bytes = Buffer.from('ü');
    stdin.write(bytes.subarray(0, 1));
    stdin.end(bytes.subarray(1));
    await ended;
    expect(pressed).toEqual(['a', '\u001b[B', '\r', '\u001bOA', '\u001b[1;5C', '\u001b[3~', 'é', '🙂', '\u001b', 'ü']);
    release();
  });

  test('keeps what is pressed while nobody listens', async () => {
    const stdin = Object.assign(new PassThrough(), { setRawMode: () => stdin });
    const { keys, release } = openKeyboard(stdin as unknown as Parameters<typeof openKeyboard>[0]);
    stdin.end('ab');
    const pressed: string[] = [];
    for await (const key of keys) pressed.push(String(key));
    expect(pressed.join('')).toBe('ab');
    release();
  });

  test('takes the terminal over, again after it was stopped and continued, and gives it back', () => {
    const before = process.listenerCount('SIGCONT');
    const { raw, release } = bench();
    expect(raw).toEqual([false, true]);
    process.emit('SIGCONT');
    expect(raw).toEqual([false, true, false, true]);
    release();
    expect(raw.at(-1)).toBe(false);
    expect(process.listenerCount('SIGCONT')).toBe(before);
  });
});
