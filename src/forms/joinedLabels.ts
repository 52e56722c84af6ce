/** What was chosen in a list that a service wrote as one text; or, from the first place that fits no label, the rest. */
export type JoinedLabels = { readonly labels: readonly string[] } | { readonly unread: string };

/** Between two answers; at the end of all of them Microsoft writes a semicolon as well. */
const JOINER = /[,;] ?/y;

/** Longer texts are not taken apart: no list of options is as long, and each label goes a step deeper. */
const LONGEST = 10_000;

/**
 * Takes apart labels that are joined by commas or semicolons, each of which a label may hold itself: at each place the
 * longest label that fits is tried first, then shorter ones until all of the text is read.
 *
 * @param text - a plain text, not empty
 * @param labels - plain texts, each once
 */
export function joinedLabels(text: string, labels: Iterable<string>): JoinedLabels {
  if (text.length > LONGEST) return { unread: text };
  const longestFirst = [...labels].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const deadEnds = new Set<number>();
  let furthest = 0;
  const readFrom = (start: number): readonly string[] | undefined => {
    if (deadEnds.has(start)) return undefined;
    furthest = Math.max(furthest, start);
    for (const label of longestFirst) {
      if (!text.startsWith(label, start)) continue;
      const end = start + label.length;
      if (end === text.length || text.slice(end).trim() === ';') return [label];
      JOINER.lastIndex = end;
      const rest = JOINER.test(text) ? readFrom(JOINER.lastIndex) : undefined;
      if (rest) return [label, ...rest];
    }
    deadEnds.add(start);
    return undefined;
  };
  const read = readFrom(0);
  return read ? { labels: read } : { unread: text.slice(furthest) };
}
