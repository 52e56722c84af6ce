import { dividedBy, minus, one, plus, type Rational, ratio, times, zero } from './rational.ts';

/** Something that may be there, and that may fire only when it is. */
export interface HiddenExactly {
  readonly presence: Rational;
  /** Probability that it fires, given that it is there. */
  readonly strength: Rational;
}

/** What a no says of each player, in the order in which they were given; nothing can be said where none can fire. */
export interface ExactNo {
  readonly chanceOfNo: Rational;
  readonly presence: readonly Rational[];
  /** Expected 1 / number that fired, over the noes in which this one fired. */
  readonly share: readonly Rational[];
  /** Part of the noes in which this one alone fired. */
  readonly necessity: readonly Rational[];
}

/**
 * Section 4 of the design without rounding and without a formula: every world in which each player is absent, there and
 * silent, or there and fires is visited and weighed. Nothing is taken from the sources under test.
 */
export function exactNo(players: readonly HiddenExactly[]): ExactNo {
  const states = players.map(statesOf);
  const row = (): Rational[] => players.map(() => zero);
  const [there, alone, byCount] = [row(), row(), players.map(row)];
  let noes = zero;
  const add = (to: Rational[], at: number, weight: Rational): void => { to[at] = plus(to[at]?.over ? to[at] : { over: 0n, under: weight.under }, weight); };
  const visit = (weight: Rational, present: readonly number[], fired: readonly number[], at: number): void => {
    if (weight.over === 0n) return;
    const state = states[at];
    if (state) {
      visit(times(weight, state.absent), present, fired, at + 1);
      visit(times(weight, state.silent), [...present, at], fired, at + 1);
      visit(times(weight, state.fires), [...present, at], [...fired, at], at + 1);
      return;
    }
    if (fired.length === 0) return;
    noes = plus(noes.over ? noes : { over: 0n, under: weight.under }, weight);
    for (const each of present) add(there, each, weight);
    for (const each of fired) add(byCount[each] as Rational[], fired.length - 1, weight);
    if (fired.length === 1) add(alone, fired[0] as number, weight);
  };
  visit(one, [], [], 0);
  const given = (sum: Rational): Rational => (noes.over === 0n ? zero : dividedBy(sum, noes));
  return {
    chanceOfNo: noes,
    presence: there.map(given),
    share: byCount.map(sums => given(sums.reduce((sum, weight, index) => plus(sum, times(weight, ratio(1, index + 1))), zero))),
    necessity: alone.map(given),
  };
}

/** All over one denominator, so that sums of worlds never need another. */
function statesOf({ presence, strength }: HiddenExactly): { readonly absent: Rational; readonly silent: Rational; readonly fires: Rational } {
  const written = ratio(strength.under, strength.under);
  return { absent: times(minus(one, presence), written), silent: times(presence, minus(one, strength)), fires: times(presence, strength) };
}

/** What one more player adds to the chance that any of a coalition fires. */
function added(fires: readonly Rational[], coalition: readonly number[], player: number): Rational {
  return coalition.reduce((product, each) => times(product, minus(one, fires[each] as Rational)), fires[player] as Rational);
}

/** Shapley's value of the game whose worth is the chance that any of a coalition fires, over all subsets; not yet divided by that of all. */
export function shapleyBySubsets(fires: readonly Rational[]): readonly Rational[] {
  const [count, factorial] = [fires.length, (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1))];
  return fires.map((_, player) => {
    const others = fires.map((_each, index) => index).filter(index => index !== player);
    let sum = zero;
    for (let subset = 0; subset < 2 ** others.length; subset++) {
      const coalition = others.filter((_each, index) => Math.floor(subset / 2 ** index) % 2 === 1);
      const orders = factorial(coalition.length) * factorial(count - coalition.length - 1);
      sum = plus(sum, times(ratio(orders, factorial(count)), added(fires, coalition, player)));
    }
    return sum;
  });
}

/** The same as the mean, over all orders in which the players can come, of what each adds to those before it. */
export function shapleyByOrders(fires: readonly Rational[]): readonly Rational[] {
  const sums = fires.map(() => zero);
  let orders = 0n;
  const come = (before: readonly number[]): void => {
    if (before.length === fires.length) orders += 1n;
    fires.forEach((_, player) => {
      if (before.includes(player)) return;
      come([...before, player]);
    });
    if (before.length < fires.length) return;
    before.forEach((player, place) => { sums[player] = plus(sums[player] as Rational, added(fires, before.slice(0, place), player)); });
  };
  come([]);
  return sums.map(sum => dividedBy(sum, ratio(orders)));
}
