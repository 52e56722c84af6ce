/**
 * The exponential function and logarithms out of sums, products and quotients only, which every engine rounds alike.
 * `Math.exp` and its like may differ in the last digit from one engine to the next, and with them every figure here.
 */

/** log 2 in two parts: the first has so few digits that its product with any exponent is exact. */
const LOG_2 = 0.6931471805599453;
const LOG_2_HIGH = Math.floor(LOG_2 * 2 ** 32) / 2 ** 32;
/** What is left of log 2 = 0.69314718055994530941723212145817656807… beyond the first part. */
const LOG_2_LOW = LOG_2 - LOG_2_HIGH + 2.3190468138462996e-17;

const LEAST_NORMAL = 2 ** -1022;
const SPLIT = 2 ** 60;

const bits = new DataView(new ArrayBuffer(8));

/** eˣ, to about one unit in the last place; the same on every engine. */
export function exp(x: number): number {
  if (x > 709.79) return Infinity;
  if (x < -745.14) return 0;
  const twos = Math.round(x / LOG_2);
  const rest = x - twos * LOG_2_HIGH - twos * LOG_2_LOW;
  // Σ restᵏ/k! from k = 3 to 13; as |rest| ≤ log 2 / 2, what follows is below all rounding
  const tail = 1 / 6 + rest * (1 / 24 + rest * (1 / 120 + rest * (1 / 720 + rest * (1 / 5040 + rest * (1 / 40320
    + rest * (1 / 362880 + rest * (1 / 3628800 + rest * (1 / 39916800 + rest * (1 / 479001600 + rest / 6227020800)))))))));
  const power = 1 + (rest + rest * rest * (0.5 + rest * tail));
  return twos < -1000 ? power * twoTo(twos + 60) / SPLIT : power * twoTo(twos - 1) * 2;
}

/** The natural logarithm, to about one unit in the last place; the same on every engine. NaN below 0. */
export function log(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  if (x < LEAST_NORMAL) return log(x * SPLIT) - 60 * LOG_2;
  bits.setFloat64(0, x);
  const high = bits.getInt32(0);
  // x = (1 + part) · 2^twos, with 1 + part from √½ to √2
  const above = (high & 0xfffff) >= 0x6a09e ? 1 : 0;
  const twos = (high >> 20) - 1023 + above;
  bits.setInt32(0, (high & 0xfffff) | ((1023 - above) << 20));
  const part = bits.getFloat64(0) - 1;
  const s = part / (2 + part);
  const square = s * s;
  // log(1 + part) = log((1+s)/(1−s)) = 2 · Σ s²ᵏ⁺¹/(2k+1); as |s| < 0.172, what follows k = 11 is below all rounding
  const tail = 2 / 3 + square * (2 / 5 + square * (2 / 7 + square * (2 / 9 + square * (2 / 11 + square * (2 / 13
    + square * (2 / 15 + square * (2 / 17 + square * (2 / 19 + square * (2 / 21 + square * (2 / 23))))))))));
  return twos * LOG_2_HIGH + (part - (s * (part - square * tail) - twos * LOG_2_LOW));
}

/** log(1 + x), exact for small x, too. */
export function log1p(x: number): number {
  const sum = 1 + x;
  return sum > 0 && sum < Infinity ? log(sum) + (x - (sum - 1)) / sum : log(sum);
}

/** A whole power, by squaring. */
export function power(base: number, exponent: number): number {
  let [product, square] = [1, base];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) product *= square;
    square *= square;
  }
  return product;
}

function twoTo(exponent: number): number {
  bits.setInt32(0, (exponent + 1023) << 20);
  bits.setInt32(4, 0);
  return bits.getFloat64(0);
}
