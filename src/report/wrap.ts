const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * How many columns of a terminal a text takes: one for each sign a person sees, two for wide East Asian signs and
 * pictures, whatever number of code units they are made of.
 */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += WIDE.test(segment) ? 2 : 1;
  return columns;
}

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/**
 * Breaks a text into lines at its spaces.
 *
 * @param width - columns a line may take, at least 10; a longer word stands alone on its line
 * @param first - what the first line starts with; the others are indented by as many columns
 */
export function wrap(text: string, width: number, first = ''): readonly string[] {
  const indent = ' '.repeat(columnsOf(first));
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/).filter(part => part !== '')) {
    if (!empty && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

/** Takes out what could steer a terminal: control and escape characters, direction marks. Line breaks become spaces, none at the ends. */
export function printable(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').trim();
}
