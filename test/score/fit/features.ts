import { findingsFor } from '../../../src/evidence/findings.ts';
import { explainNo } from '../../../src/inference/no/explainNo.ts';
import { explainSilence, waitOf } from '../../../src/inference/silence/explainSilence.ts';
import type { PreparedNumber } from '../../../src/pack/preparePack.ts';
import { shows } from '../../../src/pack/test.ts';
import type { Engine } from '../../../src/interview/engine.ts';
import { readBy } from '../../engineOf.ts';
import type { RealCase } from '../realCases.ts';
import { logOdds, type Numbers } from './numbers.ts';

/** What the answers of one case make of one cause, in terms of the pack's numbers. */
export interface CauseInCase {
  /** Base rate and strength that hold under these answers, as log-odds; not finite where they are 0 or 1. */
  readonly baseRate: number;
  readonly strength: number;
  /** The signs that count, by their place among the numbers. */
  readonly signs: readonly number[];
  /** 1 established, 0 ruled out, `null` to be weighed. */
  readonly settled: 0 | 1 | null;
  readonly supported: boolean;
}

/** A case as the fit sees it. */
export interface CaseFeatures {
  readonly id: string;
  readonly causes: readonly CauseInCase[];
  /** Share of each cause in the expert's verdict: most of it for the main one. */
  readonly target: readonly number[];
  readonly main: number;
  /** What reasons count for, beside silence. */
  readonly reasons: number;
  /** By cause: its part as a cause of silence alone, which is not fitted here. */
  readonly silence: readonly number[];
  /** By cause: whether it explains silence alone. */
  readonly silent: readonly boolean[];
}

/** The main cause has so much of a verdict that names more than one. */
const MAIN = 0.7;

/** What someone judged, and from which answers. */
export type Judged = Pick<RealCase, 'id' | 'verdict' | 'answers'>;

/** What each case makes of the numbers of a pack. */
export function featuresOf(engine: Engine, numbers: Numbers, cases: readonly Judged[]): readonly CaseFeatures[] {
  const { baseline, baseline: { prepared } } = engine;
  return cases.map((each): CaseFeatures => {
    const { weighed, known: { reading } } = readBy(engine, each.answers);
    const { columns } = reading;
    const wait = waitOf(prepared, reading);
    const silence = wait && explainSilence(baseline, wait, weighed, 1 - explainNo(baseline, weighed).chanceOfNo);
    const verdict = each.verdict.map(id => prepared.causeIndices.get(id) ?? -1);
    return {
      id: each.id,
      causes: prepared.causes.map((cause, index): CauseInCase => {
        const evidence = weighed.evidence[index] as number;
        return {
          baseRate: logOdds(valueUnder(cause.baseRate, columns)),
          strength: cause.strength ? logOdds(valueUnder(cause.strength, columns)) : Number.NEGATIVE_INFINITY,
          signs: findingsFor(cause.signs, columns).map(({ sign }) => numbers.signs.get(sign) ?? -1),
          settled: Number.isFinite(evidence) ? null : evidence > 0 ? 1 : 0,
          supported: weighed.supported[index] === 1,
        };
      }),
      target: prepared.causes.map((_, index) => {
        const at = verdict.indexOf(index);
        if (at < 0) return 0;
        return verdict.length === 1 ? 1 : at === 0 ? MAIN : (1 - MAIN) / (verdict.length - 1);
      }),
      main: verdict[0] ?? -1,
      reasons: silence ? 1 - silence.advance : 1,
      silent: prepared.causes.map(({ strength }) => strength === null),
      silence: prepared.causes.map(({ strength }, index) => (strength === null ? silence?.causes.find(({ cause }) => cause === index)?.probability ?? 0 : 0)),
    };
  });
}

function valueUnder({ usual, when }: PreparedNumber, columns: readonly number[]): number {
  return when.find(({ test }) => shows(test, columns))?.value ?? usual;
}

