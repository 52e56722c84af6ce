import type { Control } from '../../pack/logic.ts';
import type { Prepared } from '../../pack/preparePack.ts';
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
  /** The standing: something lasting that no answer shows. */
  readonly unseen: number;
}

/** Adds up the shares by whose hands they lay in. */
export function partsOf({ pack, ofNo }: Prepared, { share, background, standing }: ExplainedNo): Parts {
  const sum: Record<Control, number> = { you: 0, fit: 0, them: 0 };
  for (const cause of ofNo) {
    const { control } = pack.causes[cause] as Prepared['pack']['causes'][number];
    sum[control] = Math.min(1, sum[control] + (share[cause] as number));
  }
  return { ...sum, background: Math.min(1, background), unseen: Math.min(1, standing) };
}

/** The part that no behaviour in the interview would have changed. */
export function outsideYourControl({ fit, them, background }: Parts): number {
  return Math.min(1, fit + them + background);
}
