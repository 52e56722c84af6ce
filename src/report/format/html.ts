import { inHundred, inHundreds } from '../../diagnosis/band.ts';
import type { HtmlOptions } from '../reportOptions.ts';
import type { English } from '../english.ts';
import type { Block, LabelledPart, Remark, Section, TimelinePoint } from '../section.ts';
import { escapedHtml as escaped, messageHtml } from './escaped.ts';
import { pageOf } from './page.ts';
import { style } from './style.ts';

export interface HtmlLooks extends HtmlOptions {
  readonly title: string;
  readonly english?: English | undefined;
}

/** Sections as one page that needs nothing from elsewhere, or as a fragment for another page. */
export function htmlOf(sections: readonly Section[], { title, language, fragment = false, english = 'uk' }: HtmlLooks): string {
  const [open, close] = fragment ? ['<article class="afterview-sheet">', '</article>'] : ['<main class="afterview-sheet">', '</main>'];
  const main = `${open}\n<h1>${escaped(title)}</h1>\n${sections.map(sectionHtml).join('\n')}\n${close}`;
  return fragment ? `${main}\n` : pageOf({ title, language: language ?? (english === 'us' ? 'en-US' : 'en-GB'), style, main });
}

function sectionHtml({ title, blocks }: Section, index: number): string {
  const body = blocks.map(blockHtml).join('\n');
  if (title !== null) return `<section>\n<h2>${escaped(title)}</h2>\n${body}\n</section>`;
  return `<div class="afterview-${index === 0 ? 'opening' : 'more'}">\n${body}\n</div>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'reason':
      return `<p class="afterview-reason"><strong>${escaped(block.title)}</strong> ${escaped(block.text)}</p>`;
    case 'cause':
      return causeHtml(block);
    case 'bars':
      return `<table>\n${block.bars.map(({ label, value }) => `<tr><th scope="row">${escaped(label)}</th><td>${meter(label, value)}</td></tr>`).join('\n')}\n</table>`;
    case 'split':
      return splitHtml(block.parts);
    case 'timeline':
      return timelineHtml(block.points);
    case 'list':
      return `<ul>\n${block.items.map(item => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
    case 'plan':
      return `<p class="afterview-plan">${escaped(block.text)}</p>${block.say === null ? '' : `\n<blockquote>${escaped(block.say)}</blockquote>`}`;
    case 'message':
      return `<p class="afterview-plan">${escaped(block.lead)}</p>\n<blockquote>${messageHtml(block.text, block.blanks)}</blockquote>`;
  }
}

const BAR = 600;

/** One bar of parts as a picture; what it says stands below it in words and figures. */
function splitHtml(parts: readonly LabelledPart[]): string {
  const ends = parts.map((_, index) => Math.round(BAR * parts.slice(0, index + 1).reduce((sum, { value }) => sum + value, 0)));
  const bars = parts.map((_, index) => `<rect class="afterview-part-${index + 1}" x="${ends[index - 1] ?? 0}" y="0" width="${(ends[index] as number) - (ends[index - 1] ?? 0)}" height="28"/>`).join('');
  const figures = inHundreds(parts.map(({ value }) => value));
  const rows = parts.map(({ label }, index) => `<tr><th scope="row"><span class="afterview-key afterview-part-${index + 1}" aria-hidden="true"></span>${escaped(label)}</th><td>about ${figures[index] ?? 0} in 100</td></tr>`).join('\n');
  return `<svg class="afterview-split" viewBox="0 0 ${BAR} 28" preserveAspectRatio="none" aria-hidden="true" focusable="false">${bars}</svg>\n<table class="afterview-legend">\n${rows}\n</table>`;
}

const STEP = 90;

/** Interviews on a line of time, as a picture; the table behind it says the same. */
function timelineHtml(points: readonly TimelinePoint[]): string {
  const width = Math.max(1, points.length) * STEP;
  const dots = points.map(({ ended }, index) => `<circle class="afterview-${ended}" cx="${index * STEP + STEP / 2}" cy="20" r="9"/>`).join('');
  const rows = points.map(({ when, label }) => `<tr><th scope="row">${escaped(when)}</th><td>${escaped(label)}</td></tr>`).join('\n');
  return `<svg class="afterview-timeline" viewBox="0 0 ${width} 40" style="max-width: ${width}px" aria-hidden="true" focusable="false"><line x1="${STEP / 2}" x2="${width - STEP / 2}" y1="20" y2="20"/>${dots}</svg>\n<table>\n${rows}\n</table>`;
}

function causeHtml({ title, share, lines, why }: Extract<Block, { kind: 'cause' }>): string {
  return [
    `<h3>${escaped(title)}</h3>`,
    `<p>${meter(title, share)}</p>`,
    ...lines.map((line, index) => remarkHtml(line, lines[index - 1], lines[index + 1])),
    `<p class="afterview-why">${escaped(why)}</p>`,
  ].join('\n');
}

/** In their order; those for and against that follow one another are one list. */
function remarkHtml({ mark, text }: Remark, before: Remark | undefined, after: Remark | undefined): string {
  if (mark === null) return `<p>${escaped(text)}</p>`;
  const [opens, closes] = [before, after].map(each => each === undefined || each.mark === null);
  return `${opens ? '<ul>\n' : ''}<li>${mark === 'for' ? 'For' : 'Against'}: ${escaped(text)}</li>${closes ? '\n</ul>' : ''}`;
}

function meter(label: string, value: number): string {
  return `<meter aria-label="${escaped(label)}" min="0" max="1" value="${value.toFixed(3)}"></meter> ${inHundred(value)}`;
}
