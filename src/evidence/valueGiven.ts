import type { Conditional } from '../pack/pack.ts';
import type { Reading } from '../answers/answers.ts';
import { holds } from '../answers/holds.ts';

/** A number under these answers: that of the first case that holds, the usual one when none is known to hold. */
export function valueGiven(number: Conditional, reading: Reading): number {
  return (number.when.find(branch => holds(branch.if, reading) === true) ?? number).value;
}
