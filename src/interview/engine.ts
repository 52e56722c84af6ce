import { type Asking, likelyIn } from '../asking/questionWorths.ts';
import { once } from '../base/once.ts';
import { betasOf } from '../inference/funnel/explainFunnel.ts';
import { type Baseline, baselineOf } from '../inference/no/baseline.ts';
import { type Roughness, roughnessOf } from '../inference/no/sensitivity.ts';
import type { Beta } from '../inference/numbers/beta.ts';
import type { WeighedInterview } from '../inference/history/players.ts';
import type { Pack } from '../pack/pack.ts';
import { preparePack } from '../pack/preparePack.ts';
import { unanswered } from '../pack/layout.ts';

/** All that is worked out once for a pack, whatever is answered; what not every interview needs, when it is first asked for. */
export interface Engine {
  readonly pack: Pack;
  readonly baseline: Baseline;
  /** An interview of which nothing is known yet, as the next one. */
  readonly unasked: WeighedInterview;
  readonly roughness: () => Roughness;
  readonly likely: Asking['likely'];
  /** How people differ in each pass rate of the funnel. */
  readonly people: () => readonly Beta[];
}

/** @param pack - sealed: nobody can change it afterwards */
export function engineOf(pack: Pack): Engine {
  const prepared = preparePack(pack);
  const baseline = baselineOf(prepared);
  return {
    pack, baseline,
    unasked: { weighed: baseline.weighed, columns: unanswered(prepared.layout), failed: null },
    roughness: once(() => roughnessOf(baseline)),
    likely: likelyIn(prepared),
    people: once(() => betasOf(pack.funnel ?? [])),
  };
}
