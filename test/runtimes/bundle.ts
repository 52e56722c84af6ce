import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles a program of the suite as tools for workers and pages do, by the conditions that such a runtime names. */
export async function bundled(home: string, program: string, format: 'esm' | 'iife', conditions: readonly string[]): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [join(home, 'suite', program)], bundle: true, format, platform: 'browser', conditions: [...conditions], target: 'es2022', write: false, logLevel: 'error' });
  return (outputFiles[0] as (typeof outputFiles)[number]).text;
}
