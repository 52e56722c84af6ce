import type { Readable } from 'node:stream';
import type { ReadStream } from 'node:tty';

/** The keys that are pressed, in their order: a prompt takes the key that ends it and leaves the rest to the next. */
export interface Keyboard {
  /** The next key, as what it sends; `null` once none can come any more. */
  readonly next: () => Promise<string | null>;
  /** As if this key had been pressed. */
  readonly press: (key: string) => void;
  /** Takes the terminal over again, after another program had it. */
  readonly take: () => void;
  /** Gives the terminal back, for a while. */
  readonly give: () => void;
  /** Gives the terminal back, and listens no more. */
  readonly release: () => void;
}

/** What does not wait until it is a prompt's turn. */
export interface AtOnce {
  /** Ctrl-Z. */
  readonly stop: () => void;
  /** The terminal is gone. */
  readonly hangUp: () => void;
}

/** What one key sends: a sequence that starts with escape, or a sign. */
const KEY = /\u001b(?:\[[\d;]*[A-Za-z~]|O[A-Za-z])?|[^\u001b]/gu;
/** The beginning of a sequence: the rest is on its way, or it is the key Escape. */
const BEGUN = /\u001b(?:\[[\d;]*|O)?$/;
const PATIENCE_MS = 50;

export const STOP = '\u001a';

/**
 * Takes over the keyboard from the terminal, from the first question to the last: between two prompts, too, so that what
 * is typed ahead is neither shown nor lost, and Ctrl-C never ends the command over the answers.
 */
export function openKeyboard({ stop, hangUp }: AtOnce, stdin: Pick<ReadStream, 'setRawMode'> & Readable = process.stdin): Keyboard {
  const pressed: (string | null)[] = [];
  let waiting: ((key: string | null) => void) | null = null;
  let begun = '';
  let timer: NodeJS.Timeout | undefined;
  const press = (key: string | null): void => {
    const taker = waiting;
    waiting = null;
    if (taker) taker(key);
    else pressed.push(key);
  };
  const hear = (text: string): void => {
    for (const key of text.match(KEY) ?? []) if (key === STOP) stop(); else press(key);
  };
  const escape = (): void => {
    clearTimeout(timer);
    const rest = begun;
    begun = '';
    hear(rest);
  };
  const pass = (text: string): void => {
    clearTimeout(timer);
    const all = begun + text;
    begun = BEGUN.exec(all)?.[0] ?? '';
    hear(all.slice(0, all.length - begun.length));
    if (begun !== '') timer = setTimeout(escape, PATIENCE_MS);
  };
  const end = (): void => {
    escape();
    press(null);
    hangUp();
  };
  const give = (): void => { stdin.setRawMode(false); };
  const take = (): void => {
    give(); // the shell has given the terminal other settings, unknown to Node
    stdin.setRawMode(true);
  };
  take();
  stdin.setEncoding('utf8').on('data', pass).on('end', end).on('error', end);
  return {
    next: () => {
      const [key] = pressed;
      if (key === undefined) return new Promise(resolve => { waiting = resolve; });
      if (key !== null) pressed.shift(); // after the end there is nothing but the end
      return Promise.resolve(key);
    },
    press, take, give,
    release: () => {
      clearTimeout(timer);
      stdin.off('data', pass).off('end', end); // it may still fail, which is no matter any more
      stdin.off('error', end).on('error', () => undefined);
      give();
      stdin.pause();
    },
  };
}
