import type { AnswerValue } from '../answers/answers.ts';
import { UNKNOWN } from '../pack/answer.ts';
import type { Question } from '../pack/pack.ts';
import { type Control, controlFor, type Said, type Say } from './control.ts';
import { words } from './elementWords.ts';
import { button, heading, make } from './make.ts';

/** A question as it is put. */
export interface Put {
  readonly question: Question;
  /** What was said to it before. */
  readonly earlier: AnswerValue | null;
  readonly why: string | null;
  /** What is said before it. */
  readonly greeting: string | null;
  readonly say: Say;
}

/** What can be done at a question; what is `null` cannot. */
export interface QuestionActs {
  /** Gives an answer; a sentence on why it cannot be, where it cannot. */
  readonly answer: (answer: AnswerValue) => string | null;
  readonly back: (() => void) | null;
  readonly show: (() => void) | null;
  /** Leaves the answer as it was. */
  readonly keep: (() => void) | null;
}

/** One question with everything that can be done at it. */
export function questionView(put: Put, acts: QuestionActs): HTMLElement {
  const { question, earlier, why, greeting, say } = put;
  const control = controlFor(question, earlier, say);
  const error = make('p', { id: 'error', role: 'alert', class: 'error', part: 'error' });
  const fields = make('fieldset', { 'aria-describedby': [...(question.help === undefined ? [] : ['help']), 'error'].join(' ') },
    make('legend', {}, heading(say(question.ask), 'question')),
    question.help === undefined ? null : make('p', { id: 'help', class: 'help', part: 'help' }, say(question.help)),
    earlier === UNKNOWN ? make('p', { class: 'help' }, words.saidUnknown) : null,
    ...control.nodes, error);
  const send = make('button', { type: 'submit', class: 'primary', part: 'button primary' });
  nameSending(send, question, control, fields);
  const give = (said: Said): void => { refuse('wrong' in said ? said.wrong : acts.answer(said.answer), error, control); };
  const form = make('form', { novalidate: '', class: 'view' },
    greeting === null ? null : make('p', { class: 'greeting', part: 'greeting' }, greeting),
    fields,
    make('div', { class: 'actions' }, send, button(words.unknown, 'secondary', () => { give({ answer: UNKNOWN }); }), ...others(acts)),
    why === null ? null : make('details', { class: 'why', part: 'why' }, make('summary', {}, words.why), make('p', {}, say(why))));
  form.addEventListener('submit', event => {
    event.preventDefault();
    give(control.read());
  });
  return form;
}

function others({ back, show, keep }: QuestionActs): readonly HTMLElement[] {
  return [
    ...(back ? [button(words.back, 'quiet', back)] : []), ...(keep ? [button(words.keep, 'quiet', keep)] : []), ...(show ? [button(words.show, 'secondary', show)] : []),
  ];
}

/** To mark nothing is an answer, too, so the button says what it does. */
function nameSending(send: HTMLButtonElement, { kind }: Question, { inputs }: Control, fields: HTMLElement): void {
  const name = (): void => { send.textContent = kind === 'several-of' && !inputs.some(({ checked }) => checked) ? words.none : words.goOn; };
  name();
  fields.addEventListener('change', name);
}

/** Says what is wrong, and leads back to where it can be mended. */
function refuse(wrong: string | null, error: HTMLElement, { inputs }: Control): void {
  if (wrong === null) return;
  error.textContent = wrong;
  for (const input of inputs) if (input.type === 'number' || input.type === 'date') input.setAttribute('aria-invalid', 'true');
  (inputs.find(({ checked }) => checked) ?? inputs[0])?.focus();
}
