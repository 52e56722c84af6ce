import type { Pack } from '../pack/pack.ts';
import type { Answer } from '../pack/answer.ts';
import type { Reading } from './answers.ts';
import { holds } from './holds.ts';

/**
 * The reading with one more answer. What the new answer refutes is no longer asked, and what it no longer refutes is
 * unknown; days that count from a date stay as they are, so the new answer must not be a date.
 *
 * @param index - of a question that is not settled yet
 */
export function withAnswer(pack: Pack, reading: Reading, index: number, answer: Answer): Reading {
  const next: (Answer | undefined)[] = [...reading];
  next[index] = answer;
  for (let at = index + 1; at < next.length; at++) {
    const askIf = pack.questions[at]?.askIf;
    if (askIf === undefined) continue;
    if (holds(askIf, next) === false) next[at] = { kind: 'not-asked' };
    else if (next[at]?.kind === 'not-asked') next[at] = undefined;
  }
  return next;
}
