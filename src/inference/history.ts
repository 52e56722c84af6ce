import { gaussLegendre, nodesFor } from './gaussLegendre.ts';
import type { Lasting, PastInterview } from './lasting.ts';
import type { LastMode } from './thinning.ts';
import { OUTCOMES } from './walk.ts';
import { bestSplit } from './worldSplit.ts';
import { type Sums, worldSums } from './worldSum.ts';

/** What is thought of everything that lasts. */
export interface LastingPosterior {
  /** Of each lasting cause the probability that it is there. */
  readonly presence: readonly number[];
  /** Weights of the levels of the standing; they add to 1. */
  readonly levels: readonly number[];
}

/** What a history teaches: what lasts, given every outcome, and the shares in one failure. */
export interface Posterior extends LastingPosterior {
  /** The same if the explained failure had been a success, and if its outcome were not known. */
  readonly otherwise: { readonly passed: LastingPosterior; readonly open: LastingPosterior };
  /** Shares in the explained failure: of each lasting cause, of each of its fresh players, and of the standing. They add to 1. */
  readonly shares: { readonly lasting: readonly number[]; readonly fresh: readonly number[]; readonly standing: number };
  /** Probability, given that failure, that nothing else would have brought it about. */
  readonly alone: { readonly lasting: readonly number[]; readonly fresh: readonly number[] };
  /** Probability of that failure, given the outcomes of the others. */
  readonly chanceOfNo: number;
}

/**
 * The posterior of everything that lasts, given the outcomes of several interviews, and the shares in one failure.
 *
 * Exact, and a sum of positive terms throughout. Some lasting causes are enumerated, world by world. The others are
 * summed within each world by thinning: each failure that nothing else explains is explained by one of them or stays,
 * and among failures that are alike to them only the number of the unexplained matters. Which are which is a matter of
 * time alone. Shares come from the same integral as for one interview, as each of its nodes is a softer “went on”.
 *
 * @param latest - the failure to explain, counted whether or not it has `failed`
 * @param others - all other interviews whose outcome is known, in any order
 */
export function posteriorOf(lasting: Lasting, latest: PastInterview, others: readonly PastInterview[]): Posterior {
  const used = usedIn(lasting, [latest, ...others]);
  const { nodes, weights } = gaussLegendre(nodesOf(lasting, latest));
  const modes: readonly LastMode[] = [{ time: 1, failed: true }, { time: 1, failed: false }, ...nodes.map(time => ({ time, failed: false }))];
  const split = bestSplit(used, others, { levels: lasting.levels.length, modes: modes.length });
  return readOff(worldSums(lasting, latest, split, modes), lasting, latest, weights, nodes);
}

/** About how many nanoseconds it takes on an ordinary machine. */
export function nanosecondsFor(lasting: Lasting, latest: PastInterview, others: readonly PastInterview[]): number {
  const used = usedIn(lasting, [latest, ...others]);
  return bestSplit(used, others, { levels: lasting.levels.length, modes: OUTCOMES + nodesOf(lasting, latest) }).cost;
}

/** How many nodes the integral of a share takes: its players are the fresh ones, those lasting ones that can fire, and the standing. */
function nodesOf({ levels }: Lasting, { fresh, strengths }: PastInterview): number {
  const fires = [...fresh, ...strengths, Math.max(0, ...levels.map(({ stops }) => stops))].filter(q => q > 0);
  return nodesFor(fires.length, fires.reduce((sum, q) => sum + q, 0));
}

/** Lasting causes that may fire in some interview. */
function usedIn({ presence }: Lasting, all: readonly PastInterview[]): readonly number[] {
  return [...presence.keys()].filter(j => all.some(({ strengths }) => (strengths[j] ?? 0) > 0));
}

function readOff(sums: Sums, { presence, levels }: Lasting, latest: PastInterview, weights: readonly number[], nodes: readonly number[]): Posterior {
  const evidence = sums.total[0] ?? 0;
  const share = (fires: number, at: Float64Array): number => nodes.reduce((sum, t, node) => sum + ((weights[node] ?? 0) * fires * (at[node + 2] ?? 0)) / (1 - fires * t), 0) / evidence;
  const passed = (fires: number, at: Float64Array): number => ((at[1] ?? 0) * fires) / (1 - fires) / evidence;
  const given = (failed: number, passes: number): LastingPosterior => {
    const weight = (of: Float64Array | undefined): number => failed * (of?.[0] ?? 0) + passes * (of?.[1] ?? 0);
    const whole = weight(sums.total) || 1;
    const isUsed = (j: number): boolean => (sums.withCause[j]?.[0] ?? 0) > 0;
    return {
      presence: presence.map((p, j) => (isUsed(j) ? weight(sums.withCause[j]) / whole : p)),
      levels: levels.map((_, level) => weight(sums.atLevel[level]) / whole),
    };
  };
  return {
    ...given(1, 0),
    otherwise: { passed: given(0, 1), open: given(1, 1) },
    shares: {
      lasting: presence.map((_, j) => share(latest.strengths[j] ?? 0, sums.withCause[j] ?? new Float64Array(0))),
      fresh: latest.fresh.map(q => share(q, sums.total)),
      standing: nodes.reduce((sum, _, node) => sum + (weights[node] ?? 0) * (sums.standing[node + 2] ?? 0), 0) / evidence,
    },
    alone: {
      lasting: presence.map((_, j) => passed(latest.strengths[j] ?? 0, sums.withCause[j] ?? new Float64Array(0))),
      fresh: latest.fresh.map(q => passed(q, sums.total)),
    },
    chanceOfNo: evidence / (evidence + (sums.total[1] ?? 0)),
  };
}
