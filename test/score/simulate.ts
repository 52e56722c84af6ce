import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { safeLoadPack } from '../../src/node.ts';
import { formatProblems } from '../../src/base/problem.ts';
import { wilson } from './measures.ts';
import { type Agreement, PART, type Simulation, together } from './simulation.ts';

/**
 * Shows on people drawn from the pack in `rules/` how soon each order of questions comes to the leading explanation of
 * the full questionnaire: `npm run simulate`, with `-- --cases 200` for fewer. The same cases give the same numbers.
 */
const SEED = 1;
/** Work is shared out to two processes where there are two cores. */
const processes = Math.min(2, availableParallelism());

const read = safeLoadPack('rules');
if (!read.ok) {
  console.error(formatProblems(read.problems));
  process.exit(1);
}
const { values } = parseArgs({ options: { cases: { type: 'string', default: '2000' } } });
const cases = Number(values.cases);
if (!Number.isInteger(cases) || cases < 1) {
  console.error(`--cases ${values.cases}: give a whole number, 1 or more`);
  process.exit(2);
}

/** Each process takes a run of the cases. */
async function simulateAll(): Promise<Simulation> {
  const starts = Array.from({ length: processes + 1 }, (_, index) => Math.round((index * cases) / processes));
  const parts = starts.slice(1).flatMap((end, index) => (end > (starts[index] ?? 0) ? [{ seed: SEED + (starts[index] ?? 0), cases: end - (starts[index] ?? 0) }] : []));
  return (await Promise.all(parts.map(simulatePart))).reduce(together);
}

async function simulatePart(part: { readonly cases: number; readonly seed: number }): Promise<Simulation> {
  const child = fork(fileURLToPath(new URL('simulatePart.ts', import.meta.url)));
  child.once('exit', code => { if (code !== 0) process.exit(1); });
  child.send(part);
  const [simulation] = await once(child, 'message') as [Simulation];
  return simulation;
}

const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;

function row(name: string, { same, put, full }: Agreement): string {
  const [low, high] = wilson(same);
  return `${name.padEnd(26)}${percent(same.right / same.of).padStart(6)} (${percent(low)}–${percent(high)})`.padEnd(50)
    + `${(put / same.of).toFixed(1).padStart(5)}  ${percent(put / full).padStart(6)}`;
}

const { adaptive, fixed, random, untilEnough } = await simulateAll();
console.log(`How often the leading explanation is that of the full questionnaire (${(adaptive.full / cases).toFixed(1)} questions on average),`);
console.log(`when at most ${PART * 100}% of its questions are put: ${cases} people drawn from the pack’s own model, “I don’t know” included.\n`);
console.log(`${'order'.padEnd(28)}${'same leader'.padEnd(22)}${'questions, of the full'.padStart(22)}`);
console.log(row('most telling first', adaptive));
console.log(row('as in the questionnaire', fixed));
console.log(row('random', random));
console.log(`\nWithout that limit, asking until it is enough`);
console.log(row('most telling first', untilEnough));
console.log('\nIn brackets 95% Wilson intervals.');
