import { gaussLegendre, nodesFor, type Quadrature } from '../numbers/gaussLegendre.ts';
import type { Lasting, PastInterview, Sums } from './lasting.ts';
import { subsetsOf, sumOverSubsets } from './subsetSum.ts';
import { sumOverWorlds, usedCauses } from './worldSum.ts';

/** What is thought of everything that lasts. */
export interface LastingPosterior {
  /** Of each lasting cause the probability that it is there. */
  readonly presence: readonly number[];
  /** Mean chance that the standing stops the person. */
  readonly standing: number;
}

/** What a history teaches: what lasts, given every outcome, and the shares in one failure. */
export interface Posterior extends LastingPosterior {
  /** The same if the explained failure had been a success, and if its outcome were not known. */
  readonly otherwise: { readonly passed: LastingPosterior; readonly open: LastingPosterior };
  readonly shares: Shares;
  /** Probability, given that failure, that nothing else would have brought it about. */
  readonly alone: { readonly lasting: readonly number[]; readonly fresh: readonly number[] };
  /** Probability of that failure, given the outcomes of the others. */
  readonly chanceOfNo: number;
}

/** Shares in the explained failure: of each lasting cause, of each of its fresh players, and of the standing. They add to 1. */
export interface Shares {
  readonly lasting: readonly number[];
  readonly fresh: readonly number[];
  readonly standing: number;
}

/** A posterior, and what one more interview would make of it. */
export interface Ahead {
  readonly now: Posterior;
  /** The shares in the same failure after one more no, and after one more yes. */
  readonly afterNo: Shares;
  readonly afterYes: Shares;
  /** How likely the next one goes on: where the explained one failed, where it passed, and where neither is known. */
  readonly advance: { readonly failed: number; readonly passed: number; readonly open: number };
}

/**
 * The posterior of everything that lasts, given the outcomes of several interviews, and the shares in one failure. Shares
 * come from the same integral as for one interview, as each of its nodes is a softer “went on”.
 *
 * @param explained - the failure to explain, counted whether or not it has `failed`
 * @param others - all other interviews whose outcome is known, in any order
 */
export function posteriorOf(lasting: Lasting, explained: PastInterview, others: readonly PastInterview[]): Posterior {
  return readOff(sumsOf(lasting, explained, others, null)[0] as Sums, lasting, explained);
}

/** The same, with what a next interview that passes, and one that fails, would make of it. */
export function posteriorAhead(lasting: Lasting, explained: PastInterview, others: readonly PastInterview[], next: PastInterview): Ahead {
  const [known, yes] = sumsOf(lasting, explained, others, next) as readonly [Sums, Sums];
  const [afterNo, afterYes] = [without(known, yes), yes].map(sums => readOff(sums, lasting, explained).shares) as [Shares, Shares];
  const now = readOff(known, lasting, explained);
  const goesOn = (weight: (total: readonly number[]) => number): number => weight(yes.total) / weight(known.total);
  return { now, afterNo, afterYes, advance: { failed: goesOn(failing), passed: goesOn(([, passing]) => passing as number), open: goesOn(([all]) => all as number) } };
}

/** A sum over worlds that is as quick as this is always taken, as all its terms are positive; in nanoseconds. */
const QUICK = 1e8;

/** The sums without the next interview, and those where it passes. */
function sumsOf(lasting: Lasting, explained: PastInterview, others: readonly PastInterview[], next: PastInterview | null): readonly Sums[] {
  const times = timesFor(lasting, explained);
  const worlds = byWorlds(lasting, explained, others, next);
  const sums = worlds > QUICK && bySubsets(lasting, explained, others) < worlds ? knownOf(others, next).map(known => sumOverSubsets(lasting, explained, known, times)) : [null];
  return sums.every(each => each !== null) ? sums : sumOverWorlds(lasting, explained, others, next, times);
}

/** What is known without the next interview, and where it passes. */
function knownOf(others: readonly PastInterview[], next: PastInterview | null): readonly (readonly PastInterview[])[] {
  return [others, ...(next ? [[...others, { ...next, failed: false }]] : [])];
}

/** Two seconds on an ordinary machine, in nanoseconds: for what takes longer nobody should wait. */
export const TOO_LONG = 2e9;

/** About how many nanoseconds that takes on an ordinary machine. */
export function nanosecondsFor(lasting: Lasting, explained: PastInterview, others: readonly PastInterview[], next: PastInterview): number {
  const [worlds, subsets] = [byWorlds(lasting, explained, others, next), 2 * bySubsets(lasting, explained, others)];
  if (worlds <= QUICK || subsets >= worlds) return worlds;
  return subsets > TOO_LONG || knownOf(others, next).every(known => sumOverSubsets(lasting, explained, known, [0, 1])) ? subsets : worlds;
}

function bySubsets(lasting: Lasting, explained: PastInterview, others: readonly PastInterview[]): number {
  return subsetsOf(others) * (lasting.presence.length + 2) * timesFor(lasting, explained).length * 12;
}

function byWorlds(lasting: Lasting, explained: PastInterview, others: readonly PastInterview[], next: PastInterview | null): number {
  const failures = others.filter(({ failed }) => failed).length;
  const causes = usedCauses(lasting, [explained, ...others, ...(next ? [next] : [])]).length;
  return 2 ** causes * (Math.ceil(lasting.levels.length / 5) * (20 * failures + 80) + 16 * timesFor(lasting, explained).length);
}

function timesFor(lasting: Lasting, explained: PastInterview): readonly number[] {
  return [0, 1, ...integralFor(lasting, explained).nodes];
}

/** What an integral may be off. */
const NEGLIGIBLE = 1e-14;

/** The integral of a share: its players are the fresh ones, those lasting ones that can fire, and the standing. */
function integralFor({ levels }: Lasting, { fresh, strengths }: PastInterview): Quadrature {
  const fires = [...fresh, ...strengths, Math.max(0, ...levels.map(({ stops }) => stops))].filter(q => q > 0);
  return gaussLegendre(nodesFor(fires.length, fires.reduce((sum, q) => sum + q, 0), NEGLIGIBLE));
}

/** Whatever happens, without what passes wholly. */
function failing([all, passing]: readonly number[]): number {
  return (all as number) - (passing as number);
}

function readOff(sums: Sums, { presence, levels }: Lasting, explained: PastInterview): Posterior {
  const { nodes, weights } = integralFor({ presence, levels }, explained);
  const evidence = failing(sums.total);
  const integral = (at: readonly number[], by: (t: number) => number): number => nodes.reduce((sum, t, node) => sum + (weights[node] as number) * (at[node + 2] as number) * by(t), 0) / evidence;
  const share = (fires: number, at: readonly number[]): number => Math.min(1, integral(at, t => fires / (1 - fires * t)));
  const alone = (fires: number, at: readonly number[]): number => Math.min(1, ((at[1] as number) * fires) / (1 - fires) / evidence);
  const given = (weight: (at: readonly number[]) => number): LastingPosterior => {
    const whole = weight(sums.total) || 1;
    return {
      presence: presence.map((p, j) => ((sums.withCause[j]?.[0] as number) > 0 ? Math.min(1, weight(sums.withCause[j] as readonly number[]) / whole) : p)),
      standing: Math.min(1, weight([sums.standing[0] as number, sums.standingPassed[0] as number]) / whole),
    };
  };
  const lasting = (of: typeof share): readonly number[] => explained.strengths.map((strength, j) => of(strength, sums.withCause[j] as readonly number[]));
  const fresh = (of: typeof share): readonly number[] => explained.fresh.map(q => of(q, sums.total));
  return {
    ...given(failing),
    otherwise: { passed: given(([, passing]) => passing as number), open: given(([all]) => all as number) },
    shares: { lasting: lasting(share), fresh: fresh(share), standing: Math.min(1, integral(sums.standing, () => 1)) },
    alone: { lasting: lasting(alone), fresh: fresh(alone) },
    chanceOfNo: evidence / (sums.total[0] as number),
  };
}

/** What is left of some sums without a part of them. */
function without(all: Sums, part: Sums): Sums {
  const row = (one: readonly number[], other: readonly number[] | undefined): number[] => one.map((value, index) => value - (other?.[index] as number));
  const rows = (one: readonly number[][], other: readonly number[][]): number[][] => one.map((each, index) => row(each, other[index]));
  return { total: row(all.total, part.total), standing: row(all.standing, part.standing), withCause: rows(all.withCause, part.withCause), standingPassed: row(all.standingPassed, part.standingPassed) };
}
