/**
 * Answers as a person gives them, by question id: a word (`yes`, an option, an ISO date), a whole number, or a list
 * of options. `'unknown'`, `null` and a missing key all mean “I don't know”; an empty list means “none of these”.
 */
export type Answers = Readonly<Record<string, AnswerValue | null | undefined>>;

export type AnswerValue = string | number | readonly string[];

/** The word for “I don't know”. */
export const UNKNOWN = 'unknown';

/** Whether a value given as an answer says “I don't know”. */
export function isUnknown(value: unknown): boolean {
  return value === undefined || value === null || value === UNKNOWN;
}

/** An answer that has been understood. Options are indices into the question. */
export type Answer =
  | { readonly kind: 'choice'; readonly option: number }
  | { readonly kind: 'choices'; readonly options: readonly number[] }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly day: number }
  /** The question is not put to this person, so every condition on it is refuted. */
  | { readonly kind: 'not-asked' };

/** One answer for each question of the pack, in its order; `undefined` where it is unknown. */
export type Reading = readonly (Answer | undefined)[];

/** Something about the answers that the reader should know, though nothing is wrong. */
export interface Note {
  readonly code: 'not-asked';
  readonly question: string;
  readonly text: string;
}
