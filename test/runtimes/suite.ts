import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { tinyFiles } from '../tinyPack.ts';
import type { Given } from './checks.ts';

/** Modules, or CommonJS. */
export type Format = 'ESM' | 'CJS';

export const endings: Readonly<Record<Format, string>> = { ESM: 'mjs', CJS: 'cjs' };

const entries = { main: 'afterview', engine: 'afterview/engine', notes: 'afterview/core/notes', pack: 'afterview/pack', schema: 'afterview/schema' };

/** The examples, and a pack small enough to be sent along. */
function given(): Given {
  const examples = readdirSync('examples/answers').filter(name => name.endsWith('.json'));
  return {
    examples: Object.fromEntries(examples.map(name => [name.replace('.json', ''), JSON.parse(readFileSync(join('examples/answers', name), 'utf8')) as unknown])),
    packFiles: Object.fromEntries(tinyFiles),
  };
}

/**
 * Writes the suite in both formats into a folder from which `afterview` can be found. `files.mjs` and `files.cjs` are
 * programs for runtimes with files, which print what was said as JSON; `worker-*.mjs` and `page-*.mjs` are to be bundled;
 * `page.mjs` runs as it is.
 */
export function writeSuite(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string): void => { writeFileSync(join(folder, name), text); };
  const checks = readFileSync(new URL('checks.ts', import.meta.url), 'utf8');
  const compiled = (module: ts.ModuleKind): string => ts.transpileModule(checks, { compilerOptions: { module, target: ts.ScriptTarget.ES2022 } }).outputText;
  write('checks.mjs', compiled(ts.ModuleKind.ESNext));
  write('checks.cjs', compiled(ts.ModuleKind.CommonJS));
  const call = `JSON.stringify(runChecks({ ${Object.keys(entries).join(', ')} }, ${JSON.stringify(given())}, around))`;
  write('said.mjs', `${imports({ ...entries, '{ runChecks }': './checks.mjs' })}export function said(around) {\n  return ${call};\n}\n`);
  write('said.cjs', `${requires({ ...entries, '{ runChecks }': './checks.cjs' })}exports.said = around => ${call};\n`);

  const asked = "process.permission ? { mayReadAll: process.permission.has('fs.read', process.execPath) } : {}";
  const around = `{ other, files: { node, rules: process.argv[2] }, forbidsCode: process.argv[3] === 'no-code', ...(${asked}) }`;
  const own = { node: 'afterview/node', '{ createRequire }': 'node:module' };
  write('files.mjs', `${imports({ ...own, '{ said }': './said.mjs' })}const other = createRequire(import.meta.url)('afterview');\nconsole.log(said(${around}));\n`);
  write('files.cjs', `${requires({ ...own, '{ said }': './said.cjs' })}import('afterview').then(other => { console.log(said(${around})); });\n`);

  const copies: Readonly<Record<Format, string>> = { ESM: "const other = require('afterview');", CJS: "import * as other from 'afterview';" };
  for (const [format, copy] of Object.entries(copies)) {
    const from = `import { said } from './said.${endings[format as Format]}';\n${copy}\n`;
    write(`worker-${format}.mjs`, `${from}export default { fetch: () => new Response(said({ other, forbidsCode: true })) };\n`);
    write(`page-${format}.mjs`, `${from}globalThis.said = said({ other, forbidsCode: true });\n`);
  }
  write('page.mjs', "import { said } from './said.mjs';\nglobalThis.said = said({ forbidsCode: true });\n");
}

function imports(names: Readonly<Record<string, string>>): string {
  return Object.entries(names).map(([name, from]) => `import ${name.startsWith('{') ? '' : '* as '}${name} from '${from}';\n`).join('');
}

function requires(names: Readonly<Record<string, string>>): string {
  return Object.entries(names).map(([name, from]) => `const ${name} = require('${from}');\n`).join('');
}
