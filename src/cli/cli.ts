#!/usr/bin/env node
import { main } from './main.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read our output has seen enough (`| head`): that is no failure.
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`standard output cannot be written (${error.code ?? 'unknown reason'})\n`);
  process.exit(1);
});
await main(process.argv.slice(2));
