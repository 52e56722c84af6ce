import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import autocannon, { type Result } from 'autocannon';

/**
 * Asks `afterview serve`, held to one core, as fast as it is told to and as fast as it can, for ten seconds each:
 * `npm run load` prints what came of it and keeps it in `result.txt`. Another core asks.
 */
const SECONDS = 10;
const file = JSON.parse(readFileSync('examples/answers/weak-research.json', 'utf8')) as { readonly answers: object };
const answers = JSON.stringify({ answers: file.answers, asOf: '2026-11-22' });

interface Ask {
  readonly name: string;
  readonly path: string;
  readonly method: 'GET' | 'POST';
  /** Requests a second; as many as it can unless given. */
  readonly rate?: number;
}

const asks: readonly Ask[] = [
  { name: 'explain, 1000 a second', path: '/explain', method: 'POST', rate: 1000 },
  { name: 'explain, as fast as it can', path: '/explain', method: 'POST' },
  { name: 'questions, as fast as it can', path: '/questions', method: 'GET' },
  { name: 'diagnose, 100 a second', path: '/diagnose', method: 'POST', rate: 100 },
  { name: 'diagnose, as fast as it can', path: '/diagnose', method: 'POST' },
  { name: 'next, as fast as it can', path: '/next', method: 'POST' },
];

async function started(): Promise<{ readonly child: ChildProcess; readonly origin: string }> {
  const held = spawnSync('taskset', ['-V']).status === 0;
  const command = [process.execPath, 'dist/cli.js', 'serve', '--port', '0'];
  const child = held ? spawn('taskset', ['-c', '0', ...command]) : spawn(command[0] ?? '', command.slice(1));
  if (held) spawnSync('taskset', ['-cp', '1', String(process.pid)]);
  const origin = await new Promise<string>(resolve => {
    child.stderr.on('data', chunk => { const found = /listens at (\S+)/.exec(String(chunk))?.[1]; if (found !== undefined) resolve(found); });
  });
  return { child, origin };
}

function run(origin: string, { path, method, rate }: Ask, seconds = SECONDS): Promise<Result> {
  return autocannon({ url: `${origin}${path}`, method, duration: seconds, connections: 8, ...(rate === undefined ? {} : { overallRate: rate }), ...(method === 'POST' ? { body: answers, headers: { 'content-type': 'application/json' } } : {}) });
}

const { child, origin } = await started();
const lines = [`${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus()[0]?.model ?? 'a processor'}, the server held to one core, 8 connections, ${SECONDS} s each`, ''];
lines.push(`${'what is asked'.padEnd(32)}${'a second'.padStart(10)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}${'refused'.padStart(10)}`);
for (const ask of asks) {
  await run(origin, ask, 2); // to warm up
  const { requests, latency, non2xx, errors } = await run(origin, ask);
  lines.push(`${ask.name.padEnd(32)}${requests.average.toFixed(0).padStart(10)}${latency.p50.toFixed(0).padStart(10)}${latency.p99.toFixed(0).padStart(10)}${String(non2xx + errors).padStart(10)}`);
}
child.kill();
console.log(lines.join('\n'));
writeFileSync('test/load/result.txt', `${lines.join('\n')}\n`);
