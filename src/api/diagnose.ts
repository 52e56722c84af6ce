import { corePack } from '../core/corePack.ts';
import { infer, reasonsFor } from './infer.ts';
import { nanosecondsForPattern } from '../inference/history/pattern.ts';
import { readInterview, type ReadInterview } from '../inference/readInterview.ts';
import { unaskedInterview } from '../inference/no/usual.ts';
import type { Effort } from '../pack/effort.ts';
import type { Pack, TypedPack } from '../pack/pack.ts';
import { type Changes, readChanges } from '../plan/changes.ts';
import { AnswersError, type Checked, type Problem, refused } from '../base/problem.ts';
import type { Answers } from '../answers/answers.ts';
import { MOST_INTERVIEWS } from '../answers/answersFile.ts';
import { checkFunnelCounts, type FunnelCounts, type KnownCounts } from '../answers/funnelCounts.ts';
import { plainItems } from '../base/plainObject.ts';
import { type KnownOptions, readOptions } from './readOptions.ts';
import { compose } from '../diagnosis/diagnosisOf.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { whatIfOf } from '../diagnosis/whatIfOf.ts';

export interface DiagnoseOptions<P extends Pack = Pack> {
  /** The knowledge to use; the core pack unless given. */
  readonly pack?: P;
  /** The day that counts as today, `YYYY-MM-DD`. Without it no days are counted: the library never reads a clock. */
  readonly asOf?: string;
  /** How many applications reached each stage of the search so far, to tell where it stops. */
  readonly funnel?: FunnelCounts;
  /** Answers that might have been otherwise in the latest interview, and fixes that might be done: `whatIf` says what changes. */
  readonly whatIf?: Changes<AnswersTo<P>>;
  /** How much effort the plan may take, beside two small things: an evening unless given, or the least that helps where that takes more. */
  readonly budget?: Effort;
}

/** What may be answered: every question and option of the core pack is known to the compiler, those of other packs are not. */
export type AnswersTo<P extends Pack> = P extends TypedPack<infer A> ? A : Answers;

/**
 * Explains why there was no second interview.
 *
 * @param answers - question id → answer; missing, `null` and `'unknown'` all mean “I don't know”
 * @returns Everything that was inferred, as plain data that shares nothing with the answers.
 * @throws AnswersError with every problem of the answers
 */
export function diagnose<P extends Pack = typeof corePack>(answers: AnswersTo<P>, options: DiagnoseOptions<P> = {}): Diagnosis {
  return orThrow(safeDiagnose(answers, options));
}

/** As `diagnose`, for answers and options of any origin: it returns problems instead of throwing them. */
export function safeDiagnose(answers: unknown, options: DiagnoseOptions = {}): Checked<Diagnosis> {
  const { known, problems } = readOptions(options, corePack);
  if (!known) return refused(problems);
  const read = readInterview(known.pack, answers, known.asOf);
  const counts = countsOf(known);
  if (problems.length === 0 && read.ok && counts.ok) return concluded(known, [read.value], counts.value, answers);
  return refused([...problems, ...[read, counts].flatMap(each => (each.ok ? [] : each.problems))]);
}

/**
 * Explains the latest of several interviews in the light of all of them, and what they say together (`pattern`).
 *
 * @param interviews - the answers of each, oldest first; at least one, 100 at most
 * @throws AnswersError with every problem of the answers of all interviews
 */
export function diagnoseHistory<P extends Pack = typeof corePack>(interviews: readonly AnswersTo<P>[], options: DiagnoseOptions<P> = {}): Diagnosis {
  return orThrow(safeDiagnoseHistory(interviews, options));
}

/** As `diagnoseHistory`, for answers and options of any origin: it returns problems instead of throwing them. */
export function safeDiagnoseHistory(interviews: unknown, options: DiagnoseOptions = {}): Checked<Diagnosis> {
  const { known, problems } = readOptions(options, corePack);
  const items = plainItems(interviews);
  if (items === undefined || items.length === 0 || items.length > MOST_INTERVIEWS) {
    return refused([...problems, { code: 'wrong-kind', message: 'interviews must be a list of answers', hint: `one to ${MOST_INTERVIEWS}, oldest first`, path: [] }]);
  }
  if (!known) return refused(problems);
  const read = items.map(answers => readInterview(known.pack, answers, known.asOf));
  const wrong = read.flatMap((each, index) => (each.ok ? [] : each.problems.map((problem): Problem => ({ ...problem, path: [index, ...(problem.path ?? [])] }))));
  const counts = countsOf(known);
  if (problems.length > 0 || wrong.length > 0 || !counts.ok) return refused([...problems, ...wrong, ...(counts.ok ? [] : counts.problems)]);
  return concluded(known, read.flatMap(each => (each.ok ? [each.value] : [])), counts.value, items.at(-1));
}

function countsOf({ pack, funnel }: KnownOptions): Checked<KnownCounts | null> {
  return funnel === undefined ? { ok: true, value: null } : checkFunnelCounts(pack, funnel);
}

/** Ten seconds on an ordinary machine; thirty interviews that all differ mostly take less with the core pack. */
const MOST_NANOSECONDS = 1e10;

function tooMany(pack: Pack, interviews: readonly ReadInterview[]): readonly Problem[] {
  if (nanosecondsForPattern(pack, interviews, unaskedInterview(pack)) <= MOST_NANOSECONDS) return [];
  return [{ code: 'too-large', message: `these ${interviews.length} interviews differ in too many ways to be weighed together`, hint: 'leave out the oldest ones', path: [] }];
}

function concluded({ pack, asOf, whatIf, budget }: KnownOptions, interviews: readonly ReadInterview[], counts: KnownCounts | null, answers: unknown): Checked<Diagnosis> {
  const [latest, earlier] = [interviews.at(-1), interviews.slice(0, -1)];
  if (!latest) throw new RangeError('there is no interview');
  const large = tooMany(pack, interviews);
  if (large.length > 0) return refused(large);
  const inferred = infer(pack, latest, earlier, counts);
  if (whatIf === undefined) return { ok: true, value: compose(pack, latest.checked, inferred, null, budget) };
  const changed = readChanges(pack, answers, whatIf, asOf);
  if (!changed.ok) return refused(changed.problems);
  const { interview } = changed.value;
  const larger = tooMany(pack, [...earlier, interview]);
  if (larger.length > 0) return refused(larger);
  const otherwise = { interview, inferred: reasonsFor(pack, interview, earlier) };
  return { ok: true, value: compose(pack, latest.checked, inferred, whatIfOf(pack, { interview: latest, inferred }, otherwise, changed.value), budget) };
}

/** @throws AnswersError when there are problems */
export function orThrow<T>(result: Checked<T>): T {
  if (!result.ok) throw new AnswersError(result.problems);
  return result.value;
}
