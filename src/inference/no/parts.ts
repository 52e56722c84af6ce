import type { ExplainedNo } from './explainNo.ts';

/** What decided it, in five parts that add to 1. */
export interface Parts {
  /** What could have been done otherwise. */
  readonly you: number;
  /** What lies between the person and this role. */
  readonly fit: number;
  /** What lies with the employer and the other candidates. */
  readonly them: number;
  /** Luck of the day. */
  readonly background: number;
  /** Something lasting that no answer shows. */
  readonly unseen: number;
}

/** Adds up the shares by whose hands they lay in. */
export function partsOf({ causes, background, unseen }: ExplainedNo): Parts {
  const sum = (control: 'you' | 'fit' | 'them'): number =>
    causes.reduce((total, { cause, share }) => (cause.control === control ? Math.min(1, total + share) : total), 0);
  return { you: sum('you'), fit: sum('fit'), them: sum('them'), background: Math.min(1, background), unseen: Math.min(1, unseen) };
}

/** The part that no behaviour in the interview would have changed. */
export function outsideYourControl({ fit, them, background }: Parts): number {
  return Math.min(1, fit + them + background);
}
