import type { Effort } from '../pack/effort.ts';
import { type FixOf, leftOf, type NextCause } from './nextChance.ts';

/** What a fix costs, in half hours or so: minutes, an evening, a weekend, some evenings a week for weeks. */
export const effortOf: Readonly<Record<Effort, number>> = { minutes: 1, evening: 4, weekend: 12, weeks: 40 };

/** A cause of the next interview and the fixes of it to choose from. */
export interface Fixable extends NextCause {
  readonly fixes: readonly FixOf[];
}

/** Some fixes, what they take, and what they are worth: the larger the better. */
interface Chosen {
  readonly fixes: readonly FixOf[];
  readonly effort: number;
  readonly worth: number;
}

/**
 * The fixes that raise the chance of the next interview most, within a budget of effort. Exact: logarithms of the
 * chance add over causes, while several fixes of one cause do not add; so for each cause the best set of its fixes is
 * found for every effort and number, and then the causes are put together as in the knapsack problem with groups. (Its
 * chances are multiplied instead of their logarithms added, which is the same and knows no infinity.)
 *
 * @param budget - effort that all of them together may take, 0 or more, in the units of `effortOf`
 * @param most - how many there may be
 * @returns Of equally good sets the one with the least effort, then with the fewest fixes, then with the first ids.
 *
 * Source: H. Kellerer, U. Pferschy, D. Pisinger, Knapsack Problems (2004), 11.1, the multiple-choice knapsack problem.
 */
export function bestFixes(causes: readonly Fixable[], budget: number, most: number): readonly FixOf[] {
  const nothing: Chosen = { fixes: [], effort: 0, worth: 1 };
  const fits = ({ effort, fixes }: Chosen): boolean => effort <= budget && fixes.length <= most;
  const groups = [...causes].sort((a, b) => (a.cause.id < b.cause.id ? -1 : 1)).map(each => setsOf(each, fits));
  const sets = groups.reduce((before, group) => combined(before, group, fits), [nothing]);
  return sets.reduce((best, each) => (compare(each, best) < 0 ? each : best)).fixes;
}

/** The best sets of fixes of one cause, one for each effort and number; worth the chance that it then lets pass. */
function setsOf({ presence, strength, fixes }: Fixable, fits: (set: Chosen) => boolean): readonly Chosen[] {
  const each = [...fixes].sort((a, b) => (a.fix.id < b.fix.id ? -1 : 1)).map((fix): readonly Chosen[] => [
    { fixes: [], effort: 0, worth: 1 }, { fixes: [fix], effort: effortOf[fix.fix.effort], worth: 1 / leftOf([fix]) },
  ]);
  const sets = each.reduce<readonly Chosen[]>((before, choice) => combined(before, choice, fits), [{ fixes: [], effort: 0, worth: 1 }]);
  return sets.map(set => ({ ...set, worth: 1 - presence * strength * leftOf(set.fixes) }));
}

/** Every set of the one with every set of the other; of those with the same effort and number only the best. */
function combined(some: readonly Chosen[], others: readonly Chosen[], fits: (set: Chosen) => boolean): readonly Chosen[] {
  const best = new Map<string, Chosen>();
  for (const one of some) {
    for (const other of others) {
      const both = { fixes: [...one.fixes, ...other.fixes], effort: one.effort + other.effort, worth: one.worth * other.worth };
      const key = `${both.effort} ${both.fixes.length}`;
      const rival = best.get(key);
      if (fits(both) && (!rival || compare(both, rival) < 0)) best.set(key, both);
    }
  }
  return [...best.values()];
}

/** Below 0 when the first is to be preferred: worth, then effort, then number, then names. */
function compare(a: Chosen, b: Chosen): number {
  return b.worth - a.worth || a.effort - b.effort || a.fixes.length - b.fixes.length || (namesOf(a) < namesOf(b) ? -1 : 1);
}

/** A blank sorts before every sign of an id, so `late` comes before `late-note`. */
function namesOf({ fixes }: Chosen): string {
  return fixes.map(({ cause, fix }) => `${cause.id} ${fix.id}`).join(' ');
}
