import { exp, log, log1p } from '../../base/elementary.ts';
import type { Figure } from '../../pack/logic.ts';
import type { Pack } from '../../pack/pack.ts';

/**
 * Other sets of numbers that the pack's own ranges allow. A number is moved on the scale of log-odds: its odds are
 * divided by a factor, one for each set and cause, set by set (`set * causes + cause`).
 */
export interface NumberSamples {
  readonly baseRate: Float64Array;
  readonly strength: Float64Array;
  /** The background itself, by set. */
  readonly background: Float64Array;
  /** How many there are. */
  readonly causes: number;
}

/** How many sets of numbers are tried. */
export const SAMPLES = 128;

/**
 * Sets of base rates, strengths and luck within their ranges, spread evenly: each number runs once through 128 equal
 * parts of its range, in an order of its own that is fixed. Low numbers of some go with high ones of others, never all
 * low or all high together; what is left of that is taken out by one shift of all strengths, so that with each set as
 * many go on without answers as with the pack's own numbers (which may take a strength a little past its own range).
 *
 * Source: M. D. McKay, R. J. Beckman, W. J. Conover, A comparison of three methods for selecting values of input
 * variables, Technometrics 21 (1979) 239–245, for Latin hypercube sampling.
 */
export function numberSamples({ causes, background: luck }: Pack): NumberSamples {
  const size = causes.length * SAMPLES;
  const [baseRate, strength, background] = [new Float64Array(size), new Float64Array(size), new Float64Array(SAMPLES)];
  causes.forEach((cause, index) => {
    spread(cause.baseRate, 2 * index, baseRate, index, causes.length);
    spread(cause.strength ?? { value: 0 }, 2 * index + 1, strength, index, causes.length);
  });
  spread(luck, 2 * causes.length, background, 0, 1);
  for (let set = 0; set < SAMPLES; set++) background[set] = moved(luck.value, background[set] as number);
  const samples = { baseRate, strength, background, causes: causes.length };
  rescale(causes, luck.value, samples);
  return samples;
}

/** A number whose odds are divided by a factor, more than 0; what is certain stays certain, and what is not moved the same to the last bit. */
export function moved(probability: number, factor: number): number {
  if (factor === 1) return probability;
  return probability / (probability + (1 - probability) * factor);
}

function logit(probability: number): number {
  return log(probability) - log1p(-probability);
}

/** No range goes further than this, as its log-odds would never end. */
const LEAST = 0.001;

/**
 * Moves a number through its range, one part for each set: from the low end over the value itself to the high end, in
 * log-odds away from the value.
 */
function spread({ value, range = [value, value] }: Figure, column: number, factors: Float64Array, first: number, step: number): void {
  const within = (probability: number): number => logit(Math.min(1 - LEAST, Math.max(LEAST, probability)));
  const [down, up] = [within(range[0]) - within(value), within(range[1]) - within(value)];
  const parts = shuffledParts(column + 1);
  for (let set = 0, at = first; set < SAMPLES; set++, at += step) {
    const place = (2 * (parts[set] as number) + 1) / SAMPLES - 1;
    factors[at] = exp((place < 0 ? down : -up) * place);
  }
}

/** The parts of a range in a fixed order that looks like none, another one for each column (Fisher and Yates). */
function shuffledParts(column: number): readonly number[] {
  const parts = Array.from({ length: SAMPLES }, (_, part) => part);
  let state = Math.imul(column, 0x9e3779b1) >>> 0;
  for (let last = SAMPLES - 1; last > 0; last--) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    const other = state % (last + 1);
    const kept = parts[last] as number;
    parts[last] = parts[other] as number;
    parts[other] = kept;
  }
  return parts;
}

/** No shift of strengths goes further than this, in log-odds. */
const FURTHEST = 8;
/** As near as this is as many: the rest is rounding, which small strengths would need large shifts to make up for. */
const AS_MANY = 1e-12;

/**
 * Shifts all strengths of a set alike until as many go on as the pack has it: Newton's method, with a step by halves
 * wherever it would leave the bounds that are known by then.
 */
function rescale(causes: Pack['causes'], luck: number, { baseRate, strength, background }: NumberSamples): void {
  const usual = causes.reduce((chance, cause) => chance * (1 - cause.baseRate.value * (cause.strength ? cause.strength.value : 0)), 1 - luck);
  const [rates, strengths] = [causes.map(cause => cause.baseRate.value), causes.map(cause => cause.strength?.value ?? 0)];
  const presences = rates.slice();
  for (let set = 0, from = 0; set < SAMPLES; set++, from += causes.length) {
    for (let cause = 0; cause < causes.length; cause++) presences[cause] = moved(rates[cause] as number, baseRate[from + cause] as number);
    let [low, high, shift] = [-FURTHEST, FURTHEST, 0];
    for (let step = 0; step < 60; step++) {
      const { chance, slope } = passing(presences, strengths, strength, from, exp(-shift), 1 - (background[set] as number));
      const short = log(chance / usual);
      if (!(Math.abs(short) > AS_MANY)) break; // nor is there anything to shift when nobody goes on at all
      if (short > 0) low = shift;
      else high = shift;
      const newton = shift - short / slope;
      const next = newton > low && newton < high ? newton : (low + high) / 2;
      if (Math.abs(next - shift) < 1e-10) break;
      shift = next;
    }
    const factor = exp(-shift);
    for (let at = from; at < from + causes.length; at++) strength[at] = (strength[at] as number) * factor;
  }
}

/** How many go on without answers when the odds of all strengths are divided by one more factor, and how the logarithm of it changes with the shift. */
function passing(presences: readonly number[], strengths: readonly number[], factors: Float64Array, from: number, factor: number, lucky: number): { readonly chance: number; readonly slope: number } {
  let [chance, slope] = [lucky, 0];
  for (let cause = 0; cause < presences.length; cause++) {
    const p = presences[cause] as number;
    const s = moved(strengths[cause] as number, (factors[from + cause] as number) * factor);
    chance *= 1 - p * s;
    slope -= (p * s * (1 - s)) / (1 - p * s);
  }
  return { chance, slope };
}
