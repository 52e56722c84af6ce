/** A number without rounding: a numerator over a positive denominator, not necessarily in lowest terms. */
export interface Rational {
  readonly over: bigint;
  readonly under: bigint;
}

export function ratio(over: bigint | number, under: bigint | number = 1n): Rational {
  const [n, d] = [BigInt(over), BigInt(under)];
  if (d === 0n) throw new RangeError('nothing can be divided by 0');
  return d < 0n ? { over: -n, under: -d } : { over: n, under: d };
}

export const zero = ratio(0n);
export const one = ratio(1n);

/** The number that a double is, bit by bit: a whole number of 53 bits times a power of two. */
export function exactly(double: number): Rational {
  if (!Number.isFinite(double)) throw new RangeError(`${double} is no rational number`);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, double);
  const bits = view.getBigUint64(0);
  const [raised, fraction] = [Number((bits >> 52n) & 0x7ffn), bits & 0xfffffffffffffn];
  const digits = (raised === 0 ? fraction : fraction | (1n << 52n)) * (double < 0 ? -1n : 1n);
  const exponent = BigInt(Math.max(1, raised) - 1075);
  return exponent < 0n ? ratio(digits, 1n << -exponent) : ratio(digits << exponent);
}

export function plus(a: Rational, b: Rational): Rational {
  if (a.under === b.under) return { over: a.over + b.over, under: a.under };
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

export function minus(a: Rational, b: Rational): Rational {
  return plus(a, { over: -b.over, under: b.under });
}

export function times(a: Rational, b: Rational): Rational {
  return { over: a.over * b.over, under: a.under * b.under };
}

export function dividedBy(a: Rational, b: Rational): Rational {
  return ratio(a.over * b.under, a.under * b.over);
}

/** The sign of the difference: −1, 0 or 1. */
export function compare(a: Rational, b: Rational): number {
  const [left, right] = [a.over * b.under, b.over * a.under];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** In lowest terms; for long sums, whose terms would grow without end. */
export function reduced({ over, under }: Rational): Rational {
  let [a, b] = [over < 0n ? -over : over, under];
  while (b !== 0n) [a, b] = [b, a % b];
  return { over: over / a, under: under / a };
}

/** The double next to it, or one beside that; 0 where it is too small for any. */
export function toNumber({ over, under }: Rational): number {
  if (over === 0n) return 0;
  const shift = bitsOf(under) - bitsOf(over) + 64;
  const quotient = Number(shift > 0 ? (over << BigInt(shift)) / under : over / (under << BigInt(-shift)));
  const half = Math.trunc(shift / 2); // in two steps, as the power itself may be too small for a double
  return quotient * 2 ** -half * 2 ** (half - shift);
}

function bitsOf(whole: bigint): number {
  return (whole < 0n ? -whole : whole).toString(16).length * 4;
}

/** How far a double is from the number that it should be, as a part of that; infinite where it should be 0 and is not. */
export function relativeError(double: number, exact: Rational): number {
  if (exact.over === 0n) return double === 0 ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(toNumber(dividedBy(minus(exactly(double), exact), exact)));
}
