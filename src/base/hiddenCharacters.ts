/**
 * Signs that nobody can see, but for those that belong to a word or a picture as it is written: the joiners of Persian,
 * Indic and Sinhala words, of pictures of several people or things, and the letters behind a flag of a region.
 */

/** Letters and marks of the scripts in which joiners, and what keeps letters apart, are part of a word. */
const scripts = ['Arab', 'Syrc', 'Mand', 'Mong', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Khmr', 'Mymr', 'Tibt'];
const letter = `(?=[\\p{L}\\p{M}])[${scripts.map(script => `\\p{scx=${script}}`).join('')}]`;
/** Signs that take the vowel off a letter: a joiner behind them shapes the letter itself, at the end of a word, too. */
const vowelless = '[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca]';
const word = `${letter}[\\u200c\\u200d](?=${letter})|${vowelless}[\\u200c\\u200d]`;
const picture = '\\p{Extended_Pictographic}[\\ufe0f\\p{Emoji_Modifier}]*(?:\\u200d\\p{Extended_Pictographic}[\\ufe0f\\p{Emoji_Modifier}]*)+';
const flag = '\\u{1f3f4}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{3,6}\\u{e007f}';

/** A set of signs, where they do not belong to what stands around them; what does is matched before, and is the first group. */
function strayOnes(signs: string): RegExp {
  return new RegExp(`(${word}|${picture}|${flag})|${signs}`, 'gu');
}

/** Control characters other than tabs and line ends, direction marks, invisible spaces, half surrogate pairs. */
const HIDDEN = strayOnes('[\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]|(?![\\t\\n\\r])\\p{Cc}');
/** What nobody should print. */
const UNPRINTABLE = strayOnes('[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]');
/** What steers a terminal or turns a line round, and signs without any width. */
const STEERING = strayOnes('[\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\u{e0000}-\\u{e007f}]');

/** Where hidden characters stand, from the start of the text. */
export function* hiddenIn(text: string): Generator<{ readonly character: string; readonly index: number }> {
  for (const { 0: character, 1: whole, index } of text.matchAll(HIDDEN)) if (whole === undefined) yield { character, index };
}

/** A dot for each UTF-16 unit of what is hidden, so that carets stay in place. */
export function withDots(text: string): string {
  return text.replaceAll(HIDDEN, (found, whole?: string) => whole ?? '·'.repeat(found.length));
}

/** A dot for all that nobody should print, but for the signs that are let through. */
export function withoutUnprintable(text: string, letThrough = ''): string {
  return text.replaceAll(UNPRINTABLE, (found, whole?: string) => whole ?? (letThrough.includes(found) ? found : '·'));
}

/** Without what steers a terminal, and what cannot be seen. */
export function withoutSteering(text: string): string {
  return text.replaceAll(STEERING, (_found, whole?: string) => whole ?? '');
}
