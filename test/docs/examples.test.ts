import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DocumentedExport, documentedExports, examplesWritten } from './documented.ts';
import { type Compiled, compileExamples, exampleOf, run } from './runExample.ts';

const all = documentedExports();
const examples = all.flatMap(each => each.examples.map((code, number) => exampleOf(each, code, number)));

function named({ file, name }: DocumentedExport): string {
  return `${file}: ${name}`;
}

describe('every export of every entry', () => {
  test('says what it is', () => {
    expect(all.filter(({ documented }) => !documented).map(named)).toEqual([]);
  });

  test('has an example, if it can be called', () => {
    expect(all.filter(each => each.callable && each.examples.length === 0).map(named)).toEqual([]);
  });

  test('is where examples stand: none is left out here', () => {
    expect(examples.length).toBe(examplesWritten());
  });

  test('is found: functions, classes, values and types', () => {
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['diagnose', 'PackError', 'corePack', 'Diagnosis', 'coreNotes', 'loadPack', 'answersSchema']));
  });
});

describe('an example', () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'afterview-examples-')));
  const [diagnose] = all.filter(({ name }) => name === 'diagnose') as [DocumentedExport];
  const wrong = [
    exampleOf(diagnose, "diagnose({ outcome: 'rejected' }).outcome; // 'advanced'", 0),
    exampleOf(diagnose, "diagnose({ outcome: 'refused' }).outcome; // 'refused'", 0),
  ];
  let compiled: readonly Compiled[] = [];

  beforeAll(() => { compiled = compileExamples([...examples, ...wrong], home); });
  afterAll(() => { rmSync(home, { recursive: true, force: true }); });

  test.each(examples.map((example, index) => [example.title, example, index] as const))('%s compiles, runs and says what comes out', (_title, example, index) => {
    const program = compiled[index] as Compiled;
    expect({ example: example.program, wrong: program.wrong }).toEqual({ example: example.program, wrong: [] });
    const results = run(program, home);
    expect(results).toHaveLength(example.checks);
    for (const [actual, expected] of results) expect(actual).toEqual(expected);
  });

  test('of a call tells a result, and none is longer than six lines', () => {
    const silent = examples.filter(({ callable, checks }) => callable && checks === 0);
    const long = examples.filter(({ code }) => code.split('\n').length > 6);
    expect([...silent, ...long].map(({ title }) => title)).toEqual([]);
  });

  test('that says something else, or does not compile, is found out', () => {
    const [untrue, misspelt] = compiled.slice(examples.length) as [Compiled, Compiled];
    expect([untrue.wrong, run(untrue, home)]).toEqual([[], [['rejected', 'advanced']]]);
    expect(misspelt.wrong).toEqual([expect.stringContaining('"refused"')]);
  });
});
