import { type Checked, formatProblems, type Problem } from './problem.ts';

/**
 * Thrown when a pack has problems. It holds all of them.
 *
 * @example
 * try {
 *   prepare({} as Pack);
 * } catch (error) {
 *   error instanceof PackError && error.problems.map(({ code }) => code); // ['wrong-kind']
 * }
 */
export class PackError extends Error {
  override readonly name = 'PackError';
  constructor(readonly problems: readonly Problem[], options?: ErrorOptions) {
    super(formatProblems(problems), options);
    brand(this, 'PackError');
  }
}

/**
 * Thrown when answers, or what else is asked with them, have problems. It holds all of them.
 *
 * @example
 * try {
 *   diagnose({}, { asOf: 'yesterday' });
 * } catch (error) {
 *   error instanceof AnswersError && error.problems.map(({ path }) => path); // [['asOf']]
 * }
 */
export class AnswersError extends Error {
  override readonly name = 'AnswersError';
  constructor(readonly problems: readonly Problem[], options?: ErrorOptions) {
    super(formatProblems(problems), options);
    brand(this, 'AnswersError');
  }
}

/**
 * Thrown when a diagnosis or a comparison cannot be read: it is none, or one of another version. It holds what is
 * wrong.
 *
 * @example
 * try {
 *   toText({ ...diagnose({}), version: 3 as 4 });
 * } catch (error) {
 *   error instanceof DiagnosisError && error.problems.length; // 1
 * }
 */
export class DiagnosisError extends Error {
  override readonly name = 'DiagnosisError';
  constructor(readonly problems: readonly Problem[], options?: ErrorOptions) {
    super(formatProblems(problems), options);
    brand(this, 'DiagnosisError');
  }
}

/**
 * Whether an error is a `PackError`, whichever copy of this module made it.
 *
 * @example
 * isPackError(new PackError([])); // true
 * isPackError(new Error('other')); // false
 */
export function isPackError(error: unknown): error is PackError {
  return hasBrand(error, 'PackError');
}

/**
 * Whether an error is an `AnswersError`, whichever copy of this module made it.
 *
 * @example
 * isAnswersError(new AnswersError([])); // true
 * isAnswersError(new Error('other')); // false
 */
export function isAnswersError(error: unknown): error is AnswersError {
  return hasBrand(error, 'AnswersError');
}

/**
 * Whether an error is a `DiagnosisError`, whichever copy of this module made it.
 *
 * @example
 * isDiagnosisError(new DiagnosisError([])); // true
 * isDiagnosisError(new Error('other')); // false
 */
export function isDiagnosisError(error: unknown): error is DiagnosisError {
  return hasBrand(error, 'DiagnosisError');
}

/** A symbol that all copies of this module share: one loaded by `import` and one by `require` have classes of their own. */
const BRAND = Symbol.for('afterview.error');

function brand(error: Error, name: string): void {
  Object.defineProperty(error, BRAND, { value: name });
}

function hasBrand(error: unknown, name: string): boolean {
  return error instanceof Error && Object.hasOwn(error, BRAND) && (error as unknown as Readonly<Record<symbol, unknown>>)[BRAND] === name;
}

/** @throws AnswersError when there are problems */
export function orAnswersError<T>(result: Checked<T>): T {
  if (!result.ok) throw new AnswersError(result.problems);
  return result.value;
}

/** @throws PackError when there are problems */
export function orPackError<T>(result: Checked<T>): T {
  if (!result.ok) throw new PackError(result.problems);
  return result.value;
}

/** @throws DiagnosisError when there are problems */
export function orDiagnosisError<T>(result: Checked<T>): T {
  if (!result.ok) throw new DiagnosisError(result.problems);
  return result.value;
}
