import { type AddressInfo, isIPv6 } from 'node:net';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { version } from '../../package.json';
import { choosePack } from './choosePack.ts';
import { Refusal } from './refusal.ts';
import { appFor } from './serve/app.ts';

export interface ServeCommandOptions {
  readonly host: string;
  readonly port: number;
  readonly pack?: string;
  readonly allowOrigin?: string;
}

/** Milliseconds for the head of a request, for all of it, and for answers that are under way when it ends. */
const HEAD_MS = 5_000;
const WHOLE_MS = 10_000;
const ENDING_MS = 5_000;

const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|::1)$/;

/** `afterview serve`: the library over HTTP, until the process is ended. */
export async function serveCommand({ host, port, pack: folder, allowOrigin }: ServeCommandOptions): Promise<void> {
  const chosen = await choosePack(folder);
  const hosts = loopback.test(host) ? [...new Set([host, '127.0.0.1', 'localhost', '[::1]'])] : null; // a page elsewhere may give its name our address
  const server = createAdaptorServer({ fetch: appFor({ chosen, version, hosts, allowOrigin }).fetch, serverOptions: { headersTimeout: HEAD_MS, requestTimeout: WHOLE_MS, connectionsCheckingInterval: 1_000 } }) as Server;
  await listening(server, host, port);
  const { address, port: taken } = server.address() as AddressInfo;
  process.stderr.write(`afterview listens at http://${isIPv6(address) ? `[${address}]` : address}:${taken} (Ctrl-C ends it; nothing is stored or logged)\n`);
  await new Promise<void>(ended => {
    const end = (): void => {
      server.close(() => { ended(); });
      server.closeIdleConnections();
      setTimeout(() => { server.closeAllConnections(); }, ENDING_MS).unref();
    };
    process.once('SIGINT', end).once('SIGTERM', end);
  });
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const taken = code === 'EADDRINUSE' ? `port ${port} is taken` : `${host}:${port} cannot be listened at (${code ?? message})`;
      reject(new Refusal([{ code: 'unreadable', message: taken, hint: 'choose another one with --port, or 0 for any that is free', path: ['--port'] }], 2));
    });
    server.listen(port, host, resolve);
  });
}
