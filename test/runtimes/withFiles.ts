import { join, resolve } from 'node:path';
import type { Said } from './checks.ts';
import { inRuntimes, spawned, versionOf } from './installed.ts';
import { type Heard, judged, type Result, textsOf } from './result.ts';
import { endings, type Format } from './suite.ts';

/** A way of starting programs. */
interface Way {
  readonly suite: string;
  readonly flags: readonly string[];
  readonly noCode?: boolean;
}

interface Runtime {
  readonly name: string;
  readonly program: string;
  readonly ways: readonly Way[];
}

const ANSWERS = resolve('examples/answers/weak-research.json');
const noCode = '--disallow-code-generation-from-strings';

/** Runtimes with a disk and a command line. The first way of each is the plain one. */
function runtimes(home: string): readonly Runtime[] {
  const readable = [...['afterview', 'zod', 'yaml'].map(name => join(home, 'node_modules', name)), join(home, 'suite'), ANSWERS];
  const node = (name: string, permission: readonly string[]): Runtime => ({
    name: `Node ${versionOf(name)}`,
    program: inRuntimes(name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    ways: [
      { suite: 'plain', flags: [] },
      { suite: 'no code out of text', flags: [noCode], noCode: true },
      { suite: 'reading its files only', flags: [...permission, ...readable.map(path => `--allow-fs-read=${path}`)] },
    ],
  });
  // The parser of YAML and the command look at variables that switch logs and colours on; Node lets everybody do so.
  const deno = ['run', '--quiet', '--no-prompt', '--no-remote', '--node-modules-dir=manual', '--allow-env', `--allow-read=${readable.join()}`];
  return [
    node('node20', ['--experimental-permission', '--disable-warning=ExperimentalWarning']),
    node('node22', ['--permission']),
    node('node24', ['--permission']),
    {
      name: `Deno ${versionOf('deno')}`,
      program: inRuntimes('deno', process.platform === 'win32' ? 'deno.exe' : 'deno'),
      ways: [{ suite: 'reading its files only', flags: deno }, { suite: 'no code out of text', flags: [...deno, `--v8-flags=${noCode}`], noCode: true }],
    },
    { name: `Bun ${versionOf('bun')}`, program: inRuntimes('bun', 'bin', 'bun.exe'), ways: [{ suite: 'plain', flags: [] }] },
  ];
}

/** What Node 20 says of modules is what all others are to say. */
export function runWithFiles(home: string): { readonly expected: ReadonlyMap<string, string>; readonly results: readonly Result[] } {
  const all = runtimes(home);
  const [first] = all as [Runtime];
  const expected = textsOf(heardFrom(first, 'ESM', first.ways[0] as Way, home));
  const printed = commands.map(args => printedBy(first, first.ways[0] as Way, args, home));
  const results = all.flatMap(runtime => runtime.ways.flatMap(way => [
    ...(['ESM', 'CJS'] as const).map(format => ({ runtime: runtime.name, format, suite: way.suite, ...judged(heardFrom(runtime, format, way, home), expected) })),
    { runtime: runtime.name, format: 'command', suite: way.suite, ...sameOutput(commands.map(args => printedBy(runtime, way, args, home)), printed) },
  ]));
  return { expected, results };
}

function heardFrom({ program }: Runtime, format: Format, { flags, noCode }: Way, home: string): Heard {
  const rules = join(home, 'node_modules', 'afterview', 'rules');
  const { status, stdout, stderr, error } = spawned(program, [...flags, join(home, 'suite', `files.${endings[format]}`), rules, ...(noCode ? ['no-code'] : [])], home);
  if (status !== 0 || stderr !== '') return { failed: `exit ${status ?? error?.message ?? 'by a signal'}: ${stderr.slice(0, 600)}` };
  return JSON.parse(stdout) as readonly Said[];
}

const commands: readonly (readonly string[])[] = [['--help'], ['diagnose', ANSWERS], ['diagnose', ANSWERS, '--for', 'coach'], ['diagnose', ANSWERS, '--format', 'json']];

type Printed = { readonly stdout: string } | { readonly failed: string };

function printedBy({ program }: Runtime, { flags }: Way, args: readonly string[], home: string): Printed {
  const { status, stdout, stderr, error } = spawned(program, [...flags, join(home, 'node_modules', 'afterview', 'dist', 'cli.js'), ...args], home);
  if (status !== 0 || stderr !== '' || stdout === '') return { failed: `${args[0] ?? ''}: exit ${status ?? error?.message ?? 'by a signal'}: ${stderr.slice(0, 600)}` };
  return { stdout };
}

function sameOutput(printed: readonly Printed[], expected: readonly Printed[]): Pick<Result, 'passed' | 'failed'> {
  const failures = printed.flatMap((each, index) => {
    if ('failed' in each) return [each.failed];
    const other = expected[index];
    return other && 'stdout' in other && other.stdout === each.stdout ? [] : [`${commands[index]?.join(' ') ?? ''} printed something else`];
  });
  return failures.length > 0 ? { failed: failures.join('; ') } : { passed: `${printed.length} commands` };
}
