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
