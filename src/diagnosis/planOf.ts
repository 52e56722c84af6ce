import { numberAt } from '../inference/silence/clock.ts';
import type { Inferred } from '../interview/infer.ts';
import type { Cause } from '../pack/pack.ts';
import { messageFor } from '../plan/message.ts';
import type { FixOf } from '../plan/nextChance.ts';
import { adviceFor } from './advice.ts';
import type { FixAdvice, Plan } from './diagnosis.ts';
import { silenceReport, type Waiting } from './silenceReport.ts';

/** What to do, in words. */
export function planOf(inferred: Inferred, waiting = waitingIn(inferred)): Plan {
  const { engine: { pack }, latest: { known: { reading, today } }, outcome } = inferred;
  const { next, now, recoveries, chance } = inferred.choice();
  const advice = ({ cause, fix }: FixOf): FixAdvice => adviceFor(pack, pack.causes[cause] as Cause, fix, reading);
  const [main, ...also] = next.map(advice);
  const message = messageFor({ pack, reading, outcome, today, now: recoveries, schedule: waiting?.schedule ?? null, question: inferred.employerQuestion()?.words ?? null });
  return { main: main ?? null, also, now: now.map(advice), message, chance };
}

/** What silence so far means, and what to send and when; `null` once something was heard. */
export function waitingIn({ engine: { baseline: { prepared } }, latest: { known }, silence, choice }: Inferred): Waiting | null {
  const explained = silence();
  if (!explained) return null;
  const days = numberAt(known.reading, prepared.pack.waiting?.daysSince) ?? explained.days;
  const { recoveries } = choice();
  const slip = recoveries.some(({ fix }) => fix.place === 'apology');
  return silenceReport(prepared, known, explained, slip || (recoveries.length > 0 && days <= FRESH));
}

/** A slip is put right whenever it is noticed; what was missing is added in the first days, or in the next message that is due. */
const FRESH = 4;
