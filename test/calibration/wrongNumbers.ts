import type { Figure } from '../../src/pack/logic.ts';
import type { Prepared, PreparedCause, PreparedNumber } from '../../src/pack/preparePack.ts';
import { speaksWords, weightOf } from '../../src/pack/speaks.ts';
import type { Chance } from '../score/drawnCases.ts';

/**
 * How the numbers of a world differ from those of the pack; each number on its own.
 *
 * - `within ranges`: base rates, strengths and luck within the ranges that the pack gives, evenly in log-odds from the value
 *   to each end (nothing is scaled back, so that more or fewer may be stopped). Likelihood ratios have no range: they lie
 *   evenly, in logarithms, between the middles to the words below and above.
 * - `up to twice`: odds and ratios times a factor from ½ to 2, evenly in logarithms.
 * - `twice or half`: times 2 or ½, by the toss of a coin.
 */
export const errors = ['within ranges', 'up to twice', 'twice or half'] as const;
export type NumberError = (typeof errors)[number];

/** A pack's numbers as they may be in truth. The standing stays, and so does what settles a matter. */
export function wrongNumbers(prepared: Prepared, error: NumberError, chance: Chance): Prepared {
  const { pack } = prepared;
  return {
    ...prepared,
    pack: { ...pack, background: { ...pack.background, value: movedBy(pack.background.value, shiftOf(pack.background, error, chance)) } },
    causes: prepared.causes.map(cause => wrongCause(cause, error, chance)),
  };
}

function wrongCause(prepared: PreparedCause, error: NumberError, chance: Chance): PreparedCause {
  const { cause, baseRate, strength, graded } = prepared;
  const moved = (number: PreparedNumber, figure: Figure): PreparedNumber => {
    const shift = shiftOf(figure, error, chance);
    return { usual: movedBy(number.usual, shift), when: number.when.map(({ test, value }) => ({ test, value: movedBy(value, shift) })) };
  };
  return {
    ...prepared,
    baseRate: moved(baseRate, cause.baseRate),
    strength: strength && cause.strength ? moved(strength, cause.strength) : null,
    graded: graded.map(sign => ({ ...sign, weight: wrongWeight(sign.weight, error, chance) })).sort((a, b) => a.slot - b.slot || Math.abs(b.weight) - Math.abs(a.weight)),
  };
}

/** How far the log-odds of a number are from what the pack says. */
function shiftOf({ value, range = [value, value] }: Figure, error: NumberError, chance: Chance): number {
  if (error !== 'within ranges') return byFactor(error, chance);
  const place = 2 * chance() - 1;
  const end = logit(range[place < 0 ? 0 : 1]) - logit(value);
  return value <= 0 || value >= 1 ? 0 : Math.abs(place) * end;
}

function byFactor(error: Exclude<NumberError, 'within ranges'>, chance: Chance): number {
  const place = 2 * chance() - 1;
  return Math.LN2 * (error === 'up to twice' ? place : Math.sign(place));
}

const words = [0, ...speaksWords.map(weightOf).filter(weight => weight > 0 && Number.isFinite(weight))].sort((a, b) => a - b);

function wrongWeight(weight: number, error: NumberError, chance: Chance): number {
  if (error !== 'within ranges') return weight + byFactor(error, chance);
  const at = words.indexOf(Math.abs(weight));
  const [below, own] = [words[at - 1] as number, words[at] as number];
  const above = words[at + 1] ?? 2 * own - below;
  const [low, high] = [(below + own) / 2, (own + above) / 2];
  return Math.sign(weight) * (low + (high - low) * chance());
}

/** No range goes further than this, as its log-odds would never end. */
const LEAST = 0.001;

function logit(probability: number): number {
  const within = Math.min(1 - LEAST, Math.max(LEAST, probability));
  return Math.log(within) - Math.log1p(-within);
}

function movedBy(probability: number, shift: number): number {
  return probability / (probability + (1 - probability) * Math.exp(-shift));
}
