import type { WeighedCause } from '../../evidence/weigh.ts';
import { strongestPerFact } from '../../evidence/findings.ts';
import type { EmployerType, Pack, Waiting, WaitingSign } from '../../pack/pack.ts';
import { weightOf } from '../../pack/speaks.ts';
import type { Reading } from '../../answers/answers.ts';
import { stillWaiting } from '../numbers/normal.ts';

/** A cause of hearing nothing, with its probability; over all of them these add to 1. */
export interface SilentCause {
  readonly weighed: WeighedCause;
  readonly probability: number;
}

/** What silence so far means. The three chances add to 1. */
export interface ExplainedSilence {
  /** Days on the clock: since the interview, or since the promised day once one was named. */
  readonly days: number;
  /** Whether the clock started on a promised day. */
  readonly promised: boolean;
  /** Whether those days were said, or are what the outcome stands for. */
  readonly said: boolean;
  /** Probability that an invitation is still to come. */
  readonly advance: number;
  /** Probability that a no is still to come. */
  readonly noToCome: number;
  /** Probability that no word will ever come. */
  readonly never: number;
  /** The most probable first. */
  readonly causes: readonly SilentCause[];
  /** The chance of an invitation if the silence lasts so many days on the clock, all else the same. */
  readonly advanceAfter: (days: number) => number;
}

/**
 * Explains silence by a mixture of employer types, each with its chances of yes, told no and never told and with
 * lognormal times: what has not been heard by a day is what was still to come after it.
 *
 * @param goesOn - the engine's chance of going on under these answers
 * @param goesOnUsually - the same with no answers; the odds of a yes are scaled by the odds of the two
 * @returns Nothing when the pack does not speak of waiting.
 */
export function explainSilence(pack: Pack, reading: Reading, outcome: 'waiting' | 'no-reply', weighed: readonly WeighedCause[], goesOn: number, goesOnUsually: number): ExplainedSilence | null {
  const { waiting } = pack;
  if (!waiting) return null;
  const clock = clockOf(pack, waiting, reading, outcome);
  const ratios = ratiosOf(waiting, reading);
  const causes = weighed.filter(({ cause }) => cause.silence !== undefined);
  const undecided = likelihoodOf(causes, 'undecided');
  const untold = likelihoodOf(causes, 'never-told');
  const statesAfter = (days: number): readonly [number, number, number] => {
    const missed = clock.promised && days > 0 ? waiting.missedPromise : 1;
    const [yes, no, never] = mixture(waiting, ratios, scaled(goesOn, goesOnUsually), days);
    return normalised([yes * undecided.total, no * missed * undecided.total, never * missed * untold.total]);
  };
  const [advance, noToCome, never] = statesAfter(clock.days);
  const probabilities = causes.map(({ cause }, index) => {
    const of = cause.silence?.state === 'undecided' ? undecided : untold;
    return ((of.each[index] ?? 0) / (of.total || 1)) * (cause.silence?.state === 'undecided' ? advance + noToCome : never);
  });
  return {
    days: clock.days, promised: clock.promised, said: clock.said, advance, noToCome, never,
    causes: causes.map((each, index) => ({ weighed: each, probability: probabilities[index] ?? 0 })).sort(byProbability),
    advanceAfter: days => statesAfter(days)[0],
  };
}

interface Clock {
  readonly days: number;
  readonly promised: boolean;
  readonly said: boolean;
}

/** Days on the clock from which asking is fair: the day after the promised one, or a week after the interview. */
export function fairToAsk(promised: boolean): number {
  return promised ? 1 : 7;
}

/** Whether a silence has lasted so long that asking is fair; where a pack does not speak of waiting, the outcome tells. */
export function isOverdue(pack: Pack, reading: Reading, outcome: 'waiting' | 'no-reply'): boolean {
  if (!pack.waiting) return outcome === 'no-reply';
  const { days, promised } = clockOf(pack, pack.waiting, reading, outcome);
  return days >= fairToAsk(promised);
}

/**
 * The clock starts on the promised day where one was named; until then nothing is overdue. Where that day is known and
 * today is not, the outcome tells whether it has passed.
 */
function clockOf(pack: Pack, waiting: Waiting, reading: Reading, outcome: 'waiting' | 'no-reply'): Clock {
  const promised = numberAt(reading, waiting.daysPastPromise);
  if (promised !== undefined) return { days: Math.max(0, promised), promised: true, said: true };
  const unsaid = waiting.whenUnsaid[outcome];
  const promisedDay = dayCountedFrom(pack, waiting.daysPastPromise, reading);
  if (promisedDay !== undefined) {
    const interviewDay = dayCountedFrom(pack, waiting.daysSince, reading);
    return { days: outcome === 'waiting' ? 0 : Math.max(1, interviewDay === undefined ? 1 : interviewDay + unsaid - promisedDay), promised: true, said: false };
  }
  const since = numberAt(reading, waiting.daysSince);
  return { days: since ?? unsaid, promised: false, said: since !== undefined };
}

/** The number of the day from which a question counts, where that was answered. */
export function dayCountedFrom({ questions }: Pack, counter: number | undefined, reading: Reading): number | undefined {
  const question = counter === undefined ? undefined : questions[counter];
  const date = question?.kind === 'number' && question.countsDaysFrom !== undefined ? reading[question.countsDaysFrom] : undefined;
  return date?.kind === 'date' ? date.day : undefined;
}

function numberAt(reading: Reading, index: number | undefined): number | undefined {
  const answer = index === undefined ? undefined : reading[index];
  return answer?.kind === 'number' ? answer.value : undefined;
}

/** Likelihood ratios of types and states under these answers, by id. */
function ratiosOf(waiting: Waiting, reading: Reading): ReadonlyMap<string, number> {
  const ratios = new Map<string, number>();
  for (const of of new Set(waiting.signs.map(sign => sign.of))) {
    const signs: readonly WaitingSign[] = waiting.signs.filter(sign => sign.of === of);
    const weight = strongestPerFact(signs, reading).reduce((sum, sign) => sum + weightOf(sign.speaks), 0);
    ratios.set(of, Math.exp(weight));
  }
  return ratios;
}

/** Odds of a yes, times how much likelier the answers make it than it is for everybody; where nothing can stop anyone, they tell nothing. */
function scaled(goesOn: number, usually: number): (chance: number) => number {
  if (usually >= 1) return chance => chance;
  const [likelier, usual] = [goesOn * (1 - usually), (1 - goesOn) * usually];
  return chance => (chance * likelier) / ((1 - chance) * usual + chance * likelier);
}

/** Probabilities, up to one factor, that a yes, a no and nothing is still to come after so many silent days. */
function mixture({ types }: Waiting, ratios: ReadonlyMap<string, number>, scale: (chance: number) => number, days: number): readonly [number, number, number] {
  const ratio = (id: string): number => ratios.get(id) ?? 1;
  return types.reduce<readonly [number, number, number]>(([yes, no, never], type) => {
    const weight = type.weight * ratio(type.id);
    const [advance, toldNo, neverTold] = chancesOf(type, scale);
    return [
      yes + weight * ratio('advance') * advance * stillWaiting(type.timeToYes, days),
      no + weight * ratio('told-no') * toldNo * stillWaiting(type.timeToNo, days),
      never + weight * ratio('never-told') * neverTold,
    ];
  }, [0, 0, 0]);
}

/** A higher chance of a yes leaves less for a no, told or not, in the same proportion. */
function chancesOf({ advance, toldNo }: EmployerType, scale: (chance: number) => number): readonly [number, number, number] {
  const yes = scale(advance);
  const rest = (1 - yes) / (1 - advance);
  return [yes, toldNo * rest, (1 - advance - toldNo) * rest];
}

/** Share of each cause in its state times what its findings make of it; `total` is 1 when no answer speaks of any, or the pack knows none. */
function likelihoodOf(causes: readonly WeighedCause[], state: 'undecided' | 'never-told'): { readonly each: readonly number[]; readonly total: number } {
  const shares = causes.map(({ cause }) => (cause.silence?.state === state ? cause.silence.share.value : 0));
  const whole = shares.reduce((sum, share) => sum + share, 0) || 1;
  const each = causes.map(({ findings }, index) => ((shares[index] ?? 0) / whole) * Math.exp(Math.min(MOST, findings.reduce((sum, { weight }) => sum + weight, 0))));
  return { each, total: shares.every(share => share === 0) ? 1 : each.reduce((sum, value) => sum + value, 0) };
}

/** A cause that an answer establishes outweighs the others of its state a thousand times. */
const MOST = Math.log(1000);

function normalised([a, b, c]: readonly [number, number, number]): readonly [number, number, number] {
  const sum = a + b + c;
  return sum > 0 ? [a / sum, b / sum, c / sum] : [0, 0, 1];
}

function byProbability(a: SilentCause, b: SilentCause): number {
  return b.probability - a.probability || (a.weighed.cause.id < b.weighed.cause.id ? -1 : 1);
}
