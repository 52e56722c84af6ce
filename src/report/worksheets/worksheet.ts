import type { Block, Section } from '../section.ts';

/** One page to print and write on: what is known stands in it, and the rest is left empty. */
export interface Worksheet {
  readonly title: string;
  readonly sections: readonly WorksheetSection[];
}

export interface WorksheetSection extends Pick<Section, 'title'> {
  readonly blocks: readonly WorksheetBlock[];
}

export type WorksheetBlock = Extract<Block, { readonly kind: 'text' | 'list' | 'message' }> | Grid;

/** A ruled table: each row starts with what it asks for, and has a cell for every further column. */
export interface Grid {
  readonly kind: 'grid';
  readonly columns: readonly string[];
  readonly groups: readonly GridGroup[];
}

/** Rows below a heading of their own; most tables have one group without. */
export interface GridGroup {
  readonly title: string | null;
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly asks: string;
  /** What stands in its cells, from the left; cells without are for the reader. */
  readonly hints: readonly string[];
}

/** Words in a paragraph of their own. */
export function paragraph(text: string): WorksheetBlock {
  return { kind: 'text', text };
}

/** Items one below the other; nothing where there is none. */
export function itemsOf(items: readonly string[]): readonly WorksheetBlock[] {
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}

/** A table whose cells are all empty. */
export function gridOf(columns: readonly string[], asks: readonly string[]): Grid {
  return { kind: 'grid', columns, groups: [{ title: null, rows: asks.map(emptyRow) }] };
}

export function emptyRow(asks: string): GridRow {
  return { asks, hints: [] };
}

/** What stands in the cells of a row behind the first one: `''` where there is room to write. */
export function cellsOf({ columns }: Grid, { hints }: GridRow): readonly string[] {
  return columns.slice(1).map((_, index) => hints[index] ?? '');
}
