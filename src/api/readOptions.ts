import { didYouMean } from '../base/nearest.ts';
import { isPack } from '../pack/isPack.ts';
import { type Effort, efforts } from '../pack/effort.ts';
import type { Pack } from '../pack/pack.ts';
import type { Problem } from '../base/problem.ts';
import { dayOf } from '../answers/checkAnswers.ts';
import { plainEntries } from '../base/plainObject.ts';
import { showAny } from '../base/show.ts';

/** What the options of a call say; those that have a check of their own are handed on as they are. */
export interface KnownOptions {
  readonly pack: Pack;
  /** A day that exists. */
  readonly asOf: string | undefined;
  readonly funnel: unknown;
  readonly whatIf: unknown;
  readonly budget: Effort | undefined;
  /** A whole number of 0 or more. */
  readonly most: number | undefined;
}

export interface ReadOptions {
  /** Nothing when they cannot be read, or name no pack; what is wrong with another one counts as not given. */
  readonly known: KnownOptions | undefined;
  readonly problems: readonly Problem[];
}

const OPTIONS = ['pack', 'asOf', 'funnel', 'whatIf', 'budget'];
/** What `openAnswersFile` gives may be passed on whole. */
const BESIDE = 'interviews';

/**
 * Reads the options of a call, of any origin: their own properties, once each. What is `undefined` is not given.
 *
 * @param core - the pack to use unless another is given
 * @param further - options that this call takes beside `pack`, `asOf`, `funnel`, `whatIf` and `budget`
 * @returns Problems have paths that start with the name of the option.
 */
export function readOptions(options: unknown, core: Pack, further: readonly 'most'[] = []): ReadOptions {
  const entries = plainEntries(options, 'options', '{ "asOf": "2026-11-22" }');
  if (!entries.ok) return { known: undefined, problems: entries.problems };
  const given = new Map(entries.value.filter(([, value]) => value !== undefined));
  const names = [...OPTIONS, ...further];
  const problems: Problem[] = [...given.keys()].filter(key => key !== BESIDE && !names.includes(key))
    .map(key => ({ code: 'unknown-key', message: `${showAny(key)} is no option`, hint: didYouMean(key, names), path: [key] }));
  const pack = given.has('pack') ? given.get('pack') : core;
  const usable = isPack(pack);
  if (!usable) problems.push({ code: 'wrong-kind', message: `“pack” takes a pack, not ${showAny(pack)}`, hint: 'pass what loadPack gave, or leave it out for the core pack', path: ['pack'] });
  const asOf = given.get('asOf');
  const day = dayOf(asOf, problems);
  const most = given.get('most');
  if (further.includes('most') && most !== undefined && !isCount(most)) problems.push({ code: 'wrong-kind', message: `“most” takes how many questions, not ${showAny(most)}`, hint: 'write a whole number of 0 or more', path: ['most'] });
  const wanted = given.get('budget');
  const budget = efforts.find(effort => effort === wanted);
  if (wanted !== undefined && budget === undefined) problems.push({ code: 'wrong-kind', message: `“budget” takes how much effort a plan may take, not ${showAny(wanted)}`, hint: `write ${efforts.slice(0, -1).join(', ')} or ${efforts.at(-1)}`, path: ['budget'] });
  if (!usable) return { known: undefined, problems };
  return { known: { pack, asOf: day === undefined ? undefined : String(asOf), funnel: given.get('funnel'), whatIf: given.get('whatIf'), budget, most: isCount(most) ? most : undefined }, problems };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
