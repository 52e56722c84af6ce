import { inHundred, inHundreds } from '../../diagnosis/band.ts';
import type { Block, LabelledPart, Remark, Section } from '../section.ts';
import { escapedMarkdown as escaped } from './escaped.ts';

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
    case 'reason':
      return `- **${escaped(block.title)}** ${escaped(block.text)}`.trimEnd();
    case 'split':
      return splitMarkdown(block.parts);
    case 'message':
      return `- **${escaped(block.lead)}**\n\n  > ${escaped(block.text)}`;
    case 'timeline':
      return block.points.map(({ when, label }) => `- ${escaped(`${when}: ${label}`)}`).join('\n');
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

function splitMarkdown(parts: readonly LabelledPart[]): string {
  const figures = inHundreds(parts.map(({ value }) => value));
  return ['| | |', '|---|---|', ...parts.map(({ label }, index) => `| ${escaped(label)} | about ${figures[index] ?? 0} in 100 |`)].join('\n');
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
