/** What one interview contributes to what is known of the person. All numbers are probabilities. */
export interface PastInterview {
  /** Whether it ended with a no; otherwise the person went on. */
  readonly failed: boolean;
  /** With what each player of this one interview fires: background, passing causes, lasting ones that its answers settle. */
  readonly fresh: readonly number[];
  /** Of each lasting cause, in their order: the chance that it fires here if it is there; 0 where the answers settle it. */
  readonly strengths: readonly number[];
}

/** What follows a person from interview to interview, before any outcome. */
export interface Lasting {
  /** Of each lasting cause the probability that it is there, from all answers together. */
  readonly presence: readonly number[];
  /** Levels of the standing. Weights add to 1. */
  readonly levels: readonly { readonly stops: number; readonly weight: number }[];
}
