import { existsSync, readFileSync } from 'node:fs';
import { bundles } from './bundles.ts';
import { loading, type Taken } from './loading.ts';
import { FRESH_PROCESS } from './ours.ts';
import { quantile } from './quantile.ts';
import { type Spawn, spawned } from './spawned.ts';
import { figures, markdownTable, timeText } from './table.ts';

const ANSWERS = 'examples/answers/late.json';

/** A whole process each; the bare one is what Node takes by itself. */
const commands: readonly Spawn[] = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'afterview --help', args: ['dist/cli.js', '--help'] },
  { name: `afterview diagnose ${ANSWERS}`, args: ['dist/cli.js', 'diagnose', ANSWERS] },
  {
    name: 'node, import and two diagnoses',
    args: ['--input-type=module', '-e', FRESH_PROCESS],
    env: { ANSWERS: answersIn(ANSWERS) },
  },
];

/** What stands in the output of the last command: milliseconds, one after the other. */
const steps = ['import of dist/index.js', 'the first diagnosis', 'the second diagnosis'];

/**
 * Times what is paid once: whole processes, the first calls in one, a pack from its folder, and how large the entries
 * of the package are. Takes what was built, so that it has to be built before.
 */
export async function processes(): Promise<unknown> {
  if (!existsSync('dist/index.js')) throw new Error('there is no dist yet: npm run build');
  const runs = spawned(commands);
  const inside = runs.at(-1)?.outputs.map(output => JSON.parse(output) as readonly number[]) ?? [];
  const firsts = steps.map((name, step) => ({
    name,
    milliseconds: inside.map(times => times[step] as number).sort((a, b) => a - b),
  }));
  const load = loading();
  console.log('\nTime on the clock, of processes and first calls in turns:\n');
  console.log(markdownTable(['', 'median', 'least', 'most'], [...runs, ...firsts, ...load].map(spread)));
  const sizes = await bundles();
  console.log('\nSize of the entries, bundled and minified:\n');
  const rows = sizes.map(({ name, gzip, brotli }) => [name, kilobytes(gzip), kilobytes(brotli)]);
  console.log(markdownTable(['', 'gzip', 'brotli'], rows));
  return { runs: runs.map(({ name, milliseconds }) => ({ name, milliseconds })), firsts, load, sizes };
}

function spread({ name, milliseconds }: Taken): readonly string[] {
  return [name, ...[0.5, 0, 1].map(part => timeText(quantile(milliseconds, part) * 1000))];
}

function kilobytes(bytes: number): string {
  return `${figures(bytes / 1000)} kB`;
}

/** The answers of an answers file, as JSON. */
function answersIn(file: string): string {
  return JSON.stringify((JSON.parse(readFileSync(file, 'utf8')) as { readonly answers: unknown }).answers);
}
