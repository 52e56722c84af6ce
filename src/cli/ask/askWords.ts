import type { Question } from '../../pack/pack.ts';
import { wanted, isTyped } from './reply.ts';
import type { Session } from '../../api/session.ts';

/** Every sentence that is said between the questions. */
export const words = {
  hello: 'A few questions about your interview, one at a time. Choose with the arrow keys and Enter. Nothing leaves this machine.',
  welcomeBack: 'Welcome back. The questions carry on where you stopped.',
  otherContents: 'The pack has changed since you stopped, and your answers still fit. The questions may come in another order.',
  enough: 'Thank you, that is enough for a fair picture. More answers would hardly change it.',
  complete: 'Thank you, that was the last question.',
  whatNow: 'What would you like to do?',
  finish: 'See the result',
  back: 'Back: change the last answer',
  stop: 'Stop and save',
  several: 'Space marks, Enter carries on. Marking none of the answers is an answer, too.',
  doesNotFit: "That doesn't fit with what you said before:",
  noWayBack: 'There is no answer to go back to yet.',
  leaving: 'Stop here?',
  leaveSave: 'Stop and save my answers',
  leaveGoOn: 'Carry on with the questions',
  leave: 'Stop without saving',
  saveNow: 'Save your answers to a file?',
  yes: 'Yes',
  no: 'No',
  fileName: 'Which file should they go to?',
  replace: (file: string): string => `There is a file ${file} already. Replace it?`,
  saved: (file: string): string => `Your answers are in ${file}.`,
  resume: 'Carry on with:',
  read: 'Read the result again with:',
  notSaved: 'Nothing was saved.',
  goodbye: 'Thank you for your time.',
} as const;

/** What stands below a question: its help, how to answer, and how many more there are. */
export function belowQuestion(question: Question, session: Session): readonly string[] {
  return [...(question.help === undefined ? [] : [question.help]), ...howToAnswer(question, session), remainingText(session)];
}

function howToAnswer(question: Question, session: Session): readonly string[] {
  if (isTyped(question)) return [`${wanted(question)}. Or type: ? (I don't know), ${session.before ? 'back, ' : ''}why, result, stop.`];
  return question.kind === 'several-of' ? [words.several] : [];
}

/** How many more there are at most, the one that is asked now among them. */
export function remainingText({ enough, remaining: { from, to }, left }: Session): string {
  if (enough) return `${counted(left)} left; stop whenever you like`;
  if (from === to) return `${to} more question${to === 1 ? '' : 's'}`;
  return `At most ${to} more questions, fewer once the picture is clear`;
}

/** The way on when it is enough. */
export function goOnText({ left }: Session): string {
  return `Carry on: ${counted(left)} left`;
}

function counted(count: number): string {
  return count === 1 ? '1 question is' : `${count} questions are`;
}
