import { inOrder } from '../base/order.ts';
import { orDiagnosisError } from '../base/errors.ts';
import { type Checked, refused } from '../base/problem.ts';
import { readDiagnosis, unlessBroken } from '../diagnosis/readDiagnosis.ts';
import { type CauseChange, type CauseState, type ComparedInterview, type Comparison, COMPARISON_VERSION, type FixOutcome } from '../diagnosis/comparison.ts';
import type { Diagnosis, Evidence, Explanation, FixAdvice } from '../diagnosis/diagnosis.ts';

/**
 * Compares two interviews of one person: what became of the plan, what changed, what to keep and what to try next.
 *
 * @param before - the diagnosis of the earlier interview
 * @param after - that of the later one, made with the same pack; causes that only one of them knows have `null` in the other
 * @returns Plain data that shares nothing with the two.
 * @throws DiagnosisError for anything but two diagnoses of this version
 *
 * @example
 * const before = diagnose({ outcome: 'rejected', arrival: 'late' });
 * const after = diagnose({ outcome: 'rejected', arrival: 'on-time' });
 * compare(before, after).fixes.map(({ status }) => status); // ['done']
 */
export function compare(before: Diagnosis, after: Diagnosis): Comparison {
  return orDiagnosisError(safeCompare(before, after));
}

/**
 * As `compare`, for values of any origin: it returns problems instead of throwing them; paths start with `before` or
 * `after`.
 *
 * @example
 * const result = safeCompare(diagnose({ outcome: 'rejected' }), null);
 * result.ok ? [] : result.problems.map(({ path }) => path); // [['after']]
 */
export function safeCompare(before: unknown, after: unknown): Checked<Comparison> {
  const [earlier, later] = [readDiagnosis(before), readDiagnosis(after)];
  if (earlier.ok && later.ok) return unlessBroken('diagnosis', () => ({ ok: true, value: compared(earlier.value, later.value) }));
  const problems = [['before', earlier], ['after', later]] as const;
  return refused(problems.flatMap(([which, read]) => (read.ok ? [] : read.problems.map(each => ({ ...each, path: [which, ...each.path ?? []] })))));
}

function compared(before: Diagnosis, after: Diagnosis): Comparison {
  const { main, also } = before.plan;
  return structuredClone<Comparison>({
    version: COMPARISON_VERSION,
    samePack: before.pack.hash === after.pack.hash,
    before: interviewOf(before),
    after: interviewOf(after),
    fixes: [...(main ? [main] : []), ...also].map(fix => outcomeOf(fix, before, after)),
    changes: changesOf(before, after),
    keep: after.strengths.filter(strength => before.strengths.some(earlier => sameStrength(strength, earlier))),
    next: after.plan,
  });
}

function interviewOf({ outcome, headline, outsideYourControl }: Diagnosis): ComparedInterview {
  return { outcome, verdict: headline.verdict, outsideYourControl };
}

/** A fix counts as done when answers speak against what it was for, and are something that was done well. */
function outcomeOf(fix: FixAdvice, before: Diagnosis, after: Diagnosis): FixOutcome {
  const later = after.explanations.find(({ cause }) => cause === fix.cause);
  const title = later?.title ?? before.explanations.find(({ cause }) => cause === fix.cause)?.title ?? fix.cause;
  if (later?.supported) return { fix, title, status: 'again', because: later.for };
  const against = later?.against ?? [];
  const done = against.filter(evidence => after.strengths.some(strength => shownBy(strength) === shownBy(evidence)));
  if (done.length > 0) return { fix, title, status: 'done', because: done };
  return { fix, title, status: against.length > 0 ? 'gone' : 'cannot-tell', because: against };
}

/** A diagnosis names each strength once, under one of the causes that the same answers speak against. */
function shownBy({ answers }: Evidence): string {
  return JSON.stringify(answers);
}

/** Whether two interviews show the same thing done well. */
export function sameStrength(one: Evidence, other: Evidence): boolean {
  return one.cause === other.cause || one.because === other.because;
}

function changesOf(before: Diagnosis, after: Diagnosis): readonly CauseChange[] {
  const [earlier, later] = [byCause(before), byCause(after)];
  return [...new Map([...earlier, ...later]).values()]
    .map(({ cause, title, control }): CauseChange => ({ cause, title, control, before: stateOf(earlier.get(cause)), after: stateOf(later.get(cause)) }))
    .sort((a, b) => moved(b) - moved(a) || inOrder(a.cause, b.cause));
}

function byCause({ explanations }: Diagnosis): ReadonlyMap<string, Explanation> {
  return new Map(explanations.map(explanation => [explanation.cause, explanation]));
}

function stateOf(explanation: Explanation | undefined): CauseState | null {
  return explanation ? { supported: explanation.supported, presence: explanation.presence, share: explanation.share } : null;
}

function moved({ before, after }: CauseChange): number {
  return Math.abs((after?.share ?? 0) - (before?.share ?? 0));
}
