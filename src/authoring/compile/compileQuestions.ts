import type { Problem } from '../../base/problem.ts';
import { type AskedQuestion, compileCondition, type Scope } from './compileCondition.ts';
import type { NumberQuestion, Option, Question } from '../../pack/pack.ts';
import type { ParsedFile } from '../files/parseFile.ts';
import type { QuestionsFile, QuestionWords } from '../files/fileSchemas.ts';
import { probabilityOf } from './compileSourced.ts';
import type { Unread } from '../files/unread.ts';
import type { Suggestions } from '../check/suggestions.ts';

/** Questions by id, with their index in the pack. */
export type QuestionIndex = Scope['questions'];

/** Words with a meaning of their own in conditions and answers, so no question or option may be called so. */
export const reserved = new Set(['all', 'any', 'not', 'none', 'unknown']);

/**
 * Compiles the questions of all sections, in the order in which they are asked. A question may ask-if only what was
 * asked before it, so visibility is settled in one pass and can never go round in a circle.
 */
export function compileQuestions(files: readonly ParsedFile<QuestionsFile>[], unread: Unread, suggestions: Suggestions, problems: Problem[]): QuestionIndex {
  const questions = new Map<string, AskedQuestion>();
  const asked: Question[] = [];
  const places = new Map<string, string>();
  const later = new Set(files.flatMap(file => file.value.questions.map(({ id }) => id)));
  for (const file of files) {
    file.value.questions.forEach((words, at) => {
      const path = ['questions', at];
      const earlier = places.get(words.id);
      const here = file.place([...path, 'id']);
      if (earlier !== undefined || reserved.has(words.id)) {
        const hint = earlier === undefined ? 'choose another id' : `the first is in ${earlier}: rename one of them`;
        const message = earlier === undefined ? `“${words.id}” is a word of conditions` : `there are two questions called “${words.id}”`;
        problems.push({ code: 'duplicate-id', message, hint, path: [...path, 'id'], at: here });
        return;
      }
      places.set(words.id, `${here.file}:${here.line}`);
      const question = compileQuestion(words, file.value.section, path, { file, questions, asked, later, unread, suggestions, problems });
      questions.set(words.id, { index: questions.size, question, options: optionIndices(question) });
      asked.push(question);
    });
  }
  return questions;
}

function optionIndices(question: Question): AskedQuestion['options'] {
  return new Map(question.kind !== 'number' && question.kind !== 'date' ? question.options.map(({ id }, index) => [id, index] as const) : []);
}

function compileQuestion(words: QuestionWords, section: string, path: readonly (string | number)[], scope: Scope): Question {
  const common = {
    id: words.id,
    section,
    ...(words.core === 'yes' ? { core: true as const } : {}),
    ask: words.ask,
    ...(words.help === undefined ? {} : { help: words.help }),
    ...(words['ask-if'] === undefined ? {} : { askIf: compileCondition(words['ask-if'], [...path, 'ask-if'], scope) }),
    dontKnow: probabilityOf(words['dont-know']),
    ...(words.employer === undefined ? {} : { employer: employerOf(words.employer, [...path, 'employer'], scope) }),
  };
  switch (words.kind) {
    case 'date':
      return { ...common, kind: 'date', ...earlierDate(words['not-before'], [...path, 'not-before'], 'notBefore', scope) };
    case 'number':
      return { ...common, ...numberParts(words, path, scope) };
    case 'yes-no': {
      const yes = probabilityOf(words.typical);
      return { ...common, kind: 'yes-no', options: [{ id: 'yes', says: 'Yes', typical: yes }, { id: 'no', says: 'No', typical: 1 - yes }] };
    }
    default:
      return { ...common, kind: words.kind, options: optionsOf(words, path, scope) };
  }
}

function employerOf(words: NonNullable<QuestionWords['employer']>, path: readonly (string | number)[], scope: Scope): NonNullable<Question['employer']> {
  return { ask: words.ask, ...(words.if === undefined ? {} : { if: compileCondition(words.if, [...path, 'if'], scope) }) };
}

function optionsOf(words: Extract<QuestionWords, { options: unknown }>, path: readonly (string | number)[], scope: Scope): readonly Option[] {
  const seen = new Set<string>();
  const options = words.options.map((option, at) => {
    const inner = [...path, 'options', at, 'id'];
    if (seen.has(option.id) || (reserved.has(option.id) && !(option.id === 'none' && words.kind === 'one-of'))) {
      const message = seen.has(option.id) ? `“${words.id}” has two options called “${option.id}”` : `“${option.id}” is a word of conditions`;
      scope.problems.push({ code: 'duplicate-id', message, hint: 'rename one of them', path: inner, at: scope.file.place(inner) });
    }
    seen.add(option.id);
    return { id: option.id, says: option.says, typical: probabilityOf(option.typical) };
  });
  if (words.kind === 'one-of') checkSum(options.map(option => option.typical), [...path, 'options'], scope);
  return options;
}

type NumberWords = Extract<QuestionWords, { kind: 'number' }>;

function numberParts(words: NumberWords, path: readonly (string | number)[], scope: Scope): Omit<NumberQuestion, keyof Pick<NumberQuestion, 'id' | 'section' | 'ask' | 'help' | 'askIf' | 'dontKnow' | 'employer'>> {
  if (words.from >= words.to) {
    const at = [...path, 'to'];
    scope.problems.push({ code: 'out-of-range', message: '“to” must be larger than “from”', hint: 'both bounds are included', path: at, at: scope.file.place(at) });
  }
  words.typical.forEach(({ value }, index) => {
    if (value >= words.from && value <= words.to) return;
    const at = [...path, 'typical', index, 'value'];
    scope.problems.push({ code: 'out-of-range', message: `${value} is not from ${words.from} to ${words.to}`, hint: 'choose a value inside the bounds', path: at, at: scope.file.place(at) });
  });
  checkSum(words.typical.map(({ share }) => probabilityOf(share)), [...path, 'typical'], scope);
  const typical = words.typical.map(({ value, share }) => ({ value, share: probabilityOf(share) }));
  return {
    kind: 'number', unit: words.unit, from: words.from, to: words.to, typical,
    ...earlierDate(words['counts-days-from'], [...path, 'counts-days-from'], 'countsDaysFrom', scope),
  };
}

/** A reference to a date that was asked before, under the key that the compiled question gives it. */
function earlierDate<K extends string>(id: string | undefined, at: readonly (string | number)[], key: K, scope: Scope): { readonly [name in K]?: number } {
  if (id === undefined) return {};
  const found = scope.questions.get(id);
  if (found?.question.kind === 'date') return { [key]: found.index } as { readonly [name in K]?: number };
  if (found === undefined && scope.unread('questions', id)) return {};
  scope.problems.push({ code: 'unknown-question', message: `no date asked before this is called “${id}”`, hint: scope.suggestions.hint(id, datesIn(scope)), path: at, at: scope.file.place(at) });
  return {};
}

function datesIn({ asked }: Scope): ReadonlySet<string> {
  return new Set(asked.filter(({ kind }) => kind === 'date').map(({ id }) => id));
}

function checkSum(shares: readonly number[], path: readonly (string | number)[], scope: Scope): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) < 0.0051) return;
  scope.problems.push({ code: 'out-of-range', message: `the typical shares add to ${Math.round(sum * 1000) / 10}%`, hint: 'of those who can say, they add to 100%', path, at: scope.file.place(path, 'key') });
}
