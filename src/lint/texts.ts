import type { ParsedFiles } from '../authoring/files/packFiles.ts';
import type { PartPlace } from './places.ts';

/** A text of a pack that candidates read. */
export interface ReadText extends PartPlace {
  readonly text: string;
}

/** Keys under which texts stand that candidates read; notes, questions for a talk and flags are for coaches. */
const readKeys: ReadonlySet<string> = new Set(['ask', 'help', 'says', 'title', 'why', 'because', 'if', 'do', 'say', 'words', 'rehearse', 'belief', 'truer']);
const forCoaches: ReadonlySet<string> = new Set(['flags', 'sources', 'explore', 'note', 'examples', 'base-rate', 'strength', 'standing', 'background', 'waiting', 'funnel', 'focus']);

/** Every text of a pack that candidates read, with its place. */
export function textsOf({ pack, questions, causes, beliefs }: ParsedFiles): readonly ReadText[] {
  return [...pack, ...questions, ...causes, ...beliefs].flatMap(file => textsIn(file.value, false).map(({ text, path }) => ({ file, path, text })));
}

function textsIn(value: unknown, isRead: boolean): readonly Pick<ReadText, 'text' | 'path'>[] {
  if (typeof value === 'string') return isRead ? [{ text: value, path: [] }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (forCoaches.has(key)) return [];
    const within = Array.isArray(value) ? isRead : readKeys.has(key);
    return textsIn(inner, within).map(({ text, path }) => ({ text, path: [Array.isArray(value) ? Number(key) : key, ...path] }));
  });
}

const [bySentence, byWord] = [new Intl.Segmenter('en', { granularity: 'sentence' }), new Intl.Segmenter('en', { granularity: 'word' })];

/** The sentences of a text. */
export function sentencesOf(text: string): readonly string[] {
  return [...bySentence.segment(text)].map(({ segment }) => segment.trim()).filter(sentence => sentence !== '');
}

/** Its words, without signs. */
export function wordsOf(text: string): readonly string[] {
  return [...byWord.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}
