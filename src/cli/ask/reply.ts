import type { ChoiceQuestion, DateQuestion, NumberQuestion, Question } from '../../pack/pack.ts';
import { UNKNOWN } from '../../pack/answer.ts';
import type { AnswerValue } from '../../answers/answers.ts';
import { prepareQuestion } from '../../pack/prepareQuestion.ts';
import type { Entry } from './prompts.ts';
import { readAnswer } from '../../answers/readAnswer.ts';

/** What can be done at a question beside answering it. */
export type Request = 'unknown' | 'more' | 'back' | 'why' | 'result' | 'stop';

/** What someone said to a question: an answer, or a request. `leave` is Ctrl-C. */
export type Reply = { readonly answer: AnswerValue } | { readonly request: Exclude<Request, 'unknown' | 'more'> | 'leave' };

/** A reply that was understood, or a sentence on why it was not. */
export type ReadReply = Reply | { readonly request: 'more' } | { readonly wrong: string };

export type TypedQuestion = NumberQuestion | DateQuestion;

/** What stands below the answers, in brackets, as these are none: that nobody can say, and all else that can be done. */
export const belowAnswers: readonly Entry[] = [
  { value: ':unknown', label: "(I don't know)" },
  { value: ':more', label: '(Go back, ask why, see the result so far, stop)' },
];

/** All else that can be done at a question. */
export const otherDeeds: readonly Entry[] = [
  { value: ':back', label: 'Go back, and change the last answer' },
  { value: ':why', label: 'Why do you ask?' },
  { value: ':result', label: 'Show the result so far' },
  { value: ':stop', label: 'Stop and save' },
];

const requests: readonly Request[] = ['unknown', 'more', 'back', 'why', 'result', 'stop'];

/** A request in a list of options, which no option of a question can be mistaken for. */
export function requestValue(request: Request): string {
  return `:${request}`;
}

/** Reads what was chosen from the options of a question and the requests below them. */
export function readChosen({ kind }: ChoiceQuestion, chosen: readonly string[]): ReadReply {
  const asked = requests.filter(request => chosen.includes(requestValue(request)));
  const options = chosen.filter(value => !value.startsWith(':'));
  const [request] = asked;
  if (asked.length > 1) return { wrong: 'Choose one of the entries below the answers at a time.' };
  if (request === 'unknown') return options.length > 0 ? { wrong: "Choose either answers or “I don't know”." } : { answer: UNKNOWN };
  if (request !== undefined) return { request };
  return { answer: kind === 'several-of' ? options : options[0] ?? UNKNOWN };
}

const typed: Readonly<Record<string, Exclude<Request, 'more'>>> = { '?': 'unknown', back: 'back', why: 'why', result: 'result', stop: 'stop' };

/** Reads what was typed at a question for a number or a date. */
export function readTyped(question: TypedQuestion, text: string): Exclude<ReadReply, { readonly request: 'more' }> {
  const word = text.trim();
  const request = Object.hasOwn(typed, word.toLowerCase()) ? typed[word.toLowerCase()] : undefined;
  if (request !== undefined) return request === 'unknown' ? { answer: UNKNOWN } : { request };
  const value = question.kind === 'number' && /^[-+]?\d{1,15}$/.test(word) ? Number(word) : word || null;
  return value === null || 'wrong' in readAnswer(prepareQuestion(question), value) ? { wrong: `${wanted(question)}, or ? if you don't know.` } : { answer: value };
}

/** What a typed answer looks like. */
export function wanted(question: TypedQuestion): string {
  return question.kind === 'date' ? 'Type a day as YYYY-MM-DD' : `Type a whole number of ${question.unit} from ${question.from} to ${question.to}`;
}

/** Whether a question is answered by typing. */
export function isTyped(question: Question): question is TypedQuestion {
  return question.kind === 'number' || question.kind === 'date';
}
