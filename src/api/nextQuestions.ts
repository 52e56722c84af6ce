import { orAnswersError } from '../base/errors.ts';
import { type Checked, refused } from '../base/problem.ts';
import { corePack } from '../core/corePack.ts';
import { readInterview } from '../inference/readInterview.ts';
import { infer } from '../interview/infer.ts';
import type { Pack } from '../pack/pack.ts';
import type { AnswersTo, DiagnoseOptions } from './diagnose.ts';
import { MOST_QUESTIONS, type NextQuestions, nextQuestionsIn } from './interview.ts';
import { readOptions } from './options.ts';

/** The options of `nextQuestions`. */
export interface NextQuestionsOptions<P extends Pack = Pack> extends Pick<DiagnoseOptions<P>, 'pack' | 'asOf'> {
  /** How many questions at most; 3 unless given. */
  readonly most?: number | undefined;
}

/**
 * The questions to ask next: those whose answers are expected to change most. The same answers, in any order, give the
 * same questions. One that was answered with `'unknown'` or `null` is not asked again.
 *
 * @param answers - question id → answer
 * @throws AnswersError with every problem of the answers
 *
 * @example
 * const { questions, shouldStop } = nextQuestions({ outcome: 'rejected' }, { most: 2 });
 * questions.length; // 2
 * shouldStop; // false
 */
export function nextQuestions<P extends Pack = typeof corePack>(answers: AnswersTo<P>, options: NextQuestionsOptions<P> = {}): NextQuestions {
  return orAnswersError(safeNextQuestions(answers, options));
}

/**
 * As `nextQuestions`, for answers and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * const result = safeNextQuestions({ outcome: 'refused' });
 * result.ok ? [] : result.problems.map(({ code }) => code); // ['unknown-option']
 */
export function safeNextQuestions(answers: unknown, options: NextQuestionsOptions = {}): Checked<NextQuestions> {
  const known = readOptions(options, ['pack', 'asOf', 'most'], corePack);
  if (!known.ok) return refused(known.problems);
  const { engine, asOf, most = MOST_QUESTIONS } = known.value;
  const latest = readInterview(engine.baseline, answers, asOf);
  if (!latest.ok) return refused(latest.problems);
  return { ok: true, value: nextQuestionsIn(infer(engine, { latest: latest.value, earlier: [], counts: null, coach: null, budget: undefined }), most) };
}
