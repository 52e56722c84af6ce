import { didYouMean } from '../../base/nearest.ts';
import type { Problem } from '../../base/problem.ts';
import { compileCondition, type Scope } from './compileCondition.ts';
import type { Draft, DraftPiece } from '../../pack/words.ts';
import type { FixWords } from '../files/fileSchemas.ts';
import { show } from '../../base/show.ts';

type DraftWords = NonNullable<FixWords['say']>;
type Path = readonly (string | number)[];

/**
 * Compiles words to send or say. `{interview-date}` stands for an answer, and only within square brackets: the part in
 * brackets is left out where the answer is unknown, so that no draft is ever sent with a gap in it.
 */
export function compileDraft(words: DraftWords, path: Path, scope: Scope): Draft {
  if (typeof words === 'string') return [{ pieces: piecesOf(words, path, scope) }];
  return words.map((passage, index) => {
    const inner = [...path, index];
    if (typeof passage === 'string') return { pieces: piecesOf(passage, inner, scope) };
    return { when: compileCondition(passage.when, [...inner, 'when'], scope), pieces: piecesOf(passage.words, [...inner, 'words'], scope) };
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
    if (index % 2 === 1) return answerTo(part, inBrackets, path, scope);
    return part === '' ? [] : [part];
  });
  if (parts.some(part => typeof part === 'string' && /[{}]/.test(part))) add(scope, 'wrong-shape', 'the curly brackets do not match', 'write {interview-date}', path);
  if (inBrackets && !piece.includes('{')) add(scope, 'wrong-shape', `no answer stands in ${show(`[${piece}]`)}`, 'name one, as [ on {interview-date}], or take the brackets out', path);
  return parts;
}

function answerTo(id: string, inBrackets: boolean, path: Path, scope: Scope): DraftPiece {
  const found = scope.questions.get(id);
  if (!found) {
    if (!scope.unread('questions', id)) add(scope, 'unknown-question', `no question is called ${show(id)}`, didYouMean(id, scope.questions.keys()), path);
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
