import type { ExplainedNo } from '../inference/no/explainNo.ts';
import { type Person, presenceAfter } from '../inference/no/person.ts';
import type { Fix } from '../pack/pack.ts';
import type { Prepared, PreparedCause } from '../pack/preparePack.ts';

/**
 * How much of a habit of one interview comes back in the next: half of what sets the reader apart from everybody.
 * Past behaviour predicts later behaviour at about .4 to .5 where the occasions are alike.
 *
 * Source: J. A. Ouellette, W. Wood, Habit and intention in everyday life, Psychological Bulletin 124 (1998) 54–74;
 * the half is a judgement.
 */
const COMES_BACK = 0.5;

/** The next interview, with another employer, before anything is done. All numbers are probabilities. */
export interface NextInterview {
  /** Of each cause, in the pack's order, that it is there, and that it then stops someone; the usual strength, as nothing is known of that day. */
  readonly presence: readonly number[];
  readonly strength: readonly number[];
  /** Probability that neither luck nor the standing stops the person. */
  readonly otherwise: number;
}

/** A fix, and the cause that it is for, by index in the pack. */
export interface FixOf {
  readonly cause: number;
  readonly fix: Fix;
}

/**
 * What this interview leaves for the next one. What follows the person stands as `person` has it, habits come back in
 * part, and everything else is as likely as for everybody.
 *
 * @param failed - how the interview ended that the causes explain; `null` while that is not known
 */
export function nextInterview({ pack, causes }: Prepared, explained: ExplainedNo, person: Person, failed: boolean | null): NextInterview {
  const presence = causes.map(({ cause: { scope, control }, baseRate: { usual } }, cause) => {
    if (scope === 'candidate') return person.presence[cause] as number;
    return control === 'you' ? usual + COMES_BACK * (presenceAfter(explained, cause, failed) - usual) : usual;
  });
  return { presence, strength: causes.map(({ strength }) => strength?.usual ?? 0), otherwise: (1 - pack.background.value) * (1 - person.standing) };
}

/**
 * Probability of going on in the next interview with these fixes done: (1 − luck)(1 − standing) Π (1 − presence × strength).
 * Several fixes of one cause each take away their part of what the others leave.
 */
export function chanceOfGoingOn({ presence, strength, otherwise }: NextInterview, fixes: readonly FixOf[] = []): number {
  let chance = otherwise;
  for (let cause = 0; cause < presence.length; cause++) {
    let fires = (presence[cause] as number) * (strength[cause] as number);
    for (const fix of fixes) if (fix.cause === cause) fires *= 1 - fix.fix.removes.value;
    chance *= 1 - fires;
  }
  return chance;
}

/** Part of a cause that these fixes of it leave. */
export function leftOf(fixes: readonly FixOf[]): number {
  return fixes.reduce((left, { fix }) => left * (1 - fix.removes.value), 1);
}

/** The fixes of a cause, each with the cause. */
export function fixesOf({ causes }: Prepared, cause: number): readonly FixOf[] {
  return (causes[cause] as PreparedCause).cause.fixes.map(fix => ({ cause, fix }));
}
