import { defineConfig } from 'vitest/config';

/** Behind `run --config test/vitest.config.ts` stand the names of files, where not all are to run. */
const whole = process.argv.slice(2).filter(word => !word.startsWith('-')).length <= 2;

export default defineConfig({
  root: '.',
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/freshBuild.ts'],
    setupFiles: ['test/repeatable.ts'],
    maxWorkers: 2,
    isolate: false, // files share the modules that they load, and leave the world as they found it
    testTimeout: 180_000,
    hookTimeout: 120_000,
    typecheck: { enabled: whole, include: ['test/**/*.test-d.ts'], tsconfig: 'tsconfig.json' },
    coverage: {
      enabled: whole,
      provider: 'v8',
      include: ['src/**/*.ts'],
      // What runs only as a process of its own or in a browser, and is tested there, is not seen by the coverage of this one.
      exclude: ['src/core/**', 'src/build/**', 'src/cli/cli.ts', 'src/cli/ask/prompts.ts', 'src/element/**'],
      reporter: ['text-summary', 'text'],
      thresholds: { lines: 95 },
    },
  },
});
