import type { Writable } from 'node:stream';

/** What is written to, with the size of the terminal. */
export type Screen = Writable & { readonly columns?: number; readonly rows?: number };

/** How many columns and rows there are. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Lines that change in their place, for as long as somebody is asked. */
export interface Painter {
  readonly size: () => Size;
  /** Draws the lines, in the place of those that were drawn before. */
  readonly paint: (lines: () => readonly string[]) => void;
  /** Draws them for the last time: what comes next stands below. */
  readonly settle: (lines: readonly string[]) => void;
  /** Shows the cursor, as another program takes the terminal. */
  readonly pause: () => void;
  /** Draws the lines below whatever that program has left. */
  readonly resume: () => void;
  /** Draws nothing any more. */
  readonly release: () => void;
}

/** A terminal that tells nobody its size, as some do, has this many columns and rows. */
const COLUMNS = 80;
const ROWS = 24;

const HIDE = '\u001b[?25l';
const SHOW = '\u001b[?25h';
const ERASE_BELOW = '\u001b[J';
const ERASE_REST = '\u001b[K';
const HOME = '\u001b[H';
const up = (lines: number): string => (lines > 0 ? `\r\u001b[${lines}A` : '');

/** What stands on a screen: the first of the lines may have scrolled off its upper end, where nothing can be changed. */
interface Drawn {
  readonly lines: readonly string[];
  readonly above: number;
}

/** A painter for a screen. Each line must fit into its columns, and lines above the screen must stay as they are. */
export function openPainter(output: Screen): Painter {
  let source: (() => readonly string[]) | null = null;
  let drawn: Drawn | null = null;
  const size = (): Size => ({ columns: output.columns || COLUMNS, rows: output.rows || ROWS });
  const draw = (lines: readonly string[]): void => {
    const { lines: before, above } = drawn ?? { lines: [], above: 0 };
    const same = lines.findIndex((line, index) => line !== before[index]);
    const from = Math.max(above, same < 0 ? lines.length : same);
    // line by line, as some terminals keep a whole screen that is erased among what has scrolled off; and each before it
    // is written, as behind a line that takes every column the cursor still stands on its last sign
    output.write(`${up(before.length - from)}${lines.slice(from).map(line => `${ERASE_REST}${line}\n`).join('')}${ERASE_BELOW}`);
    drawn = { lines, above: Math.max(above, lines.length - (size().rows - 1)) };
  };
  const again = (before: string): void => {
    if (!source) return;
    drawn = null;
    output.write(before + HIDE);
    draw(source());
  };
  /** A terminal may have broken its lines anew, in its own way: only an empty one is known. */
  const resized = (): void => { again(HOME + ERASE_BELOW); };
  output.on('resize', resized);
  return {
    size,
    paint: lines => {
      if (!source) output.write(HIDE);
      source = lines;
      draw(lines());
    },
    settle: lines => {
      draw(lines);
      output.write(SHOW);
      [source, drawn] = [null, null];
    },
    pause: () => { output.write(SHOW); },
    resume: () => { again('\r'); },
    release: () => {
      output.off('resize', resized);
      if (source) output.write(SHOW);
      [source, drawn] = [null, null];
    },
  };
}
