import { spawn, spawnSync } from 'node:child_process';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../src/api/diagnose.ts';
import { corePack } from '../../src/core/corePack.ts';
import { toMarkdown } from '../../src/report/toMarkdown.ts';
import { assistantTools } from '../../src/tools/assistantTools.ts';
import { storyPrompt } from '../../src/tools/story.ts';
import { version } from '../../package.json';
import { cli } from './command.ts';

const late = { outcome: 'rejected', arrival: 'late', 'minutes-late': 20 } as const;

/** A client that has started the command, and said what it is. */
async function connected(...args: readonly string[]): Promise<Client> {
  const client = new Client({ name: 'a-test', version: '1.0.0' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [cli, 'mcp', ...args] }));
  return client;
}

describe('the official client, with the command in a process of its own', () => {
  let client: Client;
  beforeAll(async () => { client = await connected(); });
  afterAll(() => client.close());

  test('is told who serves it, and how to go about it', () => {
    expect(client.getServerVersion()).toMatchObject({ name: 'afterview', version });
    expect(client.getServerCapabilities()).toMatchObject({ tools: { listChanged: false }, resources: { listChanged: false }, prompts: { listChanged: false } });
    expect(client.getInstructions()).toContain('no cause and no figure of your own');
  });

  test('finds the tools of the library, all of which only read', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name, title, description, inputSchema, outputSchema }) => ({ name, title, description, inputSchema, outputSchema })))
      .toEqual(assistantTools(corePack).map(({ name, title, description, inputSchema, outputSchema }) => ({ name, title, description, inputSchema, outputSchema })));
    expect(tools.filter(({ annotations }) => annotations?.readOnlyHint !== true || annotations.openWorldHint !== false)).toEqual([]);
  });

  test('gets the page and the figures', async () => {
    const { content, structuredContent, isError } = await client.callTool({ name: 'diagnose', arguments: { answers: late, asOf: '2026-11-22' } });
    expect({ content, isError: isError ?? false }).toEqual({ content: [{ type: 'text', text: toMarkdown(diagnose(late, { asOf: '2026-11-22' })) }], isError: false });
    expect(structuredContent).toMatchObject({ verdict: 'mostly-you', causes: [{ cause: 'late' }] });
  });

  test('is told what to change, in words that a model can follow', async () => {
    const { content, structuredContent, isError } = await client.callTool({ name: 'diagnose', arguments: { answers: { arival: 'late' } } });
    expect([isError, structuredContent]).toMatchObject([true, { problems: [{ code: 'unknown-question', path: ['answers', 'arival'], hint: 'did you mean “arrival”?' }] }]);
    expect(content).toEqual([{ type: 'text', text: expect.stringMatching(/answers.*arival[^]*did you mean “arrival”\?/) as string }]);
    await expect(client.callTool({ name: 'dignose', arguments: {} })).rejects.toThrow('list_questions');
  });

  test('reads the questionnaire and the causes', async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(['afterview://questions', 'afterview://causes']);
    const read = async (uri: string): Promise<Record<string, readonly unknown[]>> => {
      const { contents: [content] } = await client.readResource({ uri });
      return JSON.parse(content && 'text' in content ? content.text : '') as Record<string, readonly unknown[]>;
    };
    expect((await read('afterview://questions'))['questions']).toHaveLength(corePack.questions.length);
    expect((await read('afterview://causes'))['causes']).toHaveLength(corePack.causes.length);
    await expect(client.readResource({ uri: 'file:///etc/passwd' })).rejects.toThrow();
  });

  test('gets the prompt that turns a story into answers', async () => {
    expect((await client.listPrompts()).prompts.map(({ name }) => name)).toEqual(['story']);
    const { messages } = await client.getPrompt({ name: 'story', arguments: { story: 'I came late.' } });
    expect(messages).toEqual([{ role: 'user', content: { type: 'text', text: storyPrompt(corePack, 'I came late.') } }]);
    await expect(client.getPrompt({ name: 'tale' })).rejects.toThrow();
    await expect(client.getPrompt({ name: 'story', arguments: { story: 'a'.repeat(20_001) } })).rejects.toThrow('at most 20000 letters');
  });
});

test('serves a pack of one’s own', async () => {
  const client = await connected('--pack', 'examples/own-pack');
  const { content } = await client.callTool({ name: 'list_questions', arguments: {} });
  expect(JSON.stringify(content)).toContain('pulse-check');
  await client.close();
});

test('refuses a pack that is none before it says a word of the protocol', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'mcp', '--pack', 'examples/answers'], { encoding: 'utf8', input: '' });
  expect({ status, stdout, refused: stderr !== '' }).toEqual({ status: 1, stdout: '', refused: true });
});

test('ends with its input, and has written nothing', async () => {
  const child = spawn(process.execPath, [cli, 'mcp'], { stdio: 'pipe' });
  let written = '';
  child.stdout.on('data', chunk => { written += String(chunk); });
  child.stderr.on('data', chunk => { written += String(chunk); });
  child.stdin.end();
  const code = await new Promise(ended => { child.on('close', ended); });
  expect({ code, written }).toEqual({ code: 0, written: '' });
});

test('says what to install where the official package is missing', () => {
  const home = mkdtempSync(join(tmpdir(), 'afterview-bare-'));
  symlinkSync(resolve('dist'), join(home, 'dist'));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--preserve-symlinks', '--preserve-symlinks-main', join(home, 'dist', 'cli.js'), 'mcp'], { encoding: 'utf8', input: '' });
  rmSync(home, { recursive: true });
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining('npm install @modelcontextprotocol/server@2') as string });
});
