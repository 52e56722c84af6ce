import { dayCountedFrom, type ExplainedSilence } from '../inference/silence/explainSilence.ts';
import type { Pack } from '../pack/pack.ts';
import { type ScheduleStep, scheduleOf } from '../plan/schedule.ts';
import { waitingDays } from '../plan/waitingDays.ts';
import type { CheckedAnswers } from '../answers/checkAnswers.ts';
import { chosenIn, followUpsIn } from '../answers/answerTo.ts';
import { isoDate } from '../base/calendar.ts';
import type { Reading } from '../answers/answers.ts';
import type { SilenceReport } from './diagnosis.ts';
import { evidenceFor } from './evidenceOf.ts';

/** What silence so far means, and what to send and when. */
export function silenceReport(pack: Pack, { reading, today }: CheckedAnswers, silence: ExplainedSilence): { readonly silence: SilenceReport; readonly schedule: readonly ScheduleStep[] } {
  const { verdict, ask, letGo } = waitingDays(silence);
  const start = startOf(pack, reading, today, silence);
  const date = (days: number): string | null => (start === null ? null : isoDate(start + days));
  const now = start !== null && today !== null ? today - start : silence.days;
  const schedule = scheduleOf({
    today: today ?? (start === null ? null : start + silence.days),
    daysSinceInterview: numberAt(reading, pack.waiting?.daysSince),
    askIn: ask - now,
    letGoIn: letGo - now,
    thanked: thankedOf(pack, reading),
    followUps: followUpsIn(pack, reading),
  });
  return {
    schedule,
    silence: {
      verdict,
      clock: silence.promised ? 'promised-day' : 'interview',
      days: silence.days,
      assumed: !silence.said,
      advance: silence.advance,
      noToCome: silence.noToCome,
      never: silence.never,
      causes: silence.causes.map(({ weighed: { cause, findings }, probability }) => ({
        cause: cause.id, title: cause.title, why: cause.why, probability,
        for: evidenceFor(pack, cause, findings, reading, 'for'),
        against: evidenceFor(pack, cause, findings, reading, 'against'),
      })),
      askFrom: date(ask),
      letGoFrom: date(letGo),
      askInDays: ask - now,
      letGoInDays: letGo - now,
    },
  };
}

/** The day on which the clock starts, where a date tells it. */
function startOf(pack: Pack, reading: Reading, today: number | null, silence: ExplainedSilence): number | null {
  const counter = silence.promised ? pack.waiting?.daysPastPromise : pack.waiting?.daysSince;
  const from = dayCountedFrom(pack, counter, reading);
  if (from !== undefined) return from;
  const days = numberAt(reading, counter);
  return today !== null && days !== null ? today - days : null;
}

function numberAt(reading: Reading, index: number | undefined): number | null {
  const answer = index === undefined ? undefined : reading[index];
  return answer?.kind === 'number' ? answer.value : null;
}

/** Whether a thank-you note was sent; the option `none` of the question `thank-you` says that it was not. */
function thankedOf(pack: Pack, reading: Reading): boolean | null {
  const chosen = chosenIn(pack, reading, 'thank-you');
  return chosen === undefined ? null : chosen !== 'none';
}
