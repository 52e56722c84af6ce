import type { Answers } from '../answers/answers.ts';
import { stopAsking } from '../asking/stopAsking.ts';
import { orAnswersError } from '../base/errors.ts';
import { once } from '../base/once.ts';
import { type Checked, refused } from '../base/problem.ts';
import { orderedCauses, supportedCauses } from '../inference/no/explainNo.ts';
import type { Parts } from '../inference/no/parts.ts';
import { withAnswer } from '../inference/readInterview.ts';
import type { Control } from '../pack/logic.ts';
import type { Cause, Question } from '../pack/pack.ts';
import { inferNo, type InferredNo } from './inferNo.ts';

/**
 * One interview without words: a value of which anything can be asked. Everything is worked out when it is first asked
 * for, and once; nothing about it ever changes.
 */
export interface BareInterview<A = Answers> {
  /** What lay behind it, in numbers. */
  readonly explanation: () => InterviewExplanation;
  /** How far the shares hang on numbers of the pack that are known only roughly. */
  readonly sensitivity: () => InterviewSensitivity;
  /** Ids of the questions to ask next: those whose answers are expected to change most. */
  readonly nextQuestions: () => NextIds;
  /**
   * The same with one answer otherwise: a new interview, for which only what looks at that answer is weighed anew.
   *
   * @throws AnswersError when the answer cannot be, or not beside the others
   */
  readonly answer: <Q extends keyof A & string>(question: Q, value: A[Q]) => BareInterview<A>;
  /** As `answer`, but returns problems instead of throwing them. */
  readonly safeAnswer: (question: string, value: unknown) => Checked<BareInterview<A>>;
}

/** What lay behind a no, in numbers. Probabilities and shares are from 0 to 1. */
export interface InterviewExplanation {
  /** Probability that an interview with these answers ends with a no. */
  readonly chanceOfNo: number;
  readonly parts: Parts;
  /** Causes that some answer speaks for, by share. */
  readonly supported: readonly ExplainedCause[];
  /** All causes: the supported ones, then the others, each by share. */
  readonly causes: () => readonly ExplainedCause[];
}

/** A cause, how likely it was there, and what part it had, given a no. */
export interface ExplainedCause {
  readonly cause: string;
  readonly control: Control;
  readonly supported: boolean;
  readonly presence: number;
  readonly share: number;
  readonly necessity: number;
}

/** How sure the order of the supported causes is. */
export interface InterviewSensitivity {
  /** Of each supported cause, the range of its share in nine of ten sets of numbers, and in what part of all sets it comes first. */
  readonly causes: readonly { readonly cause: string; readonly range: readonly [number, number]; readonly first: number }[];
  /** Whether some supported cause has a larger share than the rough numbers alone could give it without any answer. */
  readonly apart: boolean;
}

/** The questions to ask next, by id, and whether to ask at all. */
export interface NextIds {
  /** The most telling first, each with the expected change of what lies behind it, as a distance from 0 to 1. */
  readonly questions: readonly { readonly question: string; readonly change: number }[];
  /** Whether enough has been asked: no answer would change much, or none is likely to change what comes first. */
  readonly shouldStop: boolean;
  /** How many more it may take, at least and at most; 0 when it is enough. */
  readonly remaining: { readonly from: number; readonly to: number };
}

export function bareInterviewOf<A>(inferred: InferredNo): BareInterview<A> {
  const { engine, latest } = inferred;
  const safeAnswer = (question: string, value: unknown): Checked<BareInterview<A>> => {
    const answered = withAnswer(engine.baseline, latest, question, value);
    return answered.ok ? { ok: true, value: bareInterviewOf(inferNo(engine, answered.value)) } : refused(answered.problems);
  };
  return {
    explanation: once(() => explanationIn(inferred)),
    sensitivity: once(() => sensitivityIn(inferred)),
    nextQuestions: once(() => nextIdsIn(inferred)),
    answer: (question, value) => orAnswersError(safeAnswer(question, value)),
    safeAnswer,
  };
}

export function explanationIn(inferred: InferredNo): InterviewExplanation {
  const { engine: { pack, baseline: { prepared } } } = inferred;
  const { chanceOfNo, weighed: { supported }, presence, share, necessity } = inferred.explained();
  const told = (index: number): ExplainedCause => {
    const { id, control } = pack.causes[index] as Cause;
    return { cause: id, control, supported: supported[index] === 1, presence: presence[index] as number, share: share[index] as number, necessity: necessity[index] as number };
  };
  return {
    chanceOfNo, parts: inferred.parts(),
    supported: supportedCauses(prepared, inferred.explained()).map(told),
    causes: once(() => orderedCauses(prepared, inferred.explained()).map(told)),
  };
}

export function sensitivityIn({ engine: { pack }, sensitivity }: InferredNo): InterviewSensitivity {
  const { ranges, first, apart } = sensitivity();
  return { apart, causes: [...ranges].map(([cause, range]) => ({ cause: (pack.causes[cause] as Cause).id, range, first: first.get(cause) as number })) };
}

function nextIdsIn(inferred: InferredNo): NextIds {
  const { engine: { pack } } = inferred;
  const { worthwhile, shouldStop, remaining } = askingLeft(inferred);
  return { questions: worthwhile.map(({ question, change }) => ({ question: (pack.questions[question] as Question).id, change })), shouldStop, remaining };
}

/** What is worth asking, without what was asked already. */
export function askingLeft({ latest: { known: { saidUnknown }, weighed: { supported } }, worths }: InferredNo): ReturnType<typeof stopAsking> {
  return stopAsking(worths().filter(({ question }) => !saidUnknown.has(question)), supported.includes(1));
}
