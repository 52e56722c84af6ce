import { isAskable } from '../answers/askable.ts';
import { readAnswers } from '../answers/readAnswers.ts';
import { orAnswersError } from '../base/errors.ts';
import { type Checked, refused } from '../base/problem.ts';
import { corePack } from '../core/corePack.ts';
import type { Pack, Question } from '../pack/pack.ts';
import type { AnswersTo, DiagnoseOptions } from './diagnose.ts';
import { readOptions } from './options.ts';

/** The options of `visibleQuestions`. */
export interface VisibleQuestionsOptions<P extends Pack = Pack> extends Pick<DiagnoseOptions<P>, 'pack' | 'asOf'> {
  /** Only those of the short intake; all unless given. */
  readonly short?: boolean | undefined;
}

/**
 * The questions to show to someone who has given these answers, in the order in which they are asked. A question
 * that depends on another comes up once that one is answered so that it applies.
 *
 * @param answers - question id → answer
 * @throws AnswersError with every problem of the answers
 *
 * @example
 * visibleQuestions({ arrival: 'on-time' }).some(({ id }) => id === 'minutes-late'); // false
 * visibleQuestions({ arrival: 'late' }).some(({ id }) => id === 'minutes-late'); // true
 */
export function visibleQuestions<P extends Pack = typeof corePack>(answers: AnswersTo<P>, options: VisibleQuestionsOptions<P> = {}): readonly Question[] {
  return orAnswersError(safeVisibleQuestions(answers, options));
}

/**
 * As `visibleQuestions`, for answers and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * const result = safeVisibleQuestions({}, { short: true });
 * result.ok && result.value[0]?.id; // 'outcome'
 */
export function safeVisibleQuestions(answers: unknown, options: VisibleQuestionsOptions = {}): Checked<readonly Question[]> {
  const known = readOptions(options, ['pack', 'asOf', 'short'], corePack);
  if (!known.ok) return refused(known.problems);
  const { engine: { baseline: { prepared } }, asOf, short } = known.value;
  const read = readAnswers(prepared, answers, asOf);
  if (!read.ok) return refused(read.problems);
  return { ok: true, value: prepared.pack.questions.filter(({ core }, index) => (!short || core === true) && isAskable(prepared, read.value.reading.columns, index)) };
}
