/** The signs of a text as a person sees them. */
export const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * How many columns of a terminal a text takes: one for each sign a person sees, two for wide East Asian signs and
 * pictures, whatever number of code units they are made of.
 */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += WIDE.test(segment) ? 2 : 1;
  return columns;
}

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u;
