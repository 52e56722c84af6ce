/** Nodes and weights of a quadrature rule on the interval from 0 to 1. */
export interface Quadrature {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/** By number of nodes; there are as many as packs have causes, at most. */
const rules = new Map<number, Quadrature>();

/**
 * Gauss–Legendre quadrature on [0, 1]: exact for polynomials of degree up to 2·count − 1.
 *
 * @param count - number of nodes, a whole number of 1 or more
 * @returns Nodes ascending, strictly inside the interval; weights add to 1.
 *
 * Source: Newton's method on the Legendre recurrence; Abramowitz and Stegun, Handbook of Mathematical Functions
 * (1964), 22.7.10 for the recurrence and 25.4.29 for the weights.
 */
export function gaussLegendre(count: number): Quadrature {
  const known = rules.get(count);
  if (known) return known;
  const pairs = Array.from({ length: count }, (_, index) => nodeAndWeight(count, count - 1 - index));
  const rule = { nodes: pairs.map(([node]) => node), weights: pairs.map(([, weight]) => weight) };
  rules.set(count, rule);
  return rule;
}

/** Below the rounding of numbers just under 1, by far. */
const NEGLIGIBLE = 1e-17;

/**
 * How many nodes make ∫₀¹ Π (1 − q_j t) dt as good as exact: ⌈n/2⌉ are exact for n factors, and fewer are enough where
 * the q_j are small. The rule with N nodes errs by at most (N!)⁴ / ((2N + 1) (2N)!³) · max |f⁽²ᴺ⁾|, and as the k-th
 * elementary symmetric polynomial of the q_j is at most Qᵏ/k! with Q = Σ q_j, that derivative is at most Q²ᴺ.
 *
 * @param factors - how many there are, n
 * @param sum - the sum Q of all q_j, each from 0 to 1, or anything above it
 * @param negligible - an error that does not matter; below all rounding unless given
 * @returns 1 or more.
 *
 * Source: Abramowitz and Stegun, 25.4.30, for the error.
 */
export function nodesFor(factors: number, sum: number, negligible = NEGLIGIBLE): number {
  const exact = Math.max(1, Math.ceil(factors / 2));
  let shrinking = 1; // (N!)⁴ / (2N)!³ · Q²ᴺ
  for (let count = 1; count < exact; count++) {
    shrinking *= (count ** 4 * sum ** 2) / (2 * count * (2 * count - 1)) ** 3;
    if (shrinking / (2 * count + 1) < negligible) return count;
  }
  return exact;
}

/** The index-th root of the Legendre polynomial, from the right, moved from [−1, 1] to [0, 1]. */
function nodeAndWeight(count: number, index: number): readonly [number, number] {
  let x = cosine((Math.PI * (index + 0.75)) / (count + 0.5));
  let slope = 0;
  for (let step = 0; step < 100; step++) {
    let value = 1;
    let before = 0;
    for (let degree = 1; degree <= count; degree++) {
      [value, before] = [((2 * degree - 1) * x * value - (degree - 1) * before) / degree, value];
    }
    slope = (count * (x * value - before)) / (x * x - 1);
    const change = value / slope;
    x -= change;
    if (Math.abs(change) < 1e-16) break;
  }
  return [(1 + x) / 2, 1 / ((1 - x * x) * slope * slope)];
}

/** The cosine of an angle from 0 to π, near enough to start from; unlike `Math.cos`, the same on every engine. */
function cosine(angle: number): number {
  const fromMiddle = Math.PI / 2 - angle;
  let [term, sum] = [fromMiddle, 0];
  for (let degree = 1; Math.abs(term) > 1e-12; degree += 2) {
    sum += term;
    term *= -(fromMiddle * fromMiddle) / ((degree + 1) * (degree + 2));
  }
  return sum;
}
