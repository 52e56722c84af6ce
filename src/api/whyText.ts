import type { Session } from './session.ts';

/** Why a question is asked, for those that nothing else is said of. */
export function whyText({ question, why }: NonNullable<Session['next']>): string {
  if (question.id === 'outcome') return 'How it ended decides what can lie behind it. Everything else follows from there.';
  return why ?? 'It hardly changes what lies behind it, but it can add to what to keep and what to do next.';
}
