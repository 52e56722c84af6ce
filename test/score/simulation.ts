import type { Pack } from '../../src/pack/pack.ts';
import { adaptive, ask, type Asked, fixed, leaderOf, type Order, random, untilEnough } from './askingOrders.ts';
import { chanceFrom, drawCase } from './drawnCases.ts';
import type { Count } from './measures.ts';

/** The part of the full questionnaire that each order may put. */
export const PART = 0.4;

/** Of each order by name how often it led to the leading explanation of the full questionnaire, and what it took. */
export interface Simulation {
  readonly adaptive: Agreement;
  readonly fixed: Agreement;
  readonly random: Agreement;
  /** The adaptive order with its own rule when to stop, whatever part that takes. */
  readonly untilEnough: Agreement;
}

/** How often the leading explanation was that of the full questionnaire; sums over the cases. */
export interface Agreement {
  readonly same: Count;
  /** Questions that were put. */
  readonly put: number;
  /** Questions that the full questionnaire puts to the same people. */
  readonly full: number;
}

/**
 * Draws people from the pack's own model and puts questions to each of them, in each order. The full questionnaire
 * puts every question that comes up for the person, one after the other; a part of it is rounded down to whole
 * questions. “I don't know” counts as a question put, in the full questionnaire as well as in a part of it.
 *
 * @param seed - of the first case; each case has a seed of its own, so that a part of the cases can be drawn alone
 */
export function simulate(pack: Pack, cases: number, seed: number): Simulation {
  return Array.from({ length: cases }, (_, index) => simulateCase(pack, seed + index)).reduce(together);
}

function simulateCase(pack: Pack, seed: number): Simulation {
  const chance = chanceFrom(seed);
  const person = drawCase(pack, chance);
  const full = ask(pack, person, fixed);
  const leader = leaderOf(pack, full.reading);
  const agreement = ({ put, reading }: Asked): Agreement => ({ same: { right: Number(leaderOf(pack, reading) === leader), of: 1 }, put, full: full.put });
  const inPart = (order: Order): Agreement => agreement(ask(pack, person, order, Math.floor(full.put * PART)));
  return { adaptive: inPart(adaptive), fixed: inPart(fixed), random: inPart(random(chance)), untilEnough: agreement(ask(pack, person, untilEnough)) };
}

/** Both simulations as one. */
export function together(one: Simulation, other: Simulation): Simulation {
  const sum = (a: Agreement, b: Agreement): Agreement =>
    ({ same: { right: a.same.right + b.same.right, of: a.same.of + b.same.of }, put: a.put + b.put, full: a.full + b.full });
  return {
    adaptive: sum(one.adaptive, other.adaptive), fixed: sum(one.fixed, other.fixed), random: sum(one.random, other.random),
    untilEnough: sum(one.untilEnough, other.untilEnough),
  };
}
