/**
 * What stands in section 4 of the design, by brute force: every world is visited and weighed, and nothing is taken
 * from the sources under test. A world says of every player whether it fired; it is a no when any of them did.
 */

/** What the worlds that are a no say of each player, in the order in which the players were given. */
export interface Enumerated {
  /** Sum of the weights of all worlds that are a no. */
  readonly chanceOfNo: number;
  /** Expected 1 / number fired, over the noes in which this player fired; 0 over the others. */
  readonly shares: readonly number[];
  /** Part of the noes in which this player alone fired. */
  readonly necessities: readonly number[];
}

/** Visits all 2ⁿ worlds of players that fire with these probabilities. */
export function enumerateFirings(fires: readonly number[]): Enumerated {
  const shares = fires.map(() => 0);
  const necessities = fires.map(() => 0);
  let chanceOfNo = 0;
  const visit = (player: number, weight: number, fired: readonly number[]): void => {
    const q = fires[player];
    if (q !== undefined) {
      visit(player + 1, weight * q, [...fired, player]);
      visit(player + 1, weight * (1 - q), fired);
      return;
    }
    if (fired.length === 0) return;
    chanceOfNo += weight;
    for (const each of fired) shares[each] = (shares[each] ?? 0) + weight / fired.length;
    const [only] = fired;
    if (only !== undefined && fired.length === 1) necessities[only] = (necessities[only] ?? 0) + weight;
  };
  visit(0, 1, []);
  return { chanceOfNo, shares: shares.map(sum => sum / chanceOfNo), necessities: necessities.map(sum => sum / chanceOfNo) };
}

/** Something that may be there, and that may fire only when it is. */
export interface Hidden {
  readonly presence: number;
  /** Probability that it fires, given that it is there. */
  readonly strength: number;
}

/**
 * Probability that each was there, given a no: visits all worlds in which each is absent, there and silent, or there
 * and fires.
 *
 * @param others - probabilities with which players fire that are always there
 */
export function enumeratePresence(hidden: readonly Hidden[], others: readonly number[]): readonly number[] {
  const there = hidden.map(() => 0);
  const players = [...hidden, ...others.map(strength => ({ presence: 1, strength }))];
  let chanceOfNo = 0;
  const visit = (index: number, weight: number, present: readonly number[], anyFired: boolean): void => {
    const player = players[index];
    if (weight === 0) return;
    if (player !== undefined) {
      visit(index + 1, weight * (1 - player.presence), present, anyFired);
      visit(index + 1, weight * player.presence * (1 - player.strength), [...present, index], anyFired);
      visit(index + 1, weight * player.presence * player.strength, [...present, index], true);
      return;
    }
    if (!anyFired) return;
    chanceOfNo += weight;
    for (const each of present) if (each < there.length) there[each] = (there[each] ?? 0) + weight;
  };
  visit(0, 1, [], false);
  return there.map(sum => sum / chanceOfNo);
}

/** The largest distance between numbers at the same place; not a number when any of them is none, or one is missing. */
export function largestDifference(some: readonly number[], others: readonly number[]): number {
  return Math.max(0, Math.abs(some.length - others.length), ...some.map((each, index) => Math.abs(each - (others[index] ?? Number.NaN))));
}
