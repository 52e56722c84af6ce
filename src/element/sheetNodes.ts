import { inHundred, inHundreds } from '../diagnosis/band.ts';
import { printable } from '../report/format/wrap.ts';
import type { MessageBlank } from '../plan/message.ts';
import type { Block, LabelledPart, Remark, Section, TimelinePoint } from '../report/section.ts';
import { type Child, draw, make } from './make.ts';

/**
 * The sections of a report as elements: those of `toHtml`, each heading one level lower, as the page around has a title
 * of its own.
 */
export function sheetNodes(title: string, sections: readonly Section[]): HTMLElement {
  return make('article', { class: 'afterview-sheet', part: 'page' }, make('h2', { tabindex: '-1', part: 'page-title' }, printable(title)), ...sections.map(sectionNode));
}

function sectionNode({ title, blocks }: Section, index: number): HTMLElement {
  const body = blocks.flatMap(blockNodes);
  if (title !== null) return make('section', {}, make('h3', {}, printable(title)), ...body);
  return make('div', { class: `afterview-${index === 0 ? 'opening' : 'more'}` }, ...body);
}

function blockNodes(block: Block): readonly Element[] {
  switch (block.kind) {
    case 'text':
      return [make('p', {}, printable(block.text))];
    case 'reason':
      return [make('p', { class: 'afterview-reason' }, make('strong', {}, printable(block.title)), ` ${printable(block.text)}`)];
    case 'cause':
      return causeNodes(block);
    case 'bars':
      return [tableOf(block.bars.map(({ label, value }) => [[printable(label)], meter(label, value)]))];
    case 'split':
      return splitNodes(block.parts);
    case 'timeline':
      return timelineNodes(block.points);
    case 'list':
      return [make('ul', {}, ...block.items.map(item => make('li', {}, printable(item))))];
    case 'plan':
      return [plan(block.text), ...(block.say === null ? [] : [make('blockquote', {}, printable(block.say))])];
    case 'message':
      return [plan(block.lead), make('blockquote', {}, ...messageNodes(printable(block.text), block.blanks))];
  }
}

function plan(text: string): HTMLElement {
  return make('p', { class: 'afterview-plan' }, printable(text));
}

/** The text of a message, in which each blank that is to be filled in stands out. */
function messageNodes(text: string, blanks: readonly MessageBlank[]): readonly Child[] {
  return blanks.reduce<readonly Child[]>((parts, { says }) => {
    const blank = `[${printable(says)}]`;
    return parts.flatMap(part => (typeof part === 'string' ? part.split(blank).flatMap((between, index): readonly Child[] => (index === 0 ? [between] : [make('mark', {}, blank), between])) : [part]));
  }, [text]);
}

type Row = readonly [head: readonly Child[], cell: readonly Child[]];

function tableOf(rows: readonly Row[], looks: Readonly<Record<string, string>> = {}): HTMLTableElement {
  const body = make('tbody', {}, ...rows.map(([head, cell]) => make('tr', {}, make('th', { scope: 'row' }, ...head), make('td', {}, ...cell))));
  return make('table', looks, body);
}

const BAR = 600;

/** One bar of parts as a picture; what it says stands below it in words and figures. */
function splitNodes(parts: readonly LabelledPart[]): readonly Element[] {
  const ends = parts.map((_, index) => Math.round(BAR * parts.slice(0, index + 1).reduce((sum, { value }) => sum + value, 0)));
  const bars = parts.map((_, index) => draw('rect', { class: `afterview-part-${index + 1}`, x: ends[index - 1] ?? 0, y: 0, width: (ends[index] as number) - (ends[index - 1] ?? 0), height: 28 }));
  const figures = inHundreds(parts.map(({ value }) => value));
  const rows = parts.map(({ label }, index): Row => [
    [make('span', { class: `afterview-key afterview-part-${index + 1}`, 'aria-hidden': 'true' }), printable(label)], [`about ${figures[index] ?? 0} in 100`],
  ]);
  return [
    draw('svg', { class: 'afterview-split', viewBox: `0 0 ${BAR} 28`, preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' }, ...bars),
    tableOf(rows, { class: 'afterview-legend' }),
  ];
}

const STEP = 90;

/** Interviews on a line of time, as a picture; the table behind it says the same. */
function timelineNodes(points: readonly TimelinePoint[]): readonly Element[] {
  const width = Math.max(1, points.length) * STEP;
  const dots = points.map(({ ended }, index) => draw('circle', { class: `afterview-${ended}`, cx: index * STEP + STEP / 2, cy: 20, r: 9 }));
  const line = draw('line', { x1: STEP / 2, x2: width - STEP / 2, y1: 20, y2: 20 });
  const picture = draw('svg', { class: 'afterview-timeline', viewBox: `0 0 ${width} 40`, 'aria-hidden': 'true', focusable: 'false' }, line, ...dots);
  picture.style.maxWidth = `${width}px`;
  return [picture, tableOf(points.map(({ when, label }): Row => [[printable(when)], [printable(label)]]))];
}

function causeNodes({ title, share, lines, why }: Extract<Block, { kind: 'cause' }>): readonly Element[] {
  return [
    make('h4', {}, printable(title)), make('p', {}, ...meter(title, share)), ...remarkNodes(lines), make('p', { class: 'afterview-why' }, printable(why)),
  ];
}

/** In their order; those for and against that follow one another are one list. */
function remarkNodes(lines: readonly Remark[]): readonly Element[] {
  const nodes: Element[] = [];
  let list: Element | null = null;
  for (const { mark, text } of lines) {
    if (mark === null) {
      list = null;
      nodes.push(make('p', {}, printable(text)));
      continue;
    }
    if (list === null) nodes.push(list = make('ul'));
    list.append(make('li', {}, `${mark === 'for' ? 'For' : 'Against'}: ${printable(text)}`));
  }
  return nodes;
}

function meter(label: string, value: number): readonly Child[] {
  return [make('meter', { 'aria-label': printable(label), min: '0', max: '1', value: value.toFixed(3) }), ` ${inHundred(value)}`];
}
