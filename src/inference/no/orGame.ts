import { gaussLegendre, nodesFor } from '../numbers/gaussLegendre.ts';

/**
 * The OR game: players fire independently, and it happens (here: a no) when at least one of them fires.
 * Everything here takes the probabilities with which the players fire, each from 0 to 1.
 */

/** Probability that at least one fires, computed from logarithms so that small chances keep their digits. */
export function chanceOfAny(fires: readonly number[]): number {
  return -Math.expm1(fires.reduce((sum, q) => sum + Math.log1p(-q), 0));
}

/**
 * Share of each player in what happened: its expected part when those that fired divide it equally, given that
 * any fired. This is the Shapley value of the OR game, divided by its total.
 *
 *   share_i = q_i · ∫₀¹ Π_{j≠i} (1 − q_j t) dt / P(any)
 *
 * The integrand is a polynomial of degree n − 1, so ⌈n/2⌉ Gauss–Legendre nodes make the integral exact; where the
 * players fire seldom, fewer nodes are as good.
 *
 * @returns One share a player, in the same order, adding to 1; all 0 when nothing can fire.
 *
 * Source: L. S. Shapley, A value for n-person games (1953); G. Owen, Multilinear extensions of games,
 * Management Science 18 (1972) P64–P79, for the integral.
 */
export function shares(fires: readonly number[], mostNodes = Number.POSITIVE_INFINITY): readonly number[] {
  const any = chanceOfAny(fires);
  if (any === 0) return fires.map(() => 0);
  const { nodes, weights } = gaussLegendre(Math.min(mostNodes, nodesFor(fires.length, fires.reduce((sum, q) => sum + q, 0))));
  const players = Float64Array.from(fires);
  const sums = new Float64Array(fires.length);
  for (let node = 0; node < nodes.length; node++) addNode(nodes[node] as number, weights[node] as number, players, sums);
  return Array.from(sums, sum => Math.min(1, sum / any)); // rounding may leave a hair above 1
}

/** Adds one node of the integral to the sum of each player; the indices are always in bounds. */
function addNode(t: number, weight: number, fires: Float64Array, sums: Float64Array): void {
  let nobody = weight;
  for (let i = 0; i < fires.length; i++) nobody *= 1 - (fires[i] as number) * t;
  for (let i = 0; i < fires.length; i++) {
    const q = fires[i] as number;
    if (q > 0) sums[i] = (sums[i] as number) + (q * nobody) / (1 - q * t);
  }
}

/** Probability that a player was the only one that fired, given that any did: without it, it would not have happened. */
export function necessities(fires: readonly number[]): readonly number[] {
  const any = chanceOfAny(fires);
  return nobodyElse(fires).map((others, index) => (any === 0 ? 0 : Math.min(1, ((fires[index] ?? 0) * others) / any)));
}

/** For each player the probability that any of the others fires, without cancellation. */
export function anyoneElse(fires: readonly number[]): readonly number[] {
  const before = [0];
  for (const q of fires) before.push((before.at(-1) ?? 0) + (1 - (before.at(-1) ?? 0)) * q);
  const result: number[] = [];
  let after = 0;
  for (let index = fires.length - 1; index >= 0; index--) {
    const earlier = before[index] ?? 0;
    result[index] = earlier + (1 - earlier) * after;
    after += (1 - after) * (fires[index] ?? 0);
  }
  return result;
}

/** For each player the probability that none of the others fires. */
export function nobodyElse(fires: readonly number[]): readonly number[] {
  const before = [1];
  for (const q of fires) before.push((before.at(-1) ?? 1) * (1 - q));
  const result: number[] = [];
  let after = 1;
  for (let index = fires.length - 1; index >= 0; index--) {
    result[index] = (before[index] ?? 1) * after;
    after *= 1 - (fires[index] ?? 0);
  }
  return result;
}
