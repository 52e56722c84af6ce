import type { Answers } from '../answers/answers.ts';
import { plainEntries } from '../base/plainObject.ts';
import { orAnswersError, orPackError } from '../base/errors.ts';
import { type Checked, refused } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { strayOptions } from '../base/strayOptions.ts';
import { readInterview } from '../inference/readInterview.ts';
import { type BareInterview, bareInterviewOf } from '../interview/bareInterview.ts';
import { engineOf } from '../interview/engine.ts';
import { inferNo } from '../interview/inferNo.ts';
import { isPack } from '../pack/isPack.ts';
import type { Logic } from '../pack/logic.ts';
import type { Pack } from '../pack/pack.ts';
import { withIds } from '../pack/withIds.ts';

/** What may be said beside the answers of an interview without words. */
export interface BareInterviewOptions {
  /** The day of asking, `YYYY-MM-DD`, up to which days are counted. */
  readonly asOf?: string | undefined;
}

/** The logic of a pack made ready once, to be asked of many interviews, in ids and numbers. */
export interface PreparedLogic {
  /**
   * One interview as a value, of which anything can be asked.
   *
   * @throws AnswersError with every problem of the answers and options
   */
  readonly interview: (answers: Answers, options?: BareInterviewOptions) => BareInterview;
  /** As `interview`, but returns problems instead of throwing them. */
  readonly safeInterview: (answers: unknown, options?: BareInterviewOptions) => Checked<BareInterview>;
}

/**
 * Makes the logic of a pack ready once, without any words.
 *
 * @throws PackError when it is no logic of a pack
 *
 * @example
 * const interview = prepareLogic(coreLogic).interview({ outcome: 'rejected', arrival: 'late' });
 * interview.explanation().supported.map(({ cause }) => cause); // ['late']
 */
export function prepareLogic(logic: Logic): PreparedLogic {
  return orPackError(safePrepareLogic(logic));
}

/**
 * As `prepareLogic`, for a value of any origin: it returns problems instead of throwing them.
 *
 * @example
 * safePrepareLogic(coreLogic).ok; // true
 * safePrepareLogic({ id: 'mine' }).ok; // false
 */
export function safePrepareLogic(logic: unknown): Checked<PreparedLogic> {
  const pack = packOf(logic);
  if (!pack) return refused([{ code: 'wrong-kind', message: `this takes the logic of a pack, not ${showAny(logic)}`, hint: 'pass coreLogic, or the logic that loadPack gave', path: [] }]);
  const engine = engineOf(pack);
  const safeInterview = (answers: unknown, options: unknown = {}): Checked<BareInterview> => {
    const known = readAsOf(options);
    if (!known.ok) return known;
    const latest = readInterview(engine.baseline, answers, known.value);
    if (!latest.ok) return latest;
    return { ok: true, value: bareInterviewOf(inferNo(engine, latest.value)) };
  };
  return { ok: true, value: { safeInterview, interview: (answers, options) => orAnswersError(safeInterview(answers, options)) } };
}

/** The only option, as it was given; it is checked where answers are read. */
function readAsOf(options: unknown): Checked<string | undefined> {
  const entries = plainEntries(options, 'options', '{ "asOf": "2026-11-22" }');
  if (!entries.ok) return entries;
  const stray = strayOptions(entries.value.map(([key]) => key), ['asOf']);
  return stray.length > 0 ? refused(stray) : { ok: true, value: entries.value[0]?.[1] as string | undefined };
}

/** Nothing that can still be changed is kept: the logic is copied. */
function packOf(logic: unknown): Pack | null {
  try {
    const pack = withIds(JSON.parse(JSON.stringify(logic)) as Logic);
    return isPack(pack) ? pack : null;
  } catch {
    return null;
  }
}
