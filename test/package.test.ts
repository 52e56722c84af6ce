import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import type { Said } from './runtimes/checks.ts';
import { writeSuite } from './runtimes/suite.ts';

/** A folder of someone who has installed the package: what npm would publish, and its two dependencies. */
const home = mkdtempSync(join(tmpdir(), 'afterview-'));
const installed = join(home, 'node_modules', 'afterview');

beforeAll(() => {
  const pack = spawnSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', home], { encoding: 'utf8', shell: process.platform === 'win32' });
  expect(pack.status, pack.stderr).toBe(0);
  const unpack = spawnSync('tar', ['-xzf', pack.stdout.trim()], { cwd: home, encoding: 'utf8' });
  expect(unpack.status, unpack.stderr).toBe(0);
  mkdirSync(join(home, 'node_modules'));
  renameSync(join(home, 'package'), installed);
  for (const name of Object.keys(manifest.dependencies)) symlinkSync(resolve('node_modules', name), join(home, 'node_modules', name), 'junction');
});

afterAll(() => { rmSync(home, { recursive: true, force: true }); });

function node(args: readonly string[], input = ''): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8', input, maxBuffer: 1 << 26 });
}

/** What a program prints; a program that fails shows why. */
function printedBy(type: 'module' | 'commonjs', program: string, flags: readonly string[] = []): string {
  const { status, stdout, stderr } = node([...flags, `--input-type=${type}`, '-e', program]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.trim();
}

/** The files that loading an entry loads, and what else they import. */
function closureOf(entry: string): { readonly files: readonly string[]; readonly others: readonly string[] } {
  const files: string[] = [];
  const others: string[] = [];
  const visit = (file: string): void => {
    if (files.includes(file)) return;
    files.push(file);
    for (const { fileName } of ts.preProcessFile(readFileSync(join(installed, 'dist', file), 'utf8'), true, true).importedFiles) {
      if (fileName.startsWith('./')) visit(fileName.slice(2));
      else others.push(fileName);
    }
  };
  visit(entry);
  return { files, others: [...new Set(others)].sort() };
}

describe('each entry loads as a module and by require, with the same names', () => {
  test.each([
    ['afterview', ['diagnose', 'safeDiagnose', 'corePack', 'toText', 'toMarkdown', 'openAnswersFile', 'visibleQuestions', 'AnswersError']],
    ['afterview/element', ['AfterViewElement']],
    ['afterview/element/bare', ['AfterViewElement']],
    ['afterview/core/notes', ['coreNotes']],
    ['afterview/pack', ['readPack', 'safeReadPack', 'withWords', 'PackError', 'formatProblems']],
    ['afterview/node', ['loadPack', 'safeLoadPack', 'PackError']],
    ['afterview/forms', ['toSurveyJs', 'toJsonSchema', 'fromSurveyJs', 'fromTypeform', 'fromCsv', 'safeFromCsv', 'isAnswersError']],
    ['afterview/tools', ['assistantTools', 'storyPrompt', 'formatProblems']],
    ['afterview/schema', ['answersSchema', 'answersFileSchema', 'diagnosisSchema', 'jsonSchemaOf']],
  ])('%s', (entry, names) => {
    const show = 'console.log(JSON.stringify(Object.keys(all).filter(name => all[name] !== undefined).sort()))';
    const asModule = JSON.parse(printedBy('module', `import * as all from '${entry}'; ${show}`)) as string[];
    const byRequire = JSON.parse(printedBy('commonjs', `const all = require('${entry}'); ${show}`)) as string[];
    expect(asModule).toEqual(expect.arrayContaining(names));
    expect(byRequire.filter(name => !['__esModule', 'module.exports'].includes(name))).toEqual(asModule);
  });

  test('and they work together', () => {
    const program = "const { pack } = loadPack('node_modules/afterview/rules');"
      + " const answers = { outcome: 'rejected', arrival: 'late' };"
      + ' console.log(pack.hash === corePack.hash, answersSchema(pack).safeParse(answers).success, diagnose(answers, { pack }).explanations[0].cause);';
    const expected = 'true true late';
    expect(printedBy('module', `import { corePack, diagnose } from 'afterview'; import { loadPack } from 'afterview/node'; import { answersSchema } from 'afterview/schema'; ${program}`)).toBe(expected);
    expect(printedBy('commonjs', `const { corePack, diagnose } = require('afterview'); const { loadPack } = require('afterview/node'); const { answersSchema } = require('afterview/schema'); ${program}`)).toBe(expected);
  });

  test('the JSON Schemas and package.json can be had by name, inner files cannot', () => {
    const titles = "console.log(require('afterview/schemas/answers.schema.json').title, require('afterview/package.json').name)";
    expect(printedBy('commonjs', titles)).toBe('Answers to the core pack of afterview afterview');
    expect(node(['--input-type=module', '-e', "import 'afterview/dist/index.js'"]).stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});

describe('the main entry runs anywhere', () => {
  test.each(['index.js', 'index.cjs'])('%s and all it loads import nothing from outside', entry => {
    const { files, others } = closureOf(entry);
    expect(others).toEqual([]);
    expect(files.some(file => readFileSync(join(installed, 'dist', file), 'utf8').includes('weak-company-research'))).toBe(true);
  });

  test('the entry for Node does, which shows that imports are seen', () => {
    for (const entry of ['node.js', 'node.cjs']) {
      expect(closureOf(entry).others.map(name => name.replace(/^node:/, '')).filter(name => name !== 'u')).toEqual(['fs', 'path', 'url', 'yaml', 'zod']);
    }
  });

  test('the entry that reads packs from texts needs YAML and its schema, and nothing of Node', () => {
    for (const entry of ['pack.js', 'pack.cjs']) expect(closureOf(entry).others).toEqual(['yaml', 'zod']);
  });

  test('the entry for forms needs nothing from outside, and no pack', () => {
    for (const entry of ['forms.js', 'forms.cjs']) {
      const { files, others } = closureOf(entry);
      expect(others).toEqual([]);
      expect(files.some(file => readFileSync(join(installed, 'dist', file), 'utf8').includes('weak-company-research'))).toBe(false);
    }
  });

  test('notes come only with their own entry', () => {
    const holdsNotes = (entry: string): boolean =>
      closureOf(entry).files.some(file => readFileSync(join(installed, 'dist', file), 'utf8').includes('topresume-seekers-2017'));
    expect(['index.js', 'index.cjs', 'pack.js', 'notes.js', 'notes.cjs'].map(holdsNotes)).toEqual([false, false, false, true, true]);
  });

  test('each element is one file, and the bare one has no words of the core pack', () => {
    const texts = ['element.js', 'bareElement.js'].map(entry => {
      expect(closureOf(entry)).toEqual({ files: [entry], others: [] });
      return readFileSync(join(installed, 'dist', entry), 'utf8');
    });
    expect(texts.map(text => text.includes('weak-company-research'))).toEqual([true, false]);
  });

  test('it makes no code out of text', () => {
    const flags = ['--disallow-code-generation-from-strings'];
    const program = "console.log(diagnose({ outcome: 'rejected', 'thank-you': 'none' }).pack.id)";
    expect(printedBy('module', `import { diagnose } from 'afterview'; ${program}`, flags)).toBe('core');
    expect(printedBy('commonjs', `const { diagnose } = require('afterview'); ${program}`, flags)).toBe('core');
  });
});

describe('the suite that every runtime is asked', () => {
  /** What it says here; `npm run runtimes` asks the other runtimes. */
  function said(file: string, ...args: readonly string[]): readonly Said[] {
    const { status, stdout, stderr } = node([...args, join(home, 'suite', file), join(installed, 'rules'), ...(args.length > 0 ? ['no-code'] : [])]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return JSON.parse(stdout) as readonly Said[];
  }

  beforeAll(() => { writeSuite(join(home, 'suite')); });

  test('says the same as modules and as CommonJS, and finds nothing wrong', () => {
    const asModule = said('files.mjs');
    expect(asModule.filter(({ wrong }) => wrong !== undefined)).toEqual([]);
    expect(asModule.length).toBeGreaterThan(50);
    expect(said('files.cjs')).toEqual(asModule);
  });

  test('nor where no code may be made out of text', () => {
    const checks = said('files.mjs', '--disallow-code-generation-from-strings');
    expect(checks.filter(({ wrong }) => wrong !== undefined)).toEqual([]);
    expect(checks.map(({ name }) => name)).toContain('code out of text is forbidden');
  });

  test('and tells what is wrong', () => {
    expect(said('files.mjs', '--no-warnings').filter(({ wrong }) => wrong !== undefined).map(({ name }) => name)).toEqual(['code out of text is forbidden']);
  });
});

test('types are found by the older resolution as well, for every entry', () => {
  const { options } = ts.convertCompilerOptionsFromJson({ moduleResolution: 'node10', module: 'commonjs' }, home);
  for (const entry of ['afterview', 'afterview/engine', 'afterview/element', 'afterview/element/bare', 'afterview/core/notes', 'afterview/pack', 'afterview/node', 'afterview/schema', 'afterview/forms', 'afterview/tools']) {
    const { resolvedModule } = ts.resolveModuleName(entry, join(home, 'index.ts'), options, ts.sys);
    expect([entry, resolvedModule?.extension]).toEqual([entry, '.d.ts']);
  }
});

describe('the command', () => {
  const bin = join(installed, manifest.bin.afterview);

  test('starts with what a shell needs, and tells its version', () => {
    expect(readFileSync(bin, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(node([bin, '--version'])).toMatchObject({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  test('diagnoses, and checks the rules that came with it', () => {
    const answers = '{ "answers": { "outcome": "rejected", "arrival": "late" } }';
    expect(node([bin, 'diagnose', '-', '--format', 'json'], answers)).toMatchObject({ status: 0, stdout: expect.stringContaining('"cause": "late"') as string, stderr: '' });
    expect(node([bin, 'check', join(installed, 'rules')])).toMatchObject({ status: 0, stdout: expect.stringContaining('51 causes') as string, stderr: '' });
  });
});

describe('what is published', () => {
  test('is the library, the rules and what people read first', () => {
    expect(readdirSync(installed).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json', 'rules']);
  });

  test('holds no tests, no sources and no maps', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    expect(files.filter(file => /(?:^|[\\/])(?:test|src|coverage|examples)[\\/]|\.test[.-]|\.map$|(?<!\.d)\.ts$/.test(file))).toEqual([]);
  });

  test('needs yaml and zod, and nothing else', () => {
    const { dependencies, ...rest } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, object>;
    expect(Object.keys(dependencies ?? {}).sort()).toEqual(['yaml', 'zod']);
    expect(Object.keys(rest).filter(key => ['optionalDependencies', 'bundledDependencies'].includes(key))).toEqual([]);
    expect([rest['peerDependencies'], rest['peerDependenciesMeta']]).toEqual([{ '@modelcontextprotocol/server': expect.any(String) as string }, { '@modelcontextprotocol/server': { optional: true } }]);
  });
});
