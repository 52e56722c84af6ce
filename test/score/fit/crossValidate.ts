import { chanceFrom } from '../drawnCases.ts';
import type { CaseFeatures } from './features.ts';
import { lossOf, rankingBy } from './model.ts';
import type { Numbers } from './numbers.ts';
import { fitted, type Weighted } from './optimise.ts';

const FOLDS = 5;

/** What was made of one person whom the fit had not seen: as the pack is, and as it would be fitted. */
export interface HeldOut {
  readonly id: string;
  readonly before: Judgement;
  readonly after: Judgement;
}

/** Of a person's sheets, the mean: loss in nats, and shares of them with the expert's cause first, and among the first three. */
export interface Judgement {
  readonly loss: number;
  readonly first: number;
  readonly three: number;
}

/**
 * Fits without a fifth of the people and judges these, for each fifth: all sheets of a person are in one fold.
 *
 * @param beside - what is fitted in every fold, too
 * @param part - of the other people, how many are used; all unless given
 */
export function crossValidated(sheets: readonly CaseFeatures[], weight: number, beside: readonly Weighted[], numbers: Numbers, seed: number, part = 1): readonly HeldOut[] {
  const people = shuffled([...new Set(sheets.map(({ id }) => id))], seed);
  const still = new Float64Array(numbers.all.length);
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap(fold => {
    const out = people.filter((_, index) => index % FOLDS === fold);
    const others = people.filter((_, index) => index % FOLDS !== fold);
    const used = new Set(others.slice(0, Math.round(part * others.length)));
    const moves = fitted([...beside, ...sheets.filter(({ id }) => used.has(id)).map(features => ({ features, weight }))], numbers);
    return out.map((id): HeldOut => {
      const own = sheets.filter(sheet => sheet.id === id);
      return { id, before: judged(own, numbers, still), after: judged(own, numbers, moves) };
    });
  });
}

export function judged(sheets: readonly CaseFeatures[], numbers: Numbers, moves: Float64Array): Judgement {
  const mean = (of: (sheet: CaseFeatures) => number): number => sheets.reduce((sum, sheet) => sum + of(sheet), 0) / sheets.length;
  const place = (sheet: CaseFeatures): number => rankingBy(sheet, numbers, moves).indexOf(sheet.main);
  return {
    loss: mean(sheet => lossOf(sheet, numbers, moves)),
    first: mean(sheet => Number(place(sheet) === 0)),
    three: mean(sheet => Number([0, 1, 2].includes(place(sheet)))),
  };
}

function shuffled(ids: readonly string[], seed: number): readonly string[] {
  const chance = chanceFrom(seed);
  return ids.map(id => ({ id, at: chance() })).sort((a, b) => a.at - b.at).map(({ id }) => id);
}

/** Mean of a gain over people, and where 95 of 100 such means would lie, by its standard error. */
export function meanOf(gains: readonly number[]): { readonly mean: number; readonly from: number; readonly to: number } {
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (gains.length - 1);
  const half = 1.959964 * Math.sqrt(variance / gains.length);
  return { mean, from: mean - half, to: mean + half };
}
