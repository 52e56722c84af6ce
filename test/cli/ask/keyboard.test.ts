import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type Keyboard, openKeyboard } from '../../../src/cli/ask/keyboard.ts';

interface Bench {
  readonly stdin: PassThrough;
  readonly keyboard: Keyboard;
  /** What happened at once: stops and hang-ups, and the settings that the terminal was given. */
  readonly happened: readonly string[];
  /** The next keys, as many as there are to come. */
  readonly keys: (count: number) => Promise<readonly (string | null)[]>;
}

/** A keyboard in the hands of a test. */
function bench(): Bench {
  const happened: string[] = [];
  const stdin = Object.assign(new PassThrough(), { setRawMode: (raw: boolean) => { happened.push(raw ? 'raw' : 'cooked'); return stdin; } });
  const atOnce = { stop: () => { happened.push('stop'); }, hangUp: () => { happened.push('hang-up'); } };
  const keyboard = openKeyboard(atOnce, stdin as unknown as Parameters<typeof openKeyboard>[1]);
  const keys = async (count: number): Promise<readonly (string | null)[]> => {
    const pressed: (string | null)[] = [];
    while (pressed.length < count) pressed.push(await keyboard.next());
    return pressed;
  };
  return { stdin, keyboard, happened, keys };
}

const all = ['a', '\u001b[B', '\r', '\u001bOA', '\u001b[1;5C', '\u001b[3~', 'é', '🙂', 'ü', '\u001b'];

describe('the keyboard', () => {
  test('loses no key of many that come at once', async () => {
    const { stdin, keys } = bench();
    stdin.end(all.join(''));
    expect(await keys(all.length + 2)).toEqual([...all, null, null]);
  });

  test.each([1, 2, 3, 5])('loses none of many that come in pieces of %i bytes', async size => {
    const { stdin, keys } = bench();
    const bytes = Buffer.from(all.join(''));
    for (let from = 0; from < bytes.length; from += size) stdin.write(bytes.subarray(from, from + size));
    expect(await keys(all.length)).toEqual(all);
  });

  test('keeps what is pressed while nobody asks for it', async () => {
    const { stdin, keyboard, keys } = bench();
    stdin.write('ab');
    keyboard.press('\u0003');
    expect((await keys(3)).toSorted()).toEqual(['\u0003', 'a', 'b']);
  });

  test('gives Escape when nothing follows it', async () => {
    const { stdin, keys } = bench();
    stdin.write('\u001b');
    expect(await keys(1)).toEqual(['\u001b']);
  });

  test('stops at once at Ctrl-Z, which is no key, and loses none around it', async () => {
    const { stdin, happened, keys } = bench();
    stdin.write('a\u001ab');
    expect(await keys(2)).toEqual(['a', 'b']);
    expect(happened).toEqual(['cooked', 'raw', 'stop']);
  });

  test.each<[string, (stdin: PassThrough) => void]>([
    ['ends', stdin => { stdin.end(); }],
    ['fails', stdin => { stdin.destroy(new Error('EIO')); }],
  ])('hangs up when the terminal %s', async (_how, go) => {
    const { stdin, happened, keys } = bench();
    go(stdin);
    expect(await keys(1)).toEqual([null]);
    expect(happened.at(-1)).toBe('hang-up');
  });

  test('takes the terminal over, gives it for a while, and back', () => {
    const { stdin, keyboard, happened } = bench();
    keyboard.give();
    keyboard.take();
    keyboard.release();
    expect(happened).toEqual(['cooked', 'raw', 'cooked', 'cooked', 'raw', 'cooked']);
    expect(['data', 'end'].map(event => stdin.listenerCount(event))).toEqual([0, 0]);
  });
});
