import { corePack } from './core/corePack.ts';
import { explainHistory } from './inference/explainHistory.ts';
import { explainNo } from './inference/explainNo.ts';
import { explainFunnel } from './inference/funnel.ts';
import { patternOf } from './inference/pattern.ts';
import { personAfter } from './inference/person.ts';
import { readInterview, type ReadInterview } from './inference/readInterview.ts';
import { sensitivityOf } from './inference/sensitivity.ts';
import { explainSilence } from './inference/silence.ts';
import { unaskedInterview, usualChanceOfNo } from './inference/usual.ts';
import type { Pack, TypedPack } from './pack/pack.ts';
import { employerQuestion } from './plan/employerQuestion.ts';
import { nextInterview } from './plan/nextChance.ts';
import { questionWorths } from './plan/nextQuestion.ts';
import { AnswersError, type Checked, type Problem } from './problem.ts';
import type { Answers } from './questionnaire/answers.ts';
import { MOST_INTERVIEWS } from './questionnaire/answersFile.ts';
import { checkFunnelCounts, type FunnelCounts, type KnownCounts } from './questionnaire/funnelCounts.ts';
import { isSilent, outcomeOf } from './questionnaire/outcome.ts';
import { plainItems } from './questionnaire/plainObject.ts';
import { compose } from './report/compose.ts';
import type { Diagnosis } from './report/diagnosis.ts';

export interface DiagnoseOptions<P extends Pack = Pack> {
  /** The knowledge to use; the core pack unless given. */
  readonly pack?: P;
  /** The day that counts as today, `YYYY-MM-DD`. Without it no days are counted: the library never reads a clock. */
  readonly asOf?: string;
  /** How many applications reached each stage of the search so far, to tell where it stops. */
  readonly funnel?: FunnelCounts;
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

/** As `diagnose`, for answers of any origin: it returns problems instead of throwing them. */
export function safeDiagnose(answers: unknown, options: DiagnoseOptions = {}): Checked<Diagnosis> {
  const read = readInterview(options.pack ?? corePack, answers, options.asOf);
  const counts = countsOf(options);
  if (read.ok && counts.ok) return { ok: true, value: infer(options, [read.value], counts.value) };
  return { ok: false, problems: [read, counts].flatMap(each => (each.ok ? [] : each.problems)) };
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

/** As `diagnoseHistory`, for answers of any origin: it returns problems instead of throwing them. */
export function safeDiagnoseHistory(interviews: unknown, options: DiagnoseOptions = {}): Checked<Diagnosis> {
  const items = plainItems(interviews);
  if (items === undefined || items.length === 0 || items.length > MOST_INTERVIEWS) {
    return { ok: false, problems: [{ code: 'wrong-kind', message: 'interviews must be a list of answers', hint: `one to ${MOST_INTERVIEWS}, oldest first`, path: [] }] };
  }
  const read = items.map(answers => readInterview(options.pack ?? corePack, answers, options.asOf));
  const problems = read.flatMap((each, index) => (each.ok ? [] : each.problems.map((problem): Problem => ({ ...problem, path: [index, ...(problem.path ?? [])] }))));
  const counts = countsOf(options);
  if (problems.length > 0 || !counts.ok) return { ok: false, problems: [...problems, ...(counts.ok ? [] : counts.problems)] };
  return { ok: true, value: infer(options, read.flatMap(each => (each.ok ? [each.value] : [])), counts.value) };
}

function countsOf({ pack = corePack, funnel }: DiagnoseOptions): Checked<KnownCounts | null> {
  return funnel === undefined ? { ok: true, value: null } : checkFunnelCounts(pack, funnel);
}

function infer({ pack = corePack }: DiagnoseOptions, interviews: readonly ReadInterview[], counts: KnownCounts | null): Diagnosis {
  const latest = interviews.at(-1);
  if (!latest) throw new RangeError('there is no interview');
  const history = interviews.length === 1 ? null : explainHistory(pack, latest, interviews.slice(0, -1));
  const explained = history?.no ?? explainNo(pack, latest.weighed);
  const next = nextInterview(pack, explained.causes, history?.person ?? personAfter(pack, explained, latest.failed), latest.failed);
  const usualNo = usualChanceOfNo(pack);
  const { reading } = latest.checked;
  const outcome = outcomeOf(pack, reading);
  const silence = isSilent(outcome) ? explainSilence(pack, reading, outcome, latest.weighed, 1 - explained.chanceOfNo, 1 - usualNo) : null;
  const pattern = patternOf(pack, interviews, unaskedInterview(pack));
  const funnel = counts && counts.size > 0 && pack.funnel ? explainFunnel(pack.funnel, counts) : null;
  const sensitivity = sensitivityOf(pack, explained, history?.before);
  const worths = questionWorths(pack, latest.weighed, reading);
  return compose(pack, latest.checked, { explained, sensitivity, usualNo, next, silence, pattern, funnel, worths, employerQuestion: employerQuestion(pack, latest.weighed, reading) });
}

function orThrow(result: Checked<Diagnosis>): Diagnosis {
  if (!result.ok) throw new AnswersError(result.problems);
  return result.value;
}
