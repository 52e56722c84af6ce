import { parseArgs } from 'node:util';
import fc from 'fast-check';
import type { ExplainedNo } from '../../src/inference/no/explainNo.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { type Answered, arbitraryPack, consistentAnswersTo } from '../arbitraryPack.ts';
import { enumerateFirings, enumeratePresence } from '../inference/no/enumeration.ts';
import { explained } from '../inference/no/noisyOr.ts';
import { type Compared, compared, comparedExactly, exactPlayers, quantities, type Quantity, type Told, told, worstOf } from './comparison.ts';
import { extremeNetworks, exactPlayersOf } from './extremes.ts';
import { toNumber } from './rational.ts';

/**
 * Compares the product with brute force in doubles on random packs with answers, and with exact fractions on every tenth
 * of them and on as many networks with extreme chances: `npm run oracle`, with `-- --packs 500 --seed 7` for others. Ends
 * with an error, and the pack that it came from, where anything differs by more than 1e-9.
 */
const MOST = 1e-9;
const EVERY = 10;

const { values } = parseArgs({ options: { packs: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } } });
const [packs, seed] = [Number(values.packs), Number(values.seed)];
if (!Number.isSafeInteger(packs) || packs < EVERY || !Number.isSafeInteger(seed)) {
  console.error(`--packs takes a whole number, ${EVERY} or more, and --seed a whole number`);
  process.exit(2);
}

/** The largest errors so far. */
interface Worst {
  absolute: number;
  relative: number;
}

const [doubles, exact, extreme] = [0, 1, 2].map(() => new Map(quantities.map((quantity): [Quantity, Worst] => [quantity, { absolute: 0, relative: 0 }])));

function note(worst: Map<Quantity, Worst> | undefined, quantity: Quantity, { absolute, relative }: Worst, from: unknown): void {
  if (!(absolute <= MOST)) {
    console.error(`${quantity} differs by ${absolute}:\n${JSON.stringify(from)}`);
    process.exit(1);
  }
  const before = worst?.get(quantity) as Worst;
  worst?.set(quantity, { absolute: Math.max(before.absolute, absolute), relative: Math.max(before.relative, relative) });
}

/** What all worlds say of these answers, in doubles. */
function bruteForce({ background, standing, ...pack }: Pack, { answers, no }: Told): Compared<number> {
  const hidden = exactPlayers({ ...pack, background, standing }, answers).causes.map(({ presence, strength }) => ({ presence: toNumber(presence), strength: toNumber(strength) }));
  const always = [background.value, standing.levels.reduce((sum, { stops, weight }) => sum + stops * weight, 0)];
  const { chanceOfNo, shares, necessities } = enumerateFirings([...hidden.map(({ presence, strength }) => presence * strength), ...always]);
  return compared(no, hidden.map(({ presence }) => presence), { chanceOfNo, share: shares, necessity: necessities, presence: enumeratePresence(hidden, always) });
}

function check({ pack, answers }: { readonly pack: Pack; readonly answers: Answered }, index: number): void {
  const ours = told(pack, answers);
  const force = bruteForce(pack, ours);
  for (const quantity of quantities) {
    const { ours: mine, truth } = force[quantity];
    note(doubles, quantity, { absolute: Math.max(0, ...truth.map((each, at) => Math.abs(each - (mine[at] ?? Number.NaN)))), relative: 0 }, { answers, pack });
  }
  if (index % EVERY === 0) noteExactly(exact, ours.no, exactPlayers(pack, ours.answers), { answers, pack });
}

function noteExactly(worst: Map<Quantity, Worst> | undefined, no: ExplainedNo, players: Parameters<typeof comparedExactly>[1], from: unknown): void {
  const beside = comparedExactly(no, players).compared;
  for (const quantity of quantities) note(worst, quantity, worstOf(beside[quantity]), from);
}

const answered = arbitraryPack().chain(pack => fc.record({ pack: fc.constant(pack), answers: consistentAnswersTo(pack) }));
let index = 0;
for (const each of fc.sample(answered, { numRuns: packs, seed })) check(each, index++);
const networks = fc.sample(extremeNetworks, { numRuns: Math.floor(packs / EVERY), seed });
for (const network of networks) noteExactly(extreme, explained(network), exactPlayersOf(network), network);
const { user, system } = process.cpuUsage();

const digits = (error: number): string => (error === 0 ? '0' : error.toExponential(1)).padStart(10);
console.log(`${new Date().toISOString().slice(0, 10)}, seed ${seed}: the largest errors on ${packs} random packs with answers, of one to eight causes.`);
console.log(`Brute force visits every world in doubles; exact fractions do on every tenth pack, and on ${networks.length} networks with chances`);
console.log('from 1e-280 to 1 − 1e-16, 0 and 1. “of it”: as a part of the exact value. The largest error that passes is 1e-9.\n');
console.log(`${''.padEnd(28)}${'doubles'.padStart(10)}${'exact'.padStart(12)}${'of it'.padStart(12)}${'extreme'.padStart(12)}${'of it'.padStart(12)}`);
for (const quantity of quantities) {
  const [force, fractions, ends] = [doubles, exact, extreme].map(worst => worst?.get(quantity) as Worst) as [Worst, Worst, Worst];
  console.log(`${quantity.padEnd(28)}${digits(force.absolute)}  ${[fractions.absolute, fractions.relative, ends.absolute, ends.relative].map(digits).join('  ')}`);
}
console.log(`\n${((user + system) / 1e6).toFixed(0)} s of one core. A necessity of next to nothing is off by more of itself where some q is next to 1: 1 − q then has few digits.`);
