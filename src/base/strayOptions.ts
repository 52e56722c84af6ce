import { didYouMean } from './nearest.ts';
import type { Problem } from './problem.ts';
import { showAny } from './show.ts';

/** The options that a call was given and does not take, as problems; `names` are those that it takes. */
export function strayOptions(given: Iterable<string>, names: readonly string[]): Problem[] {
  return [...given].filter(key => !names.includes(key))
    .map(key => ({ code: 'unknown-key', message: `${showAny(key)} is no option`, hint: didYouMean(key, names), path: [key] }));
}
