import { readPackFolder } from '../../src/node.ts';
import { formatProblems } from '../../src/base/problem.ts';
import { brierSkill, type Count, measure, type Measures, wilson } from './measures.ts';
import { baselines, engine } from './rankers.ts';
import { answeredAgain, type RealCase, realCases } from './realCases.ts';

/** Scores the pack in `rules/` on the real cases, beside baselines: `npm run score`, with `-- --misses` for the misses of the tuning half. */
const read = readPackFolder('rules');
if (!read.ok) {
  console.error(formatProblems(read.problems));
  process.exit(1);
}
const { pack } = read.value;
const cases = realCases();
const tuning = cases.filter(({ half }) => half === 'tune');
const ours = engine(pack);
const heard = (each: RealCase): boolean => each.status === 'rejected' || each.status === 'cancelled' || each.status === 'withdrawn';
/** Whether the expert's main cause is one of hearing nothing. */
const explainsSilence = (main: string | undefined): boolean => pack.causes.some(({ id, silence }) => id === main && silence !== undefined);

type Group = readonly [string, readonly RealCase[]];
const halves: readonly Group[] = [['all', cases], ['tuned on', tuning], ['checked on', cases.filter(({ half }) => half === 'check')]];
const groups: readonly Group[] = [
  ...halves,
  ['told a reason', cases.filter(({ told }) => told)],
  ['told none', cases.filter(({ told }) => !told)],
  ['heard', cases.filter(heard)],
  ['open or ghosted', cases.filter(each => !heard(each))],
  ['too early or silent', cases.filter(each => each.control === 'too-early' || (!heard(each) && explainsSilence(each.verdict[0])))],
  ...(['controllable', 'external', 'mixed', 'too-early'] as const).map(control => [control, cases.filter(each => each.control === control)] as const),
];

function cell(count: Count): string {
  const [low, high] = wilson(count);
  const percent = (part: number): string => `${Math.round(part * 100)}`;
  return `${percent(count.right / count.of)}% (${percent(low)}–${percent(high)})`.padEnd(16);
}

function row(name: string, size: number, { top1, top3, anyInTop3, side }: Measures): string {
  return `${name.padEnd(22)}${String(size).padStart(4)}  ${[top1, top3, anyInTop3, side].map(cell).join('')}`;
}

console.log(`${'afterview'.padEnd(22)}   n  ${['top 1', 'top 3', 'any in top 3', 'side'].map(head => head.padEnd(16)).join('')}`);
for (const [name, group] of groups) console.log(row(name, group.length, measure(pack, ours, group)));
console.log('\nThe same cases, answered anew');
for (const [name, group] of halves) console.log(row(name, group.length, measure(pack, ours, answeredAgain(group))));
console.log('\nBaselines, on all');
for (const ranker of baselines(pack, tuning)) console.log(row(ranker.name, cases.length, measure(pack, ranker, cases)));
console.log(`\nBrier skill against base rates: ${brierSkill(ours, cases).toFixed(2)}`);
console.log('In brackets 95% Wilson intervals.');

if (process.argv.includes('--misses')) {
  for (const each of tuning) {
    const order = ours.rank(each);
    if (order[0]?.cause === each.verdict[0]) continue;
    console.log(`${each.id} ${each.status} ${each.control}: expert ${each.verdict.join(', ')}; ours ${order.slice(0, 4).map(({ cause, weight }) => `${cause} ${Math.round(weight * 100)}`).join(', ')}`);
  }
}
