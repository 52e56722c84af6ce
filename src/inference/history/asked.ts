/** An interview to explain, counted whether or not it has failed, and others whose outcomes count with it. */
export interface Asked<Interview> {
  readonly explained: Interview;
  readonly besides: readonly Interview[];
}

/** What is asked of several interviews: to explain one, and what the next one would make of it. */
export interface AskedAhead<Interview> extends Asked<Interview> {
  /** The one to come, counted whether or not it has failed. */
  readonly next: Interview;
  /** What else is to be explained, without the next one. */
  readonly also: readonly Asked<Interview>[];
  /** Those that count in all that is asked, in any order. */
  readonly others: readonly Interview[];
}
