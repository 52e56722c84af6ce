import { withDots } from './hiddenCharacters.ts';
import type { Position, Problem, ProblemCode } from './problem.ts';

/** A stretch of a text: where it starts, counted in UTF-16 units from 0, and how long it is. */
export interface Placed {
  readonly offset: number;
  readonly length: number;
}

const LONGEST_LINE_SHOWN = 160;

/** The text of a file, and the way from an offset in it to the line and column that an editor shows. */
export class SourceText {
  readonly text: string;
  private readonly starts: readonly number[];

  /** A byte-order mark at the start is taken off, as editors do. */
  constructor(readonly file: string, text: string) {
    this.text = text.startsWith('\ufeff') ? text.slice(1) : text;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.starts = starts;
  }

  position({ offset, length }: Placed): Position {
    const inside = Math.min(Math.max(0, offset), this.text.length);
    const line = this.lineOf(inside);
    const start = this.starts[line] ?? 0;
    const next = this.starts[line + 1] ?? this.text.length + 1;
    const end = this.text[next - 2] === '\r' ? next - 2 : next - 1;
    const column = inside - start + 1;
    const from = column > LONGEST_LINE_SHOWN ? inside - LONGEST_LINE_SHOWN / 2 : start;
    const shown = withDots(this.text.slice(from, Math.min(end, from + LONGEST_LINE_SHOWN)).replaceAll(/[\t\r]/g, ' '));
    const width = Math.max(1, Math.min(length, shown.length - (inside - from)));
    const source = `${from > start ? '…' : ''}${shown}${end > from + LONGEST_LINE_SHOWN ? '…' : ''}`;
    return { file: this.file, line: line + 1, column, source, ...(from > start ? { sourceColumn: inside - from + 2 } : {}), width };
  }

  problem(code: ProblemCode, message: string, hint: string, offset: number, length: number): Problem {
    return { code, message, hint, at: this.position({ offset, length }) };
  }

  /** Index of the line that holds an offset, by halving. */
  private lineOf(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
