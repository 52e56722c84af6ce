import type { Session } from '../api/session.ts';
import { dateInWords } from '../report/dateInWords.ts';

/** Every sentence of the element itself. Whoever reads it has just been turned down. */
export const words = {
  hello: "A few questions about your interview, one at a time. Leave out whatever you don't know. Nothing leaves this page.",
  welcomeBack: 'Welcome back. The questions carry on where you stopped.',
  onTheirWay: 'The questions are on their way.',
  goOn: 'Continue',
  none: 'None of these',
  unknown: "I don't know",
  saidUnknown: "Before, you said that you don't know.",
  back: 'Back',
  keep: 'Keep my answer',
  why: 'Why do you ask?',
  show: 'Show me what you have',
  enough: 'Thank you. That is enough for a fair picture.',
  hardly: 'More answers would hardly change it.',
  complete: 'Thank you. That was the last question.',
  ready: 'Your page is ready when you are.',
  toQuestions: 'Back to the questions',
  answers: 'Look through your answers, or change one',
  change: 'Change',
  onlyHere: 'Your answers stay in this browser',
  kept: 'They are kept here, so that you can carry on later, and go nowhere else. On a computer that others use, delete them when you are done.',
  notKept: 'Nothing is kept: when you close this page, your answers are gone.',
  deleteThem: 'Delete my answers and start again',
  startAgain: 'Start again',
  choose: "Please choose an answer. If you can't say, “I don't know” is fine.",
  wholeDate: "Please give a whole date. If you can't say, “I don't know” is fine.",
  date: 'Date',
  doesNotFit: "That doesn't fit with what you said before.",
  problem: "This can't be shown",
  notYou: 'Something is wrong with how it was set up here. It is nothing that you did.',
} as const;

export function numberLabel(unit: string, from: number, to: number): string {
  return `How many ${unit}, from ${from} to ${to}`;
}

export function wholeNumber(unit: string, from: number, to: number): string {
  return `Please type a whole number of ${unit} from ${from} to ${to}. If you can't say, “I don't know” is fine.`;
}

/** How many more there may be, the one that is asked now among them. */
export function remainingText({ enough, remaining: { from, to }, left }: Session): string {
  if (enough) return `Enough for a fair picture. ${leftText(left)}, if you like.`;
  if (from === to) return `${to} more question${to === 1 ? '' : 's'}`;
  return `${from} to ${to} more questions`;
}

/** “Carry on: 12 questions are left”. */
export function goOnText({ left }: Session): string {
  return `Carry on: ${leftText(left)}`;
}

function leftText(count: number): string {
  return count === 1 ? '1 question is left' : `${count} questions are left`;
}

/** Which day counts as today, and where that comes from. */
export function countedText(asOf: string, byClock: boolean): string {
  const day = dateInWords(asOf, null);
  return byClock ? `Days are counted up to today, ${day}, by the clock of this device.` : `Days are counted up to ${day}.`;
}
