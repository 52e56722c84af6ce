import type { Cause } from '../pack/pack.ts';

/** Why a question is asked, from the causes whose weight it is expected to move most. */
export function whyAsked([first, second]: readonly Cause[]): string {
  if (!first) return 'It helps to read the other answers.';
  return second ? `It would tell “${first.title}” from “${second.title}”.` : `It would show more of “${first.title}”.`;
}
