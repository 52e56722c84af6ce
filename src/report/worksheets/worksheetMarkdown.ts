import { escapedMarkdown as escaped } from '../format/escaped.ts';
import { cellsOf, type Grid, type Worksheet, type WorksheetBlock, type WorksheetSection } from './worksheet.ts';

/** A worksheet as Markdown (CommonMark with tables). */
export function worksheetMarkdown({ title, sections }: Worksheet): string {
  return `# ${escaped(title)}\n\n${sections.map(sectionMarkdown).join('\n\n')}\n`;
}

function sectionMarkdown({ title, blocks }: WorksheetSection): string {
  const body = blocks.map(blockMarkdown).join('\n\n');
  return title === null ? body : `## ${escaped(title)}\n\n${body}`;
}

function blockMarkdown(block: WorksheetBlock): string {
  switch (block.kind) {
    case 'text':
      return escaped(block.text);
    case 'list':
      return block.items.map(item => `- ${escaped(item)}`).join('\n');
    case 'message':
      return `**${escaped(block.lead)}**\n\n> ${escaped(block.text)}`;
    case 'grid':
      return gridMarkdown(block);
  }
}

/** The heading of a group is a row in bold. */
function gridMarkdown(grid: Grid): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(grid.columns.map(escaped)),
    `|${grid.columns.map(() => '---|').join('')}`,
    ...grid.groups.flatMap(({ title, rows }) => [
      ...(title === null ? [] : [row(grid.columns.map((_, index) => (index === 0 ? `**${escaped(title)}**` : '')))]),
      ...rows.map(each => row([each.asks, ...cellsOf(grid, each)].map(escaped))),
    ]),
  ].join('\n');
}
