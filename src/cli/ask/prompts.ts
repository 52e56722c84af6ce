import { type CANCEL_SYMBOL, intro, isCancel, log, multiselect, outro, S_BAR, select, text } from '@clack/prompts';
import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import { printable, wrap } from '../../report/format/wrap.ts';

/** An entry to choose; `value` is what comes back. */
export interface Entry {
  readonly value: string;
  readonly label: string;
}

/** A question as it is shown: what is asked, and quieter lines below it. */
export interface Prompt {
  readonly ask: string;
  readonly below?: readonly string[];
}

/** A terminal in which someone is asked. Each promise gives `null` when they want to leave (Ctrl-C, Ctrl-D, Escape). */
export interface Terminal {
  readonly choose: (prompt: Prompt, entries: readonly Entry[], marked?: string) => Promise<string | null>;
  readonly chooseSeveral: (prompt: Prompt, entries: readonly Entry[], marked: readonly string[]) => Promise<readonly string[] | null>;
  /** @param problemWith - a sentence on what is wrong with a text, `null` when it will do */
  readonly type: (prompt: Prompt, problemWith: (text: string) => string | null, usual?: string) => Promise<string | null>;
  readonly open: (text: string) => void;
  readonly say: (text: string) => void;
  readonly warn: (text: string) => void;
  /** Prints text that has its lines already. */
  readonly print: (text: string) => void;
  /** Says the last sentence, and listens no more. */
  readonly close: (text: string) => void;
}

/** A terminal that tells nobody its size, as some do, has this many columns and rows. */
const COLUMNS = 80;
const ROWS = 24;
/** “│  ” stands before every line. */
const GUIDE = 3;
/** “● ” before every entry. */
const MARK = 2;

/** What is written to, with the size of the terminal. */
type Screen = Writable & { columns?: number; rows?: number };

/** A terminal that hears these keys and shows on this screen. */
export function openTerminal(input: Readable, output: Screen): Terminal {
  if (!output.columns) output.columns = COLUMNS;
  if (!output.rows) output.rows = ROWS;
  const width = (): number => (output.columns ?? COLUMNS) - GUIDE;
  const lines = (sentence: string): readonly string[] => wrap(printable(sentence), width());
  const beside = `\n${styleText('gray', S_BAR)}  `;
  const message = ({ ask, below = [] }: Prompt, lineBreak = '\n'): string => [...lines(ask), ...below.flatMap(lines).map(line => styleText('dim', line))].join(lineBreak);
  const entriesOf = (entries: readonly Entry[]): Entry[] => entries.map(({ value, label }) => ({ value, label: wrap(printable(label), width() - MARK).join(`\n${' '.repeat(MARK)}`) }));
  const { untilLeft, release } = leavable(input);
  return {
    choose: (prompt, entries, marked) => untilLeft(signal =>
      select({ message: message(prompt), options: entriesOf(entries), signal, input, output, ...(marked === undefined ? {} : { initialValue: marked }) })),
    chooseSeveral: (prompt, entries, marked) => untilLeft(signal =>
      multiselect({ message: message(prompt), options: entriesOf(entries), initialValues: [...marked], required: false, signal, input, output })),
    type: (prompt, problemWith, usual) => untilLeft(signal =>
      text({ message: message(prompt, beside), validate: value => problemWith(value ?? '') ?? undefined, signal, input, output, ...(usual === undefined ? {} : { placeholder: usual, defaultValue: usual }) })),
    open: sentence => { intro(lines(sentence).join(beside), { output }); },
    say: sentence => { log.info(lines(sentence).join('\n'), { output }); },
    warn: sentence => { log.warn(lines(sentence).join('\n'), { output }); },
    print: report => { output.write(report); },
    close: sentence => {
      release();
      outro(lines(sentence).join(beside), { output });
    },
  };
}

type UntilLeft = <T>(prompt: (signal: AbortSignal) => Promise<T | typeof CANCEL_SYMBOL>) => Promise<T | null>;

/**
 * Runs prompts that end with `null` on everything that means leaving: the library knows Ctrl-C and Escape while it
 * prompts; here are Ctrl-D, the end of the input, and an interrupt that comes between two prompts.
 */
function leavable(input: Readable): { readonly untilLeft: UntilLeft; readonly release: () => void } {
  let interrupted = false;
  let current: AbortController | null = null;
  const leave = (): void => {
    if (current) setImmediate(abort => { abort.abort(); }, current); // once the library has seen the key, too
    else interrupted = true;
  };
  const onKey = (_text: unknown, key: { readonly ctrl?: boolean; readonly name?: string } | undefined): void => { if (key?.ctrl === true && key.name === 'd') leave(); };
  process.on('SIGINT', leave);
  input.on('end', leave).on('keypress', onKey);
  const untilLeft: UntilLeft = async prompt => {
    if (interrupted || input.readableEnded) {
      interrupted = false;
      return null;
    }
    current = new AbortController();
    try {
      const said = await prompt(current.signal);
      return isCancel(said) ? null : said;
    } finally {
      current = null;
    }
  };
  return { untilLeft, release: () => { process.off('SIGINT', leave); input.off('end', leave).off('keypress', onKey); } };
}
