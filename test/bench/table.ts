import { cpus } from 'node:os';

/** A table in plain text: the first column on the left, the others on the right. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => (row[column] ?? '').length)));
  const padded = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] as number) : cell.padStart(widths[column] as number);
  return [head, ...rows].map(row => row.map(padded).join('  ')).join('\n');
}

/** The same for a README. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|---|${'---:|'.repeat(head.length - 1)}`, ...rows.map(line)].join('\n');
}

/** A time as people say it, to three figures: `7.51 µs`, `275 µs`, `13.3 ms`. */
export function timeText(microseconds: number): string {
  if (microseconds < 1000) return `${figures(microseconds)} µs`;
  return microseconds < 1_000_000 ? `${figures(microseconds / 1000)} ms` : `${figures(microseconds / 1_000_000)} s`;
}

/** Three figures, with commas between thousands. */
export function figures(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-US', {
    maximumFractionDigits: Math.max(0, 2 - Math.floor(Math.log10(Math.max(value, 1e-3)))),
  });
}

/** Where and when figures were taken. */
export function machine(): { readonly date: string; readonly cpu: string; readonly node: string } {
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    node: process.version,
  };
}
