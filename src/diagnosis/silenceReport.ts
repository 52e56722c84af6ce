import { chosenIn, followUpsIn, tookPlaceIn } from '../answers/answerTo.ts';
import type { KnownAnswers } from '../answers/readAnswers.ts';
import type { Reading } from '../answers/reading.ts';
import { isoDate } from '../base/calendar.ts';
import { dayCountedFrom, numberAt } from '../inference/silence/clock.ts';
import type { ExplainedSilence, SilentCause } from '../inference/silence/explainSilence.ts';
import type { Pack } from '../pack/pack.ts';
import type { Prepared, PreparedCause } from '../pack/preparePack.ts';
import { type ScheduleStep, scheduleOf } from '../plan/schedule.ts';
import { waitingDays } from '../plan/waitingDays.ts';
import type { SilenceReport } from './diagnosis.ts';
import { evidenceOn } from './evidenceOf.ts';

export interface Waiting {
  readonly silence: SilenceReport;
  readonly schedule: readonly ScheduleStep[];
}

/**
 * What silence so far means, and what to send and when.
 *
 * @param recovering - whether there is something to put right
 */
export function silenceReport(prepared: Prepared, { reading, today }: KnownAnswers, silence: ExplainedSilence, recovering: boolean): Waiting {
  const { pack, causes } = prepared;
  const { verdict, ask, letGo } = waitingDays(silence);
  const start = startOf(pack, reading, today, silence);
  const date = (days: number): string | null => (start === null ? null : isoDate(start + days));
  const now = start !== null && today !== null ? today - start : silence.days;
  const schedule = scheduleOf({
    today: today ?? (start === null ? null : start + silence.days),
    daysSinceInterview: numberAt(reading, pack.waiting?.daysSince) ?? null,
    askIn: ask - now,
    letGoIn: letGo - now,
    thanked: thankedOf(prepared, reading),
    followUps: followUpsIn(prepared, reading),
    recovering,
  });
  const { days, promised, said, advance, noToCome, never } = silence;
  return {
    schedule,
    silence: {
      verdict, clock: promised ? 'promised-day' : 'interview', days, assumed: !said, tookPlace: tookPlaceIn(prepared, reading), advance, noToCome, never,
      causes: [...silence.causes].sort(byProbability).map(({ cause, probability }) => {
        const own = causes[cause] as PreparedCause;
        const { id, title, why } = own.cause;
        return { cause: id, title, why, probability, ...evidenceOn(prepared, own, reading) };
      }),
      askFrom: date(ask),
      letGoFrom: date(letGo),
      askInDays: ask - now,
      letGoInDays: letGo - now,
    },
  };
}

function byProbability(a: SilentCause, b: SilentCause): number {
  return b.probability - a.probability || a.cause - b.cause;
}

/** The day on which the clock starts, where a date tells it. */
function startOf(pack: Pack, reading: Reading, today: number | null, silence: ExplainedSilence): number | null {
  const counter = silence.promised ? pack.waiting?.daysPastPromise : pack.waiting?.daysSince;
  const from = dayCountedFrom(pack, counter, reading);
  if (from !== undefined) return from;
  const days = numberAt(reading, counter);
  return today !== null && days !== undefined ? today - days : null;
}

/** Whether a thank-you note was sent; the option `none` of the question `thank-you` says that it was not. */
function thankedOf(prepared: Prepared, reading: Reading): boolean | null {
  const chosen = chosenIn(prepared, reading, 'thank-you');
  return chosen === undefined ? null : chosen !== 'none';
}
