import type { Pack } from '../../src/pack/pack.ts';
import { brierSkill, type Count, measure, type Measures, wilson } from './measures.ts';
import { baselines, type Ranker } from './rankers.ts';
import { answeredAgain, type RealCase } from './realCases.ts';

type Group = readonly [string, readonly RealCase[]];

/** How often a ranking agrees with the expert on the real cases and on parts of them, beside baselines. */
export function scoreText(pack: Pack, ours: Ranker, cases: readonly RealCase[]): string {
  const tuning = cases.filter(({ half }) => half === 'tune');
  const halves: readonly Group[] = [
    ['all', cases], ['tuned on', tuning], ['checked on', cases.filter(({ half }) => half === 'check')],
  ];
  const rowOf = ([name, group]: Group): string => row(name, group.length, measure(pack, ours, group));
  return [
    `${'afterview'.padEnd(22)}   n  ${['top 1', 'top 3', 'any in top 3', 'side'].map(head => head.padEnd(16)).join('')}`,
    ...[...halves, ...partsOf(pack, cases)].map(rowOf),
    '\nThe same cases, answered anew',
    ...halves.map(([name, group]) => rowOf([name, answeredAgain(group)])),
    '\nBaselines, on all',
    ...baselines(pack, tuning).map(ranker => row(ranker.name, cases.length, measure(pack, ranker, cases))),
    `\nBrier skill against base rates: ${brierSkill(ours, cases).toFixed(2)}`,
    'In brackets 95% Wilson intervals.',
  ].join('\n');
}

/** Parts of the cases by what was heard and by who could have changed it. */
function partsOf(pack: Pack, cases: readonly RealCase[]): readonly Group[] {
  const heard = ({ status }: RealCase): boolean => status === 'rejected' || status === 'cancelled' || status === 'withdrawn';
  const silent = ({ verdict: [main] }: RealCase): boolean => pack.causes.some(({ id, silence }) => id === main && silence !== undefined);
  return [
    ['told a reason', cases.filter(({ told }) => told)],
    ['told none', cases.filter(({ told }) => !told)],
    ['heard', cases.filter(heard)],
    ['open or ghosted', cases.filter(each => !heard(each))],
    ['too early or silent', cases.filter(each => each.control === 'too-early' || (!heard(each) && silent(each)))],
    ...(['controllable', 'external', 'mixed', 'too-early'] as const)
      .map((control): Group => [control, cases.filter(each => each.control === control)]),
  ];
}

function row(name: string, size: number, { top1, top3, anyInTop3, side }: Measures): string {
  return `${name.padEnd(22)}${String(size).padStart(4)}  ${[top1, top3, anyInTop3, side].map(cell).join('')}`;
}

function cell(count: Count): string {
  const [low, high] = wilson(count);
  const percent = (part: number): string => `${Math.round(part * 100)}`;
  return `${percent(count.right / count.of)}% (${percent(low)}–${percent(high)})`.padEnd(16);
}
