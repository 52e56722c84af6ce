import { holds } from '../answers/holds.ts';
import type { Reading } from '../answers/reading.ts';
import { dayInWords } from '../base/calendar.ts';
import type { Answer } from '../pack/answer.ts';
import type { Draft, DraftPiece } from '../pack/words.ts';

/** Words to send or say: text, and blanks that only the person can fill in. */
export type DraftText = readonly (string | Blank)[];

export interface Blank {
  readonly blank: string;
}

/** A draft filled from the answers: what belongs to these answers only, and no gap where one is unknown. Empty when nothing is left. */
export function draftFor(draft: Draft, reading: Reading): DraftText {
  const passages = draft
    .filter(({ when, unless }) => (when === undefined || holds(when, reading.answers) === true) && (unless === undefined || holds(unless, reading.answers) !== true))
    .map(({ pieces }) => joined(pieces.flatMap(piece => textOf(piece, reading) ?? [])))
    .filter(text => text.length > 0);
  return joined(passages.flatMap(passage => [' ', ...passage]));
}

/** The words in which a blank stands until it is filled: `[what they said about the job]`. */
export function inWords(text: DraftText): string {
  return text.map(piece => (typeof piece === 'string' ? piece : `[${piece.blank}]`)).join('');
}

/** Neighbouring texts as one, without blanks at the ends. */
function joined(text: DraftText): DraftText {
  const pieces: (string | Blank)[] = [];
  for (const piece of text) {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces.map((piece, index) => trimmedAt(piece, index === 0, index === pieces.length - 1)).filter(piece => piece !== '');
}

function trimmedAt(piece: string | Blank, first: boolean, last: boolean): string | Blank {
  if (typeof piece !== 'string') return piece;
  const text = first ? piece.trimStart() : piece;
  return last ? text.trimEnd() : text;
}

/** `null` when it names an answer that is unknown. */
function textOf(piece: DraftPiece, { answers }: Reading): DraftText | null {
  const parts = piece.map(part => (typeof part === 'object' && 'answer' in part ? wordsFor(answers[part.answer]) : part));
  return parts.includes(null) ? null : parts.filter(part => part !== null);
}

function wordsFor(answer: Answer | undefined): string | null {
  if (answer?.kind === 'number') return String(answer.value);
  return answer?.kind === 'date' ? dayInWords(answer.day) : null;
}
