import { didYouMean } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { fileId } from './compileCause.ts';
import type { ParsedFiles } from './packFiles.ts';
import type { ParsedFile } from './parseFile.ts';
import type { Unread } from './unread.ts';

/** The examples that rule files carry, for whoever runs them. */
export interface PackExample {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, string | readonly string[]>>;
}

/** Causes and beliefs that examples expect must exist. A cause may be called by the name of its file, should its id differ. */
export function checkExpectations(parsed: ParsedFiles, unread: Unread, problems: Problem[]): void {
  const causes = new Set(parsed.causes.flatMap(file => [file.value.id, fileId(file.file)]));
  const beliefs = new Set(parsed.beliefs.flatMap(file => file.value.map(belief => belief.id)));
  const check = (file: ParsedFile<unknown>, expect: object, path: readonly (string | number)[], kind: 'cause' | 'beliefs'): void => {
    const known = kind === 'cause' ? causes : beliefs;
    for (const [key, value] of Object.entries(expect) as [string, string | readonly string[]][]) {
      [value].flat().forEach((id, index) => {
        if (known.has(id) || unread(kind, id)) return;
        const at = typeof value === 'string' ? [...path, key] : [...path, key, index];
        problems.push({ code: 'unknown-cause', message: `nothing in this pack is called “${id}”`, hint: didYouMean(id, known), path: at, at: file.place(at) });
      });
    }
  };
  for (const file of parsed.causes) file.value.examples.forEach((example, index) => { check(file, example.expect, ['examples', index, 'expect'], 'cause'); });
  for (const file of parsed.beliefs) file.value.forEach((belief, at) => { belief.examples.forEach((example, index) => { check(file, example.expect, [at, 'examples', index, 'expect'], 'beliefs'); }); });
}

/** All examples, in order of file and line. */
export function examplesOf(parsed: ParsedFiles): readonly PackExample[] {
  const example = (file: ParsedFile<unknown>, words: { name: string; answers: object; expect: object }, path: readonly (string | number)[]): PackExample => ({
    file: file.file,
    line: file.place(path).line,
    name: words.name,
    answers: words.answers as Readonly<Record<string, unknown>>,
    expect: words.expect as PackExample['expect'],
  });
  return [
    ...parsed.causes.flatMap(file => file.value.examples.map((words, index) => example(file, words, ['examples', index]))),
    ...parsed.beliefs.flatMap(file => file.value.flatMap((belief, at) => belief.examples.map((words, index) => example(file, words, [at, 'examples', index])))),
  ];
}
