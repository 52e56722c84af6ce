import { checkCoachNotes, type KnownCoachNotes } from '../answers/coachNotes.ts';
import type { KnownCounts } from '../answers/funnelCounts.ts';
import { checkFunnelCounts } from '../answers/funnelCounts.ts';
import { dayOf } from '../answers/readAnswers.ts';
import { plainEntries } from '../base/plainObject.ts';
import { type Checked, type Problem, refused } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { strayOptions } from '../base/strayOptions.ts';
import type { Engine } from '../interview/engine.ts';
import { type Effort, efforts } from '../pack/effort.ts';
import type { Pack } from '../pack/pack.ts';
import { safeEngineFor } from './engineFor.ts';

/** What the options of a call say, each understood. */
export interface KnownOptions {
  readonly engine: Engine;
  /** A day that exists. */
  readonly asOf: string | undefined;
  readonly counts: KnownCounts | null;
  readonly coach: KnownCoachNotes | null;
  /** Has a check of its own, and is handed on as it is. */
  readonly whatIf: unknown;
  readonly budget: Effort | undefined;
  /** A whole number of 0 or more. */
  readonly most: number | undefined;
  readonly short: boolean;
}

type OptionName = 'pack' | 'asOf' | 'funnel' | 'coach' | 'whatIf' | 'budget' | 'most' | 'short';

/** What `openAnswersFile` gives may be passed on whole. */
const BESIDE = 'interviews';

/** An option that was given, and what is wrong with it. */
type Given = ReadonlyMap<string, unknown>;

/**
 * Reads the options of a call, of any origin: their own properties, once each. What is `undefined` is not given.
 *
 * @param names - the options that this call takes; any other is a problem
 * @param core - the pack to use unless another is given
 * @returns Problems have paths that start with the name of the option.
 */
export function readOptions(options: unknown, names: readonly OptionName[], core: Pack): Checked<KnownOptions> {
  const entries = plainEntries(options, 'options', '{ "asOf": "2026-11-22" }');
  if (!entries.ok) return entries;
  const given: Given = new Map(entries.value.filter(([, value]) => value !== undefined));
  const problems = strayOptions([...given.keys()].filter(key => key !== BESIDE), names);
  const engine = safeEngineFor(given.has('pack') ? given.get('pack') : core);
  if (!engine.ok) problems.push(...engine.problems);
  const asOf = given.get('asOf');
  const day = dayOf(asOf, problems);
  const budget = budgetIn(given, problems);
  const most = given.has('most') ? mostIn(given.get('most'), problems) : undefined;
  const short = given.get('short') ?? false;
  if (typeof short !== 'boolean') problems.push({ code: 'wrong-kind', message: `“short” takes whether only the short intake is asked, not ${showAny(short)}`, hint: 'write true or false', path: ['short'] });
  const counts = engine.ok && given.has('funnel') ? checkFunnelCounts(engine.value.pack, given.get('funnel')) : null;
  if (counts?.ok === false) problems.push(...counts.problems);
  const coach = engine.ok && given.has('coach') ? checkCoachNotes(engine.value.pack, given.get('coach')) : null;
  if (coach?.ok === false) problems.push(...coach.problems);
  if (!engine.ok || problems.length > 0) return refused(problems);
  return {
    ok: true,
    value: { engine: engine.value, asOf: day === undefined ? undefined : String(asOf), counts: counts?.ok ? counts.value : null, coach: coach?.ok ? coach.value : null, whatIf: given.get('whatIf'), budget, most, short: short === true },
  };
}

function budgetIn(given: Given, problems: Problem[]): Effort | undefined {
  const wanted = given.get('budget');
  const budget = efforts.find(effort => effort === wanted);
  if (wanted !== undefined && budget === undefined) {
    const hint = `write ${efforts.slice(0, -1).join(', ')} or ${efforts.at(-1)}`;
    problems.push({ code: 'wrong-kind', message: `“budget” takes how much effort a plan may take, not ${showAny(wanted)}`, hint, path: ['budget'] });
  }
  return budget;
}

/** How many questions, of any origin: a whole number of 0 or more. */
export function mostIn(most: unknown, problems: Problem[]): number | undefined {
  if (typeof most === 'number' && Number.isInteger(most) && most >= 0) return most;
  problems.push({ code: 'wrong-kind', message: `“most” takes how many questions, not ${showAny(most)}`, hint: 'write a whole number of 0 or more', path: ['most'] });
  return undefined;
}
