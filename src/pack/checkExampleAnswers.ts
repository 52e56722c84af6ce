import { didYouMean } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import type { Scope } from './compileCondition.ts';
import type { ChoiceQuestion, NumberQuestion, Question } from './pack.ts';
import { show } from './show.ts';

type Path = readonly (string | number)[];

/** Checks that each answer of an example is one that its question takes; `unknown` always is. */
export function checkExampleAnswers(answers: Readonly<Record<string, unknown>>, path: Path, scope: Scope): void {
  for (const [id, value] of Object.entries(answers)) {
    const found = scope.questions.get(id);
    if (found) checkAnswer(found.question, value, [...path, id], scope);
    else if (!scope.unread('questions', id)) add(scope, 'unknown-question', `no question is called ${show(id)}`, didYouMean(id, scope.questions.keys()), [...path, id], 'key');
  }
}

function checkAnswer(question: Question, value: unknown, path: Path, scope: Scope): void {
  if (value === 'unknown') return;
  switch (question.kind) {
    case 'number':
      checkNumber(question, value, path, scope);
      return;
    case 'date':
      if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) add(scope, 'wrong-kind', `${show(value)} is no day for “${question.id}”`, 'write it as YYYY-MM-DD', path);
      return;
    case 'several-of':
      checkChoices(question, value, path, scope);
      return;
    default:
      if (Array.isArray(value)) add(scope, 'wrong-kind', `“${question.id}” takes one answer, not a list`, 'name the one', path);
      else checkChoice(question, value, path, scope);
  }
}

function checkNumber({ id, unit, from, to }: NumberQuestion, value: unknown, path: Path, scope: Scope): void {
  if (typeof value !== 'number') add(scope, 'wrong-kind', `“${id}” takes a number of ${unit}, not ${show(value)}`, 'write a number without quotes or unit', path);
  else if (!Number.isInteger(value)) add(scope, 'wrong-kind', `“${id}” takes a whole number of ${unit}, not ${value}`, 'round it', path);
  else if (value < from || value > to) add(scope, 'out-of-range', `${value} ${unit} cannot be for “${id}”`, `from ${from} to ${to}`, path);
}

function checkChoices(question: ChoiceQuestion, value: unknown, path: Path, scope: Scope): void {
  if (!Array.isArray(value)) {
    const known = question.options.some(({ id }) => id === value);
    add(scope, 'wrong-kind', `“${question.id}” takes a list of answers, not ${show(value)}`, known ? `write [${String(value)}]` : 'write a list, such as [] for none of them', path);
    return;
  }
  value.forEach((word, index) => {
    if (value.indexOf(word) < index) add(scope, 'wrong-kind', `${show(word)} stands twice in “${question.id}”`, 'name each answer once', [...path, index]);
    else checkChoice(question, word, [...path, index], scope);
  });
}

function checkChoice(question: ChoiceQuestion, word: unknown, path: Path, scope: Scope): void {
  const ids = question.options.map(({ id }) => id);
  if (typeof word === 'string' && ids.includes(word)) return;
  add(scope, 'unknown-option', `${show(word)} is no answer to “${question.id}”`, didYouMean(String(word), ids), path);
}

function add(scope: Scope, code: Problem['code'], message: string, hint: string, path: Path, part: 'key' | 'value' = 'value'): void {
  scope.problems.push({ code, message, hint, path, at: scope.file.place(path, part) });
}
