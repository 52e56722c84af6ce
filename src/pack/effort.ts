/** What a fix takes, from the least to the most. */
export const efforts = ['minutes', 'evening', 'weekend', 'weeks'] as const;

export type Effort = (typeof efforts)[number];
