import type { AnswerValue } from '../answers/answers.ts';
import { readAnswer } from '../answers/readAnswer.ts';
import { UNKNOWN } from '../pack/answer.ts';
import type { ChoiceQuestion, DateQuestion, NumberQuestion, Question } from '../pack/pack.ts';
import { prepareQuestion } from '../pack/prepareQuestion.ts';
import { numberLabel, wholeNumber, words } from './elementWords.ts';
import { make } from './make.ts';

/** How a text is put in the English of the reader. */
export type Say = (text: string) => string;

/** An answer, or a sentence on what is missing. */
export type Said = { readonly answer: AnswerValue } | { readonly wrong: string };

/** The native inputs of a question. */
export interface Control {
  readonly nodes: readonly HTMLElement[];
  readonly inputs: readonly HTMLInputElement[];
  readonly read: () => Said;
}

/** Inputs for a question, with an earlier answer filled in. */
export function controlFor(question: Question, earlier: AnswerValue | null, say: Say): Control {
  switch (question.kind) {
    case 'number':
      return numberControl(question, earlier, say);
    case 'date':
      return dateControl(question, earlier);
    default:
      return choiceControl(question, earlier, say);
  }
}

function choiceControl({ kind, options }: ChoiceQuestion, earlier: AnswerValue | null, say: Say): Control {
  const several = kind === 'several-of';
  const chosen = [earlier ?? []].flat();
  const inputs = options.map(({ id }) => {
    const input = make('input', { type: several ? 'checkbox' : 'radio', name: 'answer', value: id });
    input.checked = chosen.includes(id);
    return input;
  });
  const nodes = options.map(({ says }, index) => make('label', { class: 'option', part: 'option' }, inputs[index] ?? null, make('span', {}, say(says))));
  const read = (): Said => {
    const ids = inputs.filter(({ checked }) => checked).map(({ value }) => value);
    if (several) return { answer: ids };
    return ids[0] === undefined ? { wrong: words.choose } : { answer: ids[0] };
  };
  return { nodes: [make('div', { class: 'options' }, ...nodes)], inputs, read };
}

function numberControl(question: NumberQuestion, earlier: AnswerValue | null, say: Say): Control {
  const { unit, from, to } = question;
  const input = make('input', { type: 'number', inputmode: 'numeric', min: String(from), max: String(to), step: '1', part: 'input' });
  if (typeof earlier === 'number') input.value = String(earlier);
  const read = (): Said => saidTo(question, /^[-+]?\d{1,15}$/.test(input.value) ? Number(input.value) : null, wholeNumber(unit, from, to));
  return { nodes: [labelled(say(numberLabel(unit, from, to)), input)], inputs: [input], read };
}

function dateControl(question: DateQuestion, earlier: AnswerValue | null): Control {
  const input = make('input', { type: 'date', min: '1900-01-01', max: '2199-12-31', part: 'input' });
  if (typeof earlier === 'string' && earlier !== UNKNOWN) input.value = earlier;
  return { nodes: [labelled(words.date, input)], inputs: [input], read: () => saidTo(question, input.value === '' ? null : input.value, words.wholeDate) };
}

function labelled(says: string, input: HTMLInputElement): HTMLElement {
  return make('label', { class: 'typed' }, make('span', {}, says), input);
}

function saidTo(question: Question, answer: AnswerValue | null, otherwise: string): Said {
  return answer === null || 'wrong' in readAnswer(prepareQuestion(question), answer) ? { wrong: otherwise } : { answer };
}
