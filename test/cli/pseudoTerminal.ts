import { spawn, spawnSync } from 'node:child_process';
import { cli } from './command.ts';

export const keys = { enter: '\r', space: ' ', backspace: '\u007f', up: '\u001b[A', down: '\u001b[B', interrupt: '\u0003', endOfInput: '\u0004', stop: '\u001a', escape: '\u001b' } as const;

/** The command in a terminal of its own, with somebody at the keyboard. */
export interface PseudoTerminal {
  /** Waits until a text was shown after the last keys, and a prompt waits below it; gives everything shown since then. */
  readonly shows: (text: string | RegExp) => Promise<string>;
  /** Waits until a text was shown after the last keys, prompt or no prompt; gives everything shown since then. */
  readonly sees: (text: string | RegExp) => Promise<string>;
  readonly press: (...pressed: readonly string[]) => void;
  /** Everything that was sent to the terminal so far, with what steers it. */
  readonly sent: () => string;
  /** Waits until the command ends. */
  /** Changes the size of its window. */
  readonly resize: (columns: number, rows: number) => void;
  /** Closes its window. */
  readonly close: () => void;
  readonly ended: () => Promise<{ readonly code: number | null; readonly text: string }>;
}

const PATIENCE = 60_000;

/**
 * Runs the command in a pseudo-terminal that `script` of util-linux makes: no mock of a terminal, and no native package.
 *
 * @throws Error when this machine has no `script`: then these tests cannot run, and must not pass.
 */
export function atTerminal(args: readonly string[], options: TerminalOptions = {}): PseudoTerminal {
  return terminalOf(`exec ${[process.execPath, cli, ...args].map(word => `'${word}'`).join(' ')}`, options);
}

/** A shell in a pseudo-terminal, which stops and continues what runs in it, and leaves the settings of the terminal as they are. */
export function shellAtTerminal(options: TerminalOptions = {}): PseudoTerminal {
  return terminalOf('exec sh -i', { ...options, env: { ...options.env, ENV: '' } });
}

interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

function terminalOf(line: string, { columns = 80, rows = 60, env = {} }: TerminalOptions): PseudoTerminal {
  if (spawnSync('script', ['--version']).status !== 0) { // the one of BSD knows no such flag
    throw new Error('these tests need “script” of util-linux for a real pseudo-terminal: install util-linux (Debian: bsdutils)');
  }
  const child = spawn('script', ['-qfec', `stty cols ${columns} rows ${rows}; echo at=$(tty); ${line}`, '/dev/null'], { env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, CI: undefined, ...env } });
  let shown = '';
  let since = 0;
  let code: number | null | undefined;
  const watchers = new Set<() => void>();
  const changed = (): void => { for (const watcher of watchers) watcher(); };
  child.stdout.on('data', (chunk: Buffer) => { shown += chunk.toString('utf8'); changed(); });
  child.stdin.on('error', () => undefined); // it may end before it has read everything
  child.on('close', ended => { code = ended; changed(); });

  /** Waits for a value; what the terminal shows instead is in the error. */
  const until = <T>(what: string, value: () => T | undefined): Promise<T> => new Promise((resolve, reject) => {
    const settle = (action: () => void): void => { clearTimeout(timer); watchers.delete(watch); action(); };
    const timer = setTimeout(() => { settle(() => { child.kill(); reject(new Error(`waited for ${what}, but the terminal shows:\n${plain(shown.slice(since))}`)); }); }, PATIENCE);
    const watch = (): void => {
      const found = value();
      if (found !== undefined) settle(() => { resolve(found); });
      else if (code !== undefined) settle(() => { reject(new Error(`waited for ${what}, but the command has ended (${code}):\n${plain(shown.slice(since))}`)); });
    };
    watchers.add(watch);
    watch();
  });

  const matches = (now: string, text: string | RegExp): boolean => (typeof text === 'string' ? now.includes(text) : text.test(now));
  return {
    sees: text => until(String(text), () => {
      const now = plain(shown.slice(since));
      return matches(now, text) ? now : undefined;
    }),
    resize: (wide, high) => {
      since = shown.length;
      spawnSync('stty', ['-F', /at=(\S+)/.exec(shown)?.[1] ?? '', 'cols', String(wide), 'rows', String(high)]);
    },
    close: () => { child.kill('SIGKILL'); },
    shows: text => until(String(text), () => {
      const now = plain(shown.slice(since));
      return /└[^◆◇●▲│]*$/.test(now) && matches(now, text) ? now : undefined;
    }),
    press: (...pressed) => { since = shown.length; child.stdin.write(pressed.join('')); },
    sent: () => shown,
    ended: () => until('its end', () => (code === undefined ? undefined : { code, text: plain(shown) })),
  };
}

/** What a terminal shows, line by line, without what steers it. */
function plain(output: string): string {
  return output.replaceAll(/\u001b\[[\d;?]*[A-Za-z]/g, '').replaceAll('\r', '');
}
