import { signsOf } from '../../base/columns.ts';

/** A line that is typed: what stands before the cursor, and from it on, sign by sign. */
export interface Line {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export const emptyLine: Line = { before: [], after: [] };

export function textOf({ before, after }: Line): string {
  return [...before, ...after].join('');
}

type Edit = (line: Line) => Line;

const toStart: Edit = line => ({ before: [], after: [...line.before, ...line.after] });
const toEnd: Edit = line => ({ before: [...line.before, ...line.after], after: [] });
const left: Edit = ({ before, after }) => ({ before: before.slice(0, -1), after: [...before.slice(-1), ...after] });
const right: Edit = ({ before, after }) => ({ before: [...before, ...after.slice(0, 1)], after: after.slice(1) });
const backspace: Edit = ({ before, after }) => ({ before: before.slice(0, -1), after });

/** The keys that do something else than to write a sign. */
const edits: Readonly<Record<string, Edit>> = {
  '\u007f': backspace, '\b': backspace,
  '\u001b[3~': ({ before, after }) => ({ before, after: after.slice(1) }),
  '\u001b[D': left, '\u001bOD': left, '\u001b[C': right, '\u001bOC': right,
  '\u001b[H': toStart, '\u001bOH': toStart, '\u001b[1~': toStart, '\u0001': toStart,
  '\u001b[F': toEnd, '\u001bOF': toEnd, '\u001b[4~': toEnd, '\u0005': toEnd,
  '\u0015': ({ after }) => ({ before: [], after }),
  '\u000b': ({ before }) => ({ before, after: [] }),
  '\u0017': ({ before, after }) => ({ before: signsOf(before.join('').replace(/\S*\s*$/u, '')), after }),
};

/** The line after a key; a key that means nothing here changes nothing. */
export function typed(line: Line, key: string): Line {
  const edit = Object.hasOwn(edits, key) ? edits[key] : undefined;
  if (edit) return edit(line);
  return /^[^\p{Cc}\p{Cs}]$/u.test(key) ? { before: [...line.before, key], after: line.after } : line;
}
