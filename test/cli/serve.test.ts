import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { build } from 'esbuild';
import fc from 'fast-check';
import { generateApi } from 'swagger-typescript-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../src/api/diagnose.ts';
import { prepare } from '../../src/api/prepare.ts';
import { corePack } from '../../src/core/corePack.ts';
import { toHtml } from '../../src/report/toHtml.ts';
import { toMarkdown } from '../../src/report/toMarkdown.ts';
import { toText } from '../../src/report/toText.ts';
import { AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { testBrowser } from '../browser/testBrowser.ts';
import { violations } from '../browser/violations.ts';
import { cli } from './command.ts';
import { type Served, served } from './served.ts';

const late = { asOf: '2026-11-22', answers: { outcome: 'rejected', arrival: 'late', 'minutes-late': 20 } } as const;

let server: Served;
let document: { readonly components: { readonly schemas: Readonly<Record<string, object>> } };
beforeAll(async () => {
  server = await served();
  document = await (await fetch(`${server.origin}/openapi.json`)).json() as typeof document;
});
afterAll(() => server.end());

function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${server.origin}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
}

/** A schema of the document, as a function that is independent of what made it. */
function schemaOf(name: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(document, 'document');
  return ajv.compile({ $ref: `document#/components/schemas/${name}` });
}

describe('what is answered', () => {
  test('is the diagnosis of the library, byte for byte, and the same twice', async () => {
    const [one, two] = [await (await post('/diagnose', late)).text(), await (await post('/diagnose', late)).text()];
    expect(one).toBe(JSON.stringify(diagnose(late.answers, { asOf: late.asOf })));
    expect(two).toBe(one);
  });

  test('is the page as a text, as Markdown or as HTML, for whoever asks for that', async () => {
    const diagnosis = diagnose(late.answers, { asOf: late.asOf });
    for (const [accept, page] of [['text/plain', toText(diagnosis)], ['text/markdown', toMarkdown(diagnosis)], ['text/html', toHtml(diagnosis)]] as const) {
      const response = await post('/diagnose', late, { accept });
      expect([response.headers.get('content-type')?.split(';')[0], await response.text()]).toEqual([accept, page]);
    }
  });

  test('fits the document, for random answers', async () => {
    const [diagnosis, next, whatIf] = ['Diagnosis', 'Next', 'WhatIf'].map(schemaOf) as [ValidateFunction, ValidateFunction, ValidateFunction];
    const [file, question] = [schemaOf('Answers'), schemaOf('NextAsked')];
    await fc.assert(fc.asyncProperty(consistentAnswersTo(corePack), async answers => {
      const asked = { answers, asOf: AS_OF };
      expect([file(asked), question(asked)]).toEqual([true, true]);
      const [explained, then, otherwise] = await Promise.all([post('/diagnose', asked), post('/next', asked), post('/what-if', { ...asked, change: { fixes: ['fifteen-minutes-early'] } })]);
      expect([explained.status, then.status, otherwise.status]).toEqual([200, 200, 200]);
      expect([diagnosis(await explained.json()), diagnosis.errors, next(await then.json()), next.errors, whatIf(await otherwise.json()), whatIf.errors]).toEqual([true, null, true, null, true, null]);
    }), { numRuns: 30 });
  });

  test('is the shares alone, where no more is wanted', async () => {
    const explained: unknown = await (await post('/explain', late)).json();
    const { chanceOfNo, parts, supported } = prepare().interview(late.answers, { asOf: late.asOf }).explanation();
    expect(explained).toEqual({ chanceOfNo, parts, supported });
    expect(schemaOf('Explanation')(explained)).toBe(true);
  });

  test('is the questionnaire', async () => {
    const questions = await (await fetch(`${server.origin}/questions`)).json() as { readonly questions: readonly unknown[] };
    expect(schemaOf('Questions')(questions)).toBe(true);
    expect(questions.questions).toHaveLength(corePack.questions.length);
  });

  test('counts days up to today where no day is given, and says so', async () => {
    const { asOf } = await (await post('/diagnose', { answers: { outcome: 'waiting' } })).json() as { readonly asOf: string };
    expect(Math.abs(Date.parse(asOf) - Date.now())).toBeLessThan(2 * 86_400_000);
    const waiting = { outcome: 'no-reply', 'interview-date': '2020-01-07' } as const;
    expect(await (await post('/explain', { answers: waiting })).json()).toEqual(await (await post('/explain', { answers: waiting, asOf })).json());
    expect(await (await post('/next', { answers: waiting })).json()).toEqual(await (await post('/next', { answers: waiting, asOf })).json());
  });
});

describe('what is refused is told as a problem, with its place', () => {
  test.each([
    ['answers that are misspelt', '/diagnose', '{ "answers": {\n  "arival": "late" } }', {}, 422, { code: 'unknown-question', path: ['answers', 'arival'], line: 2, column: 3, hint: 'did you mean “arrival”?' }],
    ['the same without a frame', '/diagnose', '{ "outcome": "rejected", "arival": "late" }', {}, 422, { code: 'unknown-question', path: ['arival'], line: 1 }],
    ['answers for a question', '/next', '{ "answers": { "arrival": "lat" } }', {}, 422, { code: 'unknown-option', path: ['answers', 'arrival'], line: 1 }],
    ['an answer that is none', '/explain', '{ "answers": { "arrival": "lat" } }', {}, 422, { code: 'unknown-option', path: ['answers', 'arrival'] }],
    ['a change of nothing', '/what-if', '{ "answers": {} }', {}, 422, { code: 'missing-key', path: ['change'] }],
    ['what is no JSON', '/diagnose', '{ "answers": { } ', {}, 400, { code: 'json-syntax' }],
    ['a key twice', '/next', '{ "answers": {}, "answers": {} }', {}, 400, { code: 'duplicate-key' }],
    ['nothing', '/next', '', {}, 400, { code: 'empty-file' }],
    ['a body that is too deep', '/next', '['.repeat(5_000), {}, 400, { code: 'too-deep' }],
    ['more interviews than others should wait for', '/diagnose', JSON.stringify({ interviews: Array.from({ length: 13 }, () => ({ answers: { outcome: 'rejected' } })) }), {}, 422, { code: 'too-large', path: ['interviews'] }],
    ['more than a questionnaire has', '/diagnose', `"${'a'.repeat(300_000)}"`, {}, 413, undefined],
    ['another kind of body', '/diagnose', '{}', { 'content-type': 'text/plain' }, 415, undefined],
  ] as const)('%s', async (_what, path, body, headers, status, problem) => {
    const response = await post(path, body, headers);
    const told = await response.json() as { readonly status: number; readonly problems: readonly unknown[] };
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(schemaOf('Problem')(told)).toBe(true);
    expect(told.status).toBe(status);
    if (problem) expect(told.problems[0]).toMatchObject(problem);
    else expect(told.problems).toEqual([]);
  });

  test('a body that is not UTF-8, paths that lead nowhere, and other methods', async () => {
    expect((await fetch(`${server.origin}/diagnose`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: new Uint8Array([0x22, 0xff, 0x22]) })).status).toBe(400);
    expect((await fetch(`${server.origin}/__proto__`)).status).toBe(404);
    const put = await fetch(`${server.origin}/diagnose`, { method: 'PUT' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await fetch(`${server.origin}/questions`, { method: 'HEAD' })).status).toBe(200);
  });

  test('a body in another alphabet, or compressed', async () => {
    expect((await post('/next', '{}', { 'content-type': 'application/json; charset=iso-8859-1' })).status).toBe(415);
    expect((await post('/next', '{}', { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await post('/next', '{}', { 'content-type': 'application/json; charset=UTF-8' })).status).toBe(200);
  });

  test('a name that is not its own, which a page elsewhere may have given to our address', async () => {
    const status = await new Promise(resolve => { request(`${server.origin}/questions`, { headers: { host: 'evil.example' } }, response => { resolve(response.statusCode); response.resume(); }).end(); });
    expect(status).toBe(403);
    const whole = await new Promise(resolve => { request({ port: new URL(server.origin).port, path: `${server.origin}/questions`, headers: { host: 'evil.example' } }, response => { resolve(response.statusCode); response.resume(); }).end(); });
    expect(whole).toBe(403);
  });

  test('pages of other origins, unless one was named', async () => {
    const origin = 'https://coach.example';
    const asked = { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' } };
    expect((await fetch(`${server.origin}/diagnose`, asked)).headers.get('access-control-allow-origin')).toBeNull();
    const open = await served('--allow-origin', origin);
    expect((await fetch(`${open.origin}/diagnose`, asked)).headers.get('access-control-allow-origin')).toBe(origin);
    expect((await fetch(`${open.origin}/questions`, { headers: { origin: 'https://other.example' } })).headers.get('access-control-allow-origin')).not.toBe('https://other.example');
    expect(await open.end()).toBe(0);
  });
});

describe('the document', () => {
  test('is one of OpenAPI 3.1, says an independent validator', async () => {
    expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });
  });

  test('makes a client that compiles and gets a diagnosis', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'afterview-client-'));
    const { files } = await generateApi({ spec: structuredClone(document), output: false, silent: true, httpClientType: 'fetch' });
    writeFileSync(join(folder, 'client.ts'), files[0]?.fileContent ?? '');
    writeFileSync(join(folder, 'use.ts'), `import { Api } from './client.ts';
const { data } = await new Api({ baseUrl: '${server.origin}' }).diagnose.diagnose({ asOf: '2026-11-22', answers: { outcome: 'rejected', arrival: 'late' } });
export const verdict: 'mostly-you' | 'mostly-them' | 'both' | 'too-early' | 'cannot-tell' | 'advanced' = data.headline.verdict;
`);
    await build({ entryPoints: [join(folder, 'use.ts')], bundle: true, format: 'esm', platform: 'node', outfile: join(folder, 'use.mjs'), logLevel: 'silent' });
    expect(await import(pathToFileURL(join(folder, 'use.mjs')).href)).toMatchObject({ verdict: 'mostly-you' });
    const compiled = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', '--module', 'esnext', '--target', 'es2022', '--moduleResolution', 'bundler', '--allowImportingTsExtensions', '--lib', 'es2023,dom', join(folder, 'use.ts')], { encoding: 'utf8' });
    expect(compiled.stdout).toBe('');
    rmSync(folder, { recursive: true });
  });
});

describe('the page', () => {
  const browser = testBrowser();

  test('asks in a browser under a strict policy, and is open to everyone', async () => {
    const { page, complaints, requests } = await browser.visit(server.origin, { bypassCSP: true, reducedMotion: 'reduce' });
    await page.getByLabel('They said no').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Back' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect([complaints, requests.map(url => new URL(url).pathname)]).toEqual([[], ['/', '/page.css', '/element.js', '/pack.js']]);
    const strict = await browser.visit(server.origin);
    await strict.page.getByLabel('They said no').waitFor();
    expect(strict.complaints).toEqual([]);
  });

  test('asks what a pack of one’s own asks', async () => {
    const own = await served('--pack', 'examples/own-pack');
    const { page, complaints } = await browser.visit(own.origin);
    await page.locator('after-view .heading').waitFor();
    expect(complaints).toEqual([]);
    expect(await own.end()).toBe(0);
  });
});

describe('the process', () => {
  test('logs nothing of what it was asked', () => {
    expect(server.written()).toMatch(/^afterview listens at http:\/\/127\.0\.0\.1:\d+ \(Ctrl-C ends it; nothing is stored or logged\)\n$/);
  });

  test('answers what is under way before it ends', async () => {
    const own = await served();
    const history = JSON.stringify({ interviews: Array.from({ length: 12 }, (_, index) => ({ answers: { outcome: 'rejected', 'minutes-late': index + 1, arrival: 'late' } })) });
    const answer = fetch(`${own.origin}/diagnose`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: history });
    await new Promise(resolve => { setTimeout(resolve, 30); });
    const ended = own.end('SIGINT');
    expect((await answer).status).toBe(200);
    expect(await ended).toBe(0);
  });

  test('cuts off whoever does not finish', async () => {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    socket.write('POST /diagnose HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n');
    let heard = '';
    socket.on('data', chunk => { heard += String(chunk); });
    await new Promise(resolve => { socket.on('close', resolve); });
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('says when a port is taken, and when it is none', () => {
    const { port } = new URL(server.origin);
    expect(spawnSync(process.execPath, [cli, 'serve', '--port', port], { encoding: 'utf8' })).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(`port ${port} is taken`) as string });
    expect(spawnSync(process.execPath, [cli, 'serve', '--port', '70000'], { encoding: 'utf8' })).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('from 0 to 65535') as string });
  });

  test.each(['https://coach.example/path/', 'ftp://coach.example', 'coach'])('%s is no origin', origin => {
    expect(spawnSync(process.execPath, [cli, 'serve', '--allow-origin', origin], { encoding: 'utf8' })).toMatchObject({ status: 2, stderr: expect.stringContaining('It is no origin') as string });
  });

  test('carries the element of the package', async () => {
    expect(await (await fetch(`${server.origin}/element.js`)).text()).toBe(readFileSync('dist/element.js', 'utf8'));
  });
});
