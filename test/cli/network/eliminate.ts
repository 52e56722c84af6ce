import type { ReadNetwork } from './readXmlBif.ts';

/** A table of numbers over some variables, the last of which changes fastest. */
interface Factor {
  readonly over: readonly string[];
  readonly numbers: readonly number[];
}

/**
 * Chances of the states of a variable, given what was observed, by summing all others out of the product of all tables.
 * Where the product is empty of all chance, it gives no number.
 */
export function posterior(network: ReadNetwork, observed: Readonly<Record<string, string>>, asked: string): ReadonlyMap<string, number> {
  const size = (name: string): number => statesOf(network, name).length;
  const needed = ancestorsOf(network, [asked, ...Object.keys(observed)]);
  let factors = [...network.variables].filter(([name]) => needed.has(name)).map(([name, { given, rows }]): Factor => restricted({ over: [...given, name], numbers: rows.flat() }, network, observed));
  const left = new Set([...needed].filter(name => name !== asked && !Object.hasOwn(observed, name)));
  while (left.size > 0) {
    const next = leastConnected(left, factors);
    left.delete(next);
    const touching = factors.filter(({ over }) => over.includes(next));
    factors = [...factors.filter(({ over }) => !over.includes(next)), summedOut(touching.reduce((one, other) => product(one, other, size)), next, size)];
  }
  const { numbers } = factors.reduce((one, other) => product(one, other, size));
  const whole = numbers.reduce((sum, each) => sum + each, 0);
  return new Map(statesOf(network, asked).map((state, index) => [state, (numbers[index] ?? Number.NaN) / whole]));
}

/** What some variables depend on, and themselves: whatever else there is, sums to 1. */
function ancestorsOf({ variables }: ReadNetwork, names: readonly string[]): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found) for (const parent of variables.get(name)?.given ?? []) found.add(parent);
  return found;
}

/** The variable that shares tables with the fewest others. */
function leastConnected(left: ReadonlySet<string>, factors: readonly Factor[]): string {
  const neighbours = new Map([...left].map(name => [name, new Set<string>()]));
  for (const { over } of factors) for (const name of over) for (const other of over) neighbours.get(name)?.add(other);
  return [...neighbours].reduce((best, each) => (each[1].size < best[1].size ? each : best))[0];
}

function statesOf({ variables }: ReadNetwork, name: string): readonly string[] {
  return variables.get(name)?.states ?? [];
}

/** The numbers of a factor with the combination of states, by variable, to which each belongs. */
function* cells(over: readonly string[], size: (name: string) => number): Generator<ReadonlyMap<string, number>> {
  const count = over.reduce((all, name) => all * size(name), 1);
  for (let index = 0; index < count; index++) {
    const states = new Map<string, number>();
    let rest = index;
    for (const name of over.toReversed()) {
      states.set(name, rest % size(name));
      rest = Math.floor(rest / size(name));
    }
    yield states;
  }
}

function numberAt({ over, numbers }: Factor, states: ReadonlyMap<string, number>, size: (name: string) => number): number {
  return numbers[over.reduce((index, name) => index * size(name) + (states.get(name) ?? 0), 0)] ?? Number.NaN;
}

function product(one: Factor, other: Factor, size: (name: string) => number): Factor {
  const over = [...new Set([...one.over, ...other.over])];
  return { over, numbers: [...cells(over, size)].map(states => numberAt(one, states, size) * numberAt(other, states, size)) };
}

function summedOut(factor: Factor, name: string, size: (name: string) => number): Factor {
  const over = factor.over.filter(each => each !== name);
  return { over, numbers: [...cells(over, size)].map(states => Array.from({ length: size(name) }, (_, state) => numberAt(factor, new Map([...states, [name, state]]), size)).reduce((sum, each) => sum + each, 0)) };
}

function restricted(factor: Factor, network: ReadNetwork, observed: Readonly<Record<string, string>>): Factor {
  const size = (name: string): number => statesOf(network, name).length;
  const fixed = factor.over.filter(name => Object.hasOwn(observed, name));
  const over = factor.over.filter(name => !fixed.includes(name));
  const known = fixed.map(name => [name, statesOf(network, name).indexOf(observed[name] ?? '')] as const);
  return { over, numbers: [...cells(over, size)].map(states => numberAt(factor, new Map([...states, ...known]), size)) };
}
