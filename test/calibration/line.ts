/** An estimate with its 95% interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Forecasts of one candidate and what came of them: 1 or 0. */
export interface Forecasts {
  readonly chances: readonly number[];
  readonly came: readonly number[];
}

const Z = 1.959964;

export function estimate(value: number, variance: number): Estimate {
  const half = Z * Math.sqrt(variance);
  return { value, low: value - half, high: value + half };
}

/**
 * The calibration line, logit P(it came) = intercept + slope · logit(forecast): slope 1 and intercept 0 where forecasts are
 * right, a slope below 1 where they are too extreme. Forecasts of 0 and 1 have no logit and are left out. Forecasts of
 * one candidate hang together, so that the intervals are those of a sandwich estimator with candidates as clusters.
 *
 * Source: D. R. Cox, Two further applications of a model for binary regression, Biometrika 45 (1958) 562–565; K.-Y. Liang,
 * S. L. Zeger, Longitudinal data analysis using generalized linear models, Biometrika 73 (1986) 13–22, for the intervals.
 */
export function calibrationLine(candidates: readonly Forecasts[]): { readonly slope: Estimate; readonly intercept: Estimate } {
  let [intercept, slope] = [0, 1];
  for (let step = 0; step < 50; step++) {
    const { gradient: [g, h], information } = sums(candidates, intercept, slope);
    const [[a, b], [, d]] = inverse(information);
    const [up, steeper] = [a * g + b * h, b * g + d * h];
    [intercept, slope] = [intercept + up, slope + steeper];
    if (Math.abs(up) + Math.abs(steeper) < 1e-10) break;
  }
  const { information, outer } = sums(candidates, intercept, slope);
  const [[a, b], [, d]] = inverse(information);
  const variance = (x: number, y: number): number => x * x * outer[0] + 2 * x * y * outer[1] + y * y * outer[2];
  return { slope: estimate(slope, variance(b, d)), intercept: estimate(intercept, variance(a, b)) };
}

type Symmetric = readonly [number, number, number];

/** The gradient, the information, and the sum of the squares of the candidates' gradients; matrices as their three numbers. */
function sums(candidates: readonly Forecasts[], intercept: number, slope: number): { readonly gradient: readonly [number, number]; readonly information: Symmetric; readonly outer: Symmetric } {
  let [g, h, i0, i1, i2, o0, o1, o2] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const { chances, came } of candidates) {
    let [own, ownSlope] = [0, 0];
    chances.forEach((p, index) => {
      if (p <= 0 || p >= 1) return;
      const x = Math.log(p) - Math.log1p(-p);
      const fitted = 1 / (1 + Math.exp(-(intercept + slope * x)));
      const [residual, weight] = [(came[index] as number) - fitted, fitted * (1 - fitted)];
      own += residual;
      ownSlope += residual * x;
      i0 += weight;
      i1 += weight * x;
      i2 += weight * x * x;
    });
    g += own;
    h += ownSlope;
    o0 += own * own;
    o1 += own * ownSlope;
    o2 += ownSlope * ownSlope;
  }
  return { gradient: [g, h], information: [i0, i1, i2], outer: [o0, o1, o2] };
}

function inverse([a, b, d]: Symmetric): readonly [readonly [number, number], readonly [number, number]] {
  const determinant = a * d - b * b;
  return [[d / determinant, -b / determinant], [-b / determinant, a / determinant]];
}

/**
 * Brier skill: 1 is perfect, 0 no better than the same forecasts for everybody. The interval is that of a ratio of sums
 * over candidates.
 *
 * Source: G. W. Brier, Monthly Weather Review 78 (1950) 1–3; W. G. Cochran, Sampling Techniques (1977), 6.4, for the ratio.
 */
export function brierSkill(candidates: readonly Forecasts[], usual: readonly number[]): Estimate {
  const squares = ({ came }: Forecasts, chances: readonly number[]): number => chances.reduce((sum, p, index) => sum + (p - (came[index] as number)) ** 2, 0);
  const [own, reference] = [candidates.map(each => squares(each, each.chances)), candidates.map(each => squares(each, usual))];
  const whole = reference.reduce((sum, each) => sum + each, 0);
  const ratio = own.reduce((sum, each) => sum + each, 0) / whole;
  return estimate(1 - ratio, own.reduce((sum, each, index) => sum + (each - ratio * (reference[index] as number)) ** 2, 0) / whole ** 2);
}
