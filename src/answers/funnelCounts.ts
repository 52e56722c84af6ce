import { didYouMean } from '../base/nearest.ts';
import { type FunnelStage, funnelStages } from '../pack/funnelStages.ts';
import type { Pack } from '../pack/pack.ts';
import type { Checked, Problem } from '../base/problem.ts';
import { isUnknown } from '../pack/answer.ts';
import { plainEntries } from '../base/plainObject.ts';
import { showAny } from '../base/show.ts';

/**
 * How many applications reached each stage of a search so far: whole numbers of 0 or more. Missing, `null` and
 * `'unknown'` all mean “I don't know”. An application that skipped a stage counts there, too, and one that is still
 * open is better left out.
 *
 * @example
 * const funnel: FunnelCounts = { sent: 120, screens: 12, 'first-interviews': 8, 'second-interviews': 1 };
 * diagnose({ outcome: 'rejected' }, { funnel }).funnel?.steps.map(({ to }) => to); // ['screens', 'first-interviews', 'second-interviews']
 */
export type FunnelCounts = Readonly<Partial<Record<FunnelStage, number | 'unknown' | null | undefined>>>;

/** The counts that are known, in order of the stages. */
export type KnownCounts = ReadonlyMap<FunnelStage, number>;

/** More applications than these nobody has sent. */
export const MOST_COUNTED = 100_000;

const example = '{ "sent": 120, "screens": 12, "first-interviews": 8, "second-interviews": 1 }';

/**
 * Checks the counts of a search: unknown stages, wrong kinds, impossible counts, and more at a stage than at one
 * before it.
 *
 * @param input - stage → count; anything else gives problems, never an exception
 * @returns Problems have paths that start with `funnel`.
 */
export function checkFunnelCounts(pack: Pack, input: unknown): Checked<KnownCounts> {
  if (!pack.funnel) {
    return { ok: false, problems: [{ code: 'unknown-key', message: `the pack “${pack.id}” knows no usual counts to hold “funnel” against`, hint: 'take “funnel” out, or add “funnel:” to the pack.yaml of that pack', path: ['funnel'] }] };
  }
  const entries = plainEntries(input, 'funnel', example);
  if (!entries.ok) return { ok: false, problems: entries.problems.map(problem => ({ ...problem, path: ['funnel'] })) };
  const given = new Map(entries.value);
  const problems: Problem[] = [...given.keys()].filter(key => !funnelStages.some(stage => stage === key))
    .map(key => ({ code: 'unknown-key', message: `${showAny(key)} is no part of “funnel”`, hint: didYouMean(key, funnelStages), path: ['funnel', key] }));
  const counts = new Map<FunnelStage, number>();
  for (const stage of funnelStages) {
    const value = given.get(stage);
    if (isUnknown(value)) continue;
    const wrong = wrongCount(stage, value);
    if (wrong) problems.push(wrong);
    else counts.set(stage, Number(value) + 0);
  }
  if (problems.length === 0) problems.push(...contradictionsIn(counts));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: counts };
}

function wrongCount(stage: FunnelStage, value: unknown): Problem | undefined {
  const path = ['funnel', stage];
  if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'wrong-kind', message: `“${stage}” takes a number, not ${showAny(value)}`, hint: 'write a whole number without quotes', path };
  if (!Number.isInteger(value)) return { code: 'wrong-kind', message: `“${stage}” takes a whole number, not ${value}`, hint: 'count whole ones', path };
  if (value < 0 || value > MOST_COUNTED) return { code: 'out-of-range', message: `${value} cannot be the count of “${stage}”`, hint: `from 0 to ${MOST_COUNTED}`, path };
  return undefined;
}

/** Each count is held against the nearest one before it that is known. */
function contradictionsIn(counts: KnownCounts): readonly Problem[] {
  const known = [...counts];
  return known.flatMap(([stage, count], index): readonly Problem[] => {
    const before = known[index - 1];
    if (before === undefined || count <= before[1]) return [];
    return [{ code: 'contradiction', message: `${count} for “${stage}” is more than ${before[1]} for “${before[0]}”`, hint: 'count each application at every stage that it reached, and at those that it skipped on the way', path: ['funnel', stage] }];
  });
}
