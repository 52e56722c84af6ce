import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const fewRuns = resolve('test/mutation/fewRuns.ts');

/** Every test takes its fast-check from `fewRuns.ts`, and only that takes the real one. */
const plugin: Plugin = {
  name: 'few-runs',
  enforce: 'pre',
  resolveId: (id, importer) => (id === 'fast-check' && importer !== fewRuns ? fewRuns : null),
};

const folders = ['evidence', 'plan', 'inference', 'asking', 'answers', 'pack', 'authoring'];

/** Tests that do without the core pack, which takes longest to load, come first, small ones before large ones: a mutant is dead at the first test that fails. */
class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const texts = new Map(files.map(({ moduleId }) => [moduleId, readFileSync(moduleId, 'utf8')]));
    const cost = ({ moduleId }: TestSpecification): number => {
      const text = texts.get(moduleId) ?? '';
      return text.length + (text.includes('corePack') ? LARGEST : 0);
    };
    return Promise.resolve(files.toSorted((a, b) => cost(a) - cost(b)));
  }
}
const LARGEST = 1e6;

export default defineConfig({
  root: '.',
  plugins: [plugin],
  test: {
    include: folders.map(folder => `test/${folder}/**/*.test.ts`),
    setupFiles: ['test/repeatable.ts', 'test/mutation/skipSlow.ts'],
    isolate: false,
    sequence: { sequencer: QuickFirst },
    testTimeout: 60_000,
  },
});
