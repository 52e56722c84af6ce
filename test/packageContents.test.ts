import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dirname, join as joined } from 'node:path/posix';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** What npm says of a package that it has packed. */
interface Packed {
  readonly filename: string;
  /** Bytes of the archive, and of the files in it. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const home = mkdtempSync(join(tmpdir(), 'afterview-contents-'));
let packed: Packed;
let paths: readonly string[];

beforeAll(() => {
  const pack = spawnSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', home], { encoding: 'utf8', shell: process.platform === 'win32' });
  expect(pack.status, pack.stderr).toBe(0);
  [packed] = JSON.parse(pack.stdout) as [Packed];
  paths = packed.files.map(({ path }) => path).sort();
  const unpack = spawnSync('tar', ['-xzf', packed.filename], { cwd: home, encoding: 'utf8' });
  expect(unpack.status, unpack.stderr).toBe(0);
});

afterAll(() => { rmSync(home, { recursive: true, force: true }); });

function textOf(path: string): string {
  return readFileSync(join(home, 'package', path), 'utf8');
}

const entries = ['index', 'engine', 'notes', 'node', 'pack', 'schema', 'forms', 'tools', 'element', 'bareElement'];
const kinds = ['.js', '.cjs', '.d.ts', '.d.cts'];
const schemas = ['answers', 'beliefs', 'cause', 'diagnosis', 'extending-pack', 'pack', 'questions', 'sources'];

/** Every file whose name no build changes. */
const named = [
  'CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', 'dist/THIRD-PARTY-NOTICES.txt', 'dist/cli.js',
  ...entries.flatMap(entry => kinds.map(kind => `dist/${entry}${kind}`)),
  ...schemas.map(schema => `dist/schemas/${schema}.schema.json`),
  ...readdirSync('rules', { recursive: true, encoding: 'utf8' }).map(file => joined('rules', file.replaceAll('\\', '/'))).filter(file => file.endsWith('.yaml')),
].sort();

/** Parts that several files share, or that are loaded on demand: their names end with a hash. */
const shared = /^dist\/[A-Za-z]+-(?:[A-Z0-9]{8}\.c?js|[\w-]{8}\.d\.c?ts)$/;

/** What a file imports or requires, as it is written. */
function specifiersIn(path: string): readonly string[] {
  return ts.preProcessFile(textOf(path), true, true).importedFiles.map(({ fileName }) => fileName);
}

/** Files of the package that these lead to, themselves among them. A declaration names the script that it stands beside. */
function reachedFrom(starts: readonly string[]): ReadonlySet<string> {
  const reached = new Set(starts);
  for (const path of reached) {
    for (const specifier of specifiersIn(path).filter(each => each.startsWith('.'))) {
      const target = joined(dirname(path), specifier);
      reached.add(/\.d\.c?ts$/.test(path) ? target.replace(/\.(c?)js$/, '.d.$1ts') : target);
    }
  }
  return reached;
}

/** Packages and modules of Node that these files import, by name. */
function packagesIn(files: Iterable<string>): readonly string[] {
  return [...new Set([...files].flatMap(specifiersIn).filter(each => !each.startsWith('.')).map(each => each.replace(/^node:/, '')))].sort();
}

const libraryFiles = entries.flatMap(entry => kinds.map(kind => `dist/${entry}${kind}`));

describe('the package holds', () => {
  test('what it should, by name, and parts with a hash in theirs', () => {
    expect(paths.filter(path => !shared.test(path))).toEqual(named);
  });

  test('no part that nothing leads to', () => {
    const reached = reachedFrom([...libraryFiles, 'dist/cli.js']);
    expect(paths.filter(path => /^dist\/.*[jt]s$/.test(path) && !reached.has(path))).toEqual([]);
    expect([...reached].filter(path => !paths.includes(path))).toEqual([]);
  });

  test('no more than can be downloaded in a moment: 1.75 MB, unpacked 9 MB', () => {
    expect(packed.size).toBeLessThan(1_750_000);
    expect(packed.unpackedSize).toBeLessThan(9_000_000);
  });
});

describe('no file of it tells', () => {
  const ofMachines = /(?<![\w.:/-])(?:\/(?:home|Users|root|tmp|var|private|opt|work|builds|workspace)\/|[A-Za-z]:\\\\?(?:Users|a|b|Windows)\\)|file:\/\/\//;

  test('a path of the machine that it was built on', () => {
    const own = [resolve('.'), homedir(), tmpdir()].filter(path => path.length > 1);
    const telling = paths.filter(path => {
      const text = textOf(path);
      return ofMachines.test(text) || own.some(each => text.includes(`${each}/`) || text.includes(each.replaceAll('\\', '\\\\')));
    });
    expect(telling).toEqual([]);
  });

  test.each(['// /home/me/afterview/src/a.ts', '"/Users/me/x"', "'C:\\\\Users\\\\me'", '(file:///srv/x.js)'])('as %s would', text => {
    expect(text).toMatch(ofMachines);
  });

  test('where a source map would be', () => {
    expect(paths.filter(path => /sourceMappingURL=/.test(textOf(path)))).toEqual([]);
  });
});

describe('whoever installs it', () => {
  test('runs nothing by that: npm runs “prepare” in a checkout alone', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    expect(Object.keys(scripts).filter(name => /^(?:(?:pre|post)?install|prepublish|(?:pre|post)prepare|dependencies)$/.test(name))).toEqual([]);
    expect(paths.filter(path => path.endsWith('.gyp') || path.endsWith('.node'))).toEqual([]);
  });

  test('needs zod and yaml for the library, beside three modules of Node', () => {
    // the bundler writes its own way to a module's place as require('u' + 'rl')
    expect(packagesIn(reachedFrom(libraryFiles)).filter(name => name !== 'u')).toEqual(['fs', 'path', 'url', 'yaml', 'zod']);
  });

  test('needs nothing else for the command, which has all else in it, but for assistants the official server', () => {
    const { dependencies } = JSON.parse(textOf('package.json')) as { readonly dependencies: object };
    expect(Object.keys(dependencies).sort()).toEqual(['yaml', 'zod']);
    expect(packagesIn(reachedFrom(['dist/cli.js'])).filter(name => !builtinModules.includes(name))).toEqual(['@modelcontextprotocol/server', '@modelcontextprotocol/server/stdio', 'yaml', 'zod']);
  });
});
