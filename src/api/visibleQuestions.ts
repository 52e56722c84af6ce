import type { Pack, Question } from '../pack/pack.ts';
import { type Checked, refused } from '../base/problem.ts';
import { askable } from '../answers/askable.ts';
import { checkAnswers } from '../answers/checkAnswers.ts';

/**
 * The questions to show to someone who has given these answers, in the order in which they are asked. A question
 * that depends on another comes up once that one is answered so that it applies.
 *
 * @param answers - question id → answer, of any origin
 * @throws TypeError for anything but a pack
 */
export function visibleQuestions(pack: Pack, answers: unknown): Checked<readonly Question[]> {
  const checked = checkAnswers(pack, answers);
  return checked.ok ? { ok: true, value: askable(pack, checked.value.reading) } : refused(checked.problems);
}
