import { orAnswersError } from '../base/errors.ts';
import { didYouMean } from '../base/nearest.ts';
import { plainEntries } from '../base/plainObject.ts';
import { type Checked, type Problem, refused } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import type { Message } from './message.ts';

/** A message as text. */
export interface FilledMessage {
  /** The sentences in a row; a blank that is still open stands as `[what they said about the job]`. */
  readonly text: string;
  /** Ids of the blanks that are still open: until there are none the message is unfinished. */
  readonly open: readonly string[];
}

const LONGEST = 300;

/**
 * A message with its blanks filled.
 *
 * @param filled - id of a blank → the words for it, at most 300 letters; what is left out stays open
 * @throws AnswersError for what is no message, for a blank that it does not have, and for words that are none
 *
 * @example
 * const { message } = diagnose({ outcome: 'advanced' }).plan;
 * const blank = message?.blanks[0]?.id ?? '';
 * message && fillMessage(message, { [blank]: 'the new ward' }).open.includes(blank); // false
 */
export function fillMessage(message: Message, filled: Readonly<Record<string, string>> = {}): FilledMessage {
  return orAnswersError(safeFillMessage(message, filled));
}

/**
 * As `fillMessage`, for values of any origin: it returns problems instead of throwing them.
 *
 * @example
 * const { message } = diagnose({ outcome: 'advanced' }).plan;
 * message && safeFillMessage(message, { 'no-such-blank': 'words' }).ok; // false
 */
export function safeFillMessage(message: unknown, filled: unknown = {}): Checked<FilledMessage> {
  try {
    return filledIn(message as Message, filled);
  } catch {
    return refused([{ code: 'wrong-kind', message: `“message” takes the message of a plan, not ${showAny(message)}`, hint: 'pass diagnosis.plan.message, as it was given', path: [] }]);
  }
}

function filledIn({ parts, blanks }: Message, filled: unknown): Checked<FilledMessage> {
  const entries = plainEntries(filled, 'filled', '{ "what-they-said": "…" }');
  if (!entries.ok) return entries;
  const ids = blanks.map(({ id }) => id);
  const problems = entries.value.flatMap(([id, words]): readonly Problem[] => {
    if (!ids.includes(id)) return [{ code: 'unknown-key', message: `the message has no blank ${showAny(id)}`, hint: didYouMean(id, ids), path: [id] }];
    return isWords(words) ? [] : [{ code: 'wrong-kind', message: `“${id}” takes words, not ${showAny(words)}`, hint: `1 to ${LONGEST} letters`, path: [id] }];
  });
  if (problems.length > 0) return refused(problems);
  const given = new Map(entries.value as readonly (readonly [string, string])[]);
  const says = new Map(blanks.map(({ id, says: words }) => [id, words]));
  const wordsFor = (id: string): string => given.get(id)?.trim() ?? `[${says.get(id) ?? id}]`;
  return {
    ok: true,
    value: {
      text: parts.map(({ text }) => text.map(piece => (typeof piece === 'string' ? piece : wordsFor(piece.blank))).join('')).join(' '),
      open: ids.filter(id => !given.has(id)),
    },
  };
}

function isWords(words: unknown): boolean {
  return typeof words === 'string' && words.trim() !== '' && words.length <= LONGEST;
}
