import type { Reading } from '../answers/reading.ts';
import { type ExplainedNo, orderedCauses, supportedCauses } from '../inference/no/explainNo.ts';
import { type Effort, efforts } from '../pack/effort.ts';
import type { Prepared } from '../pack/preparePack.ts';
import { applies } from './applies.ts';
import { bestFixes, effortOf, type Fixable } from './knapsack.ts';
import { chanceOfGoingOn, type FixOf, fixesOf, type NextInterview } from './nextChance.ts';

/** What to do, and what it is worth. */
export interface Choice {
  /** For the next interview: at most three, the most worthwhile first. */
  readonly next: readonly FixOf[];
  /** At most two for this employer, of two different causes, beside those that are always told. */
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
  /** Further causes to fix for next time, by index in the pack, as several interviews together speak for them. */
  readonly lasting?: ReadonlySet<number>;
  /** What all of it may take, beside two small things; an evening unless given, or the least that helps where that takes more. */
  readonly budget?: Effort | undefined;
}

/** Chooses fixes for the causes that the answers support. A larger budget never gives a worse plan. */
export function chooseFixes(prepared: Prepared, explained: ExplainedNo, next: NextInterview, reading: Reading, { lasting = new Set(), budget }: ChoiceOptions = {}): Choice {
  const supported = supportedCauses(prepared, explained);
  const further = lasting.size === 0 ? [] : orderedCauses(prepared, explained).filter(cause => lasting.has(cause) && !supported.includes(cause));
  const fixables = [...supported, ...further].map((cause): Fixable => ({
    cause, id: (prepared.pack.causes[cause] as Prepared['pack']['causes'][number]).id,
    presence: next.presence[cause] as number, strength: next.strength[cause] as number,
    fixes: fixesOf(prepared, cause).filter(({ fix }) => fix.for === 'next' && applies(fix, reading)),
  }));
  const chosen = bestPlan(next, fixables, budget);
  const nowOf = (cause: number): readonly FixOf[] => fixesOf(prepared, cause).filter(({ fix }) => fix.for === 'now' && applies(fix, reading));
  const always = supported.flatMap(nowOf).filter(({ fix }) => fix.always);
  const best = supported.flatMap(cause => bestOf(nowOf(cause).filter(({ fix }) => !fix.always), explained.share[cause] as number)).sort(byWorth);
  return {
    next: chosen,
    now: [...always, ...best.slice(0, Math.max(0, MOST_NOW - always.length))],
    chance: { asItStands: chanceOfGoingOn(next), withPlan: chanceOfGoingOn(next, chosen) },
  };
}

/** The best of the plans for this budget and for each smaller one: what is left out of a plan may have been its better part. */
function bestPlan(next: NextInterview, fixables: readonly Fixable[], budget: Effort | undefined): readonly FixOf[] {
  const within = efforts.slice(0, efforts.indexOf(budget ?? USUAL) + 1).map(effort => effortOf[effort] + SMALL_THINGS);
  const budgets = budget === undefined ? [...within, leastThatHelps(next, fixables)] : within;
  const plans = bestFixes(fixables, budgets, MOST_NEXT).map((fixes, index) => trimmed(next, byGain(next, withHeart(next, fixables, fixes, budgets[index] as number))));
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
  const gains = new Map(fixes.map(fix => [fix, gainOf(next, fix)]));
  return [...fixes].sort((a, b) => (gains.get(b) as number) - (gains.get(a) as number) || (a.fix.id < b.fix.id ? -1 : 1));
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

interface WorthyFix extends FixOf {
  readonly worth: number;
}

function bestOf(fixes: readonly FixOf[], share: number): readonly WorthyFix[] {
  return fixes.map(({ cause, fix }) => ({ cause, fix, worth: share * fix.removes.value })).sort(byWorth).slice(0, 1);
}

function byWorth(a: WorthyFix, b: WorthyFix): number {
  return b.worth - a.worth || (a.fix.id < b.fix.id ? -1 : 1);
}
