import { didYouMean } from '../base/nearest.ts';
import type { Checked, Problem } from '../base/problem.ts';
import type { Baseline } from '../inference/no/baseline.ts';
import { type ReadInterview, withOtherAnswers } from '../inference/readInterview.ts';
import type { Prepared } from '../pack/preparePack.ts';
import type { Answers } from '../answers/answers.ts';
import { plainEntries, plainItems } from '../base/plainObject.ts';
import { showAny } from '../base/show.ts';
import type { FixOf } from './nextChance.ts';

/**
 * What might have been otherwise, or may be done: some other answers, and fixes by id.
 *
 * @example
 * const changes: Changes<CoreAnswers> = { answers: { arrival: 'on-time' }, fixes: ['fifteen-minutes-early'] };
 * whatIf({ outcome: 'rejected', arrival: 'late' }, changes).fixes.map(({ fix }) => fix); // ['fifteen-minutes-early']
 */
export interface Changes<A = Answers> {
  /** Question id → the answer instead; `'unknown'` takes an answer back. */
  readonly answers?: A;
  /** Ids of fixes, of any cause. */
  readonly fixes?: readonly string[];
}

/** The interview with other answers, which questions they are, and the fixes that are done. */
export interface Changed {
  readonly interview: ReadInterview;
  /** Indices of the questions that are answered otherwise, in the order of the pack. */
  readonly questions: readonly number[];
  readonly fixes: readonly FixOf[];
}

/**
 * Reads changes to one interview.
 *
 * @param interview - as it was
 * @param changes - of any origin; problems have paths from `whatIf` on
 */
export function readChanges(baseline: Baseline, interview: ReadInterview, changes: unknown): Checked<Changed> {
  const entries = plainEntries(changes, 'whatIf', '{ "answers": { "question": "answer" }, "fixes": ["fix"] }');
  if (!entries.ok) return within(entries.problems, []);
  const parts = new Map(entries.value);
  const stray = [...parts.keys()].find(key => key !== 'answers' && key !== 'fixes');
  if (stray !== undefined) return within([{ code: 'unknown-key', message: `${showAny(stray)} cannot be changed`, hint: didYouMean(stray, ['answers', 'fixes']), path: [stray] }], []);
  const others = plainEntries(parts.get('answers') ?? {}, 'answers');
  const fixes = readFixes(baseline.prepared, parts.get('fixes') ?? []);
  if (!others.ok || !fixes.ok) return within([...(fixes.ok ? [] : fixes.problems), ...(others.ok ? [] : others.problems)], []);
  const changed = withOtherAnswers(baseline, interview, others.value);
  if (!changed.ok) return within(changed.problems, ['answers']);
  const questions = others.value.flatMap(([id]) => baseline.prepared.questionIndices.get(id) ?? []).sort((a, b) => a - b);
  return { ok: true, value: { interview: changed.value, questions, fixes: fixes.value } };
}

function readFixes({ pack }: Prepared, value: unknown): Checked<readonly FixOf[]> {
  const items = plainItems(value);
  if (!items) return { ok: false, problems: [{ code: 'wrong-kind', message: 'fixes must be a list of their ids', hint: 'write ["fix"]', path: ['fixes'] }] };
  const all = new Map(pack.causes.flatMap(({ fixes }, cause) => fixes.map(fix => [fix.id, { cause, fix }] as const)));
  const found = items.map(id => (typeof id === 'string' ? all.get(id) : undefined));
  const problems = items.flatMap((id, index): readonly Problem[] => (found[index] ? [] : [{ code: 'unknown-fix', message: `no fix is called ${showAny(id)}`, hint: typeof id === 'string' ? didYouMean(id, all.keys()) : 'write its id', path: ['fixes', index] }]));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: [...new Set(found)].flatMap(each => each ?? []) };
}

function within(problems: readonly Problem[], path: readonly string[]): Checked<never> {
  return { ok: false, problems: problems.map(problem => ({ ...problem, path: ['whatIf', ...path, ...(problem.path ?? [])] })) };
}
