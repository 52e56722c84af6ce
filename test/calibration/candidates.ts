import { reweigh, type Weighed, weighUnasked } from '../../src/evidence/weigh.ts';
import { trialOf } from '../../src/asking/trial.ts';
import { type Baseline, baselineOf } from '../../src/inference/no/baseline.ts';
import { type ExplainedNo, explainNo, orderedCauses } from '../../src/inference/no/explainNo.ts';
import { unanswered } from '../../src/pack/layout.ts';
import type { Cause, Pack } from '../../src/pack/pack.ts';
import type { Prepared } from '../../src/pack/preparePack.ts';
import { type Chance, drawAnswers, pick } from '../score/drawnCases.ts';

/**
 * In which order a candidate is drawn.
 *
 * - `answers first`: answers as frequent as the questions say, then the causes as the pack reads these answers. Shares
 *   that are right are calibrated on them, by the definition of a conditional probability: what is off is a mistake.
 * - `causes first`: causes by their base rates, then answers by how much likelier the causes make each (`drawAnswers`).
 *   Answers hang together as in people; but where the signs of a question are not balanced against the frequencies of its
 *   answers, no causes could answer as often as the question says, and the two readings part.
 */
export type Way = 'answers first' | 'causes first';

/** Somebody who was stopped. */
export interface Candidate {
  readonly columns: readonly number[];
  /**
   * What decided it, drawn evenly from all that fired: the index of a cause, the number of causes for luck, one more for
   * the standing. Its probability, given the answers, is what a share says.
   */
  readonly decidedBy: number;
  /** Whether each cause was there: 1 or 0. */
  readonly present: readonly number[];
}

/** Draws a candidate with these numbers; whoever is not stopped is drawn again. */
export function drawCandidate(prepared: Prepared, way: Way, chance: Chance): Candidate {
  const unasked = weighUnasked(prepared);
  const blank = { answers: prepared.pack.questions.map(() => undefined), columns: unanswered(prepared.layout) };
  for (;;) {
    const world = way === 'causes first' ? new Set(prepared.pack.causes.filter((_, cause) => chance() < (unasked.presence[cause] as number))) : null;
    const trial = trialOf(prepared, blank, unasked);
    const { columns } = drawAnswers(trial, world, chance);
    const present = trial.weighed.presence.map((p, cause) => Number(world ? world.has(prepared.pack.causes[cause] as Cause) : chance() < p));
    const fired = firedIn(prepared.pack, present, trial.weighed, chance);
    if (fired.length > 0) return { columns, present, decidedBy: fired[Math.floor(chance() * fired.length)] as number };
  }
}

function firedIn({ background, standing }: Pack, present: readonly number[], { strength }: Weighed, chance: Chance): readonly number[] {
  const level = standing.levels[pick(standing.levels.map(({ weight }) => weight), chance)];
  const fires = [...present.map((is, cause) => is * (strength[cause] as number)), background.value, level ? level.stops : 0];
  return fires.flatMap((q, player) => (chance() < q ? [player] : []));
}

/** What somebody's answers say, with some numbers. */
export interface Reading {
  readonly no: ExplainedNo;
  /** Of the causes, of luck and of the standing. */
  readonly shares: readonly number[];
  /** Causes of a no, in the order of the explanations. */
  readonly order: readonly number[];
}

/** Reads answers with some numbers: the pack's own, or others. */
export function readerOf(prepared: Prepared): { readonly baseline: Baseline; readonly read: (columns: readonly number[]) => Reading } {
  const baseline = baselineOf(prepared);
  return {
    baseline,
    read: columns => {
      const { weighed } = reweigh(prepared, baseline.weighed, unanswered(prepared.layout), columns);
      const no = explainNo(baseline, weighed);
      return { no, shares: [...no.share, no.background, no.standing], order: orderedCauses(prepared, no) };
    },
  };
}
