import type { Answers } from '../answers/answers.ts';
import { movedMost } from '../asking/questionWorths.ts';
import { orAnswersError } from '../base/errors.ts';
import { didYouMean } from '../base/nearest.ts';
import { once } from '../base/once.ts';
import { type Checked, type Problem, refused } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import type { CauseDetails, Diagnosis, Plan } from '../diagnosis/diagnosis.ts';
import { diagnosisOf } from '../diagnosis/diagnosisOf.ts';
import { detailsOf } from '../diagnosis/explanationOf.ts';
import { planOf } from '../diagnosis/planOf.ts';
import { type WhatIf, whatIfOf } from '../diagnosis/whatIfOf.ts';
import { whyAsked } from '../diagnosis/whyAsked.ts';
import {
  askingLeft, explanationIn, type InterviewExplanation, type InterviewSensitivity, type NextIds, sensitivityIn,
} from '../interview/bareInterview.ts';
import type { Engine } from '../interview/engine.ts';
import { inferAnswered, type Inferred, safeInfer, type Told } from '../interview/infer.ts';
import type { Cause, Question } from '../pack/pack.ts';
import type { PreparedCause } from '../pack/preparePack.ts';
import { type Changes, readChanges } from '../plan/changes.ts';
import { mostIn } from './options.ts';

/**
 * The latest interview of a person, in the light of those before it: a value of which anything can be asked. Everything
 * is worked out when it is first asked for, and once; nothing about it ever changes.
 *
 * @example
 * const interview = prepare().interview({ outcome: 'rejected' });
 * interview.details('late').supported; // false
 * interview.nextQuestions(1).questions.length; // 1
 */
export interface Interview<A = Answers> {
  /** What lay behind it, in numbers. */
  readonly explanation: () => InterviewExplanation;
  /** How far the shares hang on numbers of the pack that are known only roughly. */
  readonly sensitivity: () => InterviewSensitivity;
  /**
   * The questions to ask next: those whose answers are expected to change most.
   *
   * @param most - how many at most; 3 unless given
   * @throws AnswersError when `most` is no whole number of 0 or more
   */
  readonly nextQuestions: (most?: number) => NextQuestions;
  /** As `nextQuestions`, but returns problems instead of throwing them. */
  readonly safeNextQuestions: (most?: unknown) => Checked<NextQuestions>;
  /** What to do: now, and before the next one. */
  readonly plan: () => Plan;
  /**
   * What would be otherwise with other answers, or with fixes done.
   *
   * @throws AnswersError with every problem of the changes
   */
  readonly whatIf: (changes: Changes<A>) => WhatIf;
  /** As `whatIf`, but returns problems instead of throwing them. */
  readonly safeWhatIf: (changes: unknown) => Checked<WhatIf>;
  /**
   * The same with one answer otherwise: a new interview, for which only what looks at that answer is weighed anew.
   *
   * @throws AnswersError when the answer cannot be, or not beside the others
   */
  readonly answer: <Q extends keyof A & string>(question: Q, value: A[Q]) => Interview<A>;
  /** As `answer`, but returns problems instead of throwing them. */
  readonly safeAnswer: (question: string, value: unknown) => Checked<Interview<A>>;
  /** All of it as one plain value, as `diagnose` gives it. */
  readonly diagnosis: () => Diagnosis;
  /**
   * One cause in full, whether or not some answer speaks for it: its open signs, fixes and range, too.
   *
   * @throws AnswersError when the pack has no such cause of a no
   */
  readonly details: (cause: string) => CauseDetails;
  /** As `details`, but returns problems instead of throwing them. */
  readonly safeDetails: (cause: unknown) => Checked<CauseDetails>;
}

/** A question that is worth asking next. */
export interface NextQuestion {
  readonly question: string;
  readonly ask: string;
  /** Expected change of what lies behind it, as a distance in total variation from 0 to 1. */
  readonly change: number;
  readonly why: string;
}

/** The questions to ask next, and whether to ask at all. */
export interface NextQuestions extends Omit<NextIds, 'questions'> {
  /** The most telling first; empty when nothing unanswered would tell more. */
  readonly questions: readonly NextQuestion[];
}

/** How many questions are given unless another number is asked for. */
export const MOST_QUESTIONS = 3;

/** An interview of which anything can be asked; a problem where there are too many that differ to be weighed together. */
export function interviewOf<A>(engine: Engine, told: Told): Checked<Interview<A>> {
  const inferred = safeInfer(engine, told);
  return inferred.ok ? { ok: true, value: openInterview(inferred.value) } : inferred;
}

function openInterview<A>(inferred: Inferred): Interview<A> {
  const safeNextQuestions = (given: unknown = MOST_QUESTIONS): Checked<NextQuestions> => {
    const problems: Problem[] = [];
    const most = mostIn(given, problems);
    return most === undefined ? refused(problems) : { ok: true, value: nextQuestionsIn(inferred, most) };
  };
  const safeWhatIf = (changes: unknown): Checked<WhatIf> => whatIfIn(inferred, changes);
  const safeDetails = (cause: unknown): Checked<CauseDetails> => detailsIn(inferred, cause);
  const safeAnswer = (question: string, value: unknown): Checked<Interview<A>> => {
    const answered = inferAnswered(inferred, question, value);
    return answered.ok ? { ok: true, value: openInterview(answered.value) } : answered;
  };
  return {
    explanation: once(() => explanationIn(inferred)),
    sensitivity: once(() => sensitivityIn(inferred)),
    nextQuestions: most => orAnswersError(safeNextQuestions(most)),
    plan: once(() => planOf(inferred)),
    diagnosis: once(() => diagnosisOf(inferred, null)),
    whatIf: changes => orAnswersError(safeWhatIf(changes)),
    answer: (question, value) => orAnswersError(safeAnswer(question, value)),
    details: cause => orAnswersError(safeDetails(cause)),
    safeNextQuestions, safeWhatIf, safeAnswer, safeDetails,
  };
}

/** The questions to ask next, in words. One to which the answer was “I don't know” is not asked again. */
export function nextQuestionsIn(inferred: Inferred, most: number): NextQuestions {
  const { engine: { pack } } = inferred;
  const { worthwhile, shouldStop, remaining } = askingLeft(inferred);
  const questions = worthwhile.slice(0, most).map(({ question: index, change }) => {
    const { id, ask } = pack.questions[index] as Question;
    return { question: id, ask, change, why: whyAsked(movedMost(inferred.asking(), index).map(cause => pack.causes[cause] as Cause)) };
  });
  return { questions, shouldStop, remaining };
}

/** What would be otherwise in the latest interview with other answers or with fixes done. */
export function whatIfIn(inferred: Inferred, changes: unknown): Checked<WhatIf> {
  const { engine, latest, earlier, counts, coach, budget } = inferred;
  const changed = readChanges(engine.baseline, latest, changes);
  if (!changed.ok) return refused(changed.problems);
  const after = safeInfer(engine, { latest: changed.value.interview, earlier, counts, coach, budget });
  return after.ok ? { ok: true, value: whatIfOf(inferred, after.value, changed.value) } : after;
}

function detailsIn(inferred: Inferred, cause: unknown): Checked<CauseDetails> {
  const { engine: { baseline: { prepared: { causeIndices, causes, ofNo } } } } = inferred;
  const index = typeof cause === 'string' ? causeIndices.get(cause) : undefined;
  if (index !== undefined && causes[index]?.strength) return { ok: true, value: detailsOf(inferred, index) };
  return refused([{ code: 'unknown-cause', message: `no cause of a no is called ${showAny(cause)}`, hint: didYouMean(typeof cause === 'string' ? cause : '', ofNo.map(each => (causes[each] as PreparedCause).cause.id)), path: [] }]);
}
