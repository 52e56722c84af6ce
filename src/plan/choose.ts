import type { ExplainedCause } from '../inference/no/explainNo.ts';
import { type Effort, efforts } from '../pack/effort.ts';
import type { Cause, Fix } from '../pack/pack.ts';
import type { Reading } from '../answers/answers.ts';
import { applicable } from './fixes.ts';
import { bestFixes, effortOf, type Fixable } from './knapsack.ts';
import { chanceOfGoingOn, type FixOf, type NextInterview } from './nextChance.ts';

/** What to do, and what it is worth. */
export interface Choice {
  /** For the next interview: at most three, the most worthwhile first. */
  readonly next: readonly FixOf[];
  /** At most two for this employer, of two different causes. */
  readonly now: readonly FixOf[];
  /** Probability of going on in the next interview, without and with all of `next`. */
  readonly chance: { readonly asItStands: number; readonly withPlan: number };
}

/** An evening and two small things: more than that hardly anyone does. */
const USUAL: Effort = 'evening';
const SMALL_THINGS = 2 * effortOf.minutes;
const MOST_NEXT = 3;
const MOST_NOW = 2;
/** What gives way to nerve or support may help up to three times as much. */
const WORTH_IT = 1 / 3;
/** What adds less than this to the chance would not show in any figure, and only makes the plan longer. */
const SHOWS = 0.005;

/** What else a choice depends on. */
export interface ChoiceOptions {
  /** Ids of further causes to fix for next time, as several interviews together speak for them. */
  readonly lasting?: ReadonlySet<string>;
  /** What all of it may take, beside two small things; an evening unless given, or the least that helps where that takes more. */
  readonly budget?: Effort | undefined;
}

/** Chooses fixes for the causes that the answers support. A larger budget never gives a worse plan. */
export function chooseFixes(causes: readonly ExplainedCause[], next: NextInterview, reading: Reading, { lasting = new Set(), budget }: ChoiceOptions = {}): Choice {
  const likely = causes.filter(each => each.supported || lasting.has(each.cause.id));
  const fixables = likely.flatMap(({ cause }): readonly Fixable[] => {
    const fixes = applicable(cause.fixes, reading).filter(fix => fix.for === 'next').map(fix => ({ cause, fix }));
    return next.causes.filter(each => each.cause === cause).map(each => ({ ...each, fixes }));
  });
  const chosen = bestPlan(next, fixables, budget);
  return {
    next: chosen,
    now: causes.filter(each => each.supported).flatMap(each => bestNow(each, reading)).sort((a, b) => b.worth - a.worth || (a.fix.id < b.fix.id ? -1 : 1)).slice(0, MOST_NOW),
    chance: { asItStands: chanceOfGoingOn(next), withPlan: chanceOfGoingOn(next, chosen) },
  };
}

/** The best of the plans for this budget and for each smaller one: what is left out of a plan may have been its better part. */
function bestPlan(next: NextInterview, fixables: readonly Fixable[], budget: Effort | undefined): readonly FixOf[] {
  const within = efforts.slice(0, efforts.indexOf(budget ?? USUAL) + 1).map(effort => effortOf[effort] + SMALL_THINGS);
  const budgets = budget === undefined ? [...within, leastThatHelps(next, fixables)] : within;
  const plans = budgets.map(each => trimmed(next, byGain(next, withHeart(next, fixables, bestFixes(fixables, each, MOST_NEXT), each))));
  return plans.reduce((best, plan) => (chanceOfGoingOn(next, plan) >= chanceOfGoingOn(next, best) ? plan : best), []);
}

/** The usual budget, or where nothing that helps fits into it, the least that helps. */
function leastThatHelps(next: NextInterview, fixables: readonly Fixable[]): number {
  const helpful = fixables.flatMap(({ fixes }) => fixes).filter(fix => gainOf(next, fix) > 0);
  return Math.max(effortOf[USUAL] + SMALL_THINGS, Math.min(...helpful.map(({ fix }) => effortOf[fix.effort]), effortOf.weeks));
}

function gainOf(next: NextInterview, fix: FixOf): number {
  return chanceOfGoingOn(next, [fix]) - chanceOfGoingOn(next);
}

function byGain(next: NextInterview, fixes: readonly FixOf[]): readonly FixOf[] {
  return fixes.map(each => ({ ...each, gain: gainOf(next, each) }))
    .sort((a, b) => b.gain - a.gain || (a.fix.id < b.fix.id ? -1 : 1))
    .map(({ cause, fix }) => ({ cause, fix }));
}

/** Without what adds next to nothing to the rest, the least of it first; the most worthwhile always stays. */
function trimmed(next: NextInterview, fixes: readonly FixOf[]): readonly FixOf[] {
  const without = (one: FixOf): readonly FixOf[] => fixes.filter(each => each !== one);
  const whole = chanceOfGoingOn(next, fixes);
  const [least] = fixes.slice(1).reverse().map(fix => ({ fix, adds: whole - chanceOfGoingOn(next, without(fix)) })).sort((a, b) => a.adds - b.adds);
  return least && least.adds < SHOWS ? trimmed(next, without(least.fix)) : fixes;
}

/**
 * Beside skill, nerve or support: where all that was chosen is skill, the least of it gives way to the best fix that
 * lifts one of these and helps, if the effort is no more. Programmes that do both work better than those that teach
 * skills alone.
 *
 * Source: S. Liu, J. L. Huang, M. Wang, Effectiveness of job search interventions, Psychological Bulletin 140 (2014) 1009–1041.
 */
function withHeart(next: NextInterview, fixables: readonly Fixable[], chosen: readonly FixOf[], budget: number): readonly FixOf[] {
  if (chosen.length < 2 || chosen.some(({ fix }) => fix.lifts !== undefined)) return chosen;
  const kept = byGain(next, chosen).slice(0, MOST_NEXT - 1);
  const givesWay = byGain(next, chosen)[MOST_NEXT - 1];
  const least = givesWay ? WORTH_IT * gainOf(next, givesWay) : 0;
  const left = budget - kept.reduce((sum, { fix }) => sum + effortOf[fix.effort], 0);
  const [best] = byGain(next, fixables.flatMap(({ fixes }) => fixes)
    .filter(each => each.fix.lifts !== undefined && effortOf[each.fix.effort] <= left && gainOf(next, each) > least));
  return best ? [...kept, best] : chosen;
}

function bestNow({ cause, share }: ExplainedCause, reading: Reading): readonly { readonly cause: Cause; readonly fix: Fix; readonly worth: number }[] {
  return applicable(cause.fixes, reading).filter(fix => fix.for === 'now')
    .map(fix => ({ cause, fix, worth: share * fix.removes.value }))
    .sort((a, b) => b.worth - a.worth || (a.fix.id < b.fix.id ? -1 : 1)).slice(0, 1);
}
