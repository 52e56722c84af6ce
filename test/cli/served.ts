import { type ChildProcess, spawn } from 'node:child_process';
import { cli } from './command.ts';

/** `afterview serve` in a process of its own. */
export interface Served {
  readonly origin: string;
  readonly child: ChildProcess;
  /** Everything that it wrote, to either stream. */
  readonly written: () => string;
  /** Ends it by a signal, and gives its exit code. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

export function served(...args: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  const ended = new Promise<number | null>(resolve => { child.on('close', resolve); });
  const end = (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return new Promise((resolve, reject) => {
    void ended.then(code => { reject(new Error(`it ended (${code}): ${written}`)); });
    const hear = (chunk: Buffer): void => {
      written += chunk.toString('utf8');
      const origin = /listens at (\S+)/.exec(written)?.[1];
      if (origin !== undefined) resolve({ origin, child, written: () => written, end });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
}
