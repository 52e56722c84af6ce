import { defineConfig, type Options } from 'tsup';

const shared: Options = {
  target: 'node20',
  platform: 'neutral',
  sourcemap: false,
  splitting: true,
  treeshake: true,
  removeNodeProtocol: false,
  external: ['zod', 'yaml', /^@modelcontextprotocol\//, /^node:/],
};

const types = { compilerOptions: { ignoreDeprecations: '6.0' } } as const;

/** The library in both module formats, then the command with everything in it that only it needs. */
export default defineConfig([
  { ...shared, entry: ['src/index.ts', 'src/engine.ts', 'src/forms.ts', 'src/node.ts', 'src/notes.ts', 'src/pack.ts', 'src/schema.ts', 'src/tools.ts'], format: ['esm', 'cjs'], dts: types },
  // Each element in one file of its own, minified, so that a page can load it as it stands.
  { ...shared, entry: ['src/element.ts', 'src/bareElement.ts'], format: ['esm', 'cjs'], dts: types, target: 'es2022', splitting: false, minify: true },
  {
    ...shared, entry: { cli: 'src/cli/cli.ts', 'build/writeSchemas': 'src/build/writeSchemas.ts' }, format: ['esm'], platform: 'node',
    noExternal: ['commander', 'hono', '@hono/node-server', 'jsonc-parser'],
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  },
]);
