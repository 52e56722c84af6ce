import { safeLoadPack } from '../../src/node.ts';
import { simulate } from './simulation.ts';

/** A process of its own for some of the cases of `simulate.ts`: it is told which, tells what came of them, and ends. */
process.once('message', ({ cases, seed }: { readonly cases: number; readonly seed: number }) => {
  const read = safeLoadPack('rules');
  if (!read.ok) throw new Error('the parent has read these rules');
  process.send?.(simulate(read.value.pack, cases, seed), () => { process.disconnect(); });
});
