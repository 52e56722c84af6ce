import { gaussLegendre } from './gaussLegendre.ts';
import type { Lasting, PastInterview } from './lasting.ts';
import { subsetCost, subsetSums } from './subsetSum.ts';
import type { LastMode } from './thinning.ts';
import { type Sums, WorldSum } from './worldSum.ts';

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
 * Exact, and a sum of positive terms throughout. Lasting causes whose strength differs between interviews are
 * enumerated (2^d worlds). Those with one strength for all are summed by thinning: each failure that nothing else
 * explains is explained by one of them or stays, and only the number of the unexplained matters. Where there are fewer
 * failures than causes, the sets of unexplained ones are walked through instead. Shares come from
 * the same integral as for one interview, as each of its nodes is a softer “went on”.
 *
 * @param latest - the failure to explain, counted whether or not it has `failed`
 * @param others - all other interviews whose outcome is known, in any order
 */
export function posteriorOf(lasting: Lasting, latest: PastInterview, others: readonly PastInterview[]): Posterior {
  const all = [latest, ...others];
  const used = usedIn(lasting, all);
  const players = latest.fresh.length + used.length + 1;
  const { nodes, weights } = gaussLegendre(Math.max(1, Math.ceil(players / 2)));
  const modes: readonly LastMode[] = [{ time: 1, failed: true }, { time: 1, failed: false }, ...nodes.map(time => ({ time, failed: false }))];
  return readOff(sumsOf(lasting, latest, others, used, constantIn(used, all), modes), lasting, latest, weights, nodes);
}

/** By whichever of the three exact ways takes the fewest steps. */
function sumsOf(lasting: Lasting, latest: PastInterview, others: readonly PastInterview[], used: readonly number[], constant: readonly number[], modes: readonly LastMode[]): Sums {
  const [enumerated, thinned, bySubset] = stepsOf(used.length, constant.length, others, modes.length);
  if (bySubset < Math.min(enumerated, thinned)) return subsetSums(lasting, latest, others, used, modes);
  const alike = thinned < enumerated ? constant : [];
  return new WorldSum(lasting, latest, others, used.filter(j => !alike.includes(j)), alike, modes).run();
}

/** About how many steps each way takes: all worlds, those of the varying causes, sets of failures. */
function stepsOf(used: number, constant: number, others: readonly PastInterview[], modes: number): readonly [number, number, number] {
  const interviews = others.length + 1;
  const failures = others.filter(({ failed }) => failed).length;
  return [2 ** used * (interviews + modes), 2 ** (used - constant) * interviews * (interviews + modes * (constant + 1)), subsetCost(used, failures, modes)];
}

/** About how many steps the fastest exact way takes; a billion take a few seconds. */
export function stepsFor(lasting: Lasting, latest: PastInterview, others: readonly PastInterview[]): number {
  const all = [latest, ...others];
  const used = usedIn(lasting, all);
  return Math.min(...stepsOf(used.length, constantIn(used, all).length, others, 2 + Math.ceil((latest.fresh.length + used.length + 1) / 2)));
}

/** Lasting causes that may fire in some interview. */
function usedIn({ presence }: Lasting, all: readonly PastInterview[]): readonly number[] {
  return indices(presence.length).filter(j => all.some(({ strengths }) => (strengths[j] ?? 0) > 0));
}

/** Those with one strength for all interviews. */
function constantIn(used: readonly number[], all: readonly PastInterview[]): readonly number[] {
  return used.filter(j => all.every(({ strengths }) => strengths[j] === all[0]?.strengths[j]));
}

function indices(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
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
