/**
 * The declared name nearest to a misspelt one, or nothing when none is near.
 *
 * @param name - what was written; only its first 80 characters count
 * @param names - what could have been meant
 * @returns The name with the fewest edits (a letter added, left out, replaced, or two swapped): at most one for every
 *   three of its letters, and one for shorter names; of equally near ones the first.
 *
 * Source: optimal string alignment distance, a restriction of Damerau, Communications of the ACM 7 (1964) 171–176.
 */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const written = normalise(name.slice(0, 80));
  let best: { readonly name: string; readonly edits: number } | undefined;
  for (const candidate of names) {
    const meant = normalise(candidate);
    const allowed = Math.max(1, Math.floor(candidate.length / 3));
    const most = best === undefined ? allowed : Math.min(allowed, best.edits - 1);
    if (Math.abs(written.length - meant.length) > most) continue;
    const edits = distance(written, meant, most);
    if (edits <= most) best = { name: candidate, edits };
  }
  return best?.name;
}

/** “did you mean …?” when a name is near, otherwise the names there are (at most twelve). */
export function didYouMean(name: string, names: Iterable<string>): string {
  const all = [...names];
  const near = nearest(name, all);
  return near === undefined ? oneOf(all, all.length) : meant(near, name);
}

/** A name that is near to what was written, and what tells them apart where that cannot be seen. */
export function meant(name: string, written: string): string {
  return `did you mean “${name}”?${oddSignsIn(written, name)}`;
}

/** The names there are, at most twelve, of so many. */
export function oneOf(names: Iterable<string>, count: number): string {
  if (count === 0) return 'there is none to choose from';
  const shown: string[] = [];
  for (const name of names) if (shown.push(name) === MOST_SHOWN) break;
  return `one of: ${shown.join(', ')}${count > MOST_SHOWN ? `, … (${count} in all)` : ''}`;
}

const MOST_SHOWN = 12;

/** Signs that look like one of those on a keyboard. */
const oddSigns: ReadonlyMap<string, string> = new Map([
  ['\u00a0', 'a no-break space'], ['\u202f', 'a narrow no-break space'], ['\u2007', 'a space as wide as a digit'], ['\u3000', 'a space as wide as a letter'],
  ['\u2010', 'another hyphen'], ['\u2011', 'a no-break hyphen'], ['\u2012', 'a dash'], ['\u2013', 'a dash'], ['\u2014', 'a dash'], ['\u2212', 'a minus sign'],
]);

/** What in a name looks like the one that is meant, and is another sign; nothing when the difference can be seen. */
function oddSignsIn(written: string, meant: string): string {
  const odd = [...new Set(written)].filter(sign => !meant.includes(sign) && (oddSigns.has(sign) || /\p{Zs}/u.test(sign)) && sign !== ' ');
  if (odd.length === 0) return '';
  const told = odd.map(sign => `${oddSigns.get(sign) ?? 'an unusual space'} (U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`);
  return ` There is ${told.join(' and ')} in what you wrote`;
}

/** Case, spaces and underscores are the commonest slips, so they cost nothing. */
function normalise(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replaceAll(/[\s_]+/g, '-');
}

/** How many edits lead from one to the other; infinite as soon as it is sure to be more than `most`. */
function distance(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  let leastOfLast = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, at(beforeLast, j - 2) + 1);
      }
      row.push(edits);
      if (edits < least) least = edits;
    }
    // two rows, as two letters that are swapped lead from the one before the last
    if (leastOfLast > most && least > most) return Number.POSITIVE_INFINITY;
    [beforeLast, last, leastOfLast] = [last, row, least];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
