import type { Problem } from '../../base/problem.ts';
import { compileCondition, type Scope } from './compileCondition.ts';
import type { Draft, DraftPiece } from '../../pack/words.ts';
import type { FixWords } from '../files/fileSchemas.ts';
import { show } from '../../base/show.ts';

type DraftWords = NonNullable<FixWords['say']>;
type Path = readonly (string | number)[];

/**
 * Compiles words to send or say. `{interview-date}` stands for an answer, and only within square brackets: the part in
 * brackets is left out where the answer is unknown, so that no draft is ever sent with a gap in it. `<what they said>` is
 * a blank that only the person can fill in; until then a message is unfinished.
 */
export function compileDraft(words: DraftWords, path: Path, scope: Scope): Draft {
  if (typeof words === 'string') return [{ pieces: piecesOf(words, path, scope) }];
  return words.map((passage, index) => {
    const inner = [...path, index];
    if (typeof passage === 'string') return { pieces: piecesOf(passage, inner, scope) };
    return {
      ...(passage.when === undefined ? {} : { when: compileCondition(passage.when, [...inner, 'when'], scope) }),
      ...(passage.unless === undefined ? {} : { unless: compileCondition(passage.unless, [...inner, 'unless'], scope) }),
      pieces: piecesOf(passage.words, [...inner, 'words'], scope),
    };
  });
}

/** The text between brackets and that in them by turns. */
function piecesOf(text: string, path: Path, scope: Scope): readonly DraftPiece[] {
  const pieces = text.split(/[[\]]/);
  const brackets = text.replaceAll(/[^[\]]/g, '');
  if (brackets !== '[]'.repeat(brackets.length / 2)) {
    add(scope, 'wrong-shape', 'the square brackets do not match', 'close each one before the next: our talk[ on {interview-date}].', path);
    return [];
  }
  return pieces.map((piece, index) => pieceOf(piece, index % 2 === 1, path, scope)).filter(piece => piece.length > 0);
}

function pieceOf(piece: string, inBrackets: boolean, path: Path, scope: Scope): DraftPiece {
  const parts = piece.split(/\{([^{}]*)\}/).flatMap((part, index): DraftPiece => {
    return index % 2 === 1 ? answerTo(part, inBrackets, path, scope) : withBlanks(part, inBrackets, path, scope);
  });
  if (parts.some(part => typeof part === 'string' && /[{}]/.test(part))) add(scope, 'wrong-shape', 'the curly brackets do not match', 'write {interview-date}', path);
  if (inBrackets && !piece.includes('{')) add(scope, 'wrong-shape', `no answer stands in ${show(`[${piece}]`)}`, 'name one, as [ on {interview-date}], or take the brackets out', path);
  return parts;
}

function withBlanks(text: string, inBrackets: boolean, path: Path, scope: Scope): DraftPiece {
  const parts = text.split(/<([^<>]*)>/);
  if (parts.some((part, index) => index % 2 === 0 && /[<>]/.test(part))) add(scope, 'wrong-shape', 'the angle brackets do not match', 'write <what they said about the job>', path);
  if (inBrackets && parts.length > 1) add(scope, 'wrong-shape', 'a blank stands in square brackets', 'these are for answers: take one pair of brackets out', path);
  return parts.flatMap((part, index): DraftPiece => {
    if (index % 2 === 0) return part === '' ? [] : [part];
    if (/^[^\s].{0,78}[^\s]$/.test(part)) return [{ blank: part }];
    add(scope, 'wrong-shape', `${show(`<${part}>`)} is no blank that anyone can fill in`, 'say what belongs there, in 2 to 80 letters: <what they said about the job>', path);
    return [];
  });
}

function answerTo(id: string, inBrackets: boolean, path: Path, scope: Scope): DraftPiece {
  const found = scope.questions.get(id);
  if (!found) {
    if (!scope.unread('questions', id)) add(scope, 'unknown-question', `no question is called ${show(id)}`, scope.suggestions.hint(id, scope.questions), path);
    return [];
  }
  const { index, question } = found;
  if (question.kind !== 'number' && question.kind !== 'date') {
    add(scope, 'wrong-kind', `the answer to ${show(id)} is an option, not words to send`, 'name a number or a date, or write passages with “when:”', path);
  } else if (!inBrackets) {
    add(scope, 'wrong-shape', `the answer to ${show(id)} may be unknown, and would leave a gap`, `put what needs it in square brackets: [ … {${id}} …]`, path);
  }
  return [{ answer: index }];
}

function add(scope: Scope, code: Problem['code'], message: string, hint: string, path: Path): void {
  scope.problems.push({ code, message, hint, path, at: scope.file.place(path) });
}
