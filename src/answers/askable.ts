import type { Pack, Question } from '../pack/pack.ts';
import type { Reading } from './answers.ts';
import { holds } from './holds.ts';

/** The questions to put to this person, in order: those without a condition, and those whose condition the answers show. */
export function askable(pack: Pack, reading: Reading): readonly Question[] {
  return pack.questions.filter(({ askIf }) => askIf === undefined || holds(askIf, reading) === true);
}
