/**
 * Answers as a person gives them, by question id: a word (`yes`, an option, an ISO date), a whole number, or a list
 * of options. `'unknown'`, `null` and a missing key all mean “I don't know”; an empty list means “none of these”.
 */
export type Answers = Readonly<Record<string, AnswerValue | null | undefined>>;

export type AnswerValue = string | number | readonly string[];

/** Something about the answers that the reader should know, though nothing is wrong. */
export interface Note {
  readonly code: 'not-asked';
  readonly question: string;
  readonly text: string;
}
