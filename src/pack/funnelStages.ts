/** The stages of a job search, in the order in which they are passed: applications sent, first calls, and so on. */
export const funnelStages = ['sent', 'screens', 'first-interviews', 'second-interviews', 'offers'] as const;

/** A stage of a job search: `sent`, `screens`, `first-interviews`, `second-interviews` or `offers`. */
export type FunnelStage = (typeof funnelStages)[number];
