import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { bundled } from './bundle.ts';
import type { Said } from './checks.ts';
import { inRuntimes, versionOf } from './installed.ts';
import { type Heard, judged, type Result } from './result.ts';

/** The day whose behaviour is asked of the runtime, which a worker has to name. */
const COMPATIBLE = '2025-01-01';
const TIME_LIMIT = 120_000;

/** Workers answer with what the suite says. Their runtime makes no code out of text, and has no disk and no modules of Node. */
export async function runInWorkerd(home: string, expected: ReadonlyMap<string, string>): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const format of ['ESM', 'CJS'] as const) {
    const script = await bundled(home, `worker-${format}.mjs`, 'esm', ['workerd', 'worker']);
    const heard = await answerOf(script, join(home, `worker-${format}`));
    results.push({ runtime: `workerd ${versionOf('workerd')}`, format, suite: 'in a bundle, no code out of text', ...judged(heard, expected) });
  }
  return results;
}

async function answerOf(script: string, folder: string): Promise<Heard> {
  mkdirSync(folder);
  writeFileSync(join(folder, 'worker.js'), script);
  writeFileSync(join(folder, 'config.capnp'), `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = [(name = "worker.js", esModule = embed "worker.js")], compatibilityDate = "${COMPATIBLE}"))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`);
  // its control channel, the fourth one, says on which port it listens
  const server = spawn(inRuntimes('workerd', 'bin', 'workerd'), ['serve', 'config.capnp', '--control-fd=3'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let complaints = '';
  server.stderr?.on('data', (text: Buffer) => { complaints += text.toString(); });
  try {
    const response = await fetch(`http://127.0.0.1:${await portOf(server)}/`, { signal: AbortSignal.timeout(TIME_LIMIT) });
    const text = await response.text();
    return response.ok && complaints === '' ? JSON.parse(text) as readonly Said[] : { failed: `status ${response.status}: ${text.slice(0, 300)} ${complaints.slice(0, 600)}` };
  } catch (error) {
    return { failed: `${String(error)} ${complaints.slice(0, 600)}` };
  } finally {
    server.kill();
  }
}

function portOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let heard = '';
    (server.stdio[3] as Readable).on('data', (text: Buffer) => {
      heard += text.toString();
      const [, port] = /"event":"listen".*"port":(\d+)/.exec(heard) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
    server.on('error', reject);
    server.on('exit', status => { reject(new Error(`it ended with ${status ?? 'a signal'}`)); });
    setTimeout(() => { reject(new Error('it did not start in time')); }, TIME_LIMIT).unref();
  });
}
