import type { Figure } from '../../../src/pack/logic.ts';
import type { Sign } from '../../../src/pack/pack.ts';
import type { Prepared } from '../../../src/pack/preparePack.ts';

/** A number of the pack that the fit may move: by log-odds (base rates, strengths) or by log likelihood ratio (signs). */
export interface FittedNumber {
  readonly name: string;
  readonly kind: 'base-rate' | 'strength' | 'sign';
  /** What the pack has: a probability, or the logarithm of a likelihood ratio. */
  readonly value: number;
  /** The furthest moves down and up that its range allows. */
  readonly from: number;
  readonly to: number;
  /** How far a move is ordinary: the standard deviation of the penalty. */
  readonly spread: number;
}

/** All numbers: first the base rate of each cause, then its strength, then the signs of all causes. */
export interface Numbers {
  readonly all: readonly FittedNumber[];
  readonly causes: number;
  /** Where a sign stands among all. */
  readonly signs: ReadonlyMap<Sign, number>;
  /** The players that no answer moves: how often background and standing fire. */
  readonly others: readonly [number, number];
  /** The exponent of the evidence beside the share. */
  readonly focus: number;
}

const SPREAD_OF_ODDS = 0.6;
const SPREAD_OF_SIGN = 0.5;
/** A sign never comes to say nothing, nor more than ten to one. */
const [LEAST, MOST] = [0.05, Math.log(10)];

export function numbersOf({ pack, causes }: Prepared): Numbers {
  const signs = new Map<Sign, number>();
  const ofSigns = causes.flatMap(({ cause: { id }, signs: own }) => own.map(({ sign, weight }) => {
    signs.set(sign, 2 * causes.length + signs.size);
    return signNumber(`${id}: ${sign.because}`, weight);
  }));
  return {
    all: [
      ...causes.map(({ cause: { id, baseRate } }) => oddsNumber(id, 'base-rate', baseRate)),
      ...causes.map(({ cause: { id, strength } }) => oddsNumber(id, 'strength', strength)),
      ...ofSigns,
    ],
    causes: causes.length,
    signs,
    others: [pack.background.value, pack.standing.levels.reduce((sum, { stops, weight }) => sum + stops * weight, 0)],
    focus: pack.focus?.value ?? 0,
  };
}

function oddsNumber(name: string, kind: 'base-rate' | 'strength', figure: Figure | undefined): FittedNumber {
  const value = figure?.value ?? 0;
  const [low, high] = figure?.range ?? [value, value];
  const moveTo = (bound: number): number => (value > 0 && value < 1 ? logOdds(Math.min(0.995, Math.max(0.001, bound))) - logOdds(value) : 0);
  return { name, kind, value, from: Math.min(0, moveTo(low)), to: Math.max(0, moveTo(high)), spread: SPREAD_OF_ODDS };
}

function signNumber(name: string, weight: number): FittedNumber {
  const [less, more] = Number.isFinite(weight) ? [Math.abs(weight) - LEAST, MOST - Math.abs(weight)] : [0, 0];
  return { name, kind: 'sign', value: weight, from: weight > 0 ? -less : -more, to: weight > 0 ? more : less, spread: SPREAD_OF_SIGN };
}

export function logOdds(probability: number): number {
  return Math.log(probability) - Math.log1p(-probability);
}

/** What a number would be after a move, as the pack writes it. */
export function moved({ kind, value }: FittedNumber, move: number): number {
  return kind === 'sign' ? Math.exp(value + move) : 1 / (1 + Math.exp(-(logOdds(value) + move)));
}
