import { MOST_INTERVIEWS } from '../answers/answersFile.ts';
import { dayNumber } from '../base/calendar.ts';
import { orDiagnosisError } from '../base/errors.ts';
import { inOrder } from '../base/order.ts';
import { plainItems } from '../base/plainObject.ts';
import { type Checked, refused } from '../base/problem.ts';
import type { Diagnosis, Evidence, Explanation, FixAdvice } from '../diagnosis/diagnosis.ts';
import type { FixOutcome } from '../diagnosis/comparison.ts';
import { readDiagnosis, unlessBroken } from '../diagnosis/readDiagnosis.ts';
import {
  type CauseCourse, type CauseStanding, type Course, type DatedInterview, type FixStanding, type KeptStrength,
  type StillOpen, type Timeline, TIMELINE_VERSION, type TriedFix,
} from '../diagnosis/timelineShape.ts';
import { compare, sameStrength } from './compare.ts';

/**
 * Several interviews of one person, side by side: what was tried, what changed, what is still open.
 *
 * @param diagnoses - one of each interview, two at least and 100 at most, in any order: they are sorted by the answer
 *   to `interview-date`. Those of one day keep their order; one without a date stays behind the one before it.
 * @returns Plain data that shares nothing with them. Nothing is inferred anew.
 * @throws DiagnosisError for anything but a list of diagnoses of this version
 *
 * @example
 * const diagnoses = [diagnose({ outcome: 'rejected', arrival: 'late' }), diagnose({ outcome: 'rejected', arrival: 'on-time' })];
 * timeline(diagnoses).changes.map(({ cause, course }) => [cause, course]); // [['late', 'went']]
 */
export function timeline(diagnoses: readonly Diagnosis[]): Timeline {
  return orDiagnosisError(safeTimeline(diagnoses));
}

/**
 * As `timeline`, for values of any origin: it returns problems instead of throwing them; paths start with an index.
 *
 * @example
 * safeTimeline([diagnose({ outcome: 'rejected' })]).ok; // false
 */
export function safeTimeline(diagnoses: unknown): Checked<Timeline> {
  const items = plainItems(diagnoses);
  if (items === undefined || items.length < 2 || items.length > MOST_INTERVIEWS) {
    const hint = `pass one for each interview, ${MOST_INTERVIEWS} at most`;
    return refused([{ code: 'wrong-kind', message: 'a timeline takes a list of two diagnoses or more', hint, path: [] }]);
  }
  const read = items.map(readDiagnosis);
  const problems = read.flatMap((each, index) =>
    (each.ok ? [] : each.problems.map(problem => ({ ...problem, path: [index, ...problem.path ?? []] }))));
  if (problems.length > 0) return refused(problems);
  const known = read.flatMap(each => (each.ok ? [each.value] : []));
  return unlessBroken('diagnosis', () => ({ ok: true, value: timelineOf(sortedByDate(known)) }));
}

/** @param diagnoses - oldest first, two at least */
function timelineOf(diagnoses: readonly Diagnosis[]): Timeline {
  const latest = diagnoses.at(-1) as Diagnosis;
  const tried = triedIn(diagnoses);
  return structuredClone<Timeline>({
    version: TIMELINE_VERSION,
    samePack: new Set(diagnoses.map(({ pack }) => pack.hash)).size === 1,
    interviews: diagnoses.map(interviewOf),
    tried,
    changes: changesIn(diagnoses),
    open: openIn(diagnoses, tried, latest),
    kept: keptIn(diagnoses),
    next: latest.plan,
  });
}

/** Each with a date leads those without one that follow it; such groups are sorted. */
function sortedByDate(diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  const groups: { readonly date: string; readonly members: Diagnosis[] }[] = [];
  for (const diagnosis of diagnoses) {
    const date = dateOf(diagnosis);
    const last = groups.at(-1);
    if (date === null && last) last.members.push(diagnosis);
    else groups.push({ date: date ?? '', members: [diagnosis] });
  }
  return groups.sort((a, b) => inOrder(a.date, b.date)).flatMap(({ members }) => members);
}

function dateOf({ answers }: Diagnosis): string | null {
  const given = answers['interview-date'];
  return typeof given === 'string' && dayNumber(given) !== undefined ? given : null;
}

function interviewOf(diagnosis: Diagnosis): DatedInterview {
  const { answers: { stage }, outcome, headline: { verdict }, outsideYourControl } = diagnosis;
  const [date, first] = [dateOf(diagnosis), firstOf(diagnosis)];
  return { date, stage: typeof stage === 'string' ? stage : null, outcome, verdict, first, outsideYourControl };
}

/** What comes first in the ranking, where an answer speaks for it. */
function firstOf(diagnosis: Diagnosis): DatedInterview['first'] {
  const { ranking, explanations, silence } = diagnosis;
  const first = ranking.find(({ cause }) => !isStruck(diagnosis, cause))?.cause;
  const known = explanations.find(({ cause, supported }) => supported && cause === first)
    ?? silence?.causes.find(each => each.for.length > 0 && each.cause === first);
  return known ? { cause: known.cause, title: known.title } : null;
}

/** What was planned for the next interview, and what each later one shows of it. */
function triedIn(diagnoses: readonly Diagnosis[]): readonly TriedFix[] {
  const planned = new Map<string, { fix: FixAdvice; readonly at: number[] }>();
  const later = new Map<string, FixStanding[]>();
  diagnoses.forEach((diagnosis, interview) => {
    const fixes = [...planned.values()].map(each => each.fix);
    for (const { fix, status, because } of fatesOf(fixes, diagnoses[interview - 1], diagnosis)) {
      later.get(keyOf(fix))?.push({ interview, status, because });
    }
    for (const fix of plannedBy(diagnosis)) {
      const key = keyOf(fix);
      planned.set(key, { fix, at: [...planned.get(key)?.at ?? [], interview] });
      if (!later.has(key)) later.set(key, []);
    }
  });
  return [...planned].map(([key, { fix, at }]) =>
    ({ fix, title: titleIn(diagnoses, fix.cause), planned: at, later: later.get(key) ?? [] }));
}

/** As if all that was planned so far had been the plan of the interview before. */
function fatesOf(fixes: readonly FixAdvice[], before: Diagnosis | undefined, after: Diagnosis): readonly FixOutcome[] {
  if (!before || fixes.length === 0) return [];
  return compare({ ...before, plan: { ...before.plan, main: null, also: fixes } }, after).fixes;
}

function plannedBy({ plan: { main, also } }: Diagnosis): readonly FixAdvice[] {
  return main ? [main, ...also] : also;
}

/** Ids of fixes are those of one pack; another one may give the same to a fix of another cause. */
function keyOf({ cause, id }: FixAdvice): string {
  return JSON.stringify([cause, id]);
}

/** As the latest interview that knows the cause calls it. */
function titleIn(diagnoses: readonly Diagnosis[], cause: string): string {
  const knowing = diagnoses.findLast(diagnosis => explanationIn(diagnosis, cause) !== undefined);
  return (knowing && explanationIn(knowing, cause)?.title) ?? cause;
}

function explanationIn({ explanations }: Diagnosis, cause: string): Explanation | undefined {
  return explanations.find(each => each.cause === cause);
}

function changesIn(diagnoses: readonly Diagnosis[]): readonly CauseCourse[] {
  const known = new Map(diagnoses.flatMap(({ explanations }) =>
    explanations.map(({ cause, title, control }) => [cause, { cause, title, control }])));
  return [...known.values()].flatMap((cause): readonly CauseCourse[] => {
    const at = diagnoses.map(diagnosis => standingIn(diagnosis, cause.cause));
    const seen = at.flatMap((each, interview) => (each?.says === 'for' ? [interview] : []));
    return seen.length > 0 ? [{ ...cause, course: courseOf(at), seen, at }] : [];
  }).sort((a, b) => b.seen.length - a.seen.length || lastOf(b) - lastOf(a) || inOrder(a.cause, b.cause));
}

function lastOf({ seen }: CauseCourse): number {
  return seen.at(-1) ?? 0;
}

function standingIn(diagnosis: Diagnosis, cause: string): CauseStanding | null {
  const explanation = explanationIn(diagnosis, cause);
  if (!explanation) return null;
  const { supported, against, presence, share } = explanation;
  const struck = isStruck(diagnosis, cause);
  if (supported && !struck) return { says: 'for', presence, share };
  return { says: struck || against.length > 0 ? 'against' : 'nothing', presence, share };
}

function isStruck({ coach }: Diagnosis, cause: string): boolean {
  return coach?.struck.some(each => each.cause === cause) ?? false;
}

function courseOf(at: readonly (CauseStanding | null)[]): Course {
  if (at.at(-1)?.says === 'for') return at[0]?.says === 'for' ? 'stayed' : 'came';
  return at.findLast(each => each && each.says !== 'nothing')?.says === 'against' ? 'went' : 'not-told';
}

function openIn(diagnoses: readonly Diagnosis[], tried: readonly TriedFix[], latest: Diagnosis): StillOpen {
  const agreed = new Map<string, number[]>();
  diagnoses.forEach(({ coach }, interview) => {
    for (const step of new Set(coach?.agreed)) agreed.set(step, [...agreed.get(step) ?? [], interview]);
  });
  return {
    fixes: tried.filter(each => isOpen(each) && !isStruck(latest, each.fix.cause)),
    agreed: [...agreed].map(([step, interviews]) => ({ step, interviews })),
  };
}

function isOpen({ planned, later }: TriedFix): boolean {
  const last = later.findLast(({ status }) => status !== 'cannot-tell');
  return last ? last.status === 'again' : planned.length > 1;
}

/** A strength is told as the latest interview that shows it has it. */
function keptIn(diagnoses: readonly Diagnosis[]): readonly KeptStrength[] {
  const all = diagnoses.map((_, interview) => interview);
  const showing = (strength: Evidence): readonly number[] =>
    all.filter(interview => diagnoses[interview]?.strengths.some(each => sameStrength(each, strength)));
  return all.toReversed()
    .flatMap(interview => (diagnoses[interview]?.strengths ?? [])
      .map((strength): KeptStrength => ({ strength, interviews: showing(strength) }))
      .filter(({ interviews }) => interviews.at(-1) === interview))
    .filter(({ interviews }) => interviews.length > 1 && 2 * interviews.length > all.length)
    .sort((a, b) => b.interviews.length - a.interviews.length);
}
