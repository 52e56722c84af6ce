import { corePack } from '../core/corePack.ts';
import type { DiagnoseOptions } from './diagnose.ts';
import { isSupported } from '../inference/no/explainNo.ts';
import { readInterview } from '../inference/readInterview.ts';
import { questionWorths } from '../asking/questionWorths.ts';
import { askingOf } from '../asking/stopAsking.ts';
import type { Pack } from '../pack/pack.ts';
import { type Checked, refused } from '../base/problem.ts';
import { isUnknown } from '../pack/answer.ts';
import { questionIndices } from '../answers/checkAnswers.ts';
import { plainEntries } from '../base/plainObject.ts';
import { readOptions } from './readOptions.ts';
import { whyAsked } from '../diagnosis/whyAsked.ts';

/** A question that is worth asking next. */
export interface NextQuestion {
  readonly question: string;
  readonly ask: string;
  /** Expected change of what lies behind it, as a distance in total variation from 0 to 1. */
  readonly change: number;
  readonly why: string;
}

export interface NextQuestions {
  /** The most telling first; empty when nothing unanswered would tell more. */
  readonly questions: readonly NextQuestion[];
  /** Whether enough has been asked: no answer would change much, or none is likely to change what comes first. */
  readonly shouldStop: boolean;
  /** How many more it may take, at least and at most; 0 when it is enough. */
  readonly remaining: { readonly from: number; readonly to: number };
}

const MOST = 3;

/**
 * The questions to ask next: those whose answers are expected to change most. The same answers, in any order, give the
 * same questions. One that was answered with `'unknown'` or `null` is not asked again.
 *
 * @param answers - question id → answer, of any origin
 * @param options - as for `diagnose`, of any origin; `most` questions at most, 3 unless given
 */
export function nextQuestions(answers: unknown, options: DiagnoseOptions & { readonly most?: number } = {}): Checked<NextQuestions> {
  const { known, problems } = readOptions(options, corePack, ['most']);
  if (!known) return refused(problems);
  const { pack, asOf, most = MOST } = known;
  const read = readInterview(pack, answers, asOf);
  if (!read.ok || problems.length > 0) return refused([...problems, ...(read.ok ? [] : read.problems)]);
  const { weighed, checked } = read.value;
  const { worthwhile, shouldStop, remaining } = askingOf(questionWorths(pack, weighed, checked.reading, saidUnknown(pack, answers)), weighed.some(isSupported));
  const questions = worthwhile.slice(0, most).map(({ question: { id, ask }, change, moves }) => ({ question: id, ask, change, why: whyAsked(moves) }));
  return { ok: true, value: { questions, shouldStop, remaining } };
}

/** Questions that were put already, and to which the answer was “I don't know”. */
function saidUnknown(pack: Pack, answers: unknown): ReadonlySet<number> {
  const entries = plainEntries(answers, 'answers');
  if (!entries.ok) return new Set();
  return new Set(entries.value.flatMap(([id, value]) => (value !== undefined && isUnknown(value) ? questionIndices(pack).get(id) ?? [] : [])));
}
