import { safeDiagnose } from '../../src/api/diagnose.ts';
import { weigh, type WeighedCause } from '../../src/evidence/weigh.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { formatProblems } from '../../src/base/problem.ts';
import { checkAnswers } from '../../src/answers/checkAnswers.ts';
import type { RealCase } from './realCases.ts';

/** One way to order causes for a case: the most likely first, with weights where it has any. */
export interface Ranker {
  readonly name: string;
  readonly rank: (each: RealCase) => readonly { readonly cause: string; readonly weight: number }[];
}

/** The engine's ranking. */
export function engine(pack: Pack): Ranker {
  return {
    name: 'afterview',
    rank: ({ id, answers }) => {
      const result = safeDiagnose(answers, { pack });
      if (!result.ok) throw new Error(`${id}: ${formatProblems(result.problems)}`);
      return result.value.ranking;
    },
  };
}

/** What peers do, and what takes no answers at all, on the same cases and the same signs. */
export function baselines(pack: Pack, tuning: readonly RealCase[]): readonly Ranker[] {
  const prior = new Map(engine(pack).rank({ answers: {} } as RealCase).map(({ cause, weight }) => [cause, weight]));
  const causes = pack.causes.map(({ id }) => id);
  const frequency = new Map<string, number>();
  for (const { verdict } of tuning) frequency.set(verdict[0] ?? '', (frequency.get(verdict[0] ?? '') ?? 0) + 1);
  const byScore = (score: (cause: string) => number): readonly { cause: string; weight: number }[] => causes
    .map(cause => ({ cause, weight: score(cause) }))
    .sort((a, b) => b.weight - a.weight || (prior.get(b.cause) ?? 0) - (prior.get(a.cause) ?? 0) || (a.cause < b.cause ? -1 : 1));
  const points = (each: RealCase, worth: (weighed: WeighedCause) => number): readonly { cause: string; weight: number }[] => {
    const weighed = new Map(weighedCauses(pack, each).map(one => [one.cause.id, worth(one)]));
    return byScore(cause => weighed.get(cause) ?? 0);
  };
  return [
    { name: 'prior order', rank: () => byScore(cause => prior.get(cause) ?? 0) },
    { name: 'most frequent cause', rank: () => byScore(cause => frequency.get(cause) ?? 0) },
    { name: 'unweighted points', rank: each => points(each, ({ findings }) => findings.reduce((sum, { weight }) => sum + Math.sign(weight), 0)) },
    { name: 'weighted points', rank: each => points(each, ({ findings }) => findings.reduce((sum, { weight }) => sum + Math.max(-SETTLED, Math.min(SETTLED, weight)), 0)) },
  ];
}

/** Points for an answer that settles a cause, as a logarithm of a likelihood ratio. */
const SETTLED = Math.log(100);

function weighedCauses(pack: Pack, { id, answers }: RealCase): readonly WeighedCause[] {
  const checked = checkAnswers(pack, answers);
  if (!checked.ok) throw new Error(`${id}: ${formatProblems(checked.problems)}`);
  return pack.causes.map(cause => weigh(cause, checked.value.reading));
}
