import { inHundred, inHundreds } from '../../diagnosis/band.ts';
import type { MessageBlank } from '../../plan/message.ts';
import type { Block, LabelledPart, Remark, Section, TimelinePoint } from '../section.ts';
import { type Markup, markup, type MarkupChild, stacked } from './markup.ts';
import { printable } from './wrap.ts';

/** The sections of any report, each as an element. */
export function sheetMarkup(sections: readonly Section[], headings: Headings): readonly Markup[] {
  return sections.map((section, index) => sectionMarkup(section, index, headings));
}

/** Which headings stand over sections, and over causes. */
export interface Headings {
  readonly section: string;
  readonly cause: string;
}

function sectionMarkup({ title, blocks }: Section, index: number, headings: Headings): Markup {
  const body = blocks.flatMap(block => blockMarkup(block, headings));
  if (title !== null) return stacked('section', {}, [markup(headings.section, {}, printable(title)), ...body]);
  return stacked('div', { class: `afterview-${index === 0 ? 'opening' : 'more'}` }, body);
}

function blockMarkup(block: Block, headings: Headings): readonly Markup[] {
  switch (block.kind) {
    case 'text':
      return [markup('p', {}, printable(block.text))];
    case 'reason':
      return [markup('p', { class: 'afterview-reason' }, markup('strong', {}, printable(block.title)), ' ', printable(block.text))];
    case 'cause':
      return causeMarkup(block, headings);
    case 'bars':
      return [tableOf(block.bars.map(({ label, value }) => [[printable(label)], meter(label, value)]))];
    case 'split':
      return splitMarkup(block.parts);
    case 'timeline':
      return timelineMarkup(block.points);
    case 'list':
      return [stacked('ul', {}, block.items.map(item => markup('li', {}, printable(item))))];
    case 'plan':
      return [plan(block.text), ...(block.say === null ? [] : [markup('blockquote', {}, printable(block.say))])];
    case 'message':
      return [plan(block.lead), markup('blockquote', {}, ...messageMarkup(block.text, block.blanks))];
  }
}

function plan(text: string): Markup {
  return markup('p', { class: 'afterview-plan' }, printable(text));
}

/** The text of a message, in which each blank that is to be filled in stands out. */
export function messageMarkup(text: string, blanks: readonly MessageBlank[]): readonly MarkupChild[] {
  return blanks.reduce<readonly MarkupChild[]>((pieces, { says }) => {
    const blank = `[${printable(says)}]`;
    return pieces.flatMap(piece => (typeof piece === 'string' ? piece.split(blank).flatMap((between, index) => (index === 0 ? [between] : [markup('mark', {}, blank), between])) : [piece]));
  }, [printable(text)]);
}

type Row = readonly [head: readonly MarkupChild[], cell: readonly MarkupChild[]];

function tableOf(rows: readonly Row[], looks: Markup['attributes'] = {}): Markup {
  return stacked('table', looks, rows.map(([head, cell]) => markup('tr', {}, markup('th', { scope: 'row' }, ...head), markup('td', {}, ...cell))));
}

const BAR = 600;

/** One bar of parts as a picture; what it says stands below it in words and figures. */
function splitMarkup(parts: readonly LabelledPart[]): readonly Markup[] {
  const ends = parts.map((_, index) => Math.round(BAR * parts.slice(0, index + 1).reduce((sum, { value }) => sum + value, 0)));
  const bars = parts.map((_, index) => markup('rect', { class: `afterview-part-${index + 1}`, x: ends[index - 1] ?? 0, y: 0, width: (ends[index] as number) - (ends[index - 1] ?? 0), height: 28 }));
  const figures = inHundreds(parts.map(({ value }) => value));
  const rows = parts.map(({ label }, index): Row => [
    [markup('span', { class: `afterview-key afterview-part-${index + 1}`, 'aria-hidden': 'true' }), printable(label)], [`about ${figures[index] ?? 0} in 100`],
  ]);
  return [
    markup('svg', { class: 'afterview-split', viewBox: `0 0 ${BAR} 28`, preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' }, ...bars),
    tableOf(rows, { class: 'afterview-legend' }),
  ];
}

const STEP = 90;

/** Interviews on a line of time, as a picture; the table behind it says the same. */
function timelineMarkup(points: readonly TimelinePoint[]): readonly Markup[] {
  const width = Math.max(1, points.length) * STEP;
  const dots = points.map(({ ended }, index) => markup('circle', { class: `afterview-${ended}`, cx: index * STEP + STEP / 2, cy: 20, r: 9 }));
  const line = markup('line', { x1: STEP / 2, x2: width - STEP / 2, y1: 20, y2: 20 });
  const looks = { class: 'afterview-timeline', viewBox: `0 0 ${width} 40`, style: `max-width: ${width}px`, 'aria-hidden': 'true', focusable: 'false' };
  return [markup('svg', looks, line, ...dots), tableOf(points.map(({ when, label }): Row => [[printable(when)], [printable(label)]]))];
}

function causeMarkup({ title, share, lines, why }: Extract<Block, { kind: 'cause' }>, headings: Headings): readonly Markup[] {
  return [
    markup(headings.cause, {}, printable(title)), markup('p', {}, ...meter(title, share)), ...remarksMarkup(lines), markup('p', { class: 'afterview-why' }, printable(why)),
  ];
}

/** In their order; those for and against that follow one another are one list. */
function remarksMarkup(remarks: readonly Remark[]): readonly Markup[] {
  const [pieces, items]: [Markup[], Markup[]] = [[], []];
  const endList = (): void => { if (items.length > 0) pieces.push(stacked('ul', {}, items.splice(0))); };
  for (const { mark, text } of remarks) {
    if (mark === null) {
      endList();
      pieces.push(markup('p', {}, printable(text)));
    } else {
      items.push(markup('li', {}, `${mark === 'for' ? 'For' : 'Against'}: ${printable(text)}`));
    }
  }
  endList();
  return pieces;
}

function meter(label: string, value: number): readonly MarkupChild[] {
  return [markup('meter', { 'aria-label': printable(label), min: 0, max: 1, value: value.toFixed(3) }), ` ${inHundred(value)}`];
}
