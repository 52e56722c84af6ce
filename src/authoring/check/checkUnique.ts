import type { Problem } from '../../base/problem.ts';
import type { ParsedFile } from '../files/parseFile.ts';

/** An id and where it stands. */
export interface Named {
  readonly id: string;
  readonly file: ParsedFile<unknown>;
  readonly path: readonly (string | number)[];
}

/** No id stands for two things: the second is a problem, which names the place of the first. */
export function checkUnique(named: readonly Named[], what: string, problems: Problem[]): void {
  const first = new Map<string, Named>();
  for (const each of named) {
    const earlier = first.get(each.id);
    if (!earlier) {
      first.set(each.id, each);
      continue;
    }
    const { file, line } = earlier.file.place(earlier.path);
    problems.push({ code: 'duplicate-id', message: `there are two ${what} called “${each.id}”`, hint: `the first is ${file}:${line}: rename one of them`, path: each.path, at: each.file.place(each.path) });
  }
}
