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

/** Small tests come first, since a mutant is dead at the first test that fails. */
class SmallFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => folders.findIndex(folder => moduleId.includes(`/test/${folder}/`));
    return Promise.resolve(files.toSorted((a, b) => place(a) - place(b)));
  }
}
const folders = ['evidence', 'plan', 'inference', 'asking', 'answers', 'pack'];

export default defineConfig({
  root: '.',
  plugins: [plugin],
  test: {
    include: folders.map(folder => `test/${folder}/**/*.test.ts`),
    setupFiles: ['test/repeatable.ts', 'test/mutation/skipSlow.ts'],
    isolate: false,
    sequence: { sequencer: SmallFirst },
    testTimeout: 60_000,
  },
});
