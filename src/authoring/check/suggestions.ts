import { meant, nearest, oneOf } from '../../base/nearest.ts';

/** Names that there are: a set of them, or a map by them. */
interface Names {
  readonly size: number;
  keys(): Iterable<string>;
}

/** What was meant by misspelt names of one pack. */
export interface Suggestions {
  /** The nearest of the names, and of a few further ones; nothing when none is near, or when enough has been compared. */
  readonly near: (name: string, names: Names, further?: readonly string[]) => string | undefined;
  /** “did you mean …?” when one is near, otherwise the names there are. */
  readonly hint: (name: string, names: Names, further?: readonly string[]) => string;
}

/**
 * Names that are compared in one pack, all in all. A slip in each file of a pack of two hundred stays below; where there
 * are more, what is wrong is not a letter, and to compare all names with all others would take minutes.
 */
const MOST_COMPARED = 100_000;

export function suggestions(): Suggestions {
  let compared = 0;
  const near: Suggestions['near'] = (name, names, further = []) => {
    if (compared + names.size > MOST_COMPARED) return undefined;
    compared += names.size + further.length;
    return nearest(name, [...names.keys(), ...further]);
  };
  return {
    near,
    hint: (name, names, further = []) => {
      const found = near(name, names, further);
      return found === undefined ? oneOf(within(names.keys(), further), names.size + further.length) : meant(found, name);
    },
  };
}

function* within(...lists: readonly Iterable<string>[]): Generator<string> {
  for (const list of lists) yield* list;
}
