/** What a fix takes, from the least to the most. */
export const efforts = ['minutes', 'evening', 'weekend', 'weeks'] as const;

/** What a fix takes at most: `minutes`, an `evening`, a `weekend` or `weeks`. */
export type Effort = (typeof efforts)[number];
