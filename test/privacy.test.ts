import { copyFileSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atTerminal, keys } from './cli/pseudoTerminal.ts';
import { documentedExports } from './docs/documented.ts';
import { compileExamples, exampleOf } from './docs/runExample.ts';
import { cli, notedIn, permitted, root, watched, watching } from './privacy/guarded.ts';

/** Where the answers of the candidate lie, and nothing else. */
const home = realpathSync(mkdtempSync(join(tmpdir(), 'afterview-private-')));
const at = (name: string): string => join(home, name);
const stories = ['late.json', 'compare-before.json', 'compare-after.json', 'waiting-three-days.json'];

beforeAll(() => { for (const story of stories) copyFileSync(join(root, 'examples', 'answers', story), at(story)); });
afterAll(() => { rmSync(home, { recursive: true, force: true }); });

/** The package with what it depends on, and the answers that were named. */
const read = [`${root}/`, `${home}/`];

const commands: readonly (readonly [name: string, args: readonly string[], code: number, input: string])[] = [
  ['diagnose', ['diagnose', 'late.json'], 0, ''],
  ['diagnose for a coach', ['diagnose', 'late.json', '--for', 'coach', '--what-if', 'arrival=on-time'], 0, ''],
  ['diagnose from standard input', ['diagnose', '-', '--format', 'json'], 0, '{ "answers": { "outcome": "rejected" } }'],
  ['diagnose as Markdown, with a pack of one’s own', ['diagnose', '-', '--format', 'md', '--pack', join(root, 'examples', 'own-pack')], 0, '{ "pulse-check": "several" }'],
  ['diagnose as HTML', ['diagnose', 'late.json', '--format', 'html'], 0, ''],
  ['diagnose as a calendar', ['diagnose', 'waiting-three-days.json', '--format', 'ics'], 0, ''],
  ['diagnose with problems', ['diagnose', '-'], 1, '{ "arival": "late" }'],
  ['questions', ['questions'], 0, ''],
  ['questions as JSON', ['questions', '--format', 'json'], 0, ''],
  ['check', ['check', join(root, 'rules')], 0, ''],
  ['compare', ['compare', 'compare-before.json', 'compare-after.json'], 0, ''],
  ['timeline', ['timeline', 'compare-before.json', 'compare-after.json', '--format', 'html'], 0, ''],
  ['worksheet', ['worksheet', 'note', 'late.json'], 0, ''],
  ['mcp, until its input ends', ['mcp'], 0, ''],
  ['ask without a terminal', ['ask'], 2, 'rejected\n'],
];

describe('the command opens nothing and writes nothing', () => {
  test.each(commands)('%s', (_name, args, code, input) => {
    const { ran, noted } = watched([cli, ...args], { cwd: home, input });
    expect(noted).toEqual([]);
    expect({ code: ran.status, says: ran.stdout !== '', complains: ran.stderr !== '' }).toEqual({ code, says: code === 0 && args[0] !== 'mcp', complains: code > 0 });

    const narrow = permitted([cli, ...args], { read, write: [] }, { cwd: home, input });
    expect([narrow.status, narrow.stdout, narrow.stderr]).toEqual([code, ran.stdout, ran.stderr]);
    expect(readdirSync(home).sort()).toEqual([...stories].sort());
  });

  test('ask, in a terminal, up to Ctrl-C', async () => {
    const notes = mkdtempSync(join(tmpdir(), 'afterview-asked-'));
    const { flags, env } = watching(join(notes, 'notes'));
    const terminal = atTerminal(['ask'], { env: { ...env, NODE_OPTIONS: flags.join(' ') } });
    await terminal.shows('How did it end?');
    terminal.press(keys.down, keys.enter);
    await terminal.shows('more question');
    terminal.press(keys.interrupt);
    await terminal.shows('Stop here?');
    terminal.press(keys.interrupt);
    expect((await terminal.ended()).code).toBe(130);
    expect([readdirSync(notes), notedIn(join(notes, 'notes'))]).toEqual([['notes'], []]);
    rmSync(notes, { recursive: true });
  });
});

describe('with --out the command writes there alone', () => {
  /** What is written first, beside the file that it becomes. */
  const draft = new RegExp(`^${home}/\\.afterview-[0-9a-f]{16}\\.tmp$`);

  test.each([
    ['diagnose', ['diagnose', 'late.json', '--format', 'html']],
    ['compare', ['compare', 'compare-before.json', 'compare-after.json']],
    ['timeline', ['timeline', 'compare-before.json', 'compare-after.json']],
    ['worksheet', ['worksheet', 'stories', 'late.json']],
    ['questions', ['questions']],
  ])('%s', (_name, args) => {
    const out = at('report');
    const { ran, noted } = watched([cli, ...args, '--out', out], { cwd: home });
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([0, '', '']);
    const files = noted.filter(([call]) => call !== 'fs.writeSync').flatMap(([, ...named]) => named).filter(name => !/^\d+$/.test(name)); // the numbers are what was opened by name
    expect(noted.map(([call]) => call).filter(call => !call.startsWith('fs.'))).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
    expect(files.map(file => (draft.test(file) ? out : file)).filter(file => file !== out)).toEqual([]);
    expect(readdirSync(home).sort()).toEqual([...stories, 'report'].sort());
    rmSync(out);

    const narrow = permitted([cli, ...args, '--out', out], { read, write: [out, at('.afterview-*')] }, { cwd: home });
    expect([narrow.status, narrow.stderr, readdirSync(home).includes('report')]).toEqual([0, '', true]);
    rmSync(out);

    const elsewhere = permitted([cli, ...args, '--out', out], { read, write: [at('another')] }, { cwd: home });
    expect([elsewhere.status, elsewhere.stderr]).toEqual([1, expect.stringContaining('ERR_ACCESS_DENIED')]);
  });
});

describe('every call of the library, as its example makes it, opens nothing and writes nothing', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'afterview-called-')));
  const examples = documentedExports().flatMap(each => each.examples.map((code, number) => exampleOf(each, code, number)));
  const checks = examples.reduce((sum, example) => sum + example.checks, 0);
  beforeAll(() => {
    const scripts = compileExamples(examples, folder).map(({ script }) => `((exports, check) => {${script}\n})({}, () => { results += 1; });`);
    writeFileSync(join(folder, 'program.cjs'), `let results = 0;\n${scripts.join('\n')}\nconsole.log(results);\n`);
  });
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  test('by what is noted', () => {
    const { ran, noted } = watched(['program.cjs'], { cwd: folder });
    expect([ran.status, ran.stderr, noted]).toEqual([0, '', []]);
    expect(Number(ran.stdout)).toBe(checks);
  });

  test('by what Node permits', () => {
    const ran = permitted(['program.cjs'], { read: [`${root}/`, `${folder}/`], write: [] }, { cwd: folder });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(Number(ran.stdout)).toBe(checks);
  });

  test('as a module, too', () => {
    const module = "import { diagnose, toHtml } from 'afterview'; import { loadPack } from 'afterview/node'; import { prepareLogic, coreLogic } from 'afterview/engine';"
      + " prepareLogic(coreLogic).interview({ outcome: 'rejected' }).explanation();"
      + " console.log(toHtml(diagnose({ outcome: 'rejected' }, { pack: loadPack('rules').pack })).length > 1000);";
    const { ran, noted } = watched(['--input-type=module', '-e', module], { cwd: root });
    expect([ran.status, ran.stdout, ran.stderr, noted]).toEqual([0, 'true\n', '', []]);
  });
});

describe('the guards themselves', () => {
  const attempts = [
    ['net.Socket.connect', "import net from 'node:net'; net.connect(1, '127.0.0.1');"],
    ['net.Socket.connect', "import { Socket } from 'node:net'; new Socket().connect(1, '127.0.0.1');"],
    ['net.Server.listen', "import { createServer } from 'node:net'; createServer().listen(0);"],
    ['net.Server.listen', "import { createServer } from 'node:http'; createServer().listen(0);"],
    ['dgram.Socket.send', "import { createSocket } from 'node:dgram'; createSocket('udp4').send('x', 1, '127.0.0.1');"],
    ['dgram.Socket.bind', "const dgram = await import('node:dgram'); dgram.createSocket('udp4').bind(0);"],
    ['dns.lookup', "import { lookup } from 'node:dns'; lookup('localhost', () => {});"],
    ['dns.promises.resolve4', "import { resolve4 } from 'node:dns/promises'; await resolve4('localhost');"],
    ['http.get', "import { get } from 'node:http'; get('http://127.0.0.1:1');"],
    ['https.request', "process.getBuiltinModule ? process.getBuiltinModule('https').request('https://127.0.0.1:1') : (await import('node:https')).request('https://127.0.0.1:1');"],
    ['http2.connect', "import { connect } from 'node:http2'; connect('http://127.0.0.1:1');"],
    ['tls.connect', "import { connect } from 'node:tls'; connect(1, '127.0.0.1');"],
    ['globalThis.fetch', "await fetch('http://127.0.0.1:1');"],
    ['child_process.execFileSync', "import { execFileSync } from 'node:child_process'; execFileSync('node', ['--version']);"],
    ['child_process.spawn', "import { createRequire } from 'node:module'; createRequire(import.meta.url)('child_process').spawn('node');"],
    ['worker_threads.Worker', "import { Worker } from 'node:worker_threads'; new Worker('', { eval: true });"],
  ] as const;

  test.each(attempts)('note and refuse %s: %s', (call, program) => {
    const { ran, noted } = watched(['--input-type=module', '-e', program], { cwd: home });
    expect([noted, ran.status]).toEqual([[[call]], 1]);
  });

  const writes = [
    ['fs.writeFileSync', "import { writeFileSync } from 'node:fs'; writeFileSync('written', 'x');"],
    ['fs.openSync', "import fs from 'node:fs'; fs.closeSync(fs.openSync('written', 'w'));"],
    ['fs.openSync', "import { constants, openSync } from 'node:fs'; openSync('written', constants.O_CREAT | constants.O_WRONLY);"],
    ['fs.createWriteStream', "import { createRequire } from 'node:module'; createRequire(import.meta.url)('fs').createWriteStream('written');"],
    ['fs.mkdirSync', "import { mkdirSync } from 'node:fs'; mkdirSync('written');"],
    ['fs.promises.writeFile', "import { writeFile } from 'node:fs/promises'; await writeFile('written', 'x');"],
    ['fs.promises.open', "import { promises } from 'node:fs'; await (await promises.open('written', 'a')).close();"],
    ['fs.appendFile', "import { appendFile } from 'node:fs'; appendFile('written', 'x', error => { if (error) throw error; });"],
  ] as const;

  test.each(writes)('note %s, and do not permit it: %s', (call, program) => {
    const { ran, noted } = watched(['--input-type=module', '-e', program], { cwd: home });
    rmSync(at('written'), { recursive: true, force: true });
    expect([ran.status, noted[0]]).toEqual([0, [call, 'written']]);

    const narrow = permitted(['--input-type=module', '-e', program], { read, write: [] }, { cwd: home });
    expect([narrow.status, narrow.stderr]).toEqual([1, expect.stringContaining('ERR_ACCESS_DENIED')]);
    expect(readdirSync(home).sort()).toEqual([...stories].sort());
  });

  test.each([
    ['another process', "import { spawnSync } from 'node:child_process'; const { error } = spawnSync('node', ['--version']); if (error) throw error;"],
    ['a worker', "import { Worker } from 'node:worker_threads'; new Worker('', { eval: true });"],
    ['a file of someone else', "import { readFileSync } from 'node:fs'; readFileSync(process.execPath);"],
  ])('do not permit %s', (_what, program) => {
    const { status, stderr } = permitted(['--input-type=module', '-e', program], { read, write: [] }, { cwd: home });
    expect([status, stderr]).toEqual([1, expect.stringContaining('ERR_ACCESS_DENIED')]);
  });

  test('let a program be that only looks', () => {
    const program = "import { readdirSync, readFileSync, statSync } from 'node:fs'; console.log(readdirSync('.').length, statSync('late.json').isFile(), readFileSync('late.json').length > 0);";
    const { ran, noted } = watched(['--input-type=module', '-e', program], { cwd: home });
    expect([ran.status, ran.stdout, noted]).toEqual([0, `${stories.length} true true\n`, []]);
  });
});
