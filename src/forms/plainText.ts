/** A title or a label as forms compare them: signs composed, every kind of space one space, none at the ends. */
export function plainText(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s\u200b\ufeff]+/g, ' ').trim();
}
