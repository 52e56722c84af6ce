import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../src/api/diagnose.ts';
import { tinyPack } from '../tinyPack.ts';
import { afterview, scratch, spawned, writeTinyPack } from './command.ts';
import { observedIn, readXmlBif } from './network/readXmlBif.ts';

const folder = scratch();
const run = (args: readonly string[]): ReturnType<typeof afterview> => afterview(args, { cwd: folder });

/** A project of someone who has installed the package. */
beforeAll(() => {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(resolve('.'), join(folder, 'node_modules/afterview'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeTinyPack(join(folder, 'tiny'));
});

afterAll(() => { rmSync(folder, { recursive: true }); });

/** What the compiler says of a file, and of all that it imports; nothing when they are fine. Scripts are written beside them. */
function compiled(file: string): readonly string[] {
  const program = ts.createProgram([join(folder, file)], { strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, skipLibCheck: true, types: [], noUncheckedIndexedAccess: true });
  program.emit();
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file: at }) => `${at?.fileName.slice(folder.length) ?? ''} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

function printed(file: string): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** A program that knows the questions of the tiny pack from the module of it. */
const program = (module: string): string => `import { diagnose, prepare, toText } from 'afterview';
import { prepareLogic } from 'afterview/engine';
import { type Answers, logic, notes, pack } from './${module}';

const answers: Answers = { outcome: 'rejected', arrival: 'late', 'minutes-late': 20, prepared: ['read-site'], 'interview-date': '2026-11-10', 'warned-ahead': 'unknown' };
const diagnosis = diagnose(answers, { pack });
// @ts-expect-error -- no question is called so
export const misspelt = () => diagnose({ arival: 'late' }, { pack });
// @ts-expect-error -- nor any answer
export const noAnswer = () => diagnose({ arrival: 'latte' }, { pack });
// @ts-expect-error -- and this is a number
export const noNumber = () => prepare(pack).interview({ 'minutes-late': 'many' });
console.log(JSON.stringify([pack.hash, diagnosis, prepareLogic(logic).interview({ arrival: 'late' }).explanation().supported[0]?.cause, toText(diagnosis, { for: 'coach', notes }).length > 0]));
`;

const expected = [tinyPack.hash, JSON.parse(JSON.stringify(diagnose({ outcome: 'rejected', arrival: 'late', 'minutes-late': 20, prepared: ['read-site'], 'interview-date': '2026-11-10', 'warned-ahead': 'unknown' }, { pack: tinyPack }))), 'late', true];

describe('a pack as a module', () => {
  test('in TypeScript is checked by the compiler, knows its questions, and is the pack', async () => {
    expect(await run(['compile', 'tiny', '-o', 'tiny.ts'])).toEqual({ code: 0, stdout: '', stderr: '' });
    writeFileSync(join(folder, 'typed.ts'), program('tiny.js'));
    expect(compiled('typed.ts')).toEqual([]);
    expect(printed('typed.js')).toEqual(expected);
    rmSync(join(folder, 'tiny.js'));
  });

  test.each([['plain.js', 'plain.d.ts'], ['plain.mjs', 'plain.d.mts']])('as %s runs as it is, with its types in %s', async (module, types) => {
    expect(await run(['compile', 'tiny', '--out', module])).toMatchObject({ code: 0, stdout: '' });
    expect(existsSync(join(folder, types))).toBe(true);
    const name = `by-${module.replaceAll('.', '-')}`;
    writeFileSync(join(folder, `${name}.ts`), program(module));
    expect(compiled(`${name}.ts`)).toEqual([]);
    expect(printed(`${name}.js`)).toEqual(expected);
  });

  test('goes to standard output as TypeScript, and is the same each time', async () => {
    const [first, second] = [await run(['compile', 'tiny']), await run(['compile', 'tiny'])];
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toBe(second.stdout);
    expect(first.stdout).toMatch(/^\/\/ Made from the pack “tiny” 1\.2\.3 by “afterview compile”\./);
  });

  test('has the types of the core pack where it is that', async () => {
    const { stdout } = await afterview(['compile', 'rules']);
    const types = (text: string): string => text.slice(text.indexOf('Answers {'), text.indexOf('\n}\n'));
    expect(types(stdout)).toBe(types(readFileSync('src/core/corePack.ts', 'utf8')));
    expect(types(stdout)).toContain("readonly 'arrival'?:");
  });

  test('keeps texts that would end a comment or a string', async () => {
    writeTinyPack(join(folder, 'odd'), { file: 'questions.yaml', from: 'ask: When did you come?', to: 'ask: "When */ did \'you\' `${come}` \\\\ there?"' });
    await run(['compile', 'odd', '-o', 'odd.ts']);
    writeFileSync(join(folder, 'asked.ts'), "import { pack } from './odd.js';\nconsole.log(JSON.stringify(pack.questions.find(({ id }) => id === 'arrival')?.ask));\n");
    expect(compiled('asked.ts')).toEqual([]);
    expect(printed('asked.js')).toBe("When */ did 'you' `${come}` \\ there?");
  });
});

describe('an interview as a network', () => {
  test('goes to standard output or a file as XMLBIF, with what was observed', async () => {
    writeFileSync(join(folder, 'answers.json'), '{ "interviews": [{ "answers": { "outcome": "advanced" } }, { "answers": { "outcome": "rejected", "questions-asked": 0 } }] }');
    const args = ['compile', 'tiny', '--format', 'xmlbif', '--answers', 'answers.json', '--as-of', '2026-11-22'];
    const { code, stdout, stderr } = await run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const network = readXmlBif(stdout);
    expect(network).toMatchObject({ name: 'tiny', properties: ['pack = tiny 1.2.3', `hash = ${tinyPack.hash}`, 'as of = 2026-11-22'] });
    expect(observedIn(network)).toEqual({ 'sign.no-questions.sign-1': 'sign-1', 'interview.stopped': 'yes' });
    expect(await run([...args, '-o', 'network.xml'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'network.xml'), 'utf8')).toBe(stdout);
  });

  test('of which nothing is known without answers', async () => {
    const { stdout } = await run(['compile', 'tiny', '--format', 'xmlbif']);
    expect(observedIn(readXmlBif(stdout))).toEqual({});
  });
});

describe('what cannot be compiled is told, and nothing is written', () => {
  test.each([
    ['a name that is none of a module', ['tiny', '-o', 'tiny/pack.yaml'], 2, '--out wrong-kind: the name of a module ends in .ts, .mts, .js, .mjs\n  hint: write another name\n'],
    ['a name of the other format', ['tiny', '-o', 'x.xml'], 2, '--out wrong-kind: the name of a module ends in .ts, .mts, .js, .mjs\n  hint: write --format xmlbif, or another name\n'],
    ['a network under the name of a module', ['tiny', '--format', 'xmlbif', '-o', 'x.ts'], 2, '--out wrong-kind: the name of a network ends in .xml, .xmlbif\n  hint: write --format module, or another name\n'],
    ['answers for a module', ['tiny', '--answers', 'a.json'], 2, '--answers wrong-kind: a module is of a pack, and of no interview\n'],
    ['a day for a module', ['tiny', '--as-of', '2026-11-22'], 2, '--as-of wrong-kind: a module is of a pack, and of no interview\n'],
    ['a folder that is none', ['nowhere'], 1, 'nowhere:1:1 unreadable: '],
    ['a pack that has problems', ['wrong'], 1, 'wrong/causes/late.yaml:'],
    ['answers that are none', ['tiny', '--format', 'xmlbif', '--answers', 'wrong.json', '-o', 'x.xml'], 1, 'wrong.json:1:16 unknown-question: '],
    ['answers that do not fit together', ['tiny', '--format', 'xmlbif', '--answers', 'odd.json', '-o', 'x.xml'], 1, 'odd.json:1:'],
  ])('%s', async (_what, args, code, says) => {
    writeTinyPack(join(folder, 'wrong'), { file: 'causes/late.yaml', from: 'arrival: late', to: 'arival: late' });
    writeFileSync(join(folder, 'wrong.json'), '{ "answers": { "arival": "late" } }');
    writeFileSync(join(folder, 'odd.json'), '{ "answers": { "attended": "missed", "arrival": "late" } }');
    const ran = await run(['compile', ...args]);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: '' });
    expect(ran.stderr.startsWith(says), ran.stderr).toBe(true);
    expect(['x.xml', 'x.ts'].filter(file => existsSync(join(folder, file)))).toEqual([]);
    expect(readFileSync(join(folder, 'tiny/pack.yaml'), 'utf8')).toMatch(/^format: 1\n/);
  });
});

test('the command as it was built compiles', async () => {
  expect(await spawned(['compile', 'tiny', '-o', 'built.js'], { cwd: folder })).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(folder, 'built.js'), 'utf8')).toContain("import { withWords } from 'afterview';");
});
