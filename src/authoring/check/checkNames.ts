import { isMap } from '../../base/isMap.ts';
import { checkClaims, type PackScope } from '../compile/compileCause.ts';
import { checkExampleAnswers } from './checkExampleAnswers.ts';
import { compileCondition } from '../compile/compileCondition.ts';
import type { Misshapen } from '../files/parseFile.ts';
import { checkSources } from '../compile/compileSourced.ts';

type Path = readonly (string | number)[];

const conditionKeys = ['when', 'unless', 'if'];

/**
 * Looks up the names in those parts of a misshapen file that have their shape, so that all that is wrong with it is
 * told at once: conditions, sources, claims and the answers of examples.
 */
export function checkNames({ value, wrong }: Misshapen, scope: PackScope): void {
  const fits = fitting(wrong);
  const visit = (part: unknown, path: Path): void => {
    if (Array.isArray(part)) part.forEach((item, index) => { visit(item, [...path, index]); });
    else if (isMap(part)) for (const [key, inner] of Object.entries(part)) check(key, inner, [...path, key]);
  };
  const check = (key: string, part: unknown, path: Path): void => {
    if (conditionKeys.includes(key) && isCondition(part)) {
      if (fits(path)) compileCondition(part, path, scope);
    } else if (key === 'answers' && isMap(part)) {
      if (fits(path)) checkExampleAnswers(part, path, scope);
    } else if (key === 'from' && isWords(part)) {
      if (fits(path)) checkSources(part, path, scope);
    } else if (key === 'claims' && isWords(part)) {
      if (fits(path)) checkClaims(part, path, scope);
    } else {
      visit(part, path);
    }
  };
  visit(value, []);
}

/** Whether nothing is wrong at a path, nor inside or around it. */
function fitting(wrong: readonly Path[]): (path: Path) => boolean {
  const waysOf = (path: Path): readonly string[] => path.reduce<string[]>((ways, part) => [...ways, `${ways.at(-1) ?? ''}/${part}`], ['']);
  const [at, around] = [new Set(wrong.map(path => waysOf(path).at(-1))), new Set(wrong.flatMap(waysOf))];
  return path => {
    const ways = waysOf(path);
    return !around.has(ways.at(-1) ?? '') && !ways.some(way => at.has(way));
  };
}

/** The cases of a number stand under `when:` as well; each of them has its condition under `if:`. */
function isCondition(part: unknown): boolean {
  return Array.isArray(part) ? !part.some(item => isMap(item) && ('if' in item || 'value' in item)) : isMap(part);
}

function isWords(part: unknown): part is readonly string[] {
  return Array.isArray(part) && part.every(item => typeof item === 'string');
}
