import type { Reading } from '../../answers/reading.ts';
import type { Pack, Waiting } from '../../pack/pack.ts';
import type { Prepared } from '../../pack/preparePack.ts';

/** How long it has been silent. */
export interface Clock {
  /** Days since the interview, or since the promised day once one was named. */
  readonly days: number;
  /** Whether the clock started on a promised day. */
  readonly promised: boolean;
  /** Whether those days were said, or are what the outcome stands for. */
  readonly said: boolean;
}

/** Days on the clock from which asking is fair: the day after the promised one, or a week after the interview. */
export function fairToAsk(promised: boolean): number {
  return promised ? 1 : 7;
}

/** Whether a silence has lasted so long that asking is fair; where a pack does not speak of waiting, the outcome tells. */
export function isOverdue({ pack }: Prepared, reading: Reading, outcome: 'waiting' | 'no-reply'): boolean {
  if (!pack.waiting) return outcome === 'no-reply';
  const { days, promised } = clockOf(pack, pack.waiting, reading, outcome);
  return days >= fairToAsk(promised);
}

/**
 * The clock starts on the promised day where one was named; until then nothing is overdue. Where that day is known and
 * today is not, the outcome tells whether it has passed.
 */
export function clockOf(pack: Pack, waiting: Waiting, reading: Reading, outcome: 'waiting' | 'no-reply'): Clock {
  const promised = numberAt(reading, waiting.daysPastPromise);
  if (promised !== undefined) return { days: Math.max(0, promised), promised: true, said: true };
  const unsaid = waiting.whenUnsaid[outcome];
  const promisedDay = dayCountedFrom(pack, waiting.daysPastPromise, reading);
  if (promisedDay !== undefined) {
    const interviewDay = dayCountedFrom(pack, waiting.daysSince, reading);
    const past = interviewDay === undefined ? 1 : interviewDay + unsaid - promisedDay;
    return { days: outcome === 'waiting' ? 0 : Math.max(1, past), promised: true, said: false };
  }
  const since = numberAt(reading, waiting.daysSince);
  return { days: since ?? unsaid, promised: false, said: since !== undefined };
}

/** The number of the day from which a question counts, where that was answered. */
export function dayCountedFrom({ questions }: Pack, counter: number | undefined, { answers }: Reading): number | undefined {
  const question = counter === undefined ? undefined : questions[counter];
  const date = question?.kind === 'number' && question.countsDaysFrom !== undefined ? answers[question.countsDaysFrom] : undefined;
  return date?.kind === 'date' ? date.day : undefined;
}

export function numberAt({ answers }: Reading, index: number | undefined): number | undefined {
  const answer = index === undefined ? undefined : answers[index];
  return answer?.kind === 'number' ? answer.value : undefined;
}
