import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where something is in a text, counted from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** What an editor underlines. */
export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
}

/** An editor, as far as the language server of YAML can tell. */
export interface Editor {
  /** Opens a text under a path, which need not be there, and gives what is underlined in it. */
  readonly open: (path: string, text: string) => Promise<readonly Diagnostic[]>;
  /** The names that are offered at a place of an open file, with what is said of each. */
  readonly offered: (path: string, at: Place) => Promise<ReadonlyMap<string, string>>;
  /** What is said where the pointer rests. */
  readonly hover: (path: string, at: Place) => Promise<string>;
  /** Says that a file was changed by somebody else. */
  readonly changed: (path: string) => void;
  readonly close: () => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Starts the server as VS Code does: a process of its own, spoken to over its standard input. It fetches nothing. */
export async function startEditor(): Promise<Editor> {
  const server = join(dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json')), 'bin/yaml-language-server');
  const child = spawn(process.execPath, [server, '--stdio']);
  const settings = { yaml: { schemaStore: { enable: false }, validate: true, hover: true, completion: true } };
  const waiting = new Map<number, (message: Message) => void>();
  const underlined = new Map<string, (found: readonly Diagnostic[]) => void>();
  let last = 0;
  const send = (message: Message): void => { child.stdin.write(framed(message)); };
  const ask = <T>(method: string, params: unknown): Promise<T> => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, ({ result, error }) => { if (error) reject(new Error(error.message)); else resolve(result as T); });
    send({ id: last, method, params });
  });
  listen(child, ({ id, method, params, ...rest }) => {
    if (id !== undefined && method !== undefined) send({ id, result: method === 'workspace/configuration' ? (params as { items: { section: string }[] }).items.map(({ section }) => section === 'yaml' ? settings.yaml : {}) : null });
    else if (id !== undefined) waiting.get(id)?.({ id, ...rest });
    else if (method === 'textDocument/publishDiagnostics') underlined.get((params as { uri: string }).uri)?.((params as { diagnostics: readonly Diagnostic[] }).diagnostics);
  });
  await ask('initialize', { processId: process.pid, rootUri: null, capabilities: { workspace: { configuration: true }, textDocument: { completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ['plaintext'] } } } });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings } });
  const uriOf = (path: string): string => pathToFileURL(path).href;
  return {
    open: (path, text) => new Promise(resolve => {
      underlined.set(uriOf(path), resolve);
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri: uriOf(path), languageId: 'yaml', version: 1, text } } });
    }),
    offered: async (path, position) => {
      const { items } = await ask<{ items: { label: string; documentation?: string | { value: string } }[] }>('textDocument/completion', { textDocument: { uri: uriOf(path) }, position });
      return new Map(items.map(({ label, documentation = '' }) => [label, typeof documentation === 'string' ? documentation : documentation.value]));
    },
    hover: async (path, position) => {
      const found = await ask<{ contents: { value: string } } | null>('textDocument/hover', { textDocument: { uri: uriOf(path) }, position });
      return found?.contents.value ?? '';
    },
    changed: path => { send({ method: 'workspace/didChangeWatchedFiles', params: { changes: [{ uri: uriOf(path), type: 2 }] } }); },
    close: () => { child.kill(); },
  };
}

function framed(message: Message): string {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

/** Calls back with each message that comes out of a process. */
function listen({ stdout }: ChildProcessWithoutNullStreams, heard: (message: Message) => void): void {
  let bytes = Buffer.alloc(0);
  stdout.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (let head = bytes.indexOf('\r\n\r\n'); head >= 0; head = bytes.indexOf('\r\n\r\n')) {
      const length = Number(/Content-Length: (\d+)/.exec(bytes.subarray(0, head).toString())?.[1]);
      if (bytes.length < head + 4 + length) return;
      const text = bytes.subarray(head + 4, head + 4 + length).toString('utf8');
      bytes = bytes.subarray(head + 4 + length);
      heard(JSON.parse(text) as Message);
    }
  });
}
