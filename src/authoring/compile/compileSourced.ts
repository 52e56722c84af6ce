import type { Problem } from '../../base/problem.ts';
import type { ParsedFile } from '../files/parseFile.ts';
import type { Figure } from '../../pack/logic.ts';
import type { Unread } from '../files/unread.ts';
import type { Suggestions } from '../check/suggestions.ts';

/** `'5%'` → 0.05, rounded to the nearest double of the decimal meant: `'0.7%'` → 0.007. */
export function probabilityOf(percent: string): number {
  return Number(`${percent.slice(0, -1)}e-2`);
}

type Path = readonly (string | number)[];

interface SourcedLike {
  readonly range?: readonly [string, string] | undefined;
  readonly from: readonly string[];
  readonly note?: string | undefined;
}

/** What `compileSourced` needs to know and to report. */
export interface SourcedScope {
  readonly file: ParsedFile<unknown>;
  /** Those of `sources.yaml`, and `judgement`. */
  readonly sources: ReadonlySet<string>;
  readonly unread: Unread;
  readonly suggestions: Suggestions;
  readonly problems: Problem[];
}

/**
 * A number with its range. A range must hold its value, a judgement must give its reason, and every source must be
 * declared.
 */
export function compileSourced(percent: string, words: SourcedLike, path: Path, scope: SourcedScope, valueKey = 'value'): Figure {
  const value = probabilityOf(percent);
  const range = words.range ? [probabilityOf(words.range[0]), probabilityOf(words.range[1])] as const : undefined;
  const { problems, file } = scope;
  if (range && !(range[0] <= value && value <= range[1])) {
    const at = [...path, 'range'];
    const hint = 'the range goes from the lowest to the highest value and holds the value';
    problems.push({ code: 'out-of-range', message: `${percent} lies outside its own range`, hint, path: at, at: file.place(at) });
  }
  checkSources(words.from, [...path, 'from'], scope);
  checkReason(words, path, scope, valueKey);
  return { value, ...(range ? { range } : {}) };
}

/** A judgement says why. */
export function checkReason(
  { from, note }: Pick<SourcedLike, 'from' | 'note'>, path: Path, { file, problems }: SourcedScope, valueKey: string,
): void {
  if (!from.includes('judgement') || note !== undefined) return;
  const hint = 'add “note:” with a sentence on why this number';
  problems.push({ code: 'missing-key', message: '“judgement” needs its reason', hint, path, at: file.place([...path, valueKey]) });
}

/** Every source named is declared in `sources.yaml`, or is the word `judgement`. */
export function checkSources(from: readonly string[], path: Path, scope: SourcedScope): void {
  from.forEach((id, index) => {
    if (scope.sources.has(id) || scope.unread('sources', id)) return;
    const at = [...path, index];
    const hint = scope.suggestions.hint(id, scope.sources);
    scope.problems.push({ code: 'unknown-source', message: `no source is called “${id}”`, hint, path: at, at: scope.file.place(at) });
  });
}
