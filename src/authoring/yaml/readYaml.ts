import { Composer, type CST, type Document, isScalar, Parser } from 'yaml';
import type { Checked, Position, Problem } from '../../base/problem.ts';
import { MOST_BYTES, MOST_ERRORS, MOST_NODES, MOST_OPEN, MOST_PROBLEMS, MOST_SIGNS } from './limits.ts';
import { hiddenIn } from '../../base/hiddenCharacters.ts';
import { SourceText } from '../../base/sourceText.ts';
import { syntaxProblems } from './syntaxProblems.ts';
import { YamlWalk } from './yamlWalk.ts';
import { failed, hidden, tooDeep, tooMany } from './yamlWords.ts';

/** A file's value, with a way back from every key and value to its place in the text. */
export interface YamlFile {
  readonly file: string;
  /** Plain data: objects without a prototype, arrays, text and finite numbers. */
  readonly value: unknown;
  /** The place of the value at a path, or with `'key'` of the key that names it; the nearest one outside when it is not there. */
  readonly place: (path: readonly PropertyKey[], part?: 'key' | 'value') => Position;
}

const parserOptions = {
  version: '1.2', schema: 'core', uniqueKeys: false, stringKeys: true, merge: false, prettyErrors: false,
} as const;

/**
 * Reads one YAML file of a pack, safely: 256 KiB, 24 levels and 20,000 nodes at most; no aliases, anchors, tags,
 * directives, hidden characters or duplicate keys; every error and warning of the parser is a problem.
 *
 * @returns At most fifty problems, in order of place where the parser found them.
 */
export function readYaml(text: unknown, file: string): Checked<YamlFile> {
  if (typeof text !== 'string') {
    const hint = 'pass the text of the file, read as UTF-8';
    return { ok: false, problems: [{ code: 'not-text', message: 'this is not text', hint, at: { file, line: 1, column: 1 } }] };
  }
  const source = new SourceText(file, text);
  const refused = refuseBeforeParsing(source);
  if (refused.length > 0) return { ok: false, problems: refused };

  let documents: readonly Document.Parsed[];
  try {
    documents = composed(source.text);
  } catch (error) {
    // the stack is what runs out; a runtime with permissions may also forbid the parser something
    const { message, hint } = error instanceof RangeError ? tooDeep : failed(error);
    return { ok: false, problems: [source.problem(error instanceof RangeError ? 'too-deep' : 'unreadable', message, hint, 0, 1)] };
  }
  const faults = syntaxProblems(source, documents);
  if (faults.length > 0) return { ok: false, problems: faults };
  const wrong = refuseDocuments(source, documents);
  if (wrong) return { ok: false, problems: [wrong] };

  const walk = new YamlWalk(source);
  const value = walk.valueOf(documents[0]?.contents ?? null, []);
  if (walk.problems.length > 0) return { ok: false, problems: walk.problems };
  return { ok: true, value: { file, value, place: (path, part) => walk.place(path, part) } };
}

function refuseBeforeParsing(source: SourceText): readonly Problem[] {
  const { text } = source;
  if (text.length > MOST_BYTES || new TextEncoder().encode(text).length > MOST_BYTES) {
    return [source.problem('too-large', 'this file is larger than 256 KiB', 'split it: one cause a file', 0, 1)];
  }
  const oldLineEnd = text.search(/\r(?!\n)/);
  if (oldLineEnd >= 0) return [source.problem('yaml-syntax', 'a line ends in an old way (CR alone)', 'save the file with line ends LF or CRLF', oldLineEnd, 1)];
  const unseen = [...hiddenIn(text)].slice(0, MOST_PROBLEMS);
  if (unseen.length > 0) {
    return unseen.map(({ character, index }) => source.problem('hidden-character', hidden(character).message, hidden(character).hint, index, character.length));
  }
  const directive = /^%.*$/m.exec(text);
  if (directive) return [source.problem('yaml-feature', 'lines that start with % are not read', 'leave the line out: every pack is YAML 1.2', directive.index, directive[0].length)];
  const tooFar = tooManyOpen(text);
  if (tooFar !== undefined) return [source.problem('too-deep', tooDeep.message, tooDeep.hint, tooFar, 1)];
  return refuseSigns(source);
}

/** More than any file of a pack holds is told by its signs alone, as the parser is slow to find each of them wrong. */
function refuseSigns(source: SourceText): readonly Problem[] {
  const refused = ([sign, most, message]: readonly [sign: RegExp, most: number, message: string]): readonly Problem[] => {
    const place = placeOf(sign, most, source.text);
    return place === undefined ? [] : [source.problem('too-large', message, tooMany.hint, place, 1)];
  };
  return ([
    [/:(?=\s|$)|(?:^| )[-?](?=\s|$)/gm, MOST_NODES, tooMany.message],
    [/\n/g, MOST_NODES, `there are more than ${MOST_NODES} lines in this file`],
    [/[[\]{},!&*\\]/g, MOST_SIGNS, `there are more than ${MOST_SIGNS} brackets, commas and other signs in this file`],
  ] as const).flatMap(refused).slice(0, 1);
}

/** Where a sign stands for the last time that is allowed; nothing when it is never exceeded. */
function placeOf(sign: RegExp, most: number, text: string): number | undefined {
  let [count, last] = [0, 0];
  for (const { index } of text.matchAll(sign)) {
    count += 1;
    if (count > most) return last;
    if (count === most - 1) last = index + 1;
  }
  return undefined;
}

/**
 * Composes the documents up to the second one. Of errors only so many are collected, as to make each of them takes
 * longer than to read what is wrong; the composer keeps its `onError` to itself, so should it ever go by another name,
 * only time is lost.
 */
function composed(text: string): readonly Document.Parsed[] {
  const composer = new Composer(parserOptions);
  const { onError } = composer as unknown as { onError?: (...error: readonly unknown[]) => void };
  let errors = 0;
  const onFewErrors = (...error: readonly unknown[]): void => {
    errors += 1;
    if (errors <= MOST_ERRORS) onError?.(...error);
  };
  Object.assign(composer, { onError: onFewErrors });
  return [...composer.compose(enoughOf(new Parser().parse(text)), true, text.length)] as Document.Parsed[];
}

function* enoughOf(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  let [documents, errors] = [0, 0];
  for (const token of tokens) {
    if (token.type === 'document') documents += 1;
    if (token.type === 'error') errors += 1;
    yield token;
    if (documents > 1 || errors > MOST_ERRORS) return;
  }
}

/** Where the text opens more levels at once than any parser should be given. */
function tooManyOpen(text: string): number | undefined {
  let open = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const sign = text[offset];
    if (sign === '[' || sign === '{') open += 1;
    else if ((sign === ']' || sign === '}') && open > 0) open -= 1;
    if (open > MOST_OPEN) return offset;
  }
  return new RegExp(`(?:[-?:] +){${MOST_OPEN}}`).exec(text)?.index;
}

function refuseDocuments(source: SourceText, documents: readonly Document.Parsed[]): Problem | undefined {
  const second = documents[1];
  if (second) {
    return source.problem('yaml-syntax', 'there is a second document in this file', 'one file holds one document: take out the line “---” or “...”', second.range[0], 3);
  }
  const contents = documents[0]?.contents ?? null;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return source.problem('empty-file', 'there is nothing in this file', 'write the rule, or take the file away', 0, 1);
  }
  return undefined;
}
