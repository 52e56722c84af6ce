import type { Pack, Sourced } from '../../pack/pack.ts';

/** Another set of numbers that the pack's own ranges allow. */
export interface NumberSample {
  /** Of each cause in the pack's order how far its base rate and its strength are moved, in log-odds. */
  readonly baseRate: readonly number[];
  readonly strength: readonly number[];
  readonly background: number;
}

/** How many sets of numbers are tried. */
export const SAMPLES = 128;

const drawn = new WeakMap<Pack, readonly NumberSample[]>();

/**
 * Sets of base rates, strengths and luck within their ranges, spread evenly: each number runs once through 128 equal
 * parts of its range, in an order of its own that is fixed. Low numbers of some go with high ones of others, never all
 * low or all high together; what is left of that is taken out by one shift of all strengths, so that with each set as
 * many go on without answers as with the pack's own numbers (which may take a strength a little past its own range).
 * Worked out once for a pack, as packs never change.
 *
 * Source: M. D. McKay, R. J. Beckman, W. J. Conover, A comparison of three methods for selecting values of input
 * variables, Technometrics 21 (1979) 239–245, for Latin hypercube sampling.
 */
export function numberSamples(pack: Pack): readonly NumberSample[] {
  const known = drawn.get(pack);
  if (known) return known;
  const columns = Array.from({ length: 2 * pack.causes.length + 1 }, (_, column) => shuffledParts(column + 1));
  const part = (column: number, sample: number): number => ((columns[column]?.[sample] ?? 0) + 0.5) / SAMPLES;
  const samples = Array.from({ length: SAMPLES }, (_, sample): NumberSample => rescaled(pack, {
    baseRate: pack.causes.map(({ baseRate }, at) => moveWithin(baseRate, part(2 * at, sample))),
    strength: pack.causes.map(({ strength }, at) => (strength ? moveWithin(strength, part(2 * at + 1, sample)) : 0)),
    background: moved(pack.background.value, moveWithin(pack.background, part(columns.length - 1, sample))),
  }));
  drawn.set(pack, samples);
  return samples;
}

/** A number moved by so much on the scale of log-odds; what is certain stays certain, and what is not moved the same to the last bit. */
export function moved(probability: number, by: number): number {
  if (by === 0 || probability <= 0 || probability >= 1) return probability;
  return 1 / (1 + ((1 - probability) / probability) * Math.exp(-by));
}

function logit(probability: number): number {
  return Math.log(probability) - Math.log1p(-probability);
}

/** No range goes further than this, as its log-odds would never end. */
const LEAST = 0.001;

/** From the low end of the range (0) over the value itself (one half) to the high end (1), in log-odds away from the value. */
function moveWithin({ value, range = [value, value] }: Sourced, at: number): number {
  const within = (probability: number): number => logit(Math.min(1 - LEAST, Math.max(LEAST, probability)));
  const end = at < 0.5 ? range[0] : range[1];
  return (within(end) - within(value)) * Math.abs(2 * at - 1);
}

/** The parts of a range in a fixed order that looks like none, another one for each column (Fisher and Yates). */
function shuffledParts(column: number): readonly number[] {
  const parts = Array.from({ length: SAMPLES }, (_, part) => part);
  let state = Math.imul(column, 0x9e3779b1) >>> 0;
  for (let last = SAMPLES - 1; last > 0; last--) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    const other = state % (last + 1);
    [parts[last], parts[other]] = [parts[other] ?? 0, parts[last] ?? 0];
  }
  return parts;
}

/** No shift of strengths goes further than this, in log-odds. */
const FURTHEST = 8;
/** As near as this is as many: the rest is rounding, which small strengths would need large shifts to make up for. */
const AS_MANY = 1e-12;

/**
 * Shifts all strengths alike until as many go on as the pack has it: Newton's method, with a step by halves wherever
 * it would leave the bounds that are known by then.
 */
function rescaled(pack: Pack, sample: NumberSample): NumberSample {
  const presences = pack.causes.map(({ baseRate }, at) => moved(baseRate.value, sample.baseRate[at] ?? 0));
  const usual = pack.causes.reduce((chance, { baseRate, strength }) => chance * (1 - baseRate.value * (strength?.value ?? 0)), 1 - pack.background.value);
  let [low, high, shift] = [-FURTHEST, FURTHEST, 0];
  for (let step = 0; step < 60; step++) {
    const { chance, slope } = passing(pack, presences, sample, shift);
    const short = Math.log(chance / usual);
    if (!(Math.abs(short) > AS_MANY)) break; // nor is there anything to shift when nobody goes on at all
    if (short > 0) low = shift;
    else high = shift;
    const newton = shift - short / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - shift) < 1e-10) break;
    shift = next;
  }
  return { ...sample, strength: sample.strength.map(by => by + shift) };
}

/** How many go on without answers when all strengths are shifted so, and how the logarithm of it changes with the shift. */
function passing({ causes }: Pack, presences: readonly number[], { strength, background }: NumberSample, shift: number): { readonly chance: number; readonly slope: number } {
  let [chance, slope] = [1 - background, 0];
  causes.forEach((cause, at) => {
    const [p, s] = [presences[at] ?? 0, moved(cause.strength?.value ?? 0, (strength[at] ?? 0) + shift)];
    chance *= 1 - p * s;
    slope -= (p * s * (1 - s)) / (1 - p * s);
  });
  return { chance, slope };
}
