import type { Fix } from '../pack/pack.ts';
import type { Reading } from '../answers/answers.ts';
import { holds } from '../answers/holds.ts';

/** The fixes of a cause that make sense after these answers: `when` is shown, `unless` is not. */
export function applicable(fixes: readonly Fix[], reading: Reading): readonly Fix[] {
  return fixes.filter(({ when, unless }) =>
    (when === undefined || holds(when, reading) === true) && (unless === undefined || holds(unless, reading) !== true));
}
