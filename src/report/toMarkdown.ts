import { orDiagnosisError } from '../base/errors.ts';
import { type Checked } from '../base/problem.ts';
import { inHundred } from '../diagnosis/band.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { outline } from './outline.ts';
import type { Block, Remark, Section } from './outline/section.ts';
import type { ReportOptions } from './reportOptions.ts';
import { safeReport } from './safeReport.ts';
import { printable } from './wrap.ts';

/**
 * A diagnosis as Markdown (CommonMark with tables). Texts of the pack stay texts: nothing in them becomes markup.
 *
 * @throws DiagnosisError for anything but a diagnosis of this version, and for options that cannot be
 */
export function toMarkdown(diagnosis: Diagnosis, options: ReportOptions = {}): string {
  return orDiagnosisError(safeToMarkdown(diagnosis, options));
}

/** As `toMarkdown`, for a diagnosis and options of any origin: it returns problems instead of throwing them. */
export function safeToMarkdown(diagnosis: unknown, options: unknown = {}): Checked<string> {
  return safeReport(diagnosis, options, ['notes'], (known, { notes }) => sectionsToMarkdown('After your interview', outline(known, notes)));
}

/** Sections of any report as Markdown, under a title. */
export function sectionsToMarkdown(title: string, sections: readonly Section[]): string {
  return `# ${title}\n\n${sections.map(sectionMarkdown).join('\n\n')}\n`;
}

function sectionMarkdown({ title, blocks }: Section): string {
  const body = blocks.map(blockMarkdown).join('\n\n');
  return title === null ? body : `## ${escaped(title)}\n\n${body}`;
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'text':
      return escaped(block.text);
    case 'cause':
      return [
        `### ${escaped(block.title)} (${inHundred(block.share)})`,
        remarksMarkdown(block.lines),
        `_${escaped(block.why)}_`,
      ].join('\n\n');
    case 'bars':
      return ['| | |', '|---|---|', ...block.bars.map(({ label, value }) => `| ${escaped(label)} | ${inHundred(value)} |`)].join('\n');
    case 'list':
      return block.items.map(item => `- ${escaped(item)}`).join('\n');
    case 'plan':
      return `- **${escaped(block.text)}**${block.say === null ? '' : `\n\n  > ${escaped(block.say)}`}`;
  }
}

const bullets = { for: '- For: ', against: '- Against: ' } as const;

/** In their order; those for and against that follow one another are one list. */
function remarksMarkdown(remarks: readonly Remark[]): string {
  return remarks.map(({ mark, text }, index) => {
    const before = remarks[index - 1];
    const apart = mark !== null && before?.mark !== null ? '\n' : '\n\n';
    return `${before === undefined ? '' : apart}${mark === null ? '' : bullets[mark]}${escaped(text)}`;
  }).join('');
}

/** Every sign that could be markup gets a backslash; what is at the start of a line cannot start a list or a heading. */
function escaped(text: string): string {
  return printable(text)
    .replaceAll(/[\\`*_[\]<>|~#&!]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+]/, '\\$&');
}
