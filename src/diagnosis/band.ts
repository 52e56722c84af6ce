/** A probability in words, with the range that the words stand for. */
export interface Band {
  readonly words: string;
  /** Bounds from 0 to 1; the lower one is included, the upper one is not, but for 1. */
  readonly from: number;
  readonly to: number;
}

const bands: readonly Band[] = [
  { words: 'almost certainly', from: 0.95, to: 1 },
  { words: 'very likely', from: 0.8, to: 0.95 },
  { words: 'likely', from: 0.55, to: 0.8 },
  { words: 'as likely as not', from: 0.45, to: 0.55 },
  { words: 'perhaps', from: 0.2, to: 0.45 },
  { words: 'probably not', from: 0.05, to: 0.2 },
  { words: 'almost certainly not', from: 0, to: 0.05 },
];

/** From here on the answers leave no doubt: rounding may keep what they establish a hair below 1. */
export const CERTAIN = 0.995;

/** The band that a probability lies in. */
export function bandOf(probability: number): Band {
  return bands.find(({ from }) => probability >= from) ?? { words: 'almost certainly not', from: 0, to: 0.05 };
}

/** “likely (55–80%)”: words never stand without their range. */
export function bandText({ words, from, to }: Band): string {
  return `${words} (${Math.round(from * 100)}–${Math.round(to * 100)}%)`;
}

/** “about 24 in 100”: two digits at most, and never a false nothing or a false certainty. */
export function inHundred(probability: number): string {
  if (probability > 0 && probability < 0.005) return 'less than 1 in 100';
  if (probability < 1 && probability >= 0.995) return 'more than 99 in 100';
  return `about ${Math.round(probability * 100)} in 100`;
}

/** Parts of one whole as whole numbers that add to 100: the largest remainders are rounded up. */
export function inHundreds(parts: readonly number[]): readonly number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const exact = parts.map(part => (whole > 0 ? (100 * part) / whole : 0));
  const missing = Math.round(exact.reduce((sum, part) => sum + part - Math.floor(part), 0));
  const up = new Set(exact.map((part, index) => ({ index, rest: part - Math.floor(part) })).sort((a, b) => b.rest - a.rest || a.index - b.index).slice(0, missing).map(({ index }) => index));
  return exact.map((part, index) => Math.floor(part) + (up.has(index) ? 1 : 0));
}
