import { orAnswersError } from '../base/errors.ts';
import { plainEntries, plainItems } from '../base/plainObject.ts';
import type { Checked, Problem } from '../base/problem.ts';
import { type FormReader, readForm, type ReadFormOptions } from './readForm.ts';
import { answersFileOf, cellsOf, type FormAnswersFile } from './responses.ts';

/**
 * Reads results of SurveyJS: `model.data` of one person, or a list of them, at most a thousand. A form made by
 * `toSurveyJs` needs no map. Answers to questions that were hidden later are kept: a diagnosis leaves them out.
 *
 * @returns An answers file for each.
 * @throws AnswersError with everything that was not understood
 *
 * @example
 * import { corePack } from 'afterview';
 * fromSurveyJs({ outcome: 'rejected', arrival: 'late' }, { pack: corePack })[0]?.answers; // { outcome: 'rejected', arrival: 'late' }
 */
export function fromSurveyJs(results: unknown, options: ReadFormOptions): readonly FormAnswersFile[] {
  return orAnswersError(safeFromSurveyJs(results, options));
}

/**
 * As `fromSurveyJs`, but returns problems instead of throwing them.
 *
 * @example
 * import { corePack } from 'afterview';
 * const read = safeFromSurveyJs({ outcome: 'refused' }, { pack: corePack });
 * read.ok ? [] : read.problems.map(({ code }) => code); // ['unknown-option']
 */
export function safeFromSurveyJs(results: unknown, options: unknown): Checked<readonly FormAnswersFile[]> {
  return readForm(options, ['pack', 'map'], (reader, problems) => {
    const several = plainItems(results);
    const unknown = new Set<string>();
    return several ? several.flatMap((result, at) => resultOf(result, [at], reader, unknown, problems)) : resultOf(results, [], reader, unknown, problems);
  });
}

function resultOf(result: unknown, path: readonly number[], { pack, fieldOf }: FormReader, unknown: Set<string>, problems: Problem[]): readonly FormAnswersFile[] {
  const entries = plainEntries(result, 'results', '{ "outcome": "rejected" }');
  if (!entries.ok) {
    problems.push(...entries.problems.map(problem => ({ ...problem, path })));
    return [];
  }
  const cells = cellsOf(entries.value.map(([name, value]) => [name, value, { path: [...path, name] }]), fieldOf, pack, unknown, problems);
  return [answersFileOf(pack, cells, undefined, problems)];
}
