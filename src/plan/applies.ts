import { holds } from '../answers/holds.ts';
import type { Reading } from '../answers/reading.ts';
import type { Condition } from '../pack/condition.ts';

/** Whether something said with conditions, such as a fix, holds after these answers: `when` is shown, `unless` is not. */
export function applies({ when, unless }: { readonly when?: Condition; readonly unless?: Condition }, { answers }: Reading): boolean {
  return (when === undefined || holds(when, answers) === true) && (unless === undefined || holds(unless, answers) !== true);
}
