/**
 * How long the exact sums over several interviews take: `npm run bench`.
 *
 * Each case is summed by the split that is chosen, by plain enumeration, and with all causes thinned, where these do
 * not take too long. Ends with an error unless all give the same to 1e-12. The estimate is what a split says that it costs.
 */
import { corePack } from '../../src/core/corePack.ts';
import type { Cause, Pack, Question } from '../../src/pack/pack.ts';
import { diagnoseHistory } from '../../src/api/diagnose.ts';
import type { Lasting, PastInterview } from '../../src/inference/history/lasting.ts';
import { bestSplit, splitBy, type WorldSplit } from '../../src/inference/history/worldSplit.ts';
import { type Sums, worldSums } from '../../src/inference/history/worldSum.ts';

/** Longer ones are not tried beside the best. */
const LONGEST = 3e9;
const NODES = 11;

/** How many causes, how many interviews, how many strengths a cause has, and in how many interviews of ten it has the usual one. */
const cases: readonly (readonly [causes: number, interviews: number, strengths: number, usual: number])[] = [
  [12, 30, 6, 0], [16, 30, 6, 0], [20, 30, 2, 0], [20, 30, 6, 0], [24, 12, 4, 0], [24, 20, 4, 0], [24, 30, 4, 0],
  [20, 30, 4, 9], [24, 30, 4, 9], [24, 30, 1, 10], [24, 100, 1, 10], [24, 8, 6, 0], [40, 12, 6, 0],
];

/** Numbers from 0 to 1 that are the same in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function historyOf([causes, interviews, strengths, usual]: (typeof cases)[number]): { readonly lasting: Lasting; readonly latest: PastInterview; readonly others: readonly PastInterview[] } {
  const next = numbersFrom(7);
  const table = Array.from({ length: causes }, () => Array.from({ length: strengths }, () => 0.02 + 0.4 * next()));
  const lasting = { presence: table.map(() => 0.05 + 0.4 * next()), levels: corePack.standing.levels };
  const interview = (_: unknown, k: number): PastInterview => ({
    failed: k % 10 !== 4,
    fresh: Array.from({ length: 25 }, () => 0.1 * next()),
    strengths: table.map(values => values[next() * 10 < usual ? 0 : Math.floor(next() * strengths)] ?? 0),
  });
  return { lasting, latest: interview(null, 0), others: Array.from({ length: interviews - 1 }, (_, k) => interview(null, k + 1)) };
}

const times = [1, ...Array.from({ length: NODES }, (_, node) => (node + 0.5) / NODES)];

function timed<T>(work: () => T): { readonly value: T; readonly milliseconds: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, milliseconds: (user + system) / 1000 };
}

function largestDifference(one: Sums, other: Sums): number {
  const numbers = ({ total, withCause, standing, atLevel }: Sums): readonly number[] => [total, ...withCause, standing, ...atLevel].flatMap(row => [...row]);
  const [a, b, whole] = [numbers(one), numbers(other), Math.max(...one.total)];
  return Math.max(...a.map((value, index) => Math.abs(value - (b[index] ?? Number.NaN)) / whole));
}

function sumsOf(lasting: Lasting, latest: PastInterview, split: WorldSplit): Sums {
  const [sums] = worldSums(lasting, split, [{ explained: latest, besides: [], times }]);
  if (!sums) throw new Error('there is no view');
  return sums;
}

function run(each: (typeof cases)[number]): void {
  const { lasting, latest, others } = historyOf(each);
  const [used, sizes] = [[...lasting.presence.keys()], { levels: lasting.levels.length, views: 1, modes: times.length + 1 }];
  const best = bestSplit(used, others, sizes);
  const splits: readonly (readonly [string, WorldSplit])[] = [['chosen', best], ['enumerated', splitBy(used, [], others, sizes)], ['thinned', splitBy(used, used, others, sizes)], ['half', splitBy(used, best.thinned.slice(0, Math.ceil(best.thinned.length / 2)), others, sizes)]];
  let expected: Sums | null = null;
  for (const [name, split] of splits.filter(([way, { cost }]) => way === 'chosen' || cost < LONGEST)) {
    const { value, milliseconds } = timed(() => sumsOf(lasting, latest, split));
    const difference = expected ? largestDifference(expected, value) : 0;
    expected ??= value;
    console.log(`${each.join(' ').padEnd(12)} ${name.padEnd(11)} thinned ${String(split.thinned.length).padStart(2)} in ${String(split.classes.length).padStart(2)} classes: ${milliseconds.toFixed(0).padStart(6)} ms, estimated ${(split.cost / 1e6).toFixed(0).padStart(6)} ms, difference ${difference.toExponential(0)}`);
    if (!(difference < 1e-12)) throw new Error(`the ways do not agree: ${difference}`);
  }
}

sumsOf(...warmUp());
for (const each of cases) run(each);

const CAUSES = 20;
const OPTIONS = 6;
const next = numbersFrom(11);
const pack = differingPack();
const interviews = Array.from({ length: 30 }, (_, k) => ({
  ...Object.fromEntries(Array.from({ length: CAUSES }, (__, j) => [`question-${j}`, `option-${Math.floor(next() * OPTIONS)}`])),
  outcome: k % 10 === 4 ? 'advanced' : 'rejected',
}));
for (let round = 0; round < 3; round++) console.log(`a whole diagnosis of 30 interviews, ${CAUSES} lasting causes with ${OPTIONS} strengths: ${timed(() => diagnoseHistory(interviews, { pack })).milliseconds.toFixed(0)} ms`);
const unanswered = timed(() => diagnoseHistory(Array.from({ length: 30 }, () => ({ outcome: 'rejected' as const }))));
console.log(`a diagnosis of 30 unanswered interviews: ${unanswered.milliseconds.toFixed(0)} ms`);

/** A pack in which the strength of each lasting cause depends on an answer, so that hardly two interviews are alike. */
function differingPack(): Pack {
  const from = ['judgement'];
  const value = (): number => 0.02 + 0.4 * next();
  const asked = (id: string, options: readonly string[]): Question => ({
    id, section: 'all', ask: 'How was it?', dontKnow: 0.1, kind: 'one-of', options: options.map(each => ({ id: each, says: each, typical: 1 / options.length })),
  });
  const questions = Array.from({ length: CAUSES }, (_, j) => asked(`question-${j}`, Array.from({ length: OPTIONS }, (__, k) => `option-${k}`)));
  const causes = questions.map((_, j): Cause => ({
    id: `cause-${j}`, title: 'It happened', control: 'you', scope: 'candidate', claims: [], why: 'It happens.', signs: [], fixes: [],
    baseRate: { value: value(), from, when: [] },
    strength: { value: value(), from, when: Array.from({ length: OPTIONS }, (__, k) => ({ if: { test: 'chosen', question: j + 1, options: [k] }, value: value(), from })) },
  }));
  return {
    format: 1, id: 'differing', version: '1.0.0', title: 'A pack in which all differs', hash: 'none',
    background: corePack.background, standing: corePack.standing, sections: [{ id: 'all', title: 'All questions' }],
    questions: [asked('outcome', ['rejected', 'advanced', 'cancelled', 'no-reply', 'waiting']), ...questions],
    contradictions: [], causes, beliefs: [], sources: [],
  };
}

/** A small case, so that the first one is not measured before the functions are compiled. */
function warmUp(): Parameters<typeof sumsOf> {
  const { lasting, latest, others } = historyOf([14, 20, 4, 0]);
  return [lasting, latest, splitBy([...lasting.presence.keys()], [], others, { levels: lasting.levels.length, views: 1, modes: times.length + 1 })];
}
