import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** The words of a text; a word with an apostrophe or a hyphen is one, and so is a number. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * The school grade for which texts read easily.
 *
 * Source: J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, Derivation of new readability formulas (1975).
 */
export function gradeOf(texts: readonly string[]): number {
  const words = texts.flatMap(wordsOf);
  return fleschKincaid({
    sentence: texts.reduce((sum, text) => sum + sentencesIn(text), 0),
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  });
}

/** A text is at least one sentence, with a full stop or without, as titles are. */
function sentencesIn(text: string): number {
  return Math.max(1, text.trim().split(/[.?!]+["”’']?(?:\s+|$)/u).filter(part => part !== '').length);
}
