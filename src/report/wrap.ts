import { columnsOf, graphemes } from '../base/columns.ts';

/** Signs of scripts that are written without spaces between words: a line may end on either side of them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303e\u30fb\u30fc\uff00-\uff60]/u;
/** What closes stands at no start of a line, and what opens at no end. */
const CLOSES = /^[\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301c\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30fb\u30fc\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d!),.:;?\]}’”…%]/u;
const OPENS = /[\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\uff08\uff3b\uff5b([{‘“]$/u;

/**
 * Breaks a text into lines at its spaces; what is longer than a line, between signs of scripts that have none.
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
    const pieces = indent.length + columnsOf(word) <= width ? [word] : piecesOf(word);
    for (const [index, piece] of pieces.entries()) {
      const apart = index === 0 && !empty ? ' ' : '';
      if (!empty && columnsOf(line) + apart.length + columnsOf(piece) > width) {
        lines.push(line);
        line = indent + piece;
      } else {
        line += apart + piece;
      }
      empty = false;
    }
  }
  return [...lines, line];
}

/** A word in the pieces between which a line may end. */
function piecesOf(word: string): readonly string[] {
  if (!UNSPACED.test(word)) return [word];
  const pieces: string[] = [];
  for (const { segment } of graphemes.segment(word)) {
    const last = pieces.at(-1);
    const together = last !== undefined && (CLOSES.test(segment) || OPENS.test(last) || !(UNSPACED.test(segment) || UNSPACED.test(last)));
    if (together) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

/** Takes out what could steer a terminal: control and escape characters, direction marks. Line breaks become spaces, none at the ends. */
export function printable(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').trim();
}
