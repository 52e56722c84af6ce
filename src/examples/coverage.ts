import type { PackExample } from '../authoring/check/packExamples.ts';
import type { ParsedFile } from '../authoring/files/parseFile.ts';
import { holds } from '../answers/holds.ts';
import { readAnswers } from '../answers/readAnswers.ts';
import type { Reading } from '../answers/reading.ts';
import { applies } from '../plan/applies.ts';
import type { Position } from '../base/problem.ts';
import type { Lab, LabCause } from '../lint/lab.ts';
import { beliefPlaces } from '../lint/places.ts';
import type { Conditional } from '../pack/logic.ts';
import { preparePack } from '../pack/preparePack.ts';

export const coveredKinds = ['sign', 'case', 'fix', 'belief'] as const;
export type CoveredKind = (typeof coveredKinds)[number];

/** A part of a pack that examples can show: a sign, a case of a base rate or a strength, a fix, a belief. */
export interface CoveredPart {
  readonly kind: CoveredKind;
  /** Its own words. */
  readonly text: string;
  readonly at: Position;
  /** How many examples show it. */
  readonly shownBy: number;
}

interface Part extends Omit<CoveredPart, 'at' | 'shownBy'> {
  readonly file: ParsedFile<unknown>;
  readonly path: readonly (string | number)[];
  readonly isShown: (sheet: Reading) => boolean;
}

/**
 * What the examples of a pack show of it. A fix counts as shown where it applies and something speaks for its cause; of
 * the cases of a number the first that holds. What comes from a pack to which this one adds is covered there.
 */
export function coverageOf(lab: Lab, examples: readonly PackExample[]): readonly CoveredPart[] {
  const prepared = preparePack(lab.pack);
  const sheets = examples.flatMap(({ answers }) => {
    const read = readAnswers(prepared, answers);
    return read.ok ? [read.value.reading] : [];
  });
  return [...lab.causes.filter(({ file }) => file.value.examples.length > 0).flatMap(partsOf), ...beliefsOf(lab)].map(({ kind, text, file, path, isShown }) =>
    ({ kind, text, at: file.place(path), shownBy: sheets.filter(isShown).length }));
}

function partsOf({ cause, file, signs }: LabCause): readonly Part[] {
  const ways = new Map<string, Part>();
  for (const { sign, path } of signs) {
    const [key, earlier] = [path.join('.'), ways.get(path.join('.'))];
    ways.set(key, { kind: 'sign', text: sign.because, file, path, isShown: sheet => applies(sign, sheet) || earlier?.isShown(sheet) === true });
  }
  const forIt = signs.filter(({ weight }) => weight > 0);
  const rulingOut = signs.filter(({ weight }) => weight === Number.NEGATIVE_INFINITY);
  const isSupported = (sheet: Reading): boolean => forIt.some(({ sign }) => applies(sign, sheet)) && !rulingOut.some(({ sign }) => applies(sign, sheet));
  const fixes = cause.fixes.map((fix, index): Part => ({ kind: 'fix', text: fix.do, file, path: ['fixes', index], isShown: sheet => isSupported(sheet) && applies(fix, sheet) }));
  const { strength } = file.value;
  return [
    ...ways.values(),
    ...casesOf(cause.baseRate, file, 'base-rate', file.value['base-rate'].when?.length ?? 0),
    ...(cause.strength && strength ? casesOf(cause.strength, file, 'strength', strength.when?.length ?? 0) : []),
    ...fixes,
  ];
}

/** Those that the author wrote; what an employer named stands before them. */
function casesOf({ when }: Conditional, file: LabCause['file'], key: 'base-rate' | 'strength', written: number): readonly Part[] {
  return when.slice(when.length - written).map(({ value }, index): Part => ({
    kind: 'case', text: `${key} ${Math.round(value * 1000) / 10}%`, file, path: [key, 'when', index],
    isShown: sheet => when.findIndex(branch => holds(branch.if, sheet.answers) === true) === index + when.length - written,
  }));
}

function beliefsOf({ pack, parsed }: Lab): readonly Part[] {
  const places = beliefPlaces(parsed);
  const own = new Set(parsed.beliefs.flatMap(({ value }) => value.flatMap(({ id, examples }) => (examples.length > 0 ? [id] : []))));
  return pack.beliefs.filter(({ id }) => own.has(id)).flatMap((belief): readonly Part[] => {
    const place = places.get(belief.id);
    return place ? [{ kind: 'belief', text: belief.belief, ...place, isShown: sheet => applies(belief, sheet) }] : [];
  });
}
