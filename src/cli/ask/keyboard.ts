import { PassThrough, type Readable } from 'node:stream';
import type { ReadStream } from 'node:tty';

/** The keys that are pressed, each in a piece of its own: a prompt takes the key that ends it and leaves the rest to the next. */
export interface Keyboard {
  readonly keys: Readable;
  readonly release: () => void;
}

/** What one key sends: a sequence that starts with escape, or a sign. */
const KEY = /\u001b(?:\[[\d;]*[A-Za-z~]|O[A-Za-z])?|[^\u001b]/gu;

/**
 * Takes over the keyboard from the terminal, from the first question to the last: between two prompts, too, so that what
 * is typed ahead is neither shown nor lost, and Ctrl-C never ends the command over the answers.
 */
export function openKeyboard(stdin: Pick<ReadStream, 'setRawMode'> & Readable = process.stdin): Keyboard {
  const keys = new PassThrough();
  const take = (): void => {
    stdin.setRawMode(false); // after Ctrl-Z and fg the shell has given the terminal other settings, unknown to Node
    stdin.setRawMode(true);
  };
  const pass = (text: string): void => { for (const key of text.match(KEY) ?? []) keys.write(key); };
  const end = (): void => { keys.end(); };
  take();
  stdin.setEncoding('utf8').on('data', pass).on('end', end);
  process.on('SIGCONT', take);
  return {
    keys,
    release: () => {
      process.off('SIGCONT', take);
      stdin.off('data', pass).off('end', end);
      stdin.setRawMode(false);
      stdin.pause();
    },
  };
}
