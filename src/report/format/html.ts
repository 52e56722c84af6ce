import type { HtmlOptions } from '../reportOptions.ts';
import type { English } from '../english.ts';
import type { Section } from '../section.ts';
import { markup, stacked, writeMarkup } from './markup.ts';
import { pageOf } from './page.ts';
import { sheetMarkup } from './sheetMarkup.ts';
import { style } from './style.ts';
import { printable } from './wrap.ts';

export interface HtmlLooks extends HtmlOptions {
  readonly title: string;
  readonly english?: English | undefined;
}

/** Sections as one page that needs nothing from elsewhere, or as a fragment for another page. */
export function htmlOf(sections: readonly Section[], { title, language, fragment = false, english = 'uk' }: HtmlLooks): string {
  const body = [markup('h1', {}, printable(title)), ...sheetMarkup(sections, { section: 'h2', cause: 'h3' })];
  const main = writeMarkup(stacked(fragment ? 'article' : 'main', { class: 'afterview-sheet' }, body));
  return fragment ? `${main}\n` : pageOf({ title, language: language ?? (english === 'us' ? 'en-US' : 'en-GB'), style, main });
}
