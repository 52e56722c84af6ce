import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { type English, inEnglish } from '../english.ts';
import { noteSheet } from './noteSheet.ts';
import { questionSheet } from './questionSheet.ts';
import { referenceSheet } from './referenceSheet.ts';
import { researchSheet } from './researchSheet.ts';
import { storySheet } from './storySheet.ts';
import type { Worksheet, WorksheetBlock } from './worksheet.ts';
import type { WorksheetKind } from './worksheetKinds.ts';

const sheets: Readonly<Record<WorksheetKind, (diagnosis: Diagnosis) => Worksheet>> = {
  stories: storySheet, questions: questionSheet, research: researchSheet, references: referenceSheet, note: noteSheet,
};

/** A worksheet with what is known, in that English; sections with nothing to say are left out. */
export function worksheetOf(kind: WorksheetKind, diagnosis: Diagnosis, english: English): Worksheet {
  const { title, sections } = sheets[kind](diagnosis);
  const said = (text: string): string => inEnglish(text, english);
  return {
    title: said(title),
    sections: sections.filter(({ blocks }) => blocks.length > 0).map(({ title: heading, blocks }) => ({
      title: heading === null ? null : said(heading),
      blocks: blocks.map(block => blockIn(block, said)),
    })),
  };
}

function blockIn(block: WorksheetBlock, said: (text: string) => string): WorksheetBlock {
  switch (block.kind) {
    case 'text':
      return { ...block, text: said(block.text) };
    case 'list':
      return { ...block, items: block.items.map(said) };
    case 'message':
      return { ...block, lead: said(block.lead), text: said(block.text) };
    case 'grid':
      return {
        ...block,
        columns: block.columns.map(said),
        groups: block.groups.map(({ title, rows }) => ({
          title: title === null ? null : said(title),
          rows: rows.map(({ asks, hints }) => ({ asks: said(asks), hints: hints.map(said) })),
        })),
      };
  }
}
