import type { corePack } from './core/corePack.ts';
import { type AnswersTo, type DiagnoseOptions, orThrow, safeDiagnose } from './diagnose.ts';
import type { Pack } from './pack/pack.ts';
import type { Changes } from './plan/changes.ts';
import type { Checked } from './problem.ts';
import type { Diagnosis } from './report/diagnosis.ts';
import type { WhatIf } from './report/whatIf.ts';

/**
 * The same interview with some answers otherwise, or some fixes done: what changes, cause by cause.
 *
 * @param source - the answers, or a diagnosis of one interview, whose answers and day of asking are then used
 * @param changes - other answers, and ids of fixes
 * @param options - as for `diagnose`; the pack must be the one that the diagnosis was made with
 * @throws AnswersError with every problem of the answers and of the changes
 */
export function whatIf<P extends Pack = typeof corePack>(source: AnswersTo<P> | Diagnosis, changes: Changes<AnswersTo<P>>, options: DiagnoseOptions<P> = {}): WhatIf {
  return orThrow(safeWhatIf(source, changes, options));
}

/** As `whatIf`, for answers and changes of any origin: it returns problems instead of throwing them. */
export function safeWhatIf(source: unknown, changes: unknown, options: DiagnoseOptions = {}): Checked<WhatIf> {
  const [answers, asOf] = isDiagnosis(source) ? [source.answers, source.asOf ?? undefined] : [source, undefined];
  if (isDiagnosis(source) && source.pattern !== null) {
    return { ok: false, problems: [{ code: 'wrong-kind', message: 'this diagnosis is of several interviews, and holds the answers to the latest one only', hint: 'give all answers to diagnoseHistory, with whatIf among its options', path: [] }] };
  }
  const result = safeDiagnose(answers, { ...(asOf === undefined ? {} : { asOf }), ...options, whatIf: changes as Changes });
  if (!result.ok) return result;
  const { whatIf: found, pack } = result.value;
  if (isDiagnosis(source) && source.pack.hash !== pack.hash) {
    return { ok: false, problems: [{ code: 'wrong-kind', message: `this diagnosis was made with another pack than “${pack.id}” ${pack.version}`, hint: 'pass the pack that it was made with', path: [] }] };
  }
  if (!found) throw new RangeError('nothing was asked');
  return { ok: true, value: found };
}

/** No answer is an object, so that a diagnosis cannot be mistaken for answers. */
function isDiagnosis(source: unknown): source is Diagnosis {
  if (typeof source !== 'object' || source === null || !Object.hasOwn(source, 'pack') || !Object.hasOwn(source, 'answers')) return false;
  const { pack, answers } = source as Readonly<Record<string, unknown>>;
  return [pack, answers].every(each => typeof each === 'object' && each !== null && !Array.isArray(each));
}
