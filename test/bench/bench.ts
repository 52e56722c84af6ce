/**
 * How long afterview takes, beside others that do the same: `npm run bench`, or parts of it, such as
 * `npm run bench -- matching process --json figures.json`. Ends with an error unless all say the same.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { machine } from './table.ts';

/** Each part is loaded when its turn comes; it prints what it finds, and gives back its raw figures if it has any. */
const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  matching: async () => (await import('./matching.ts')).matching(),
  process: async () => (await import('./process.ts')).processes(),
  networks: async () => {
    await import('./peers.ts');
  },
  history: async () => {
    console.log((await import('./history.ts')).historyReport());
  },
};

const {
  positionals,
  values: { json },
} = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
const figures: Record<string, unknown> = {};
for (const name of wanted) {
  const part = parts[name];
  if (!part) throw new Error(`there is no part ${name}: ${Object.keys(parts).join(', ')}`);
  console.log(`\n— ${name} —`);
  figures[name] = await part();
}
if (json !== undefined) writeFileSync(json, `${JSON.stringify({ ...machine(), ...figures }, null, 2)}\n`);
