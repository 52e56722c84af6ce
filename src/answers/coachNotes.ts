import { didYouMean } from '../base/nearest.ts';
import { plainEntries, plainItems } from '../base/plainObject.ts';
import { type Checked, type Problem, refused } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import type { Pack } from '../pack/pack.ts';

/**
 * What a coach knows that the answers do not say. It stands in the report as theirs; figures stay as the answers have
 * them.
 *
 * @example
 * const coach: CoachNotes = { strike: ['late'], theory: 'They had someone in mind.', agreed: ['Two mock interviews by March'] };
 * diagnose({ outcome: 'rejected', arrival: 'late' }, { coach }).coach?.struck.map(({ cause }) => cause); // ['late']
 */
export interface CoachNotes {
  /** Ids of causes that it was not. */
  readonly strike?: readonly string[];
  /** Ids of causes to look at besides. */
  readonly add?: readonly string[];
  /** The client's own theory, in a sentence. */
  readonly theory?: string;
  /** The steps that both agreed on, a sentence each. */
  readonly agreed?: readonly string[];
}

/** The same, checked: causes by index in the pack. */
export interface KnownCoachNotes {
  readonly struck: readonly number[];
  readonly added: readonly number[];
  readonly theory: string | null;
  readonly agreed: readonly string[];
}

const keys = ['strike', 'add', 'theory', 'agreed'] as const;
const LONGEST = 500;
const MOST_STEPS = 10;
const example = '{ "strike": ["late"], "agreed": ["Two mock interviews by March"] }';

/**
 * Checks what a coach said.
 *
 * @param input - of any origin; problems have paths that start with `coach`
 */
export function checkCoachNotes({ causes }: Pack, input: unknown): Checked<KnownCoachNotes> {
  const entries = plainEntries(input, 'coach', example);
  if (!entries.ok) return refused(entries.problems.map(problem => ({ ...problem, path: ['coach'] })));
  const given = new Map(entries.value.filter(([, value]) => value !== undefined && value !== null));
  const problems: Problem[] = [...given.keys()].filter(key => !keys.some(known => known === key))
    .map(key => ({ code: 'unknown-key', message: `${showAny(key)} is no part of “coach”`, hint: didYouMean(key, keys), path: ['coach', key] }));
  const indices = new Map(causes.flatMap(({ id, strength }, index) => (strength ? [[id, index] as const] : [])));
  const causesIn = (key: 'strike' | 'add'): readonly number[] => itemsIn(given, key, problems).flatMap((id, at) => {
    const index = typeof id === 'string' ? indices.get(id) : undefined;
    if (index === undefined) problems.push({ code: 'unknown-cause', message: `no cause of a no is called ${showAny(id)}`, hint: didYouMean(typeof id === 'string' ? id : '', indices.keys()), path: ['coach', key, at] });
    return index ?? [];
  });
  const [struck, added] = [causesIn('strike'), causesIn('add')];
  const both = struck.find(cause => added.includes(cause));
  if (both !== undefined) problems.push({ code: 'contradiction', message: `“${causes[both]?.id ?? ''}” is struck, and added`, hint: 'keep one of them', path: ['coach', 'add'] });
  const theory = given.get('theory') ?? null;
  if (theory !== null) sentenceIn(theory, ['coach', 'theory'], problems);
  const agreed = itemsIn(given, 'agreed', problems);
  agreed.forEach((step, at) => { sentenceIn(step, ['coach', 'agreed', at], problems); });
  if (agreed.length > MOST_STEPS) problems.push({ code: 'too-many', message: `${agreed.length} agreed steps are more than anyone takes`, hint: `${MOST_STEPS} at most`, path: ['coach', 'agreed'] });
  return problems.length > 0 ? refused(problems) : { ok: true, value: { struck, added, theory: theory as string | null, agreed: agreed as readonly string[] } };
}

function itemsIn(given: ReadonlyMap<string, unknown>, key: string, problems: Problem[]): readonly unknown[] {
  if (!given.has(key)) return [];
  const items = plainItems(given.get(key));
  if (items === undefined) problems.push({ code: 'wrong-kind', message: `“${key}” takes a list, not ${showAny(given.get(key))}`, hint: `write ${example}`, path: ['coach', key] });
  return items ?? [];
}

function sentenceIn(value: unknown, path: readonly (string | number)[], problems: Problem[]): void {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST) return;
  problems.push({ code: 'wrong-kind', message: `“${String(path[1])}” takes a sentence, not ${showAny(value)}`, hint: `1 to ${LONGEST} letters`, path });
}
