import type { Answers } from '../answers/answers.ts';
import type { CoachNotes } from '../answers/coachNotes.ts';
import { MOST_INTERVIEWS } from '../answers/answersFile.ts';
import type { FunnelCounts } from '../answers/funnelCounts.ts';
import { orAnswersError } from '../base/errors.ts';
import { plainItems } from '../base/plainObject.ts';
import { type Checked, type Problem, refused } from '../base/problem.ts';
import { corePack } from '../core/corePack.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { diagnosisOf } from '../diagnosis/diagnosisOf.ts';
import { type ReadInterview, readInterview } from '../inference/readInterview.ts';
import { type Inferred, safeInfer } from '../interview/infer.ts';
import type { Effort } from '../pack/effort.ts';
import type { Pack, TypedPack } from '../pack/pack.ts';
import type { Changes } from '../plan/changes.ts';
import { whatIfIn } from './interview.ts';
import { type KnownOptions, readOptions } from './options.ts';

/** What may be said beside the answers; each may be left out. */
export interface DiagnoseOptions<P extends Pack = Pack> {
  /** The knowledge to use; the core pack unless given. */
  readonly pack?: P | undefined;
  /** The day that counts as today, `YYYY-MM-DD`. Without it no days are counted: the library never reads a clock. */
  readonly asOf?: string | undefined;
  /** How many applications reached each stage of the search so far, to tell where it stops. */
  readonly funnel?: FunnelCounts | undefined;
  /** What a coach knows of the latest interview that the answers do not say: shown as theirs, and followed by the plan. */
  readonly coach?: CoachNotes | undefined;
  /** Answers that might have been otherwise in the latest interview, and fixes that might be done: `whatIf` says what changes. */
  readonly whatIf?: Changes<AnswersTo<P>> | undefined;
  /** How much effort the plan may take, beside two small things: an evening unless given, or the least that helps where that takes more. */
  readonly budget?: Effort | undefined;
}

/**
 * What may be answered: every question and option of the core pack is known to the compiler, those of other packs are
 * not.
 *
 * @example
 * const answers: AnswersTo<typeof corePack> = { outcome: 'rejected', prepared: ['reread-advert'] };
 */
export type AnswersTo<P extends Pack> = P extends TypedPack<infer A> ? A : Answers;

/**
 * Explains why there was no second interview.
 *
 * @param answers - question id → answer; missing, `null` and `'unknown'` all mean “I don't know”
 * @returns Everything that was inferred, as plain data that shares nothing with the answers.
 * @throws AnswersError with every problem of the answers
 *
 * @example
 * const { headline, explanations } = diagnose({ outcome: 'rejected', arrival: 'late', 'minutes-late': 20 });
 * headline.verdict; // 'mostly-you'
 * explanations[0]?.cause; // 'late'
 */
export function diagnose<P extends Pack = typeof corePack>(answers: AnswersTo<P>, options: DiagnoseOptions<P> = {}): Diagnosis {
  return orAnswersError(safeDiagnose(answers, options));
}

/**
 * As `diagnose`, for answers and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * const result = safeDiagnose(JSON.parse('{ "outcome": "rejected", "arival": "late" }'));
 * result.ok ? [] : result.problems.map(({ hint }) => hint); // ['did you mean “arrival”?']
 */
export function safeDiagnose(answers: unknown, options: DiagnoseOptions = {}): Checked<Diagnosis> {
  return diagnosed([answers], options, ({ path = [], ...problem }) => ({ ...problem, path: path.slice(1) }));
}

/**
 * Explains the latest of several interviews in the light of all of them, and what they say together (`pattern`).
 *
 * @param interviews - the answers of each, oldest first; at least one, 100 at most
 * @throws AnswersError with every problem of the answers of all interviews
 *
 * @example
 * const { pattern } = diagnoseHistory([{ outcome: 'rejected', 'stories-told': 0 }, { outcome: 'rejected', 'stories-told': 0 }]);
 * pattern?.recurring.map(({ cause, interviews }) => [cause, interviews]); // [['no-stories', 2]]
 */
export function diagnoseHistory<P extends Pack = typeof corePack>(interviews: readonly AnswersTo<P>[], options: DiagnoseOptions<P> = {}): Diagnosis {
  return orAnswersError(safeDiagnoseHistory(interviews, options));
}

/**
 * As `diagnoseHistory`, for answers and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * const result = safeDiagnoseHistory([{ outcome: 'rejected' }, { outcome: 'refused' }]);
 * result.ok ? [] : result.problems.map(({ path }) => path); // [[1, 'outcome']]
 */
export function safeDiagnoseHistory(interviews: unknown, options: DiagnoseOptions = {}): Checked<Diagnosis> {
  return diagnosed(interviews, options, problem => problem);
}

/**
 * The whole flow. Each stage is a folder:
 *
 * 1. `answers`: what was said is read as the pack asks for it.
 * 2. `evidence`: what it says for and against each cause is weighed. (`readInterview` does both.)
 * 3. `inference`: the causes, luck and the standing share what happened; silence, several interviews, the whole search.
 * 4. `asking`: which question would tell most. `plan`: which fixes help most. (`interview` names all of these, each
 *    worked out when it is asked for.)
 * 5. `diagnosis`: all of it in words, as one plain value. `report` then gives it its looks.
 *
 * @param placed - where a problem of the answers stands for this caller
 */
function diagnosed(interviews: unknown, options: unknown, placed: (problem: Problem) => Problem): Checked<Diagnosis> {
  const known = readOptions(options, ['pack', 'asOf', 'funnel', 'coach', 'whatIf', 'budget'], corePack);
  if (!known.ok) return refused([...known.problems, ...readWith(interviews, options, placed)]);
  const read = readInterviews(interviews, known.value);
  if (!read.ok) return refused(read.problems.map(placed));
  const inferred = inferredFrom(read.value, known.value);
  if (!inferred.ok) return inferred;
  const { whatIf } = known.value;
  if (whatIf === undefined) return { ok: true, value: diagnosisOf(inferred.value, null) };
  const otherwise = whatIfIn(inferred.value, whatIf);
  return otherwise.ok ? { ok: true, value: diagnosisOf(inferred.value, otherwise.value) } : otherwise;
}

/** What is wrong with the answers, so far as the options let them be read: wrong options do not hide it. */
function readWith(interviews: unknown, options: unknown, placed: (problem: Problem) => Problem): readonly Problem[] {
  const pack = readOptions(packOf(options), ['pack'], corePack);
  const read = pack.ok ? readInterviews(interviews, pack.value) : pack;
  return pack.ok && !read.ok ? read.problems.map(placed) : [];
}

function packOf(options: unknown): unknown {
  try {
    return typeof options === 'object' && options !== null && Object.hasOwn(options, 'pack') ? { pack: (options as { readonly pack: unknown }).pack } : {};
  } catch {
    return null; // a getter that throws
  }
}

/** The answers of each interview, read and weighed; a problem names the index of its interview first. */
export function readInterviews(interviews: unknown, { engine, asOf }: KnownOptions): Checked<readonly ReadInterview[]> {
  const items = plainItems(interviews);
  if (items === undefined || items.length === 0 || items.length > MOST_INTERVIEWS) {
    return refused([{ code: 'wrong-kind', message: 'interviews must be a list of answers', hint: `one to ${MOST_INTERVIEWS}, oldest first`, path: [] }]);
  }
  const read = items.map(answers => readInterview(engine.baseline, answers, asOf));
  const problems = read.flatMap((each, index) => (each.ok ? [] : each.problems.map((problem): Problem => ({ ...problem, path: [index, ...(problem.path ?? [])] }))));
  return problems.length > 0 ? refused(problems) : { ok: true, value: read.flatMap(each => (each.ok ? [each.value] : [])) };
}

/** @param interviews - at least one, oldest first */
function inferredFrom(interviews: readonly ReadInterview[], { engine, counts, coach, budget }: KnownOptions): Checked<Inferred> {
  return safeInfer(engine, { latest: interviews.at(-1) as ReadInterview, earlier: interviews.slice(0, -1), counts, coach, budget });
}
