import { type KnownAnswers, readAnswers, withAnswers } from '../answers/readAnswers.ts';
import { unanswered } from '../pack/layout.ts';
import { outcomeOf } from '../answers/outcome.ts';
import { type Checked, refused } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { UNKNOWN } from '../pack/answer.ts';
import { contradictions } from '../evidence/findings.ts';
import { reweigh, type Weighed } from '../evidence/weigh.ts';
import type { Baseline } from './no/baseline.ts';
import type { WeighedInterview } from './history/players.ts';
import { isOverdue } from './silence/clock.ts';

/** One interview whose answers fit the pack and do not contradict each other, with every cause weighed. */
export interface ReadInterview extends WeighedInterview {
  readonly known: KnownAnswers;
}

/**
 * Reads the answers of one interview and weighs the causes that look at them.
 *
 * @param answers - question id → answer, of any origin
 * @param asOf - the day that counts as today, `YYYY-MM-DD`
 */
export function readInterview(baseline: Baseline, answers: unknown, asOf?: string): Checked<ReadInterview> {
  const known = readAnswers(baseline.prepared, answers, asOf);
  return known.ok ? weighedFrom(baseline, known.value, baseline.weighed, unanswered(baseline.prepared.layout)) : known;
}

/** The same interview with some answers otherwise, `undefined` for “I don't know”; only what looks at them is weighed anew. */
export function withOtherAnswers(baseline: Baseline, { known, weighed, columns }: ReadInterview, others: readonly (readonly [string, unknown])[]): Checked<ReadInterview> {
  const then = withAnswers(baseline.prepared, known, others.map(([id, value]) => [id, value === undefined ? UNKNOWN : value]));
  return then.ok ? weighedFrom(baseline, then.value, weighed, columns) : then;
}

/**
 * The same interview with one answer otherwise.
 *
 * @param question - its id, of any origin
 * @param value - the answer, of any origin
 */
export function withAnswer(baseline: Baseline, interview: ReadInterview, question: unknown, value: unknown): Checked<ReadInterview> {
  if (typeof question === 'string') return withOtherAnswers(baseline, interview, [[question, value]]);
  return refused([{ code: 'unknown-question', message: `${showAny(question)} is no id of a question`, hint: 'name a question of the pack', path: [] }]);
}

function weighedFrom({ prepared }: Baseline, known: KnownAnswers, before: Weighed, from: readonly number[]): Checked<ReadInterview> {
  const { reading } = known;
  const { weighed, clash } = reweigh(prepared, before, from, reading.columns);
  if (clash >= 0) return { ok: false, problems: contradictions(prepared, reading) };
  return { ok: true, value: { known, weighed, columns: reading.columns, failed: failedOf(prepared, known) } };
}

/** Silence past its time counts as a no among several interviews; what isn't due yet, or too fresh to tell, as open. */
function failedOf(prepared: Baseline['prepared'], { reading }: KnownAnswers): boolean | null {
  const outcome = outcomeOf(prepared, reading);
  if (outcome === null || outcome === 'waiting' || (outcome === 'no-reply' && !isOverdue(prepared, reading, outcome))) return null;
  return outcome !== 'advanced';
}
