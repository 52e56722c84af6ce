import type { MessageBlank } from '../../plan/message.ts';
import { printable } from './wrap.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML that shows it. */
export function escapedHtml(text: string): string {
  return printable(text).replaceAll(/[&<>"']/g, sign => entities[sign] ?? sign);
}

/** The text of a message as HTML, in which each blank that is to be filled in stands out. */
export function messageHtml(text: string, blanks: readonly MessageBlank[]): string {
  return blanks.reduce((marked, { says }) => marked.replaceAll(`[${escapedHtml(says)}]`, blank => `<mark>${blank}</mark>`), escapedHtml(text));
}

/**
 * Every sign that could be markup gets a backslash; what is at the start of a line cannot start a list or a heading, and
 * no address becomes a link, as the flavour of GitHub makes of bare ones.
 */
export function escapedMarkdown(text: string): string {
  return printable(text)
    .replaceAll(/[\\`*_[\]<>|~#&!]/g, '\\$&')
    .replaceAll(/(https?|ftp|mailto|xmpp|www)([:.])/gi, '$1\\$2')
    .replaceAll('@', '\\@')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+]/, '\\$&');
}
