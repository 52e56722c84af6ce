import { columnsOf } from '../../base/columns.ts';
import { inHundred, inHundreds } from '../../diagnosis/band.ts';
import type { TextOptions } from '../reportOptions.ts';
import type { Block, LabelledPart, Remark, Section } from '../section.ts';
import { printable, wrap } from './wrap.ts';

interface Style {
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly accent: (text: string) => string;
}

/** “more than 99 in 100” is the longest figure beside a bar; a blank stands before it. */
const FIGURE_COLUMNS = 20;
const LABEL_COLUMNS = 37;
const BAR_COLUMNS = 20;

/** Sections of any report as text for a terminal. */
export function sectionsToText(sections: readonly Section[], options: TextOptions = {}): string {
  const { width = 80, colour = false } = options;
  const ansi = (code: number) => (text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const style: Style = { width: Math.min(100, Math.max(40, Math.floor(width) || 80)), bold: ansi(1), dim: ansi(2), accent: ansi(36) };
  return `${sections.map(section => sectionText(section, style)).join('\n\n')}\n`;
}

function sectionText({ title, blocks }: Section, style: Style): string {
  const apart = blocks.some(({ kind }) => kind === 'cause') ? '\n\n' : '\n';
  const body = blocks.map(block => blockText(block, style)).join(apart);
  return title === null ? body : `${style.bold(printable(title))}\n${body}`;
}

function blockText(block: Block, style: Style): string {
  switch (block.kind) {
    case 'text':
      return wrap(printable(block.text), style.width).join('\n');
    case 'reason':
      return [...wrap(printable(block.title), style.width, '  ').map(style.bold), ...(block.text === '' ? [] : wrap(printable(block.text), style.width, '  '))].join('\n');
    case 'cause':
      return causeText(block, style);
    case 'split':
      return splitText(block.parts, style);
    case 'message':
      return [...wrap(printable(block.lead), style.width, '  > '), ...wrap(`“${printable(block.text)}”`, style.width, '    ').map(style.dim)].join('\n');
    case 'timeline':
      return block.points.map(({ when, label, ended }) => wrap(printable(`${when}: ${label}`), style.width, `  ${marksOfEnd[ended]} `).join('\n')).join('\n');
    case 'bars':
      return block.bars.map(({ label, value }) => barLine(label, value, style)).join('\n');
    case 'list':
      return block.items.flatMap(item => wrap(printable(item), style.width, '  - ')).join('\n');
    case 'plan':
      return [
        ...wrap(printable(block.text), style.width, '  > '),
        ...(block.say === null ? [] : wrap(`“${printable(block.say)}”`, style.width, '    ').map(style.dim)),
      ].join('\n');
  }
}

const marksOfEnd = { yes: '●', no: '○', open: '◌' } as const;
/** From what is theirs to what is not: darker is nearer. */
const shades = ['█', '▓', '░'] as const;

/** One bar, and below it what its parts are. */
function splitText(parts: readonly LabelledPart[], { accent, width }: Style): string {
  const columns = Math.min(2 * BAR_COLUMNS, width - 4);
  const ends = parts.map((_, index) => Math.round(columns * parts.slice(0, index + 1).reduce((sum, { value }) => sum + value, 0)));
  const bar = parts.map((_, index) => (shades[index % shades.length] as string).repeat((ends[index] as number) - (ends[index - 1] ?? 0))).join('');
  const figures = inHundreds(parts.map(({ value }) => value));
  const legend = parts.map(({ label }, index) => `${shades[index % shades.length] as string} ${printable(label)} ${figures[index] ?? 0}`).join('  ');
  return [`  ${accent(bar)}`, ...wrapped(`${legend}  (of 100)`, width)].join('\n');
}

/** On one line where there is room for it. */
function wrapped(text: string, width: number): readonly string[] {
  return columnsOf(text) + 2 <= width ? [`  ${text}`] : wrap(text, width, '  ');
}

function causeText({ title, share, lines, why }: Extract<Block, { kind: 'cause' }>, style: Style): string {
  const head = wrap(printable(title), style.width, ' * ');
  return [
    ...head.map(style.bold),
    `    ${barAndFigure(share, style)}`,
    ...lines.flatMap(line => remarkLines(line, style)),
    ...wrap(printable(why), style.width, '    ').map(style.dim),
  ].join('\n');
}

const marks = { for: '    + ', against: '    - ' } as const;

function remarkLines({ mark, text }: Remark, { width }: Style): readonly string[] {
  return wrap(printable(text), width, mark === null ? '    ' : marks[mark]);
}

/** Label, bar and figure on one line where there is room for it, the label above them where there is not. */
function barLine(label: string, value: number, style: Style): string {
  const text = printable(label);
  const figure = barAndFigure(value, style);
  const roomy = style.width >= 2 + LABEL_COLUMNS + 1 + BAR_COLUMNS + FIGURE_COLUMNS && columnsOf(text) <= LABEL_COLUMNS;
  return roomy ? `  ${text}${' '.repeat(LABEL_COLUMNS - columnsOf(text))} ${figure}` : `  ${text}\n    ${figure}`;
}

function barAndFigure(value: number, { accent, width }: Style): string {
  const columns = Math.min(BAR_COLUMNS, width - 4 - FIGURE_COLUMNS);
  const filled = value > 0 ? Math.max(1, Math.round(value * columns)) : 0;
  return `${accent('█'.repeat(filled) + '░'.repeat(columns - filled))} ${inHundred(value)}`;
}
