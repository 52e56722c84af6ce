import { exp, log, log1p } from '../../base/elementary.ts';

/** A distribution of a probability; both shapes are more than 0, and the mean is a / (a + b). */
export interface Beta {
  readonly a: number;
  readonly b: number;
}

/** From here on Stirling's series is exact to double precision; smaller arguments are shifted up to it. */
const SERIES_FROM = 16;
/** B₂ₖ / (2k (2k − 1)) of the Bernoulli numbers: 1/12, −1/360, … */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156];

/**
 * Natural logarithm of the gamma function.
 *
 * @param x - more than 0
 * @returns Within some 1e-14 of the true value, relative where that is above 1.
 *
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 6.1.41 and 6.1.15.
 */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < SERIES_FROM) {
    product *= shifted;
    shifted += 1;
  }
  const square = 1 / (shifted * shifted);
  const series = STIRLING.reduceRight((sum, coefficient) => sum * square + coefficient, 0) / shifted;
  return (shifted - 0.5) * log(shifted) - shifted + log(2 * Math.PI) / 2 + series - log(product);
}

/**
 * Probability that a Beta variable is at most x: the regularised incomplete beta function.
 *
 * Lentz's continued fraction on the side of the mean where it converges fast.
 *
 * @param x - from 0 to 1
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17.4 and 8.17.22; Press et al., Numerical Recipes, 3rd
 * ed. (2007), section 6.4, for the evaluation.
 */
export function betaBelow({ a, b }: Beta, x: number): number {
  return x <= (a + 1) / (a + b + 2) ? lowerPart(a, b, x) : 1 - lowerPart(b, a, 1 - x);
}

function lowerPart(a: number, b: number, x: number): number {
  const front = exp(a * log(x) + b * log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  return Math.min(1, front * fractionOf(a, b, x));
}

const TINY = 1e-300;
/** The number of steps grows with the root of the larger shape; this is enough for shapes of a hundred million. */
const MOST_STEPS = 20_000;

function fractionOf(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / apart(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const term of [even, odd]) {
      d = 1 / apart(1 + term * d);
      c = apart(1 + term / c);
      change = c * d;
      fraction *= change;
    }
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return fraction;
}

function apart(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

const HALVINGS = 100;

/** The value that a Beta variable stays below with probability p: by bisection, to 1e-30. */
export function betaQuantile(beta: Beta, p: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (betaBelow(beta, middle) < p) low = middle;
    else high = middle;
  }
  return high;
}

/** What a + b may be: next to nothing known, and as much as a million cases would tell. */
const WEAKEST = 1e-3;
const STRONGEST = 1e6;

/**
 * The Beta distribution with a given mean that puts a given part of its mass into a range, by bisection on the
 * logarithm of a + b; the same numbers always give the same shapes.
 *
 * @param range - lowest and highest value, strictly between 0 and 1 and around the mean
 * @param mass - strictly between 0 and 1; what is left lies outside on both sides, not always in equal parts
 */
export function fitBeta(mean: number, [lowest, highest]: readonly [number, number], mass = 0.95): Beta {
  const withStrength = (strength: number): Beta => ({ a: mean * strength, b: (1 - mean) * strength });
  let [low, high] = [log(WEAKEST), log(STRONGEST)];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    const beta = withStrength(exp(middle));
    if (betaBelow(beta, highest) - betaBelow(beta, lowest) < mass) low = middle;
    else high = middle;
  }
  return withStrength(exp(high));
}
