import type { Conditional } from '../pack/pack.ts';
import type { Reading } from '../questionnaire/answers.ts';
import { holds } from '../questionnaire/holds.ts';

/** A number under these answers: that of the first case that holds, the usual one when none is known to hold. */
export function valueGiven(number: Conditional, reading: Reading): number {
  return (number.when.find(branch => holds(branch.if, reading) === true) ?? number).value;
}
