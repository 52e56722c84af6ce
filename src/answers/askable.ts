import type { Prepared } from '../pack/preparePack.ts';
import { shows } from '../pack/test.ts';

/** Whether a question is put to this person: one without a condition, or one whose condition the answers show. */
export function isAskable({ askIf }: Prepared, columns: readonly number[], index: number): boolean {
  const test = askIf[index];
  return !test || shows(test.shown, columns);
}
