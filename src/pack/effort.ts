/** What a fix takes. */
export type Effort = 'minutes' | 'evening' | 'weekend' | 'weeks';

/** From the least to the most. */
export const efforts: readonly Effort[] = ['minutes', 'evening', 'weekend', 'weeks'];
