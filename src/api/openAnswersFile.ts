import { type AnswersFile, readAnswersFile } from '../answers/answersFile.ts';
import { orAnswersError } from '../base/errors.ts';
import { type Checked, refused } from '../base/problem.ts';
import { corePack } from '../core/corePack.ts';
import type { Pack } from '../pack/pack.ts';
import { readOptions } from './options.ts';

/** The options of `openAnswersFile`. */
export interface OpenAnswersFileOptions {
  /** The pack that the file must be meant for; the core pack unless given. */
  readonly pack?: Pack | undefined;
}

/**
 * Opens an answers file: `{ pack, asOf, interview: { date, stage }, answers }` for one interview, and
 * `{ pack, asOf, interviews: [{ interview, answers }, …] }`, oldest first, for several. What `interview` says becomes
 * the answers to `interview-date` and `stage`; the same said twice and differently is a contradiction. Either may
 * hold a `funnel`: how many applications reached each stage of the search. `session`, where a program keeps how far it
 * has asked, is not looked at. Answers without a frame, as `diagnose` takes them, are those of one interview. The answers
 * themselves are checked by what they are handed on to.
 *
 * @param value - what was parsed from JSON
 * @returns What `diagnoseHistory` takes: interviews, and the rest as options.
 * @throws AnswersError with everything that is wrong with the frame of the file
 *
 * @example
 * const { interviews, ...options } = openAnswersFile({ asOf: '2026-11-22', interview: { date: '2026-11-10' }, answers: { outcome: 'rejected' } });
 * interviews; // [{ outcome: 'rejected', 'interview-date': '2026-11-10' }]
 * diagnoseHistory(interviews, options).asOf; // '2026-11-22'
 */
export function openAnswersFile(value: unknown, options: OpenAnswersFileOptions = {}): AnswersFile {
  return orAnswersError(safeOpenAnswersFile(value, options));
}

/**
 * As `openAnswersFile`, but returns problems instead of throwing them.
 *
 * @example
 * const result = safeOpenAnswersFile({ answer: { outcome: 'rejected' } });
 * result.ok ? [] : result.problems.map(({ code }) => code); // ['unknown-key', 'missing-key']
 */
export function safeOpenAnswersFile(value: unknown, options: unknown = {}): Checked<AnswersFile> {
  const known = readOptions(options, ['pack'], corePack);
  return known.ok ? readAnswersFile(value, known.value.engine.pack) : refused(known.problems);
}
