import { spawnSync } from 'node:child_process';

/** A process of Node to start, and to wait for. */
export interface Spawn {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Spawned {
  readonly name: string;
  /** On the clock, from the shortest to the longest. */
  readonly milliseconds: readonly number[];
  readonly outputs: readonly string[];
}

const ROUNDS = 15;

/**
 * Starts each process in turns, after a round that does not count.
 *
 * @throws Error when one of them fails
 */
export function spawned(spawns: readonly Spawn[]): readonly Spawned[] {
  const runs = spawns.map(spawn => ({ spawn, taken: [] as number[], outputs: [] as string[] }));
  for (let round = -1; round < ROUNDS; round++) {
    for (const { spawn, taken, outputs } of runs) {
      const env = { ...process.env, ...spawn.env };
      const start = performance.now();
      const { status, stdout, stderr } = spawnSync(process.execPath, spawn.args, { encoding: 'utf8', env });
      const milliseconds = performance.now() - start;
      if (status !== 0) throw new Error(`${spawn.name} failed: ${stderr}`);
      if (round < 0) continue;
      taken.push(milliseconds);
      outputs.push(stdout);
    }
  }
  return runs.map(({ spawn, taken, outputs }) => ({
    name: spawn.name,
    milliseconds: taken.sort((a, b) => a - b),
    outputs,
  }));
}
