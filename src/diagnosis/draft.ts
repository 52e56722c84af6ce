import type { Draft, DraftPiece } from '../pack/words.ts';
import type { Answer } from '../pack/answer.ts';
import type { Reading } from '../answers/reading.ts';
import { dayInWords } from '../base/calendar.ts';
import { holds } from '../answers/holds.ts';

/** Words to send or say, filled from the answers: what belongs to these answers only, and no gap where one is unknown. */
export function draftFor(draft: Draft, reading: Reading): string | null {
  const passages = draft
    .filter(({ when }) => when === undefined || holds(when, reading.answers) === true)
    .map(({ pieces }) => pieces.map(piece => textOf(piece, reading) ?? '').join('').trim())
    .filter(text => text !== '');
  return passages.length === 0 ? null : passages.join(' ');
}

/** `null` when it names an answer that is unknown. */
function textOf(piece: DraftPiece, { answers }: Reading): string | null {
  const parts = piece.map(part => (typeof part === 'string' ? part : wordsFor(answers[part.answer])));
  return parts.includes(null) ? null : parts.join('');
}

function wordsFor(answer: Answer | undefined): string | null {
  if (answer?.kind === 'number') return String(answer.value);
  return answer?.kind === 'date' ? dayInWords(answer.day) : null;
}
