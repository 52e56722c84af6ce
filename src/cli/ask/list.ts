/** What is shown of a list: some of its entries, each as its lines, in as many lines as there are. */
interface Part {
  readonly first: number;
  readonly last: number;
}

const DOTS = '...';

/**
 * The lines of a list of entries: all of them where there is room, else those around the one at the cursor, always in
 * the same number of lines; dots stand for the entries above and below.
 *
 * @param entries - the lines of each
 * @param height - the lines that there is room for, at least 3
 */
export function linesAround(entries: readonly (readonly string[])[], cursor: number, height: number): readonly string[] {
  const whole = entries.flat();
  if (whole.length <= height) return whole;
  const { first, last } = partAround(entries, cursor, height);
  const shown = [...(first > 0 ? [DOTS] : []), ...entries.slice(first, last + 1).flat(), ...(last < entries.length - 1 ? [DOTS] : [])];
  const lines = shown.length > height ? (entries[cursor] ?? []).slice(0, height) : shown;
  return [...lines, ...Array.from({ length: height - lines.length }, () => '')];
}

/** Grows by the next entry and the one before by turns, as long as there is room. */
function partAround(entries: readonly (readonly string[])[], cursor: number, height: number): Part {
  const fits = ({ first, last }: Part): boolean => {
    const dots = Number(first > 0) + Number(last < entries.length - 1);
    return first >= 0 && last < entries.length && entries.slice(first, last + 1).flat().length + dots <= height;
  };
  let part: Part = { first: cursor, last: cursor };
  for (;;) {
    const below = { ...part, last: part.last + 1 };
    const after = fits(below) ? below : part;
    const above = { ...after, first: after.first - 1 };
    const grown = fits(above) ? above : after;
    if (grown === part) return part;
    part = grown;
  }
}
