import { orAnswersError } from '../base/errors.ts';
import type { Checked } from '../base/problem.ts';
import { UNKNOWN } from '../pack/answer.ts';
import type { Pack, Question } from '../pack/pack.ts';
import { type FormOptions, formOf, type FormPage } from './formPack.ts';
import { NONE, NONE_SAYS, UNKNOWN_SAYS } from './formWords.ts';
import { askedMatters, notAskedWhen, type Shown, shownWhen } from './shownWhen.ts';

/** A survey as SurveyJS reads it: `new Model(survey)`. */
export interface SurveyJsForm {
  readonly title: string;
  /** Answers to questions that were hidden later stay: a diagnosis leaves them out by itself, and says so. */
  readonly clearInvisibleValues: 'none';
  readonly calculatedValues: readonly { readonly name: string; readonly expression: string }[];
  readonly pages: readonly SurveyJsPage[];
}

/** A page of a SurveyJS form: one section of the pack. */
export interface SurveyJsPage {
  readonly name: string;
  readonly title: string;
  readonly elements: readonly SurveyJsQuestion[];
}

/** An element of a SurveyJS form: one question. */
export interface SurveyJsQuestion {
  readonly type: 'radiogroup' | 'checkbox' | 'text';
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly visibleIf?: string;
  readonly choices?: readonly { readonly value: string; readonly text: string; readonly isExclusive?: true }[];
  readonly inputType?: 'number' | 'date';
  readonly min?: number | string;
  readonly max?: number | string;
  readonly step?: number;
  readonly minValueExpression?: string;
  readonly validators?: readonly { readonly type: 'expression'; readonly text: string; readonly expression: string }[];
}

/**
 * The questionnaire of a pack as a SurveyJS form: one page for each section, one element for each question, by its id.
 * The same questions are visible as `visibleQuestions` gives, with one exception: days that the library counts from a
 * date are not counted by the form. An element left empty is “I don't know”, as is the choice `unknown`; `none` in a list
 * says that nothing applies. `fromSurveyJs` reads the results.
 *
 * @throws AnswersError when this is no pack
 *
 * @example
 * import { corePack } from 'afterview';
 * toSurveyJs(corePack).pages[0]?.elements[0]?.name; // 'outcome'
 */
export function toSurveyJs(pack: Pack, options: FormOptions = {}): SurveyJsForm {
  return orAnswersError(safeToSurveyJs(pack, options));
}

/**
 * As `toSurveyJs`, but returns problems instead of throwing them.
 *
 * @example
 * import { corePack } from 'afterview';
 * safeToSurveyJs(corePack, { short: true }).ok; // true
 * safeToSurveyJs(corePack, { long: true }).ok; // false
 */
export function safeToSurveyJs(pack: unknown, options: unknown = {}): Checked<SurveyJsForm> {
  return formOf(pack, options, surveyOf);
}

function surveyOf({ title, questions }: Pack, pages: readonly FormPage[]): SurveyJsForm {
  const tests = pages.flatMap(page => page.questions.flatMap(({ question: { askIf } }) => (askIf ? [shownWhen(questions, askIf)] : [])));
  return {
    title, clearInvisibleValues: 'none',
    calculatedValues: askedMatters(questions, tests).map(index => ({ name: notAskedName(questions, index), expression: expressionOf(questions, notAskedWhen(questions, index) as Shown) })),
    pages: pages.map(({ section, questions: own }) => ({ name: section.id, title: section.title, elements: own.map(({ question }) => elementOf(questions, question)) })),
  };
}

function elementOf(questions: Pack['questions'], question: Question): SurveyJsQuestion {
  const { id, ask, help, askIf } = question;
  const common = { name: id, title: ask, ...(askIf ? { visibleIf: expressionOf(questions, shownWhen(questions, askIf)) } : {}) };
  switch (question.kind) {
    case 'number': {
      const { unit, from, to } = question;
      const description = [help, `A whole number of ${unit}, from ${from} to ${to}.`].filter(part => part !== undefined).join(' ');
      const validators = [{ type: 'expression', text: 'Write a whole number.', expression: `{${id}} empty or {${id}} = trunc({${id}}, 0)` }] as const;
      return { type: 'text', ...common, description, inputType: 'number', min: from, max: to, step: 1, validators };
    }
    case 'date': {
      const earliest = question.notBefore === undefined ? undefined : questions[question.notBefore]?.id;
      return { type: 'text', ...common, ...described(help), inputType: 'date', min: '1900-01-01', max: '2199-12-31', ...(earliest === undefined ? {} : { minValueExpression: `{${earliest}}` }) };
    }
    default: {
      const choices = question.options.map(({ id: value, says: text }) => ({ value, text }));
      const several = question.kind === 'several-of';
      const alone = several ? { isExclusive: true } as const : {};
      return { type: several ? 'checkbox' : 'radiogroup', ...common, ...described(help), choices: [...choices, ...(several ? [{ value: NONE, text: NONE_SAYS, ...alone }] : []), { value: UNKNOWN, text: UNKNOWN_SAYS, ...alone }] };
    }
  }
}

function described(help: string | undefined): { readonly description?: string } {
  return help === undefined ? {} : { description: help };
}

/** A name that no question has, as ids are written without underscores. */
function notAskedName(questions: Pack['questions'], index: number): string {
  return `not_asked_${idOf(questions, index)}`;
}

function idOf(questions: Pack['questions'], index: number): string {
  return (questions[index] as Question).id;
}

/** Always yes, and always no. */
const [ALWAYS, NEVER] = ['1 = 1', '1 = 2'];

function expressionOf(questions: Pack['questions'], shown: Shown): string {
  switch (shown.test) {
    case 'all':
    case 'any': {
      const parts = shown.of.map(part => expressionOf(questions, part));
      if (parts.length === 0) return shown.test === 'all' ? ALWAYS : NEVER;
      return parts.length === 1 ? parts[0] as string : parts.map(part => `(${part})`).join(shown.test === 'all' ? ' and ' : ' or ');
    }
    case 'not-asked':
      return `{${notAskedName(questions, shown.question)}} ${shown.holds ? '=' : '<>'} true`;
    case 'chosen':
      return chosen(questions[shown.question] as Question, shown);
    case 'counted':
      return counted(questions[shown.question] as Question, shown);
  }
}

function chosen(question: Question, { options, holds }: Extract<Shown, { test: 'chosen' }>): string {
  const ids = 'options' in question ? options.map(option => `'${question.options[option]?.id ?? ''}'`) : [];
  const any = ids.length === 0 ? NEVER : `{${question.id}} anyof [${ids.join(', ')}]`;
  return holds ? any : `${answered(question)} and !(${any})`;
}

/** That a question was answered, and not by “I don't know”. */
function answered({ id, kind }: Question): string {
  if (kind === 'number' || kind === 'date') return `{${id}} notempty`;
  return kind === 'several-of' ? `{${id}} notempty and !({${id}} contains '${UNKNOWN}')` : `{${id}} notempty and {${id}} <> '${UNKNOWN}'`;
}

function counted(question: Question, { from, to }: Extract<Shown, { test: 'counted' }>): string {
  const { id } = question;
  if (question.kind !== 'several-of') return [answered(question), ...(from === null ? [] : [`{${id}} >= ${from}`]), ...(to === null ? [] : [`{${id}} <= ${to}`])].join(' and ');
  const none = `{${id}} contains '${NONE}'`;
  const least = Math.max(1, from ?? 1);
  const some = [answered(question), `!(${none})`, `{${id}.length} >= ${least}`, ...(to === null ? [] : [`{${id}.length} <= ${to}`])].join(' and ');
  const zero = (from === null || from <= 0) && (to === null || to >= 0);
  if (to !== null && to < least) return zero ? none : NEVER;
  return zero ? `(${none}) or (${some})` : some;
}
