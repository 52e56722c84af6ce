import { safeDiagnoseHistory } from '../api/diagnose.ts';
import { safeOpenAnswersFile } from '../api/openAnswersFile.ts';
import type { AnswersFile } from '../answers/answersFile.ts';
import { plainEntries } from '../base/plainObject.ts';
import { type Checked, type Problem, refused } from '../base/problem.ts';
import { strayOptions } from '../base/strayOptions.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Pack } from '../pack/pack.ts';
import { day, type JsonSchema, listOf } from './jsonSchema.ts';

const answers: JsonSchema = {
  type: 'object',
  description: 'Question id → answer: the id of an option; a list of such ids where several may apply ([] when none does); a whole number; a day as YYYY-MM-DD. Leave out whatever they did not say. list_questions has the ids.',
  examples: [{ outcome: 'rejected', arrival: 'late', 'minutes-late': 20 }],
};

/** The keys of an input that describe interviews. */
export const interviewKeys = ['answers', 'interviews', 'asOf', 'funnel', 'coach'] as const;

/** What describes one interview, or several; the library never reads a clock, so today is told. */
export const interviewInput: Readonly<Record<(typeof interviewKeys)[number], JsonSchema>> = {
  answers,
  interviews: { ...listOf({ type: 'object', properties: { answers }, required: ['answers'], additionalProperties: false }), description: 'Several interviews of one person, oldest first, instead of “answers”.' },
  asOf: { ...day, description: 'Today. Without it no days are counted.' },
  funnel: { type: 'object', description: 'How many applications reached each stage of the search.' },
  coach: { type: 'object', description: 'What a coach knows besides: { strike: [cause ids], add: [cause ids], theory: text, agreed: [texts] }.' },
};

/** The keys of an input; any other is a problem. Where a model fills in every key, `null` is what it leaves out. */
export function readInput(input: unknown, names: readonly string[]): Checked<ReadonlyMap<string, unknown>> {
  const entries = plainEntries(input, 'input', '{ "answers": { "outcome": "rejected" } }');
  if (!entries.ok) return entries;
  const given = new Map(entries.value.filter(([, value]) => value !== undefined && value !== null));
  const stray = strayOptions(given.keys(), names);
  return stray.length > 0 ? refused(stray) : { ok: true, value: given };
}

/** The interviews that an input describes. */
export function interviewsIn(pack: Pack, given: ReadonlyMap<string, unknown>): Checked<AnswersFile> {
  const file = interviewKeys.flatMap(key => (given.has(key) ? [[key, given.get(key)] as const] : []));
  return safeOpenAnswersFile(Object.fromEntries(file), { pack });
}

/** The diagnosis of the interviews that an input describes. */
export function diagnosisIn(pack: Pack, given: ReadonlyMap<string, unknown>, whatIf?: unknown): Checked<Diagnosis> {
  const opened = interviewsIn(pack, given);
  if (!opened.ok) return opened;
  const { interviews, ...options } = opened.value;
  return inInput(given, safeDiagnoseHistory(interviews, { ...options, pack, ...(whatIf === undefined ? {} : { whatIf: whatIf as object }) }));
}

/** What is wrong with the answers to an interview, at its place in the input. */
export function inInput<T>(given: ReadonlyMap<string, unknown>, result: Checked<T>): Checked<T> {
  if (result.ok) return result;
  return refused(result.problems.map(problem => {
    const [interview, ...rest] = problem.path ?? [];
    if (typeof interview !== 'number') return problem;
    if (isOption(problem, rest)) return { ...problem, path: rest };
    return { ...problem, path: [...(given.has('interviews') ? ['interviews', interview] : []), 'answers', ...rest] };
  }));
}

/** Of a call that takes answers and a day, what is wrong with either, at its place in the input. */
export function inAnswers<T>(result: Checked<T>, options: readonly string[]): Checked<T> {
  if (result.ok) return result;
  return refused(result.problems.map(problem => (isOption(problem, problem.path ?? [], options) ? problem : { ...problem, path: ['answers', ...problem.path ?? []] })));
}

function isOption({ code }: Problem, path: Problem['path'] = [], options: readonly string[] = ['asOf']): boolean {
  return code !== 'unknown-question' && options.includes(String(path[0]));
}
