import { parseArgs } from 'node:util';
import { corePack } from '../../src/core/corePack.ts';
import { engineOf } from '../engineOf.ts';
import { type Count, wilson } from '../score/measures.ts';
import { groupsOf, judge, type Judged, mislead, only, reliability, skillOf, usualShares } from './calibration.ts';
import type { Way } from './candidates.ts';
import { calibrationLine, type Estimate } from './line.ts';
import { errors } from './wrongNumbers.ts';

/**
 * How far the shares of the core pack are calibrated on candidates of its own model, and how far its order holds where its
 * numbers are wrong: `npm run calibrate`, with `-- --candidates 2000 --seed 7` for fewer, or others.
 */
const { values } = parseArgs({ options: { candidates: { type: 'string', default: '12000' }, seed: { type: 'string', default: '1' } } });
const [count, seed] = [Number(values.candidates), Number(values.seed)];
if (!Number.isSafeInteger(count) || count < 100 || !Number.isSafeInteger(seed)) {
  console.error('--candidates takes a whole number, 100 or more, and --seed a whole number');
  process.exit(2);
}
const { prepared } = engineOf(corePack).baseline;
const usual = usualShares(prepared);

const fixed = (value: number, digits = 3): string => (Math.abs(value) < 10 ** -digits / 2 ? 0 : value).toFixed(digits).replace('-', '−');
const interval = ({ value, low, high }: Estimate): string => `${fixed(value)} (${fixed(low)} to ${fixed(high)})`.padEnd(27);
const percent = (part: number): string => `${(100 * part).toFixed(1)}%`;
const rate = (counted: Count): string => `${percent(counted.right / counted.of)} (${wilson(counted).map(percent).join(' to ')})`;

function line(name: string, { slope, intercept }: ReturnType<typeof calibrationLine>): void {
  console.log(`${name.padEnd(34)}${interval(slope)}${interval(intercept)}`.trimEnd());
}

function lines(candidates: readonly Judged[]): void {
  console.log(`${''.padEnd(34)}${'slope'.padEnd(27)}intercept`);
  line('shares of all players', calibrationLine(candidates));
  line('shares of supported causes', calibrationLine(only(candidates, ({ supported }, player) => supported[player] === 1)));
  line('presence of all causes', calibrationLine(candidates.map(({ presence }) => presence)));
}

function skills(candidates: readonly Judged[]): void {
  console.log(`\nBrier skill beside the shares without answers\n${''.padEnd(34)}${'player by player'.padEnd(27)}the sum of them`);
  for (const [name, players] of groupsOf(prepared)) {
    const { each, sum } = skillOf(candidates, usual, players);
    console.log(`${`${name} (${players.length})`.padEnd(34)}${interval(each)}${name === 'all' ? '' : interval(sum)}`.trimEnd());
  }
}

function table(candidates: readonly Judged[]): void {
  console.log(`\n${'share said'.padEnd(16)}${'on average'.padStart(12)}   decided it`);
  for (const { from, to, said, came } of reliability(candidates)) {
    console.log(`${`${percent(from)}–${percent(to)}`.padEnd(16)}${percent(said).padStart(12)}   ${rate(came)} of ${came.of}`);
  }
}

const ways: Readonly<Record<Way, string>> = {
  'answers first': 'Answers as frequent as the questions say, then causes as the pack reads these answers',
  'causes first': 'Causes by their base rates, then answers by how much likelier the causes make them',
};

console.log(`${new Date().toISOString().slice(0, 10)}, seed ${seed}, pack ${corePack.id} ${corePack.version}, ${corePack.hash.slice(0, 12)}. In brackets 95% intervals.`);
console.log('A share estimates the chance that this player decided it, where one of those that fired is drawn evenly: only those');
console.log('who are stopped are drawn, with all that the questionnaire asks them answered, “I don’t know” included, and no dates.');
for (const [way, how] of Object.entries(ways) as [Way, string][]) {
  const candidates = judge(prepared, way, count, seed);
  console.log(`\n## ${how}: ${count} candidates\n`);
  lines(candidates);
  skills(candidates);
  table(candidates);
}

console.log(`\n## Wrong numbers: ${count / 2} candidates each, every one from numbers of their own, judged with the pack’s own\n`);
console.log('Answers first. Within ranges: of base rates, strengths and luck; a likelihood ratio lies between the middles to the');
console.log('words beside it. Up to twice: odds and ratios times ½ to 2, each on its own; twice or half: times ½ or 2.');
console.log('The order is that of the explanations: supported causes first, by share.');
for (const error of [null, ...errors]) {
  const misled = mislead(prepared, error, 'answers first', Math.floor(count / 2), seed + count);
  console.log(`\n${error ?? 'the pack’s own numbers'}`);
  line('  shares, slope and intercept', misled.line);
  console.log(`${'  Brier skill of all players'.padEnd(34)}${interval(misled.skill)}`.trimEnd());
  console.log(`  the first is that of the true numbers     ${rate(misled.sameFirst)}`);
  console.log(`  that one is among the first three         ${rate(misled.firstInThree)}`);
  console.log(`  where a cause decided: among first three  ${rate(misled.decidedInThree)}, with the true numbers ${rate(misled.decidedInThreeAtBest)}`);
  console.log(`  order of all causes, Kendall’s τ          ${interval(misled.order)}`.trimEnd());
}
