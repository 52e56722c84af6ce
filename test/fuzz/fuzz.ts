import { mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { kinds } from './arbitraries.ts';
import type { Case, Kind } from './cases.ts';
import { type Growth, growthOf } from './growth.ts';
import { type Outcome, outcomeOf } from './laws.ts';
import { repeats } from './repeats.ts';

/** CPU milliseconds that one input may take. */
const caps: Readonly<Record<Kind, number>> = { answers: 20, diagnosis: 20, history: 1000, file: 20, options: 100, stored: 100, pack: 100, command: 1000 };

/** A round of inputs, shared out among the kinds. */
const ROUND = 2000;
/** Of so many inputs one is tried with names on prototypes, and looked at for changes. */
const THOROUGH = 20;
/** For so many milliseconds a smaller input is looked for that breaks the same law. */
const MOST_SHRINKING = 10_000;

const { values } = parseArgs({ allowNegative: true, options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '20261122' }, inputs: { type: 'string', default: '1000000' }, growth: { type: 'boolean', default: true } } });
const [minutes, seed, most] = [Number(values.minutes), Number(values.seed), Number(values.inputs)];

/** What was seen of one kind. */
interface Seen {
  count: number;
  readonly milliseconds: number[];
  readonly over: string[];
  slowest: { readonly milliseconds: number; readonly one: string };
}

const seen = new Map<Kind, Seen>();
const failures: string[] = [];
const started = Date.now();

for (let round = 0; Date.now() - started < minutes * 60_000 && total() < most; round++) {
  for (const [kind, { of, share }] of Object.entries(kinds) as [Kind, (typeof kinds)[Kind]][]) await tryKind(kind, of, (ROUND * share) / 1000, seed + round);
}
if (total() > 0) tell('test/fuzz/result.txt', report());
if (values.growth) tell('test/fuzz/growth.txt', growthTable(repeats.map(growthOf)));
process.exitCode = failures.length > 0 ? 1 : 0;

function tell(file: string, text: string): void {
  writeFileSync(file, text);
  process.stdout.write(text);
}

function total(): number {
  return [...seen.values()].reduce((sum, { count }) => sum + count, 0);
}

/** Tries so many inputs of a kind; where one breaks a law, the smallest that does is kept in the corpus. */
async function tryKind(kind: Kind, of: fc.Arbitrary<Case>, numRuns: number, roundSeed: number): Promise<void> {
  const own = seen.get(kind) ?? { count: 0, milliseconds: [], over: [], slowest: { milliseconds: 0, one: '' } };
  seen.set(kind, own);
  let failedAt = Number.POSITIVE_INFINITY;
  const property = fc.asyncProperty(of, async one => {
    if (Date.now() - failedAt > MOST_SHRINKING) return;
    const outcome = await outcomeOf(one, own.count % THOROUGH === 0);
    own.count += 1;
    await note(own, one, outcome);
    if (outcome.broken === null) return;
    const thorough = await outcomeOf(one, true); // that shrinking does not hang on the count
    if (thorough.broken !== null) failedAt = Math.min(failedAt, Date.now());
    if (thorough.broken !== null) throw new Error(thorough.broken);
  });
  const { counterexample, errorInstance } = await fc.check(property, { seed: roundSeed, numRuns });
  if (counterexample) keep(counterexample[0], errorInstance instanceof Error ? errorInstance.message : '');
}

async function note(own: Seen, one: Case, { milliseconds }: Outcome): Promise<void> {
  own.milliseconds.push(milliseconds);
  if (milliseconds <= own.slowest.milliseconds && milliseconds <= caps[one.kind]) return;
  const again = [await outcomeOf(one, false), await outcomeOf(one, false)].map(each => each.milliseconds); // other work of the process may have come between
  const least = Math.min(milliseconds, ...again);
  if (least > caps[one.kind]) own.over.push(`${least.toFixed(1)} ms ${JSON.stringify(one).slice(0, 300)}`);
  if (least > own.slowest.milliseconds) own.slowest = { milliseconds: least, one: JSON.stringify(one).slice(0, 160) };
}

function keep(one: Case, broken: string): void {
  const text = JSON.stringify(one, null, 1);
  const name = `${one.kind}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
  failures.push(`${name}: ${broken}`);
  mkdirSync('test/fuzz/corpus', { recursive: true });
  writeFileSync(`test/fuzz/corpus/${name}`, `${text}\n`);
  process.stderr.write(`${name}: ${broken}\n`);
}

function column(value: string | number, width: number): string {
  return String(value).padStart(width);
}

function machine(): string {
  return `${new Date(started).toISOString().slice(0, 10)}, Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${((Date.now() - started) / 60_000).toFixed(0)} minutes`;
}

function report(): string {
  const rows = [...seen].map(([kind, { count, milliseconds, over, slowest }]) => {
    const sorted = Float64Array.from(milliseconds).sort();
    const quantile = (q: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0).toFixed(2);
    return `${kind.padEnd(10)}${column(count, 9)}${[0.5, 0.99, 0.9999].map(q => column(quantile(q), 10)).join('')}${column(slowest.milliseconds.toFixed(1), 10)}${column(caps[kind], 7)}${column(over.length, 7)}`;
  });
  return `${[
    `npm run fuzz, seed ${seed}, ${machine()}`,
    '', `${total()} inputs, ${failures.length} that broke a law`, ...failures.map(each => `  ${each}`),
    '', 'CPU milliseconds of one input (the slowest: the least of three runs)',
    'kind         inputs    median       99%    99.99%   slowest    cap   over', ...rows,
    '', ...[...seen].map(([kind, { slowest }]) => `slowest of ${kind}: ${slowest.one}`),
    '', ...[...seen].flatMap(([, { over }]) => over.map(each => `over its cap: ${each}`)),
  ].join('\n')}\n`;
}

function growthTable(grown: readonly Growth[]): string {
  return `${[
    `npm run fuzz, ${machine()}`,
    '', 'CPU of reading a pack in which one thing is repeated, at the largest size that is read and at half of it (the least of three',
    'runs); the exponent is that of the time by the size: 1 is linear, 2 quadratic',
    '', 'exponent    whole     half      size  what',
    ...[...grown].sort((a, b) => b.exponent - a.exponent).map(({ what, size, whole, half, exponent }) => `${column(exponent.toFixed(2), 8)}${column(whole.toFixed(0), 6)} ms${column(half.toFixed(0), 6)} ms${column(size, 10)}  ${what}`),
  ].join('\n')}\n`;
}
