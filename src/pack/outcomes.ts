/** The answers of the question `outcome`, which every pack shares: what a diagnosis is about hangs on them. */
export const outcomes = ['advanced', 'rejected', 'cancelled', 'no-reply', 'waiting'] as const;
