import type { CaseFeatures } from './features.ts';
import { lossOf } from './model.ts';
import type { Numbers } from './numbers.ts';

/** A case, and how much it counts. */
export interface Weighted {
  readonly features: CaseFeatures;
  readonly weight: number;
}

const STEPS = 120;
const RATE = 0.05;

/**
 * Moves of the pack's numbers that make the verdicts likeliest, with a penalty for leaving what the pack says (a normal
 * prior around each number), each within its range.
 *
 * Source: D. P. Kingma, J. Ba, Adam: a method for stochastic optimization, ICLR 2015, for the descent.
 */
export function fitted(cases: readonly Weighted[], numbers: Numbers): Float64Array {
  const size = numbers.all.length;
  const [moves, mean, square] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let step = 1; step <= STEPS; step++) {
    const slope = new Float64Array(size);
    for (const { weight, features } of cases) lossOf(features, numbers, moves, weight, slope);
    numbers.all.forEach(({ spread, from, to }, at) => {
      const by = (slope[at] as number) + (moves[at] as number) / spread ** 2;
      mean[at] = 0.9 * (mean[at] as number) + 0.1 * by;
      square[at] = 0.99 * (square[at] as number) + 0.01 * by * by;
      const [m, v] = [(mean[at]) / (1 - 0.9 ** step), (square[at]) / (1 - 0.99 ** step)];
      moves[at] = Math.max(from, Math.min(to, (moves[at] as number) - (RATE * m) / (Math.sqrt(v) + 1e-8)));
    });
  }
  return moves;
}
