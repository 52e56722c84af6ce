import type { Pack } from '../../src/pack/pack.ts';
import { brierSkill, type Count, measure, type Measures, verdictOf, wilson } from './measures.ts';
import { baselines, type Ranker } from './rankers.ts';
import type { CaseSet, ElicitedSheet, RealCase, Reader } from './realCases.ts';

/** The cases of each set, as each reader answered them. */
export type CasesBySet = Readonly<Record<CaseSet, Readonly<Record<Reader, readonly RealCase[]>>>>;

type Group = readonly [string, readonly RealCase[]];

/** How often a ranking agrees with the expert on the real cases and on parts of them, beside baselines; each case counts once for each reader. */
export function scoreText(pack: Pack, ours: Ranker, cases: CasesBySet, sheets: readonly ElicitedSheet[]): string {
  const { first, second } = cases.written;
  const both = [...first, ...second];
  const rowOf = ([name, group]: Group): string => row(name, group.length, measure(pack, ours, group), group.length / 2);
  return [
    `${'afterview'.padEnd(22)}   n  ${['top 1', 'top 3', 'any in top 3', 'side', 'verdict'].map(head => head.padEnd(15)).join('')}`,
    '\nCases that were only ever scored',
    ...bySet(pack, ours, cases['kept-back']),
    '\nCases on which it was mended',
    ...bySet(pack, ours, cases.mended),
    '\nCases that it was written with',
    rowOf(['both readers', both]),
    ...([['first reader', first], ['second reader', second]] as const).map(([name, group]) => row(name, group.length, measure(pack, ours, group), first.length)),
    ...partsOf(pack, both).map(rowOf),
    rowOf(['short intake alone', both.map(each => shortened(pack, each))]),
    ...elicitedRows(pack, ours, sheets),
    '\nBaselines, on the cases that it was written with',
    ...baselines(pack, first).map(ranker => row(ranker.name, both.length, measure(pack, ranker, both), first.length)),
    `\nBrier skill against base rates: ${brierSkill(ours, both).toFixed(2)}`,
    'In brackets 95% Wilson intervals, for as many people as there are.',
  ].join('\n');
}

/** What both readers of the questionnaire lead to, the best of the simple ways, and a careful reader of the facts. */
function bySet(pack: Pack, ours: Ranker, { first, second }: CasesBySet[CaseSet]): readonly string[] {
  const both = [...first, ...second];
  const ofFacts: Ranker = {
    name: 'a reader of the facts',
    rank: each => (each.ofFacts?.verdict ?? []).map(cause => ({ cause, weight: 1 })),
    verdict: each => verdictOf[each.ofFacts?.control ?? each.control],
  };
  const weighted = baselines(pack, first).at(-1);
  return [
    row('both readers', both.length, measure(pack, ours, both), first.length),
    ...(weighted ? [row(weighted.name, both.length, measure(pack, weighted, both), first.length)] : []),
    row(ofFacts.name, first.length, measure(pack, ofFacts, first), first.length),
  ];
}

/** The same person, asked only the questions of the short intake. */
function shortened({ questions }: Pack, each: RealCase): RealCase {
  const core = new Set(questions.filter(question => question.core).map(({ id }) => id));
  return { ...each, answers: Object.fromEntries(Object.entries(each.answers).filter(([id]) => core.has(id))) };
}

/** How far the engine agrees with readers of the answers alone, and these with each other. */
function elicitedRows(pack: Pack, ours: Ranker, sheets: readonly ElicitedSheet[]): readonly string[] {
  const asCases = sheets.map((sheet): RealCase => ({ ...sheet, url: '', stage: 'later', status: 'rejected', told: false, confidence: 'low', set: 'written' }));
  const secondOf = new Map(sheets.flatMap(({ id, again }) => (again ? [[id, again] as const] : [])));
  const readers: Ranker = {
    name: 'another reader',
    rank: ({ id }) => (secondOf.get(id)?.verdict ?? []).map(cause => ({ cause, weight: 1 })),
    verdict: ({ id, control }) => verdictOf[secondOf.get(id)?.control ?? control],
  };
  const again = asCases.filter(({ id }) => secondOf.has(id));
  return [
    '\nElicited sheets, against readers of the answers alone',
    row('afterview', asCases.length, measure(pack, ours, asCases), asCases.length),
    row(readers.name, again.length, measure(pack, readers, again), again.length),
  ];
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

function row(name: string, size: number, { top1, top3, anyInTop3, side, verdict }: Measures, people: number): string {
  return `${name.padEnd(22)}${String(size).padStart(4)}  ${[top1, top3, anyInTop3, side, verdict].map(count => cell(count, people)).join('')}`.trimEnd();
}

/** The two answers of one person are no two people, so the interval is that of the people. */
function cell({ right, of }: Count, people: number): string {
  if (of === 0) return '–'.padEnd(15);
  const [low, high] = wilson({ right: (right * people) / of, of: people });
  const percent = (part: number): string => `${Math.round(part * 100)}`;
  return `${percent(right / of)}% (${percent(low)}–${percent(high)})`.padEnd(15);
}
