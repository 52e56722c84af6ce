import type { AnswerValue } from '../answers/answers.ts';
import type { Problem } from '../base/problem.ts';
import type { Session } from '../api/session.ts';
import type { Question } from '../pack/pack.ts';
import { bareQuestion } from '../report/section.ts';
import { answerText } from './answerText.ts';
import type { Say } from './control.ts';
import { goOnText, words } from './elementWords.ts';
import { button, heading, make } from './make.ts';

export interface EnoughActs {
  readonly show: () => void;
  readonly goOn: () => void;
  readonly back: () => void;
}

/** What is offered when it is enough, or nothing is left to ask. */
export function enoughView(session: Session, greeting: string | null, { show, goOn, back }: EnoughActs): HTMLElement {
  const complete = session.next === null;
  return make('div', { class: 'view' },
    greeting === null ? null : make('p', { class: 'greeting', part: 'greeting' }, greeting),
    heading(complete ? words.complete : words.enough, 'question'),
    make('p', { class: 'help' }, complete ? words.ready : words.hardly),
    make('div', { class: 'actions' },
      button(words.show, 'primary', show),
      complete ? null : button(goOnText(session), 'secondary', goOn),
      session.before === null ? null : button(words.back, 'quiet', back)));
}

/** An answer that was given, and the question that it was given to. */
export interface GivenAnswer {
  readonly question: Question;
  readonly answer: AnswerValue;
}

/** Everything that was said, each of which can be said anew. */
export function answersList(given: readonly GivenAnswer[], open: boolean, say: Say, mend: (question: Question) => void): HTMLElement {
  const rows = given.map(({ question, answer }) => {
    const asked = say(bareQuestion(question.ask));
    const change = button(words.change, 'quiet', () => { mend(question); });
    change.setAttribute('aria-label', `${words.change}: ${asked}`);
    return make('li', {}, make('p', {}, make('span', { class: 'asked' }, asked), ' ', make('strong', {}, say(answerText(question, answer)))), change);
  });
  const list = make('details', { class: 'answers', part: 'answers' }, make('summary', {}, words.answers), make('ul', {}, ...rows));
  list.open = open;
  return list;
}

/** Where the answers are kept, and how to be rid of them. */
export function keepingNote(kept: boolean, startOver: () => void): HTMLElement {
  return make('details', { class: 'keeping', part: 'keeping' },
    make('summary', {}, words.onlyHere),
    make('p', {}, kept ? words.kept : words.notKept),
    button(kept ? words.deleteThem : words.startAgain, 'secondary', startOver));
}

/** What is wrong with what the page around gave. */
export function problemView(problems: readonly Problem[]): HTMLElement {
  return make('div', { class: 'view', role: 'alert', part: 'problem' },
    heading(words.problem, 'question'),
    make('p', {}, words.notYou),
    make('ul', {}, ...problems.map(({ code, message, hint, path = [] }) =>
      make('li', { 'data-code': code }, make('code', {}, [path.join('.'), code].filter(part => part !== '').join(' ')), ` ${message}${hint === '' ? '' : ` (${hint})`}`))));
}
