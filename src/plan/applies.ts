import { holds } from '../answers/holds.ts';
import type { Reading } from '../answers/reading.ts';
import type { Fix } from '../pack/pack.ts';

/** Whether a fix makes sense after these answers: `when` is shown, `unless` is not. */
export function applies({ when, unless }: Fix, { answers }: Reading): boolean {
  return (when === undefined || holds(when, answers) === true) && (unless === undefined || holds(unless, answers) !== true);
}
