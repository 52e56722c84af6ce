import type { Position } from '../../base/problem.ts';
import { checkExampleAnswers } from './checkExampleAnswers.ts';
import { fileId } from '../compile/compileCause.ts';
import type { Scope } from '../compile/compileCondition.ts';
import type { ParsedFiles } from '../files/packFiles.ts';
import type { ParsedFile } from '../files/parseFile.ts';

/** The examples that rule files carry, for whoever runs them. */
export interface PackExample {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, string | readonly string[]>>;
  /** Where its parts stand, by their path: `answers.arrival`, `expect.first`, `expect.minor.0`; itself under the empty one. */
  readonly places?: ReadonlyMap<string, Position>;
}

type Path = readonly (string | number)[];

/** An example in its author's words. */
interface ExampleWords {
  readonly file: ParsedFile<unknown>;
  readonly path: Path;
  readonly kind: 'cause' | 'beliefs';
  readonly name: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly expect: PackExample['expect'];
}

/** All of them, in order of file and line: those of causes, then those of beliefs. */
function wordsOf(parsed: ParsedFiles): readonly ExampleWords[] {
  const words = (file: ParsedFile<unknown>, kind: ExampleWords['kind'], { name, answers, expect }: { name: string; answers: object; expect: object }, path: Path): ExampleWords =>
    ({ file, path, kind, name, answers: answers as ExampleWords['answers'], expect: expect as ExampleWords['expect'] });
  return [
    ...parsed.causes.flatMap(file => file.value.examples.map((example, index) => words(file, 'cause', example, ['examples', index]))),
    ...parsed.beliefs.flatMap(file => file.value.flatMap((belief, at) => belief.examples.map((example, index) => words(file, 'beliefs', example, [at, 'examples', index])))),
  ];
}

/** Answers of examples must fit their questions, and causes and beliefs that they expect must exist. */
export function checkExamples(parsed: ParsedFiles, scopeFor: (file: ParsedFile<unknown>) => Scope): void {
  const names = { cause: namesIn(parsed, 'cause'), beliefs: namesIn(parsed, 'beliefs') };
  for (const { file, path, kind, answers, expect } of wordsOf(parsed)) {
    const scope = scopeFor(file);
    checkExampleAnswers(answers, [...path, 'answers'], scope);
    checkExpected(expect, names[kind], kind, [...path, 'expect'], scope);
  }
}

/** A cause may be called by the name of its file, should its id differ. */
function namesIn(parsed: ParsedFiles, kind: 'cause' | 'beliefs'): ReadonlySet<string> {
  return new Set(kind === 'cause' ? parsed.causes.flatMap(file => [file.value.id, fileId(file.file)]) : parsed.beliefs.flatMap(file => file.value.map(({ id }) => id)));
}

/** Everything that an example expects is called by a name that there is. */
function checkExpected(expect: PackExample['expect'], known: ReadonlySet<string>, kind: 'cause' | 'beliefs', path: Path, { file, unread, suggestions, problems }: Scope): void {
  for (const [inner, id] of namesExpected(expect)) {
    const at = [...path, ...inner];
    if (!known.has(id) && !unread(kind, id)) problems.push({ code: 'unknown-cause', message: `nothing in this pack is called “${id}”`, hint: suggestions.hint(id, known), path: at, at: file.place(at) });
  }
}

/** Each name that is expected, with the path to it. */
function namesExpected(expect: PackExample['expect']): readonly (readonly [path: Path, id: string])[] {
  return Object.entries(expect).flatMap(([key, value]): readonly (readonly [Path, string])[] =>
    (typeof value === 'string' ? [[[key], value]] : value.map((id, index) => [[key, index], id])));
}

/** All examples, in order of file and line. */
export function examplesOf(parsed: ParsedFiles): readonly PackExample[] {
  return wordsOf(parsed).map(({ file, path, name, answers, expect }) => {
    const parts: readonly Path[] = [[], ...Object.keys(answers).map(id => ['answers', id]), ...namesExpected(expect).map(([inner]) => ['expect', ...inner])];
    const places = new Map(parts.map(part => [part.join('.'), file.place([...path, ...part])]));
    return { file: file.file, line: file.place(path).line, name, answers, expect, places };
  });
}
