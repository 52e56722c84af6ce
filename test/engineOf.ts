import { safeEngineFor } from '../src/api/engineFor.ts';
import { readInterview, type ReadInterview } from '../src/inference/readInterview.ts';
import type { Engine } from '../src/interview/engine.ts';
import type { Pack } from '../src/pack/pack.ts';
import { type Checked, formatProblems } from '../src/base/problem.ts';
import { type KnownAnswers, readAnswers } from '../src/answers/readAnswers.ts';

/** The engine of a pack that a test has made; it is prepared anew each time. */
export function engineOf(pack: Pack): Engine {
  const engine = safeEngineFor(pack);
  if (!engine.ok) throw new Error(formatProblems(engine.problems));
  return engine.value;
}

/** Answers that are fine, read and weighed. */
export function readBy({ baseline }: Engine, answers: unknown, asOf?: string): ReadInterview {
  const read = readInterview(baseline, answers, asOf);
  if (!read.ok) throw new Error(formatProblems(read.problems));
  return read.value;
}

/** Answers read as a pack asks for them, or what is wrong with them. */
export function checkAnswers(pack: Pack, answers: unknown, asOf?: string): Checked<KnownAnswers> {
  return readAnswers(engineOf(pack).baseline.prepared, answers, asOf);
}
