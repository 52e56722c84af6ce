import { gaussLegendre, nodesFor } from '../numbers/gaussLegendre.ts';

/**
 * The OR game: players fire independently, and it happens (here: a no) when at least one of them fires. This is a game
 * made ready to be played again with a few players changed: each node of the integral of a share keeps its product, and
 * each player its own factor there.
 *
 *   share_i = q_i · ∫₀¹ Π_{j≠i} (1 − q_j t) dt / P(any)
 *
 * Source: L. S. Shapley, A value for n-person games (1953); G. Owen, Multilinear extensions of games, Management
 * Science 18 (1972) P64–P79, for the integral.
 */
export interface Game {
  /** With what probability each player fires, from 0 to 1. */
  readonly fires: readonly number[];
  readonly nodes: readonly number[];
  /** By node: its weight times Π (1 − q_j t). */
  readonly products: readonly number[];
  /** Player by player, node by node: q / (1 − q t). */
  readonly parts: readonly number[];
}

/** What a game comes to. */
export interface Played {
  /** Probability that at least one player fires. */
  readonly any: number;
  /** Of each player its expected part when those that fired divide it equally, given that any fired; they add to 1, or are all 0 when nothing can fire. */
  readonly shares: readonly number[];
}

/**
 * Makes a game ready.
 *
 * @param count - nodes of the integral: ⌈n/2⌉ are exact for n players, fewer where they fire seldom (`nodesFor`)
 */
export function gameOf(fires: readonly number[], count: number): Game {
  const { nodes, weights } = gaussLegendre(count);
  const products = weights.slice();
  const parts: number[] = [];
  for (const q of fires) {
    for (let node = 0; node < count; node++) {
      const passes = 1 - q * (nodes[node] as number);
      products[node] = (products[node] as number) * passes;
      parts.push(q / passes);
    }
  }
  return { fires, nodes, products, parts };
}

/** As many nodes as make the integral as good as exact for players that fire so. */
export function nodesForPlayers(fires: readonly number[]): number {
  let sum = 0;
  for (let player = 0; player < fires.length; player++) sum += fires[player] as number;
  return nodesFor(fires.length, sum);
}

/**
 * Plays a game in which some players fire otherwise.
 *
 * @param fires - of all players as they fire now
 * @param changed - indices of the players of which that differs from the game; each of them once
 */
export function play({ fires: before, nodes, products, parts }: Game, fires: readonly number[], changed: readonly number[]): Played {
  const count = nodes.length;
  const [now, shares] = [products.slice(), fires.slice()];
  for (let node = 0; node < count; node++) {
    const t = nodes[node] as number;
    let product = now[node] as number;
    for (const player of changed) product *= (1 - (fires[player] as number) * t) / (1 - (before[player] as number) * t);
    now[node] = product;
  }
  for (let player = 0, at = 0; player < shares.length; player++) {
    let share = 0;
    for (let node = 0; node < count; node++, at++) share += (now[node] as number) * (parts[at] as number);
    shares[player] = share;
  }
  for (const player of changed) {
    const q = fires[player] as number;
    let share = 0;
    for (let node = 0; node < count; node++) share += (now[node] as number) * (q / (1 - q * (nodes[node] as number))); // as the parts are, to the last bit
    shares[player] = share;
  }
  let any = 0;
  for (let player = 0; player < shares.length; player++) any += shares[player] as number;
  if (any > 0) for (let player = 0; player < shares.length; player++) shares[player] = (shares[player] as number) / any;
  return { any: Math.min(1, any), shares };
}

/** For each player the probability that any of the others fires, and that none of them does, neither by subtraction. */
export function others(fires: readonly number[]): { readonly anyone: readonly number[]; readonly nobody: readonly number[] } {
  const [anyone, nobody] = [fires.slice(), fires.slice()];
  let [some, none] = [0, 1];
  for (let player = 0; player < fires.length; player++) {
    const q = fires[player] as number;
    anyone[player] = some;
    nobody[player] = none;
    some += (1 - some) * q;
    none *= 1 - q;
  }
  [some, none] = [0, 1];
  for (let player = fires.length - 1; player >= 0; player--) {
    const [earlier, q] = [anyone[player] as number, fires[player] as number];
    anyone[player] = earlier + (1 - earlier) * some;
    nobody[player] = (nobody[player] as number) * none;
    some += (1 - some) * q;
    none *= 1 - q;
  }
  return { anyone, nobody };
}
