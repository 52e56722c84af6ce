import { watch } from 'node:fs';
import { readInFolder } from '../authoring/folder/readInFolder.ts';
import { type PlacedPack, readWithPlaces } from '../authoring/readPack.ts';
import { formatNotice, formatProblem, type Problem } from '../base/problem.ts';
import { type CoveredPart, coveredKinds, coverageOf } from '../examples/coverage.ts';
import { exampleRunner } from '../examples/runExamples.ts';
import { labOf } from '../lint/lab.ts';
import { jsonText } from './jsonText.ts';
import { printProblems, Refusal, unsteering } from './refusal.ts';

export interface TestCommandOptions {
  readonly format: 'text' | 'json';
  readonly coverage?: true;
  readonly watch?: true;
}

/** `afterview test FOLDER`: runs the examples that a pack carries, and tells which do not come out as their authors expect. */
export async function testCommand(folder: string, options: TestCommandOptions): Promise<void> {
  if (options.watch) await testOnChange(folder, options);
  else if (!testOnce(folder, options)) process.exitCode = 1;
}

/** @returns whether all examples come out as expected */
function testOnce(folder: string, { format, coverage }: TestCommandOptions): boolean {
  const read = readInFolder(folder, readWithPlaces);
  if (!read.ok) throw new Refusal(read.problems);
  const failed = runAll(read.value);
  const parts = coverage ? coverageOf(labOf(read.value), read.value.read.examples) : null;
  process.stdout.write(format === 'json' ? jsonText(dataOf(read.value, failed, parts)) : unsteering(textOf(read.value, failed, parts)));
  return failed.length === 0;
}

/** Problems by example; those that come out are left out. */
type Failed = readonly (readonly Problem[])[];

function runAll({ read: { pack, examples } }: PlacedPack): Failed {
  const run = exampleRunner(pack);
  let told = Date.now();
  const failed = examples.map((example, index) => {
    if (process.stderr.isTTY && Date.now() - told > 500) {
      told = Date.now();
      process.stderr.write(`\r${index} of ${examples.length} examples`);
    }
    return run(example);
  });
  return failed.filter(problems => problems.length > 0);
}

function textOf({ read: { pack, examples } }: PlacedPack, failed: Failed, parts: readonly CoveredPart[] | null): string {
  const told = failed.flat().map(problem => `${formatProblem(problem)}\n\n`).join('');
  const verdict = failed.length === 0 ? 'all come out as expected' : `${failed.length} ${failed.length === 1 ? 'does' : 'do'} not come out as expected`;
  return `${told}${parts ? coverageText(parts) : ''}${pack.id} ${pack.version}: ${examples.length} examples, ${verdict}\n`;
}

function coverageText(parts: readonly CoveredPart[]): string {
  const missing = parts.filter(({ shownBy }) => shownBy === 0).map(({ kind, text, at: { file, line, column } }) =>
    `${formatNotice(`${kind} without example`, { message: text, hint: '', at: { file, line, column } })}\n`);
  const counts = coveredKinds.map(kind => {
    const own = parts.filter(part => part.kind === kind);
    return `${kind === 'fix' ? 'fixes' : `${kind}s`} ${own.filter(({ shownBy }) => shownBy > 0).length} of ${own.length}`;
  });
  return `${missing.join('')}${missing.length > 0 ? '\n' : ''}shown by examples: ${counts.join(', ')}\n`;
}

function dataOf({ read: { pack, examples } }: PlacedPack, failed: Failed, parts: readonly CoveredPart[] | null): object {
  return { pack: { id: pack.id, version: pack.version, hash: pack.hash }, examples: examples.length, failed: failed.length, problems: failed.flat(), ...(parts ? { coverage: parts } : {}) };
}

/** Changes that come so soon after one another are one. */
const SETTLED = 100;

/** Runs them again whenever a file of the folder changes, until somebody ends it. */
async function testOnChange(folder: string, options: TestCommandOptions): Promise<never> {
  for (;;) {
    const changed = nextChange(folder);
    try {
      testOnce(folder, options);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      printProblems(error);
    }
    process.stderr.write('waiting for a file to change; Ctrl-C ends it\n');
    await changed;
  }
}

function nextChange(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const watcher = watch(folder, { recursive: true }, () => {
      setTimeout(() => {
        watcher.close();
        resolve();
      }, SETTLED);
    });
    watcher.on('error', reject);
  });
}
