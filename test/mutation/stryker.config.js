/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: ['answers', 'evidence', 'inference', 'asking', 'plan', 'authoring'].map(folder => `src/${folder}/**/*.ts`),
  // The build and what comes of it are in no test that runs here.
  ignorePatterns: ['/.stryker-tmp*', '/reports', '/dist', '/coverage', '/examples', '/test/bench', '/test/score', '/test/browser', '/test/cli'],
  coverageAnalysis: 'perTest',
  // Mutants that run only while a module is loaded ask for all tests anew: they would take most of the time.
  ignoreStatic: true,
  // No compiler looks at the mutants: one that does not compile counts like any other, and most of them are killed.
  disableTypeChecks: true,
  checkers: [],
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  concurrency: 2,
  timeoutMS: 5000,
  timeoutFactor: 1.5,
  reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  tempDirName: '.stryker-tmp',
};
