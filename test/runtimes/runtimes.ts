/**
 * Whether the package runs everywhere: `npm run runtimes`.
 *
 * Packs the package, installs it into a folder of its own, and asks the same of every runtime; each must say, byte for
 * byte, what Node 20 says. Then lets compilers check a project that uses every entry. Prints the table, and writes it to
 * result.txt. Ends with an error when anything fails or could not be run.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import buildUnlessFresh from '../freshBuild.ts';
import { runInBrowser } from './browser.ts';
import { compileConsumers } from './consumers.ts';
import { installPackage, installRuntimes, manifestIn } from './installed.ts';
import type { Result } from './result.ts';
import { writeSuite } from './suite.ts';
import { runInWorkerd } from './workerd.ts';
import { runWithFiles } from './withFiles.ts';

buildUnlessFresh();
installRuntimes();
const home = installPackage();
try {
  writeSuite(join(home, 'suite'));
  const { expected, results: withFiles } = runWithFiles(home);
  console.log(`${withFiles.length} runs with files are done; next come workerd, the browser and the compilers …`);
  const isolated = [...(await runInWorkerd(home, expected)), ...(await runInBrowser(home, expected))];
  const results = [...withFiles, ...isolated, ...compileConsumers(home)];
  const table = tableOf(results);
  console.log(table);
  writeFileSync(new URL('result.txt', import.meta.url), `${table}\n`);
  if (results.some(({ failed }) => failed !== undefined)) process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}

function tableOf(results: readonly Result[]): string {
  const dependencies = ['zod', 'yaml'].map(name => `${name} ${manifestIn(join(home, 'node_modules', name)).version}`).join(', ');
  const head = `afterview ${manifestIn('.').version} with ${dependencies}, on ${platform()} ${arch()}, ${new Date().toISOString().slice(0, 10)}`;
  const rows = results.map(({ runtime, format, suite, passed, failed }) => [runtime, format, suite, failed === undefined ? `passed: ${passed ?? ''}` : `FAILED: ${failed}`]);
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => (row[column] ?? '').length)));
  return [head, '', ...rows.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd())].join('\n');
}
