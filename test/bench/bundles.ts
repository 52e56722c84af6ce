import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** How many bytes of an entry reach someone who imports all of it. */
export interface Bundle {
  readonly name: string;
  readonly gzip: number;
  readonly brotli: number;
}

const entries: readonly { readonly name: string; readonly file: string; readonly external: readonly string[] }[] = [
  { name: 'index.js, the library with the core pack', file: 'dist/index.js', external: [] },
  { name: 'schema.js, without zod', file: 'dist/schema.js', external: ['zod'] },
  { name: 'node.js, without zod and yaml', file: 'dist/node.js', external: ['zod', 'yaml'] },
];

/** Bundles each entry as size-limit does, and packs it as tightly as servers do. */
export async function bundles(): Promise<readonly Bundle[]> {
  return Promise.all(
    entries.map(async ({ name, file, external }) => {
      const { outputFiles } = await build({
        entryPoints: [file],
        bundle: true,
        minify: true,
        format: 'esm',
        external: [...external, 'node:*'],
        write: false,
        logLevel: 'error',
      });
      const code = outputFiles[0]?.contents ?? new Uint8Array();
      return { name, gzip: gzipSync(code, { level: 9 }).length, brotli: brotliCompressSync(code).length };
    }),
  );
}
