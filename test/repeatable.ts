import fc from 'fast-check';

/** Property tests try the same samples in every run, so that a failure can be had again; `SEED=7 npm test` tries others. */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_261_122) });
