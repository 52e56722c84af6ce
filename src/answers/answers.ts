/**
 * Answers as a person gives them, by question id: a word (`yes`, an option, an ISO date), a whole number, or a list
 * of options. `'unknown'`, `null` and a missing key all mean “I don't know”; an empty list means “none of these”.
 *
 * @example
 * const answers: Answers = { outcome: 'rejected', 'minutes-late': 20, 'stated-reason': [], arrival: 'unknown' };
 * safeDiagnose(answers).ok; // true
 */
export type Answers = Readonly<Record<string, AnswerValue | null | undefined>>;

/** An answer that is known: a word, a whole number, or a list of options. */
export type AnswerValue = string | number | readonly string[];

/** Something about the answers that the reader should know, though nothing is wrong. */
export interface Note {
  readonly code: 'not-asked';
  readonly question: string;
  readonly text: string;
}
