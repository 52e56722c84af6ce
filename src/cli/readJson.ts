import { createScanner, findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { SourceText } from '../base/sourceText.ts';
import type { Problem } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { Refusal } from './refusal.ts';

/** A JSON file's value, and the way back from a problem in it to its place in the text. */
export interface JsonFile {
  readonly value: unknown;
  /** Gives a problem the place that its path leads to; the nearest one outside when it leads to nothing. */
  readonly locate: (problem: Problem, within?: readonly (string | number)[]) => Problem;
  /** Whether a path leads to something. */
  readonly has: (path: readonly (string | number)[]) => boolean;
}

const MOST_DEPTH = 100;
/** More problems than this are not looked for: each of them shows its line, and all of them may be on one. */
const MOST_ERRORS = 50;

/** Strict JSON: no comments, no trailing commas, no key twice; every slip with line, column and a hint. */
export function readJson(name: string, text: string): JsonFile {
  const source = new SourceText(name, text);
  if (source.text.trim() === '') throw new Refusal([source.problem('empty-file', 'there is nothing in this file', 'write { "answers": { "outcome": "rejected" } }', 0, 1)]);
  refuseDepth(source);
  const errors: ParseError[] = [];
  const root = parseTree(source.text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  if (errors.length > 0 || !root) throw new Refusal(syntaxProblems(source, errors));
  refuseTwins(source, root);
  refuseNumbers(source, root);
  return {
    value: JSON.parse(source.text) as unknown,
    locate: (problem, within = []) => located(source, root, problem, within),
    has: path => findNodeAtLocation(root, [...path]) !== undefined,
  };
}

/** Before parsing, as the parser goes down one call a level. Brackets inside texts and comments do not count. */
function refuseDepth(source: SourceText): void {
  const scanner = createScanner(source.text, true);
  let depth = 0;
  do {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    const sign = source.text[offset];
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > MOST_DEPTH) throw new Refusal([source.problem('too-deep', `this is nested more than ${MOST_DEPTH} levels deep`, 'an answers file has three levels', offset, 1)]);
  } while (scanner.getPosition() < source.text.length);
}

const hints: Readonly<Record<string, string>> = {
  InvalidCommentToken: 'JSON has no comments: take it out',
  CommaExpected: 'put a comma between two entries',
  ColonExpected: 'put a colon between the key and its value',
  PropertyNameExpected: 'a key stands in double quotes; after the last entry there is no comma',
  ValueExpected: 'a value is missing, or there is a comma too many',
  CloseBraceExpected: 'close the brace: }',
  CloseBracketExpected: 'close the bracket: ]',
  EndOfFileExpected: 'the file ends after its one value: take the rest out',
  UnexpectedEndOfString: 'close the quote on the same line',
  InvalidSymbol: 'words stand in double quotes',
  InvalidNumberFormat: 'write a plain number such as 20',
};

/** What the parser misses, as `CommaExpected`, and not what it cannot read. */
const misses = /Expected$/;

/** One slip is told once: what is missed on its line, right behind it or at the end of the text follows from it. */
function syntaxProblems(source: SourceText, errors: readonly ParseError[]): readonly Problem[] {
  const problems: Problem[] = [];
  const textEnd = source.text.trimEnd().length;
  let [line, end] = [0, 0];
  for (const { error, offset, length } of errors) {
    if (problems.length === MOST_ERRORS) break;
    const code = printParseErrorCode(error);
    const hint = Object.hasOwn(hints, code) ? hints[code] ?? '' : 'look at quotes, commas and brackets here';
    const problem = source.problem('json-syntax', 'this is not JSON', hint, offset, length);
    const at = problem.at?.line ?? 0;
    const follows = problems.length > 0 && misses.test(code) && (at <= line || offset >= textEnd || source.text.slice(end, offset).trim() === '');
    [line, end] = [at, offset + length];
    if (!follows) problems.push(problem);
  }
  return problems;
}

/** `JSON.parse` would keep the last of two equal keys in silence. */
function refuseTwins(source: SourceText, node: Node): void {
  const twins: Problem[] = [];
  visit(node, each => {
    if (each.type !== 'object') return;
    const seen = new Set<unknown>();
    for (const property of each.children ?? []) {
      const key = property.children?.[0];
      if (key && seen.has(key.value) && twins.length < MOST_ERRORS) twins.push(source.problem('duplicate-key', `${showAny(key.value)} stands here a second time`, 'keep one of them', key.offset, key.length));
      seen.add(key?.value);
    }
  });
  if (twins.length > 0) throw new Refusal(twins);
}

/** `1e400` would become infinite, and a very large whole number another one. */
function refuseNumbers(source: SourceText, node: Node): void {
  const wrong: Problem[] = [];
  visit(node, each => {
    const value: unknown = each.value;
    if (wrong.length === MOST_ERRORS || each.type !== 'number' || typeof value !== 'number' || (Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return;
    wrong.push(source.problem('out-of-range', 'this number cannot be used', 'write an ordinary number', each.offset, each.length));
  });
  if (wrong.length > 0) throw new Refusal(wrong);
}

function visit(node: Node, action: (node: Node) => void): void {
  action(node);
  for (const child of node.children ?? []) visit(child, action);
}

function located(source: SourceText, root: Node, problem: Problem, within: readonly (string | number)[]): Problem {
  const path = [...within, ...(problem.path ?? [])];
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (!node) continue;
    const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    const place = problem.code === 'unknown-question' || problem.code === 'unknown-key' ? key ?? node : node;
    return { ...problem, path, at: source.position({ offset: place.offset, length: place.type === 'object' ? 1 : place.length }) };
  }
  return { ...problem, path, at: source.position({ offset: 0, length: 1 }) };
}
