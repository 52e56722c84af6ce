import { holds } from '../answers/holds.ts';
import { isSilent, type Outcome } from '../answers/outcome.ts';
import type { Reading } from '../answers/reading.ts';
import { isoDate } from '../base/calendar.ts';
import type { Pack } from '../pack/pack.ts';
import type { MessagePlace, Occasion } from '../pack/words.ts';
import { type DraftText, draftFor, inWords } from './draft.ts';
import type { FixOf } from './nextChance.ts';
import type { ScheduleStep } from './schedule.ts';

/** One message to the employer, composed of all that is to be said now. It is unfinished until its blanks are filled. */
export interface Message {
  readonly occasion: Occasion;
  /** The day on which to send it, `YYYY-MM-DD`; `null` when no day of asking was given. */
  readonly date: string | null;
  /** Days from the day of asking; 0 is today. */
  readonly inDays: number;
  /** In the order in which they are read. */
  readonly parts: readonly MessagePart[];
  /** What only the person can fill in: each once, in the order in which they come up. */
  readonly blanks: readonly MessageBlank[];
}

/** A passage of a message. */
export interface MessagePart {
  /** What it is for, as the pack calls it: `apology`, `thanks`, … */
  readonly place: string;
  /** The fix that it comes from; `null` where it belongs to every message of the occasion. */
  readonly fix: string | null;
  /** Texts, and the ids of blanks. */
  readonly text: readonly (string | { readonly blank: string })[];
}

/** Something in a message that only the person can say. */
export interface MessageBlank {
  /** Its words as an id: `what-they-said-about-the-job`. */
  readonly id: string;
  readonly says: string;
}

/** More words than these nobody reads in a message of a stranger. */
export const MOST_WORDS = 90;

/** What a message is made of. */
export interface MessageParts {
  readonly pack: Pack;
  readonly reading: Reading;
  readonly outcome: Outcome;
  /** Day number of today, where it is known. */
  readonly today: number | null;
  /** Fixes for now, those that are worth most first. */
  readonly now: readonly FixOf[];
  /** The steps that are left while nothing has been heard. */
  readonly schedule: readonly ScheduleStep[] | null;
  /** The words of the question to the employer that would tell most. */
  readonly question: string | null;
}

/**
 * Composes the one message that is due next: in each place of the occasion the words of the fixes that belong there, or
 * else the pack's own. Where it would be longer than 90 words, fixes that are worth less are left out.
 *
 * @returns `null` when nothing is to be sent
 */
export function messageFor(from: MessageParts): Message | null {
  const { pack: { messages, sendNothingIf }, reading: { answers } } = from;
  const due = dueIn(from);
  if (due === null || (sendNothingIf && holds(sendNothingIf, answers) === true)) return null;
  const now = from.now.filter(({ fix }) => fix.say !== undefined);
  const places = messages === undefined ? [{ place: 'words' }] : messages[due.occasion] ?? [];
  for (let count = messages === undefined ? Math.min(1, now.length) : now.length; count >= 0; count--) {
    const parts = partsOf(from, places, now.slice(0, count));
    if (count === 0 || lengthOf(parts) <= MOST_WORDS) return parts.length === 0 ? null : { ...due, ...withIds(parts) };
  }
  return null;
}

type Due = Pick<Message, 'occasion' | 'date' | 'inDays'>;

function dueIn({ outcome, schedule, today }: MessageParts): Due | null {
  const now = { date: today === null ? null : isoDate(today), inDays: 0 };
  if (outcome === 'advanced') return { occasion: 'after-a-yes', ...now };
  if (outcome === 'rejected' || outcome === 'cancelled') return { occasion: 'after-a-no', ...now };
  const [step] = schedule ?? [];
  if (!isSilent(outcome) || step === undefined || step.kind === 'let-go') return null;
  return { occasion: step.kind, date: step.date, inDays: step.inDays };
}

interface PartWithBlanks {
  readonly place: string;
  readonly fix: string | null;
  readonly text: DraftText;
}

function partsOf({ pack, reading, question }: MessageParts, places: readonly MessagePlace[], now: readonly FixOf[]): readonly PartWithBlanks[] {
  const { askDirectlyIf, askNothingIf } = pack;
  return places.flatMap(({ place, words, asks }): readonly PartWithBlanks[] => {
    const own = now.filter(({ fix }) => (fix.place ?? 'words') === place).map(({ fix }) => ({ place, fix: fix.id, text: draftFor(fix.say ?? [], reading) })).filter(({ text }) => text.length > 0);
    if (own.length > 0) return own;
    if (asks && askNothingIf && holds(askNothingIf, reading.answers) === true) return [];
    const direct = asks && question !== null && askDirectlyIf !== undefined && holds(askDirectlyIf, reading.answers) === true;
    const text = direct ? [question] : draftFor(words ?? [], reading);
    return text.length === 0 ? [] : [{ place, fix: null, text }];
  });
}

function lengthOf(parts: readonly PartWithBlanks[]): number {
  return parts.reduce((sum, { text }) => sum + inWords(text).split(/\s+/).length, 0);
}

function withIds(parts: readonly PartWithBlanks[]): Pick<Message, 'parts' | 'blanks'> {
  const blanks = new Map<string, string>();
  const named = parts.map(({ text, ...part }) => ({
    ...part,
    text: text.map(piece => {
      if (typeof piece === 'string') return piece;
      const id = idOf(piece.blank);
      blanks.set(id, piece.blank);
      return { blank: id };
    }),
  }));
  return { parts: named, blanks: [...blanks].map(([id, says]) => ({ id, says })) };
}

function idOf(says: string): string {
  return says.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
}
