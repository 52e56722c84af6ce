import { capital, type TimelinePoint } from './section.ts';
import { whenOf } from './toTimelineNames.ts';

/** An interview by its day, its kind and its ending, each of them an answer or `null`. */
export interface EndedInterview {
  readonly date: string | null;
  readonly stage: string | null;
  readonly outcome: string | null;
}

const stages: Readonly<Record<string, string>> = {
  'phone-screen': 'short first call', 'first-interview': 'first interview', later: 'second interview or later',
};

const endings: Readonly<Record<string, { readonly says: string; readonly ended: TimelinePoint['ended'] }>> = {
  advanced: { says: 'on to the next step', ended: 'yes' },
  rejected: { says: 'a no', ended: 'no' },
  cancelled: { says: 'called off', ended: 'no' },
  'no-reply': { says: 'no answer', ended: 'open' },
  waiting: { says: 'still undecided', ended: 'open' },
};

/**
 * An interview as a point on a line of time.
 *
 * @param index - its place, for one without a day
 */
export function interviewPoint({ date, stage, outcome }: EndedInterview, index: number): TimelinePoint {
  const kind = stage !== null && Object.hasOwn(stages, stage) ? stages[stage] : undefined;
  const ending = outcome !== null && Object.hasOwn(endings, outcome) ? endings[outcome] : undefined;
  const says = ending?.says ?? 'ending not told';
  return { when: whenOf({ date }, index), label: `${capital(kind === undefined ? says : `${kind}, ${says}`)}.`, ended: ending?.ended ?? 'open' };
}
