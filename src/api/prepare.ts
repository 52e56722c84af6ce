import { corePack } from '../core/corePack.ts';
import { orAnswersError, orPackError } from '../base/errors.ts';
import { type Checked, refused } from '../base/problem.ts';
import type { Pack } from '../pack/pack.ts';
import type { Engine } from '../interview/engine.ts';
import { type AnswersTo, type DiagnoseOptions, readInterviews } from './diagnose.ts';
import { safeEngineFor } from './engineFor.ts';
import { type Interview, interviewOf } from './interview.ts';
import { readOptions } from './options.ts';

/** What can be said with the answers of an interview, the pack being known. */
export type InterviewOptions = Pick<DiagnoseOptions, 'asOf' | 'funnel' | 'coach' | 'budget'>;

/** A pack made ready once, to be asked of many interviews. */
export interface PreparedPack<P extends Pack = Pack> {
  /** The pack, which nobody can change; a copy, where somebody could change the one that was given. */
  readonly pack: P;
  /**
   * One interview as a value, of which anything can be asked.
   *
   * @throws AnswersError with every problem of the answers and options
   */
  readonly interview: (answers: AnswersTo<P>, options?: InterviewOptions) => Interview<AnswersTo<P>>;
  /** As `interview`, but returns problems instead of throwing them. */
  readonly safeInterview: (answers: unknown, options?: InterviewOptions) => Checked<Interview<AnswersTo<P>>>;
  /**
   * The latest of several interviews, in the light of all of them.
   *
   * @param interviews - the answers of each, oldest first; at least one, 100 at most
   * @throws AnswersError with every problem of the answers of all interviews and of the options
   */
  readonly history: (interviews: readonly AnswersTo<P>[], options?: InterviewOptions) => Interview<AnswersTo<P>>;
  /** As `history`, but returns problems instead of throwing them. */
  readonly safeHistory: (interviews: unknown, options?: InterviewOptions) => Checked<Interview<AnswersTo<P>>>;
}

/**
 * Makes a pack ready once, so that each interview costs only what its answers touch.
 *
 * @throws PackError when it is no pack
 *
 * @example
 * const interview = prepare().interview({ outcome: 'rejected' });
 * interview.explanation().supported; // []
 * interview.answer('arrival', 'late').explanation().supported.map(({ cause }) => cause); // ['late']
 */
export function prepare<P extends Pack = typeof corePack>(pack: P = corePack as unknown as P): PreparedPack<P> {
  return orPackError(safePrepare<P>(pack));
}

/**
 * As `prepare`, for a pack of any origin: it returns problems instead of throwing them.
 *
 * @example
 * safePrepare(corePack).ok; // true
 * safePrepare({ id: 'mine' }).ok; // false
 */
export function safePrepare<P extends Pack = typeof corePack>(pack: unknown = corePack): Checked<PreparedPack<P>> {
  const engine = safeEngineFor(pack);
  return engine.ok ? { ok: true, value: preparedPackOf<P>(engine.value) } : engine;
}

function preparedPackOf<P extends Pack>(engine: Engine): PreparedPack<P> {
  const safeHistory = (interviews: unknown, options: unknown = {}): Checked<Interview<AnswersTo<P>>> => {
    const known = readOptions(options, ['asOf', 'funnel', 'coach', 'budget'], engine.pack);
    if (!known.ok) return refused(known.problems);
    const read = readInterviews(interviews, { ...known.value, engine });
    if (!read.ok) return read;
    const { counts, coach, budget } = known.value;
    return interviewOf(engine, { latest: read.value.at(-1) as (typeof read.value)[number], earlier: read.value.slice(0, -1), counts, coach, budget });
  };
  const safeInterview = (answers: unknown, options: unknown = {}): Checked<Interview<AnswersTo<P>>> => {
    const one = safeHistory([answers], options);
    return one.ok ? one : refused(one.problems.map(({ path = [], ...problem }) => ({ ...problem, path: path[0] === 0 ? path.slice(1) : path })));
  };
  return {
    pack: engine.pack as P, safeInterview, safeHistory,
    interview: (answers, options) => orAnswersError(safeInterview(answers, options)),
    history: (interviews, options) => orAnswersError(safeHistory(interviews, options)),
  };
}
