import { printable } from './wrap.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML that shows it, but for what nothing can show. */
export function escapedHtml(text: string): string {
  return withEntities(printable(text));
}

/** A text as HTML that shows it. */
export function withEntities(text: string): string {
  return text.replaceAll(/[&<>"']/g, sign => entities[sign] ?? sign);
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
