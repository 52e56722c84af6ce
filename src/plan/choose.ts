import type { Reading } from '../answers/reading.ts';
import { type ExplainedNo, orderedCauses, supportedCauses } from '../inference/no/explainNo.ts';
import { type Effort, efforts } from '../pack/effort.ts';
import type { Fix } from '../pack/pack.ts';
import type { Prepared } from '../pack/preparePack.ts';
import { applies } from './applies.ts';
import { bestFixes, effortOf, type Fixable } from './knapsack.ts';
import { chanceOfGoingOn, type FixOf, fixesOf, type NextInterview } from './nextChance.ts';

/** What to do, and what it is worth. */
export interface Choice {
  /** For the next interview: at most three. The first serves the leading cause that can be changed; the others follow by what they add. */
  readonly next: readonly FixOf[];
  /** At most two for this employer, of two different causes, beside those that are always told. */
  readonly now: readonly FixOf[];
  /** All that have words for a message to this employer, one of each cause, those that are worth most first. */
  readonly recoveries: readonly FixOf[];
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
  /** The causes in the order in which they are told, by index in the pack: the first that can be changed leads the plan. */
  readonly order?: readonly number[];
  /** Causes that a coach has ruled out, and those that they add. */
  readonly struck?: readonly number[];
  readonly added?: readonly number[];
}

/** What was probably not there needs no word now, and leads no plan. */
const PERHAPS = 0.2;
/** Nobody writes to an employer about what probably was not so. */
const LIKELIER_THAN_NOT = 0.5;

/** Chooses fixes for the causes that the answers support. A larger budget never gives a worse plan. */
export function chooseFixes(prepared: Prepared, explained: ExplainedNo, next: NextInterview, reading: Reading, { lasting = new Set(), budget, order = [], struck = [], added = [] }: ChoiceOptions = {}): Choice {
  const backed = supportedCauses(prepared, explained);
  const supported = [...backed, ...added.filter(cause => !backed.includes(cause))].filter(cause => !struck.includes(cause));
  const further = lasting.size === 0 ? [] : orderedCauses(prepared, explained).filter(cause => lasting.has(cause) && !supported.includes(cause) && !struck.includes(cause));
  const fixables = [...supported, ...further].map((cause): Fixable => ({
    cause, id: (prepared.pack.causes[cause] as Prepared['pack']['causes'][number]).id,
    presence: next.presence[cause] as number, strength: next.strength[cause] as number,
    fixes: fixesOf(prepared, cause).filter(({ fix }) => fix.for === 'next' && applies(fix, reading)),
  }));
  const led = withLead(prepared, explained, fixables, { order, added, budget });
  const chosen = bestPlan(next, led, budgetsFor(next, led, budget));
  const nowOf = (cause: number): readonly FixOf[] => fixesOf(prepared, cause).filter(({ fix }) => fix.for === 'now' && applies(fix, reading));
  const always = supported.flatMap(nowOf).filter(({ fix }) => fix.always);
  const likely = supported.filter(cause => (explained.presence[cause] as number) >= PERHAPS || added.includes(cause));
  const best = likely.flatMap(cause => bestOf(nowOf(cause).filter(({ fix }) => !fix.always), explained.share[cause] as number)).sort(byWorth);
  const certain = (cause: number): boolean => (explained.presence[cause] as number) >= LIKELIER_THAN_NOT || added.includes(cause);
  return {
    next: chosen,
    now: [...always, ...best.slice(0, Math.max(0, MOST_NOW - always.length))],
    recoveries: likely.flatMap(cause => bestOf(nowOf(cause).filter(({ fix }) => fix.say !== undefined && (certain(cause) || isOwned(fix))), explained.share[cause] as number)).sort(byWorth),
    chance: { asItStands: chanceOfGoingOn(next), withPlan: chanceOfGoingOn(next, chosen) },
  };
}

/** An apology for an act that the answers show, however little it may have counted. */
function isOwned({ place, when }: Fix): boolean {
  return place === 'apology' && when !== undefined;
}

/** The fixables, with a fix required of the first cause that can be changed within the budget: of those that were probably there or that a coach added, if there is one. */
function withLead({ pack }: Prepared, { presence }: ExplainedNo, fixables: readonly Fixable[], { order = [], added = [], budget }: ChoiceOptions): readonly Fixable[] {
  const most = budget === undefined ? Infinity : effortOf[budget] + SMALL_THINGS;
  const changeable = order.filter(cause => pack.causes[cause]?.control !== 'them' && fixables.some(each => each.cause === cause && leastEffort(each.fixes) <= most && each.fixes.length > 0));
  const lead = changeable.find(cause => added.includes(cause) || (presence[cause] as number) >= PERHAPS) ?? changeable[0];
  return fixables.map(each => (each.cause === lead ? { ...each, fixes: fitting(each.fixes), required: true } : each));
}

/** Those that are for just this case, where there are some: a general one stays only where it does more than twice as much. */
function fitting(fixes: readonly FixOf[]): readonly FixOf[] {
  const most = Math.max(...fixes.filter(({ fix }) => fix.when !== undefined).map(({ fix }) => fix.removes.value), 0);
  return most === 0 ? fixes : fixes.filter(({ fix }) => fix.when !== undefined || fix.removes.value > 2 * most);
}

/** The best of the plans for these budgets: what is left out of a plan may have been its better part. */
function bestPlan(next: NextInterview, fixables: readonly Fixable[], budgets: readonly number[]): readonly FixOf[] {
  const plans = bestFixes(fixables, budgets, MOST_NEXT).map((fixes, index) =>
    trimmed(next, leadFirst(fixables, byGain(next, withHeart(next, fixables, fixes, budgets[index] as number)))));
  const best = plans.reduce((some, plan) => (plan.length > 0 && chanceOfGoingOn(next, plan) >= chanceOfGoingOn(next, some) ? plan : some), []);
  return fixables.some(({ required }) => required) || gainOf(next, ...best) > 0 ? best : [];
}

/** The budget and each smaller one; where none is given, also the least that does something for the leading cause, or helps at all. */
function budgetsFor(next: NextInterview, fixables: readonly Fixable[], budget: Effort | undefined): readonly number[] {
  const within = efforts.slice(0, efforts.indexOf(budget ?? USUAL) + 1).map(effort => effortOf[effort] + SMALL_THINGS);
  if (budget !== undefined) return within;
  const lead = fixables.find(({ required }) => required);
  const helpful = fixables.flatMap(({ fixes }) => fixes).filter(fix => gainOf(next, fix) > 0);
  return [...within, Math.max(...within, lead ? leastEffort(lead.fixes) + SMALL_THINGS : Math.min(leastEffort(helpful), effortOf.weeks))];
}

function leastEffort(fixes: readonly FixOf[]): number {
  return Math.min(...fixes.map(({ fix }) => effortOf[fix.effort]));
}

/** The most worthwhile fix of the leading cause comes first. */
function leadFirst(fixables: readonly Fixable[], fixes: readonly FixOf[]): readonly FixOf[] {
  const lead = fixes.find(({ cause }) => fixables.some(each => each.required && each.cause === cause));
  return lead ? [lead, ...fixes.filter(fix => fix !== lead)] : fixes;
}

function gainOf(next: NextInterview, ...fixes: readonly FixOf[]): number {
  return chanceOfGoingOn(next, fixes) - chanceOfGoingOn(next);
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
  const ordered = leadFirst(fixables, byGain(next, chosen));
  const [kept, givesWay] = [ordered.slice(0, MOST_NEXT - 1), ordered[MOST_NEXT - 1]];
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
