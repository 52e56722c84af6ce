import { escapedHtml as escaped } from '../format/escaped.ts';
import { writeMarkup } from '../format/markup.ts';
import { pageOf } from '../format/page.ts';
import { messageMarkup } from '../format/sheetMarkup.ts';
import { style } from '../format/style.ts';
import { cellsOf, type Grid, type GridRow, type Worksheet, type WorksheetBlock, type WorksheetSection } from './worksheet.ts';
import type { WorksheetKind } from './worksheetKinds.ts';
import { worksheetStyle } from './worksheetStyle.ts';

/** A worksheet as one page that needs nothing from elsewhere. */
export function worksheetHtml({ title, sections }: Worksheet, kind: WorksheetKind, language: string): string {
  const main = `<main class="afterview-sheet afterview-worksheet afterview-${kind}">\n<h1>${escaped(title)}</h1>\n${sections.map(sectionHtml).join('\n')}\n</main>`;
  return pageOf({ title, language, style: `${style}\n${worksheetStyle(kind)}`, main });
}

function sectionHtml({ title, blocks }: WorksheetSection): string {
  const body = blocks.map(blockHtml).join('\n');
  return title === null ? `<div>\n${body}\n</div>` : `<section>\n<h2>${escaped(title)}</h2>\n${body}\n</section>`;
}

function blockHtml(block: WorksheetBlock): string {
  switch (block.kind) {
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map(item => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
    case 'message':
      return `<p class="afterview-plan">${escaped(block.lead)}</p>\n<blockquote>${messageMarkup(block.text, block.blanks).map(writeMarkup).join('')}</blockquote>`;
    case 'grid':
      return gridHtml(block);
  }
}

/** The table says by a class how many columns it has; an empty cell has the height of handwriting. */
function gridHtml(grid: Grid): string {
  const { columns, groups } = grid;
  return [
    `<table class="afterview-grid afterview-columns-${columns.length}">`,
    `<thead>\n<tr>${columns.map(column => `<th scope="col">${escaped(column)}</th>`).join('')}</tr>\n</thead>`,
    ...groups.map(({ title, rows }) => [
      '<tbody>',
      ...(title === null ? [] : [`<tr><th scope="rowgroup" colspan="${columns.length}">${escaped(title)}</th></tr>`]),
      ...rows.map(row => rowHtml(grid, row)),
      '</tbody>',
    ].join('\n')),
    '</table>',
  ].join('\n');
}

function rowHtml(grid: Grid, row: GridRow): string {
  const cells = cellsOf(grid, row).map(cell => `<td>${escaped(cell)}</td>`).join('');
  const looks = row.hints.length > 0 ? ' class="afterview-hints"' : '';
  return `<tr${looks}><th scope="row">${escaped(row.asks)}</th>${cells}</tr>`;
}
