import type { Effort } from '../pack/effort.ts';
import { type FixOf, leftOf } from './nextChance.ts';

/** What a fix costs, in half hours or so: minutes, an evening, a weekend, some evenings a week for weeks. */
export const effortOf: Readonly<Record<Effort, number>> = { minutes: 1, evening: 4, weekend: 12, weeks: 40 };

/** A cause of the next interview, by index in the pack, with what it may do there, and the fixes of it to choose from. */
export interface Fixable {
  readonly cause: number;
  readonly id: string;
  readonly presence: number;
  readonly strength: number;
  readonly fixes: readonly FixOf[];
  /** Whether at least one of them must be taken, where one fits. */
  readonly required?: boolean;
}

/** Some fixes, what they take, and what they are worth: the larger the better. */
interface Chosen {
  readonly fixes: readonly FixOf[];
  /** The names of causes and fixes in their order, to decide between equals. */
  readonly names: string;
  readonly effort: number;
  readonly worth: number;
}

const nothing: Chosen = { fixes: [], names: '', effort: 0, worth: 1 };

/**
 * The fixes that raise the chance of the next interview most, within a budget of effort. Exact: logarithms of the
 * chance add over causes, while several fixes of one cause do not add; so for each cause the best set of its fixes is
 * found for every effort and number, and then the causes are put together as in the knapsack problem with groups. (Its
 * chances are multiplied instead of their logarithms added, which is the same and knows no infinity.)
 *
 * @param budgets - efforts that all of them together may take, 0 or more, in the units of `effortOf`
 * @param most - how many there may be
 * @returns For each budget; of equally good sets the one with the least effort, then with the fewest fixes, then with the first ids.
 *
 * Source: H. Kellerer, U. Pferschy, D. Pisinger, Knapsack Problems (2004), 11.1, the multiple-choice knapsack problem.
 */
export function bestFixes(causes: readonly Fixable[], budgets: readonly number[], most: number): readonly (readonly FixOf[])[] {
  const largest = Math.max(...budgets);
  const groups = [...causes].sort((a, b) => (a.id < b.id ? -1 : 1)).map(each => setsOf(each, largest, most));
  const sets = groups.reduce((before, group) => combined(before, group, largest, most), [nothing]);
  return budgets.map(budget => {
    const [first, ...others] = sets.filter(({ effort }) => effort <= budget);
    return first ? others.reduce((best, each) => (compare(each, best) < 0 ? each : best), first).fixes : [];
  });
}

/** The best sets of fixes of one cause, one for each effort and number; worth the chance that it then lets pass. */
function setsOf({ id, presence, strength, fixes, required }: Fixable, largest: number, most: number): readonly Chosen[] {
  const each = [...fixes].sort((a, b) => (a.fix.id < b.fix.id ? -1 : 1)).map((fix): readonly Chosen[] =>
    [nothing, { fixes: [fix], names: `${id} ${fix.fix.id}`, effort: effortOf[fix.fix.effort], worth: 1 / leftOf([fix]) }]);
  const sets = each.reduce<readonly Chosen[]>((before, choice) => combined(before, choice, largest, most), [nothing]);
  const taken = required ? sets.filter(set => set.fixes.length > 0) : [];
  return (taken.length > 0 ? taken : sets).map(set => ({ ...set, worth: 1 - presence * strength * leftOf(set.fixes) }));
}

/** Every set of the one with every set of the other; of those with the same effort and number only the best. */
function combined(some: readonly Chosen[], others: readonly Chosen[], largest: number, most: number): readonly Chosen[] {
  const best = new Map<number, Chosen>();
  for (const one of some) {
    for (const other of others) {
      const [effort, count] = [one.effort + other.effort, one.fixes.length + other.fixes.length];
      if (effort > largest || count > most) continue;
      const key = effort * (most + 1) + count;
      const worth = one.worth * other.worth;
      const rival = best.get(key);
      if (rival && rival.worth > worth) continue;
      const both = { fixes: [...one.fixes, ...other.fixes], names: joined(one.names, other.names), effort, worth };
      if (!rival || compare(both, rival) < 0) best.set(key, both);
    }
  }
  return [...best.values()];
}

/** A blank sorts before every sign of an id, so `late` comes before `late-note`. */
function joined(some: string, others: string): string {
  return some === '' || others === '' ? some + others : `${some} ${others}`;
}

/** Below 0 when the first is to be preferred: worth, then effort, then number, then names. */
function compare(a: Chosen, b: Chosen): number {
  return b.worth - a.worth || a.effort - b.effort || a.fixes.length - b.fixes.length || (a.names < b.names ? -1 : 1);
}
