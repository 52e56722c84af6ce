import type { Waiting } from '../../pack/pack.ts';
import { stillWaiting } from '../numbers/normal.ts';

/** Of one type of employer: probabilities that a yes, and that a no, takes longer than so many days. */
export interface StillWaiting {
  readonly forYes: number;
  readonly forNo: number;
}

/** For each day its probabilities by type of employer, worked out when a day is first asked for. */
export function stillWaitingBy(waiting: Waiting | undefined): (days: number) => readonly StillWaiting[] {
  const byDay = new Map<number, readonly StillWaiting[]>();
  return days => {
    const still = byDay.get(days) ?? (waiting?.types ?? []).map(({ timeToYes, timeToNo }) => ({ forYes: stillWaiting(timeToYes, days), forNo: stillWaiting(timeToNo, days) }));
    byDay.set(days, still);
    return still;
  };
}
