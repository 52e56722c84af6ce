import { safeDiagnoseHistory } from '../api/diagnose.ts';
import type { Effort } from '../pack/effort.ts';
import type { Changes } from '../plan/changes.ts';
import { localDay } from '../base/calendar.ts';
import { formatProblem, type Problem, sortProblems } from '../base/problem.ts';
import { type AnswersFile, readAnswersFile, questionOf } from '../answers/answersFile.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { type ChosenPack, choosePack } from './choosePack.ts';
import { readInput } from './readInput.ts';
import { type JsonFile, readJson } from './readJson.ts';
import { Refusal } from './refusal.ts';

/** An answers file that was read for a pack; the day that counts as today is that of the option, else that of the file, else the one on the clock. */
export interface AnswersInput extends AnswersFile, ChosenPack {
  readonly asOf: string;
  readonly json: JsonFile;
  /** Refuses answers, with each problem at its place; a path starts with the index of the interview. */
  readonly refusal: (problems: readonly Problem[]) => Refusal;
}

/** Reads an answers file, or standard input for `-`, and the pack that it is for. */
export async function readAnswersInput(file: string, options: { readonly pack?: string; readonly asOf?: string }): Promise<AnswersInput> {
  const { name, text } = await readInput(file);
  const json = readJson(name, text);
  return answersIn(json, await choosePack(options.pack), options);
}

/** Reads JSON as an answers file for a pack. */
export function answersIn(json: JsonFile, { pack, notes }: ChosenPack, options: { readonly asOf?: string } = {}): AnswersInput {
  const opened = readAnswersFile(json.value, pack);
  if (!opened.ok) {
    throw new Refusal(sortProblems(opened.problems.map(problem => (problem.code === 'too-many' ? problem : json.locate(problem)))));
  }
  const asOf = options.asOf ?? opened.value.asOf ?? localDay(new Date());
  const { funnel, coach } = opened.value;
  const several = json.has(['interviews']);
  const refusal = (problems: readonly Problem[]): Refusal => {
    const told = sortProblems(distinct(problems.map(problem => placed(problem, json, several, options.asOf !== undefined))));
    return new Refusal(told, told.every(({ path }) => path?.[0] === '--what-if') ? 2 : 1);
  };
  return {
    pack, notes, json, interviews: opened.value.interviews,
    asOf, ...(funnel === undefined ? {} : { funnel }), ...(coach === undefined ? {} : { coach }), refusal,
  };
}

/** The diagnosis of the latest interview of a file, in the light of all of them. */
export function diagnosisOf({ pack, interviews, asOf, funnel, coach, refusal }: AnswersInput, whatIf?: Changes, budget?: Effort): Diagnosis {
  const result = safeDiagnoseHistory(interviews, {
    pack, asOf,
    ...(funnel === undefined ? {} : { funnel }), ...(coach === undefined ? {} : { coach }),
    ...(whatIf === undefined ? {} : { whatIf }), ...(budget === undefined ? {} : { budget }),
  });
  if (!result.ok) throw refusal(result.problems);
  return result.value;
}

/** Answers stand under `answers` of their interview, but for the day of asking and what `interview` says. */
function placed({ path = [], ...rest }: Problem, json: JsonFile, several: boolean, asOfByOption: boolean): Problem {
  const [index, first] = path;
  const problem = { ...rest, path: path.slice(1) };
  if (problem.code === 'too-many') return problem;
  if (index === 'asOf') {
    const hint = 'write --as-of as YYYY-MM-DD, without a time';
    return asOfByOption ? { ...problem, path: ['--as-of'], hint } : json.locate({ ...problem, path });
  }
  if (index === 'whatIf') {
    return { ...problem, path: ['--what-if', ...path.slice(2).filter(part => typeof part === 'string')] };
  }
  if (index === undefined) return json.locate({ ...problem, path: ['interviews'] });
  const within = several ? ['interviews', index] : [];
  if (first === 'asOf' && problem.code !== 'unknown-question') {
    return asOfByOption ? { ...problem, path: ['--as-of'] } : json.locate(problem);
  }
  const key = Object.keys(questionOf).find(each => questionOf[each] === first);
  if (key !== undefined && json.has([...within, 'interview', key])) {
    return json.locate({ ...problem, path: [...within, 'interview', key] });
  }
  return json.locate(problem, json.has([...within, 'answers']) ? [...within, 'answers'] : within);
}

/** What is wrong for several interviews alike, such as the day of asking, is told once. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map(problem => [formatProblem(problem), problem])).values()];
}

/** What several files were refused for: the problems of a pack are the same for all, and told once. */
export function together(refusals: readonly Refusal[]): Refusal {
  const exitCode = refusals.some(refusal => refusal.exitCode === 2) ? 2 : 1;
  return new Refusal(distinct(refusals.flatMap(({ problems }) => problems)), exitCode);
}
