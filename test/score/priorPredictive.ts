import { explainNo } from '../../src/inference/no/explainNo.ts';
import { partsOf } from '../../src/inference/no/parts.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { engineOf } from '../engineOf.ts';

/** What a pack says before any answer. Everything is a share from 0 to 1. */
export interface PriorPredictive {
  /** Of all who interview, those who go on. */
  readonly advance: number;
  /** Of those who went on once, those who go on in the next interview, elsewhere. */
  readonly advanceAgain: number;
  /** Parts of what decides: stronger candidates, luck and what is not seen; other causes on their side; the match; what is in the candidate's hands. */
  readonly rivalsAndLuck: number;
  readonly otherExternal: number;
  readonly match: number;
  readonly inHands: number;
}

/** The cause that stands for rivals, counted with luck as the evidence does. */
const RIVALS = 'stronger-candidate';

/** Works out the prior predictive, independently of the engine's own formulas for several interviews. */
export function priorPredictive(pack: Pack): PriorPredictive {
  const { baseline, baseline: { prepared } } = engineOf(pack);
  const explained = explainNo(baseline, baseline.weighed);
  const parts = partsOf(prepared, explained);
  const rivals = explained.share[prepared.causeIndices.get(RIVALS) ?? -1] ?? 0;
  let [once, twice] = [1 - pack.background.value, (1 - pack.background.value) ** 2];
  for (const { baseRate, strength, scope } of pack.causes) {
    const [p, s] = [baseRate.value, strength?.value ?? 0];
    once *= 1 - p * s;
    twice *= scope === 'candidate' ? 1 - p + p * (1 - s) ** 2 : (1 - p * s) ** 2;
  }
  const moment = (power: number): number => pack.standing.levels.reduce((sum, { stops, weight }) => sum + weight * (1 - stops) ** power, 0);
  return {
    advance: once * moment(1),
    advanceAgain: (twice * moment(2)) / (once * moment(1)),
    rivalsAndLuck: rivals + parts.background + parts.unseen,
    otherExternal: parts.them - rivals,
    match: parts.fit,
    inHands: parts.you,
  };
}
