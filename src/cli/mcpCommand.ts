import type * as McpStdio from '@modelcontextprotocol/server/stdio';
import { version } from '../../package.json';
import { choosePack } from './choosePack.ts';
import { Refusal, unsteering } from './refusal.ts';

export interface McpCommandOptions {
  readonly pack?: string;
}

/** `afterview mcp`: a server of the Model Context Protocol over standard input and output, until its input ends. */
export async function mcpCommand({ pack: folder }: McpCommandOptions): Promise<void> {
  const { pack } = await choosePack(folder);
  const { serveStdio } = await serverPackage();
  const { mcpServer } = await import('./mcpServer.ts');
  serveStdio(() => mcpServer(pack, { name: 'afterview', version }), { onerror: ({ message }) => { process.stderr.write(`${unsteering(message)}\n`); } });
}

/** The official server package is an optional peer: only those who want it install it. */
async function serverPackage(): Promise<typeof McpStdio> {
  try {
    return await import('@modelcontextprotocol/server/stdio');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    throw new Refusal([{ code: 'missing-file', message: 'the package @modelcontextprotocol/server is not installed', hint: 'npm install @modelcontextprotocol/server@2', path: [] }], 2);
  }
}
