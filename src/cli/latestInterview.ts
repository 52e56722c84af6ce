import type { Baseline } from '../inference/no/baseline.ts';
import { type ReadInterview, readInterview } from '../inference/readInterview.ts';
import type { Notes } from '../pack/notes.ts';
import { answersIn, type AnswersInput } from './answersInput.ts';
import { readInput } from './readInput.ts';
import { readJson } from './readJson.ts';

/** The latest interview of an answers file, with the day that counts as today. */
export interface LatestInterview extends Pick<AnswersInput, 'asOf'> {
  readonly interview: ReadInterview;
}

/**
 * Reads the latest interview of an answers file, or of standard input for `-`, by itself.
 *
 * @throws Refusal with each problem at its place in the file
 */
export async function latestInterview(file: string, baseline: Baseline, notes: Notes, asOf: string | undefined): Promise<LatestInterview> {
  const { name, text } = await readInput(file);
  const input = answersIn(readJson(name, text), { pack: baseline.prepared.pack, notes: () => Promise.resolve(notes) }, asOf === undefined ? {} : { asOf });
  const latest = input.interviews.length - 1;
  const read = readInterview(baseline, input.interviews[latest], input.asOf);
  if (!read.ok) throw input.refusal(read.problems.map(problem => ({ ...problem, path: [latest, ...problem.path ?? []] })));
  return { interview: read.value, asOf: input.asOf };
}
