import { plainEntries } from '../base/plainObject.ts';
import { orAnswersError } from '../base/errors.ts';
import { type Checked, refused } from '../base/problem.ts';
import { corePack } from '../core/corePack.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { WhatIf } from '../diagnosis/whatIfOf.ts';
import { readInterview } from '../inference/readInterview.ts';
import { infer } from '../interview/infer.ts';
import type { Pack } from '../pack/pack.ts';
import type { Changes } from '../plan/changes.ts';
import type { AnswersTo, DiagnoseOptions } from './diagnose.ts';
import { whatIfIn } from './interview.ts';
import { readOptions } from './options.ts';

/** The options of `whatIf`. */
export type WhatIfOptions<P extends Pack = Pack> = Pick<DiagnoseOptions<P>, 'pack' | 'asOf'>;

/**
 * The same interview with some answers otherwise, or some fixes done: what changes, cause by cause.
 *
 * @param source - the answers, or a diagnosis of one interview, whose answers and day of asking are then used
 * @param changes - other answers, and ids of fixes
 * @param options - the pack must be the one that a diagnosis was made with
 * @throws AnswersError with every problem of the answers and of the changes
 *
 * @example
 * const { goesOn } = whatIf({ outcome: 'rejected', arrival: 'late' }, { answers: { arrival: 'on-time' } });
 * goesOn.after > goesOn.before; // true
 */
export function whatIf<P extends Pack = typeof corePack>(source: AnswersTo<P> | Diagnosis, changes: Changes<AnswersTo<P>>, options: WhatIfOptions<P> = {}): WhatIf {
  return orAnswersError(safeWhatIf(source, changes, options));
}

/**
 * As `whatIf`, for answers, changes and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * const result = safeWhatIf({ outcome: 'rejected' }, { fixes: ['luck'] });
 * result.ok ? [] : result.problems.map(({ path }) => path); // [['whatIf', 'fixes', 0]]
 */
export function safeWhatIf(source: unknown, changes: unknown, options: WhatIfOptions = {}): Checked<WhatIf> {
  const known = readOptions(options, ['pack', 'asOf'], corePack);
  if (!known.ok) return refused(known.problems);
  const { engine, engine: { pack }, asOf } = known.value;
  const made = diagnosisIn(source);
  if (made?.several) return wrongSource('this diagnosis is of several interviews, and holds the answers to the latest one only', 'give all answers to diagnoseHistory, with whatIf among its options');
  if (made && made.hash !== pack.hash) return wrongSource(`this diagnosis was made with another pack than “${pack.id}” ${pack.version}`, 'pass the pack that it was made with');
  const latest = readInterview(engine.baseline, made ? withoutCounted(pack, made) : source, asOf ?? made?.asOf);
  if (!latest.ok) return refused(latest.problems);
  return whatIfIn(infer(engine, { latest: latest.value, earlier: [], counts: null, coach: null, budget: undefined }), changes ?? null);
}

function wrongSource(message: string, hint: string): Checked<never> {
  return refused([{ code: 'wrong-kind', message, hint, path: [] }]);
}

/** What is needed of a diagnosis that was given in place of answers. */
interface Made {
  readonly answers: readonly (readonly [string, unknown])[];
  readonly asOf: string | undefined;
  readonly hash: string;
  readonly several: boolean;
}

/** No answer is an object, so that a diagnosis cannot be mistaken for answers, nor what is neither for a diagnosis. */
function diagnosisIn(source: unknown): Made | undefined {
  const parts = mapOf(source);
  const [hash, asOf] = [mapOf(parts.get('pack')).get('hash'), parts.get('asOf')];
  const answers = plainEntries(parts.get('answers'), 'answers');
  if (typeof hash !== 'string' || !answers.ok || !parts.has('pattern')) return undefined;
  return { answers: answers.value, asOf: typeof asOf === 'string' ? asOf : undefined, hash, several: parts.get('pattern') !== null };
}

function mapOf(value: unknown): ReadonlyMap<string, unknown> {
  const entries = plainEntries(value, 'a diagnosis');
  return new Map(entries.ok ? entries.value : []);
}

/** The answers without the days that were counted from a date among them: they are counted anew, from that date or another one. */
function withoutCounted({ questions }: Pack, { answers, asOf }: Made): unknown {
  const given = new Set(answers.map(([id]) => id));
  const counted = new Set(questions.flatMap(question => {
    const date = question.kind === 'number' && question.countsDaysFrom !== undefined ? questions[question.countsDaysFrom] : undefined;
    return date !== undefined && given.has(date.id) ? [question.id] : [];
  }));
  return Object.fromEntries(answers.filter(([id]) => asOf === undefined || !counted.has(id)));
}
