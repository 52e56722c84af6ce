import type { ExplainedCause } from '../inference/no/explainNo.ts';
import { type Person, presenceAfter } from '../inference/no/person.ts';
import type { Cause, Fix, Pack } from '../pack/pack.ts';

/**
 * How much of a habit of one interview comes back in the next: half of what sets the reader apart from everybody.
 * Past behaviour predicts later behaviour at about .4 to .5 where the occasions are alike.
 *
 * Source: J. A. Ouellette, W. Wood, Habit and intention in everyday life, Psychological Bulletin 124 (1998) 54–74;
 * the half is a judgement.
 */
const COMES_BACK = 0.5;

/** A cause as it may stand in the way of the next interview. All numbers are probabilities. */
export interface NextCause {
  readonly cause: Cause;
  readonly presence: number;
  /** Probability that it alone stops someone, given that it is there; the usual one, as nothing is known of that day. */
  readonly strength: number;
}

/** The next interview, with another employer, before anything is done. */
export interface NextInterview {
  readonly causes: readonly NextCause[];
  /** Probability that neither luck nor the standing stops the person. */
  readonly otherwise: number;
}

/** A fix, and the cause that it is for. */
export interface FixOf {
  readonly cause: Cause;
  readonly fix: Fix;
}

/**
 * What this interview leaves for the next one. What follows the person stands as `person` has it, habits come back in
 * part, and everything else is as likely as for everybody.
 *
 * @param failed - how the interview ended that the causes explain; `null` while that is not known
 */
export function nextInterview(pack: Pack, causes: readonly ExplainedCause[], person: Person, failed: boolean | null): NextInterview {
  return {
    causes: causes.map(each => ({ cause: each.cause, presence: nextPresence(each, person, failed), strength: each.cause.strength?.value ?? 0 })),
    otherwise: (1 - pack.background.value) * (1 - person.standing),
  };
}

function nextPresence(each: ExplainedCause, person: Person, failed: boolean | null): number {
  const { id, scope, control, baseRate: { value: usual } } = each.cause;
  if (scope === 'candidate') return person.presence.get(id) ?? usual;
  return control === 'you' ? usual + COMES_BACK * (presenceAfter(each, failed) - usual) : usual;
}

/**
 * Probability of going on in the next interview with these fixes done: (1 − luck)(1 − standing) Π (1 − presence × strength).
 * Several fixes of one cause each take away their part of what the others leave.
 */
export function chanceOfGoingOn({ causes, otherwise }: NextInterview, fixes: readonly FixOf[] = []): number {
  return causes.reduce((product, each) => product * (1 - each.presence * each.strength * leftOf(fixes.filter(({ cause }) => cause === each.cause))), otherwise);
}

/** Part of a cause that these fixes of it leave. */
export function leftOf(fixes: readonly FixOf[]): number {
  return fixes.reduce((left, { fix }) => left * (1 - fix.removes.value), 1);
}
