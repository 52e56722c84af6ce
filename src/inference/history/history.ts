import type { Asked, AskedAhead } from './asked.ts';
import { gaussLegendre, nodesFor, type Quadrature } from '../numbers/gaussLegendre.ts';
import type { Lasting, PastInterview } from './lasting.ts';
import { nanosecondsOf, type Walk, walksFor } from './walks.ts';
import { added, type Sums, worldSums } from './worldSum.ts';

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

/** A posterior, what one more interview would make of it, and what else was asked. */
export interface Ahead {
  readonly now: Posterior;
  readonly afterNo: Posterior;
  readonly afterYes: Posterior;
  /** How likely the next one goes on: where the explained one failed, where it passed, and where neither is known. */
  readonly advance: { readonly failed: number; readonly passed: number; readonly open: number };
  readonly also: readonly Posterior[];
}

/**
 * The posterior of everything that lasts, given the outcomes of several interviews, and the shares in one failure.
 *
 * Exact, and a sum of positive terms throughout. Some lasting causes are enumerated, world by world. The others are
 * summed within each world by thinning: each failure that nothing else explains is explained by one of them or stays,
 * and among failures that are alike to them only the number of the unexplained matters. Which are which is a matter of
 * time alone. Shares come from the same integral as for one interview, as each of its nodes is a softer “went on”.
 *
 * @param explained - the failure to explain, counted whether or not it has `failed`
 * @param others - all other interviews whose outcome is known, in any order
 */
export function posteriorOf(lasting: Lasting, explained: PastInterview, others: readonly PastInterview[]): Posterior {
  const [sums] = sumsFor(lasting, others, [{ explained, besides: [] }]);
  if (!sums) throw new RangeError('nothing is summed');
  return readOff(sums, lasting, explained);
}

/** The same for all that is asked. Of the next interview both outcomes are summed, and together they are what is known without it. */
export function posteriorAhead(lasting: Lasting, asked: AskedAhead<PastInterview>): Ahead {
  const [no, yes, ...rest] = sumsFor(lasting, asked.others, viewsAhead(asked));
  if (!no || !yes) throw new RangeError('an outcome of the next interview is not summed');
  const [now, afterNo, afterYes] = [added(no, yes), no, yes].map(sums => readOff(sums, lasting, asked.explained)) as [Posterior, Posterior, Posterior];
  const goesOn = (modes: readonly number[]): number => {
    const [failed, passed] = [no, yes].map(({ total }) => modes.reduce((sum, mode) => sum + (total[mode] ?? 0), 0)) as [number, number];
    return passed / (failed + passed);
  };
  return {
    now, afterNo, afterYes,
    advance: { failed: goesOn([0]), passed: goesOn([1]), open: goesOn([0, 1]) },
    also: rest.flatMap((sums, index) => (asked.also[index] ? [readOff(sums, lasting, asked.also[index].explained)] : [])),
  };
}

/** About how many nanoseconds that takes on an ordinary machine. */
export function nanosecondsAhead(lasting: Lasting, asked: AskedAhead<PastInterview>): number {
  return nanosecondsOf(walksOf(lasting, asked.others, viewsAhead(asked)));
}

/** The explained interview after a no and after a yes, and what else is asked. */
function viewsAhead({ explained, besides, next, also }: AskedAhead<PastInterview>): readonly Asked<PastInterview>[] {
  return [...[true, false].map(failed => ({ explained, besides: [...besides, { ...next, failed }] })), ...also];
}

function sumsFor(lasting: Lasting, others: readonly PastInterview[], asked: readonly Asked<PastInterview>[]): readonly Sums[] {
  return walksOf(lasting, others, asked).flatMap(({ split, views }) => worldSums(lasting, split, views));
}

function walksOf(lasting: Lasting, others: readonly PastInterview[], asked: readonly Asked<PastInterview>[]): readonly Walk[] {
  return walksFor(lasting, others, asked.map(each => ({ ...each, times: [1, ...integralFor(lasting, each.explained).nodes] })));
}

/** The integral of a share: its players are the fresh ones, those lasting ones that can fire, and the standing. */
function integralFor({ levels }: Lasting, { fresh, strengths }: PastInterview): Quadrature {
  const fires = [...fresh, ...strengths, Math.max(0, ...levels.map(({ stops }) => stops))].filter(q => q > 0);
  return gaussLegendre(nodesFor(fires.length, fires.reduce((sum, q) => sum + q, 0)));
}

function readOff(sums: Sums, { presence, levels }: Lasting, explained: PastInterview): Posterior {
  const { nodes, weights } = integralFor({ presence, levels }, explained);
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
      lasting: presence.map((_, j) => share(explained.strengths[j] ?? 0, sums.withCause[j] ?? new Float64Array(0))),
      fresh: explained.fresh.map(q => share(q, sums.total)),
      standing: nodes.reduce((sum, _, node) => sum + (weights[node] ?? 0) * (sums.standing[node + 2] ?? 0), 0) / evidence,
    },
    alone: {
      lasting: presence.map((_, j) => passed(explained.strengths[j] ?? 0, sums.withCause[j] ?? new Float64Array(0))),
      fresh: explained.fresh.map(q => passed(q, sums.total)),
    },
    chanceOfNo: evidence / (evidence + (sums.total[1] ?? 0)),
  };
}
