import { orDiagnosisError } from '../base/errors.ts';
import { type Checked } from '../base/problem.ts';
import { inHundred } from '../diagnosis/band.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { outline } from './outline.ts';
import type { Block, Remark, Section } from './outline/section.ts';
import { columnsOf } from '../base/columns.ts';
import type { ReportOptions, TextOptions } from './reportOptions.ts';
import { safeReport } from './safeReport.ts';
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

/**
 * A diagnosis as text for a terminal: bars, wrapped lines, and colour only when asked for.
 *
 * @throws DiagnosisError for anything but a diagnosis of this version, and for options that cannot be
 */
export function toText(diagnosis: Diagnosis, options: TextOptions & ReportOptions = {}): string {
  return orDiagnosisError(safeToText(diagnosis, options));
}

/** As `toText`, for a diagnosis and options of any origin: it returns problems instead of throwing them. */
export function safeToText(diagnosis: unknown, options: unknown = {}): Checked<string> {
  return safeReport(diagnosis, options, ['width', 'colour', 'notes'], (known, looks) => sectionsToText(outline(known, looks.notes), looks));
}

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
  return title === null ? body : `${style.bold(title)}\n${body}`;
}

function blockText(block: Block, style: Style): string {
  switch (block.kind) {
    case 'text':
      return wrap(printable(block.text), style.width).join('\n');
    case 'cause':
      return causeText(block, style);
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
