import { once } from './once.ts';

/** The signs of a text as a person sees them. Made late, as it takes long, and most texts need none. */
const graphemes = once(() => ('Segmenter' in Intl ? new Intl.Segmenter('en', { granularity: 'grapheme' }) : null));

/**
 * How many columns of a terminal a text takes: one for each sign a person sees, two for wide East Asian signs and
 * pictures, whatever number of code units they are made of.
 */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const sign of signsOf(text)) columns += WIDE.test(sign) ? 2 : 1;
  return columns;
}

/** The signs of a text as a person sees them. Where nothing tells them apart, each code point counts as one, but for marks that stand on the one before. */
export function signsOf(text: string): readonly string[] {
  const segmenter = graphemes();
  return segmenter ? [...segmenter.segment(text)].map(({ segment }) => segment) : text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

/** Letters, marks and bars that are one sign and one column each, whatever stands next to them: nearly all of a report. */
const PLAIN = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2500-\u259f]*$/;

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u;
