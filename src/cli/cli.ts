#!/usr/bin/env node
import { fstatSync, writeFileSync } from 'node:fs';
import { main } from './main.ts';

function unwritable({ code }: NodeJS.ErrnoException): never {
  // Whoever read our output has seen enough (`| head`): that is no failure.
  if (code === 'EPIPE') process.exit(0);
  process.stderr.write(`standard output cannot be written (${code ?? 'unknown reason'})\n`);
  process.exit(1);
}

/** Of what does not fit into a file, the stream of Node writes the beginning, and says nothing. */
function writeWhole(text: string): boolean {
  try {
    writeFileSync(process.stdout.fd, text);
    return true;
  } catch (error) {
    return unwritable(error as NodeJS.ErrnoException);
  }
}

process.stdout.on('error', unwritable);
process.stderr.on('error', () => undefined); // nobody is left to be told
process.on('SIGXFSZ', () => undefined); // a file that may grow no larger fails to be written, and does not end the process
if (fstatSync(process.stdout.fd).isFile()) Object.assign(process.stdout, { write: writeWhole });
await main(process.argv.slice(2));
