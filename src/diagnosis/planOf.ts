import type { Inferred } from '../interview/infer.ts';
import type { Cause } from '../pack/pack.ts';
import type { FixOf } from '../plan/nextChance.ts';
import type { ScheduleStep } from '../plan/schedule.ts';
import { adviceFor } from './advice.ts';
import type { FixAdvice, Plan } from './diagnosis.ts';
import { silenceReport } from './silenceReport.ts';

/**
 * What to do, in words.
 *
 * @param schedule - of the messages that are left while nothing has been heard; `null` once something was
 */
export function planOf(inferred: Inferred, schedule = scheduleIn(inferred)): Plan {
  const { engine: { pack }, latest: { known: { reading } } } = inferred;
  const { next, now, chance } = inferred.choice();
  const advice = ({ cause, fix }: FixOf): FixAdvice => adviceFor(pack, pack.causes[cause] as Cause, fix, reading);
  const [main, ...also] = next.map(advice);
  return { main: main ?? null, also, now: withinSchedule(now.map(advice), schedule), chance };
}

function scheduleIn({ engine: { baseline: { prepared } }, latest: { known }, silence }: Inferred): readonly ScheduleStep[] | null {
  const explained = silence();
  return explained && silenceReport(prepared, known, explained).schedule;
}

/** While nothing has been heard, advice to write something counts as one of the few contacts that the schedule leaves. */
function withinSchedule(now: readonly FixAdvice[], schedule: readonly ScheduleStep[] | null): readonly FixAdvice[] {
  if (schedule === null) return now;
  const left = schedule.some(({ kind }) => kind !== 'let-go');
  const [message] = now.filter(({ say }) => say !== null);
  return now.filter(fix => fix.say === null || (left && fix === message));
}

