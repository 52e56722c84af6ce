import { gaussLegendre } from '../inference/numbers/gaussLegendre.ts';

/** Nearly exact is enough where answers are tried out: 40 players of ordinary size come out to within 1e-12. */
const NODES = 10;

/** What the OR game comes to when some of its players fire otherwise. */
export interface Tried {
  readonly chanceOfAny: number;
  /** Shares in the order of the players; they add to 1. */
  readonly shares: Float64Array;
}

/**
 * Prepares a game whose players fire with these probabilities, so that it costs little to try it out again and again
 * with a few of them changed: each node of the integral keeps its product, from which a changed player only divides
 * out its old factor.
 *
 * @param fires - each from 0 to 1, as in `shares`
 * Loops are plain and their indices in bounds, as this runs hundreds of times for one question.
 *
 * @returns For changed players, by index, what the game comes to.
 */
export function shareTable(fires: readonly number[]): (changes: ReadonlyMap<number, number>) => Tried {
  const { nodes, weights } = gaussLegendre(NODES);
  const [size, old] = [fires.length, Float64Array.from(fires)];
  const products = Float64Array.from(nodes, (t, node) => old.reduce((product, q) => product * (1 - q * t), weights[node] ?? 0));
  const parts = Float64Array.from({ length: nodes.length * size }, (_, at) => partOf(old[at % size] ?? 0, nodes[Math.floor(at / size)] ?? 0));
  return changes => {
    const shares = new Float64Array(size);
    const changed = [...changes];
    for (let node = 0; node < nodes.length; node++) {
      const t = nodes[node] as number;
      let product = products[node] as number;
      for (const [player, q] of changed) product *= (1 - q * t) / (1 - (old[player] as number) * t);
      for (let player = 0, at = node * size; player < size; player++, at++) shares[player] = (shares[player] as number) + product * (parts[at] as number);
      for (const [player, q] of changed) shares[player] = (shares[player] as number) + product * (partOf(q, t) - (parts[node * size + player] as number));
    }
    let any = 0;
    for (let player = 0; player < size; player++) any += shares[player] as number;
    if (any > 0) for (let player = 0; player < size; player++) shares[player] = (shares[player] as number) / any;
    return { chanceOfAny: Math.min(1, any), shares };
  };
}

/** A player's factor in the integrand of its own share, at one node. */
function partOf(fires: number, t: number): number {
  return fires / (1 - fires * t);
}
