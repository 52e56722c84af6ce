import type { Answers, AnswerValue } from '../answers/answers.ts';
import { type Checked } from '../base/problem.ts';
import { backInSession, safeAnswerSession, safeResumeSession, type Session, type SessionSetting } from '../api/session.ts';
import type { Question } from '../pack/pack.ts';

/** Where someone stands with the element. Every step makes a new one; nothing is ever changed. */
export interface Talk {
  readonly session: Session;
  /** Everything that was said so far, answers that were gone back over included: they are shown as chosen. */
  readonly said: Answers;
  /** Whether they wanted to go on though it is enough. */
  readonly goesOn: boolean;
  /** Whether the page is what they look at. */
  readonly reads: boolean;
  /** The question of the page that they answer anew. */
  readonly mends: Question | null;
}

/** What is shown to them now. */
export type Place = { readonly at: 'question' | 'mending'; readonly question: Question } | { readonly at: 'enough' } | { readonly at: 'page' };

export function talkFrom(session: Session): Talk {
  return { session, said: session.answers, goesOn: false, reads: false, mends: null };
}

export function placeOf({ session: { next, enough }, goesOn, reads, mends }: Talk): Place {
  if (mends !== null) return { at: 'mending', question: mends };
  if (reads) return { at: 'page' };
  return next === null || (enough && !goesOn) ? { at: 'enough' } : { at: 'question', question: next.question };
}

/** The talk after an answer to the question that is shown; problems where it cannot be beside the others. */
export function answered(talk: Talk, answer: AnswerValue, setting: SessionSetting): Checked<Talk> {
  const { session, mends } = talk;
  const question = mends ?? session.next?.question;
  const then = mends === null ? safeAnswerSession(session, answer, setting) : safeResumeSession({ ...session.answers, [mends.id]: answer }, session.asked, setting);
  if (!then.ok) return then;
  const said = question ? { ...talk.said, [question.id]: answer } : talk.said;
  return { ok: true, value: { ...talk, session: then.value, said, mends: null } };
}

export function back(talk: Talk): Talk {
  return { ...talk, session: backInSession(talk.session) };
}

export function goOn(talk: Talk): Talk {
  return { ...talk, goesOn: true, reads: false, mends: null };
}

export function toPage(talk: Talk): Talk {
  return { ...talk, reads: true, mends: null };
}

/** Back from the page to the questions, where they were left. */
export function toQuestions(talk: Talk): Talk {
  return { ...talk, reads: false, mends: null };
}

/** One of the answers is to be given anew; where the pack has no such question, nothing is. */
export function mend(talk: Talk, question: Question): Talk {
  return { ...talk, mends: question };
}
