import type { MarkupChild } from '../report/format/markup.ts';
import { sheetMarkup } from '../report/format/sheetMarkup.ts';
import { printable } from '../report/format/wrap.ts';
import type { Section } from '../report/section.ts';
import { make } from './make.ts';

/**
 * The sections of a report as elements: those of `toHtml`, each heading one level lower, as the page around has a title
 * of its own.
 */
export function sheetNodes(title: string, sections: readonly Section[]): HTMLElement {
  const body = sheetMarkup(sections, { section: 'h3', cause: 'h4' }).map(section => nodeOf(section));
  return make('article', { class: 'afterview-sheet', part: 'page' }, make('h2', { tabindex: '-1', part: 'page-title' }, printable(title)), ...body);
}

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

function nodeOf(piece: MarkupChild, around = HTML): Node {
  if (typeof piece === 'string') return document.createTextNode(piece);
  const { tag, attributes, children } = piece;
  const space = tag === 'svg' ? SVG : around;
  const made = document.createElementNS(space, tag) as HTMLElement | SVGElement;
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'style') made.style.cssText = String(value); // as an attribute, a strict policy would forbid it
    else made.setAttribute(name, String(value));
  }
  const nodes = children.map(child => nodeOf(child, space));
  made.append(...(tag === 'table' ? [make('tbody', {}, ...nodes)] : nodes)); // as a browser reads it from HTML
  return made;
}
