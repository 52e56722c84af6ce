/** What a terminal shows that is sent what steers it, as far as the prompts use that. */
export interface Screen {
  readonly write: (sent: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** The lines in the window, without blanks at their ends. */
  readonly shown: () => readonly string[];
  /** These, after the lines that have scrolled off. */
  readonly all: () => readonly string[];
  readonly cursorIsShown: () => boolean;
}

const PIECES = /\u001b\[([?\d;]*)([A-Za-z])|\r|\n|[^\u001b]/gu;

/** A window that breaks lines at its right edge, scrolls at its lower one, and keeps its lines as they are when its size changes. */
export function openScreen(columns: number, rows: number): Screen {
  let size = { columns, rows };
  const off: string[] = [];
  let lines: string[] = [''];
  let [row, column] = [0, 0];
  let cursor = true;
  const scroll = (): void => {
    while (lines.length > size.rows) {
      off.push(lines.shift() ?? '');
      row = Math.max(0, row - 1);
    }
  };
  const down = (): void => {
    row += 1;
    if (row === lines.length) lines.push('');
    scroll();
  };
  const put = (sign: string): void => {
    if (column === size.columns) {
      column = 0;
      down();
    }
    lines[row] = `${(lines[row] ?? '').padEnd(column).slice(0, column)}${sign}${(lines[row] ?? '').slice(column + 1)}`;
    column += 1;
  };
  const steer = (count: string, what: string): void => {
    if (what === 'A') row = Math.max(0, row - Number(count || 1));
    else if (what === 'H') [row, column] = [0, 0];
    else if (what === 'J') lines = [...lines.slice(0, row), (lines[row] ?? '').slice(0, column)];
    else if (what === 'K') lines[row] = (lines[row] ?? '').slice(0, column);
    else if (count === '?25') cursor = what === 'h';
    else if (what !== 'm') throw new Error(`this screen does not know ${count}${what}`);
  };
  return {
    write: sent => {
      for (const [piece, count = '', what] of sent.matchAll(PIECES)) {
        if (what !== undefined) steer(count, what);
        else if (piece === '\r') column = 0;
        else if (piece !== '\n') put(piece);
        else {
          column = 0;
          down();
        }
      }
    },
    resize: (wide, high) => {
      size = { columns: wide, rows: high };
      scroll();
    },
    shown: () => lines.map(line => line.trimEnd()),
    all: () => [...off, ...lines].map(line => line.trimEnd()),
    cursorIsShown: () => cursor,
  };
}
