import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { AnswersError, DiagnosisError, isAnswersError, isDiagnosisError, isPackError, PackError } from '../../src/base/errors.ts';
import type { Problem } from '../../src/base/problem.ts';

const problems: readonly Problem[] = [{ code: 'wrong-kind', message: 'it is wrong', hint: 'mend it', path: ['arrival'] }];

const kinds = [['AnswersError', AnswersError, isAnswersError], ['PackError', PackError, isPackError], ['DiagnosisError', DiagnosisError, isDiagnosisError]] as const;

describe.each(kinds)('%s', (name, Thrown, isIt) => {
  test('holds every problem, and says them', () => {
    const error = new Thrown(problems);
    expect([error.name, error.problems, error.message]).toEqual([name, problems, expect.stringContaining('it is wrong')]);
    expect(error).toBeInstanceOf(Error);
  });

  test('is told from the other kinds, and from what only looks like it', () => {
    expect(kinds.map(([, , isOther]) => isOther(new Thrown(problems)))).toEqual(kinds.map(([other]) => other === name));
    const alike = Object.assign(new Error('it is wrong'), { name, problems });
    for (const value of [alike, { name, problems }, null, undefined, name, Object.create(new Thrown(problems))]) expect(isIt(value)).toBe(false);
  });

  test('is recognised when another copy of the library threw it', () => {
    const copy = createRequire(import.meta.url)('../../dist/index.cjs') as Readonly<Record<string, typeof Thrown>>;
    const Other = copy[name] as typeof Thrown;
    const error = new Other(problems);
    expect(error instanceof Thrown).toBe(false);
    expect(isIt(error)).toBe(true);
  });
});
