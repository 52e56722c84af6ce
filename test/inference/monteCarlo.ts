import type { Chance } from '../score/drawnCases.ts';

/**
 * Weighted draws of numbers that belong together, and how sure their means are: the error of a ratio of sums.
 *
 * Source: A. B. Owen, Monte Carlo theory, methods and examples (2013), 9.2, for self-normalised importance sampling.
 */
export interface MonteCarlo {
  readonly add: (weight: number, values: readonly number[]) => void;
  /** The means, each with its standard error, and of how many draws of equal weight they tell as much. */
  readonly means: () => readonly { readonly mean: number; readonly error: number; readonly draws: number }[];
}

export function monteCarlo(size: number): MonteCarlo {
  const zeros = (): number[] => Array.from({ length: size }, () => 0);
  const [first, both, second] = [zeros(), zeros(), zeros()];
  let [whole, squares] = [0, 0];
  return {
    add: (weight, values) => {
      whole += weight;
      squares += weight * weight;
      values.forEach((value, index) => {
        first[index] = (first[index] as number) + weight * value;
        both[index] = (both[index] as number) + weight * weight * value;
        second[index] = (second[index] as number) + (weight * value) ** 2;
      });
    },
    means: () => first.map((sum, index) => {
      const mean = sum / whole;
      const spread = (second[index] as number) - 2 * mean * (both[index] as number) + mean * mean * squares;
      return { mean, error: Math.sqrt(Math.max(0, spread)) / whole, draws: whole ** 2 / squares };
    }),
  };
}

/**
 * What is further off than four standard errors. What is rare was drawn seldom or never, and its error is not known: of
 * so many draws, sixteen may be missing or too many.
 */
export function tooFar(ours: readonly number[], means: ReturnType<MonteCarlo['means']>): readonly string[] {
  if (ours.length !== means.length) throw new RangeError(`${ours.length} numbers beside ${means.length}`);
  return means.flatMap(({ mean, error, draws }, index) => {
    const value = ours[index] as number;
    return Math.abs(value - mean) <= 4 * error + 16 / draws ? [] : [`number ${index}: ${value}, and ${mean} ± ${error} drawn`];
  });
}

/** The largest standard error. */
export function largestError(means: ReturnType<MonteCarlo['means']>): number {
  return Math.max(...means.map(({ error }) => error));
}

/** Source: G. Box, M. Muller, Annals of Mathematical Statistics 29 (1958) 610–611. */
export function drawNormal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
