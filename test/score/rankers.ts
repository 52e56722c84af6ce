import { safeDiagnose } from '../../src/api/diagnose.ts';
import type { Diagnosis, Verdict } from '../../src/diagnosis/diagnosis.ts';
import { type Finding, findingsFor } from '../../src/evidence/findings.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { formatProblems } from '../../src/base/problem.ts';
import { engineOf, readBy } from '../engineOf.ts';
import type { RealCase } from './realCases.ts';

/** One way to order causes for a case: the most likely first, with weights where it has any. */
export interface Ranker {
  readonly name: string;
  readonly rank: (each: RealCase) => Ranking;
  /** Where it lies, for rankers that say so. */
  readonly verdict?: (each: RealCase) => Verdict;
}

export type Ranking = readonly { readonly cause: string; readonly weight: number }[];

/** The engine, whose diagnosis is worked out once for the same answers, as several measures look at it. */
export function engine(pack: Pack): Ranker {
  const known = new Map<string, Diagnosis>();
  const of = ({ id, answers }: RealCase): Diagnosis => {
    const given = JSON.stringify(answers);
    const diagnosis = known.get(given) ?? diagnosisFor(pack, id, answers);
    known.set(given, diagnosis);
    return diagnosis;
  };
  return { name: 'afterview', rank: each => of(each).ranking, verdict: each => of(each).headline.verdict };
}

function diagnosisFor(pack: Pack, id: string, answers: unknown): Diagnosis {
  const result = safeDiagnose(answers, { pack });
  if (!result.ok) throw new Error(`${id}: ${formatProblems(result.problems)}`);
  return result.value;
}

/** What peers do, and what takes no answers at all, on the same cases and the same signs. */
export function baselines(pack: Pack, cases: readonly RealCase[]): readonly Ranker[] {
  const prior = new Map(engine(pack).rank({ answers: {} } as RealCase).map(({ cause, weight }) => [cause, weight]));
  const causes = pack.causes.map(({ id }) => id);
  const frequency = new Map<string, number>();
  for (const { verdict } of cases) frequency.set(verdict[0] ?? '', (frequency.get(verdict[0] ?? '') ?? 0) + 1);
  const byScore = (score: (cause: string) => number): Ranking => causes
    .map(cause => ({ cause, weight: score(cause) }))
    .sort((a, b) => b.weight - a.weight || (prior.get(b.cause) ?? 0) - (prior.get(a.cause) ?? 0) || (a.cause < b.cause ? -1 : 1));
  const points = (each: RealCase, worth: (findings: readonly Finding[]) => number): Ranking => {
    const findings = findingsIn(pack, each);
    return byScore(cause => worth(findings.get(cause) ?? []));
  };
  return [
    { name: 'prior order', rank: () => byScore(cause => prior.get(cause) ?? 0) },
    { name: 'most frequent cause', rank: () => byScore(cause => frequency.get(cause) ?? 0) },
    { name: 'unweighted points', rank: each => points(each, findings => findings.reduce((sum, { weight }) => sum + Math.sign(weight), 0)) },
    { name: 'weighted points', rank: each => points(each, findings => findings.reduce((sum, { weight }) => sum + Math.max(-SETTLED, Math.min(SETTLED, weight)), 0)) },
  ];
}

/** Points for an answer that settles a cause, as a logarithm of a likelihood ratio. */
const SETTLED = Math.log(100);

/** What the answers show of each cause, by its id. */
function findingsIn(pack: Pack, { answers }: RealCase): ReadonlyMap<string, readonly Finding[]> {
  const by = engineOf(pack);
  const { known: { reading: { columns } } } = readBy(by, answers);
  return new Map(by.baseline.prepared.causes.map(({ cause: { id }, signs }) => [id, findingsFor(signs, columns)]));
}
