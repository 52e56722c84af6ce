import { describe, expect, test } from 'vitest';
import { corePack } from '../../../src/core/corePack.ts';
import { safeDiagnose } from '../../../src/api/diagnose.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { engineOf } from '../../engineOf.ts';
import { chanceFrom } from '../drawnCases.ts';
import { realCases } from '../realCases.ts';
import { crossValidated, meanOf } from './crossValidate.ts';
import { featuresOf } from './features.ts';
import { lossOf, rankingBy } from './model.ts';
import { numbersOf } from './numbers.ts';
import { fitted } from './optimise.ts';

const engine = engineOf(corePack);
const numbers = numbersOf(engine.baseline.prepared);
const cases = realCases('first');
const sheets = featuresOf(engine, numbers, cases);
const still = (): Float64Array => new Float64Array(numbers.all.length);
const weighted = sheets.slice(0, 40).map(features => ({ features, weight: 1 }));

describe('the model of the fit', () => {
  test('names what the engine names while no number has moved', () => {
    const pack: Pack = corePack;
    for (const [at, each] of cases.entries()) {
      const named = rankingBy(sheets[at] as typeof sheets[number], numbers, still()).map(cause => pack.causes[cause]?.id);
      const result = safeDiagnose(each.answers, { pack });
      expect([each.id, named[0]]).toEqual([each.id, result.ok && result.value.ranking[0]?.cause]);
    }
  });

  test('its slope is that of its loss', () => {
    const chance = chanceFrom(5);
    const moves = still().map((_, at) => (chance() - 0.5) * 0.2 * Number((numbers.all[at]?.to ?? 0) > (numbers.all[at]?.from ?? 0)));
    const slope = still();
    for (const sheet of sheets.slice(0, 30)) lossOf(sheet, numbers, moves, 1, slope);
    const lossAt = (at: number, step: number): number => sheets.slice(0, 30).reduce((sum, sheet) => sum + lossOf(sheet, numbers, moves.map((move, index) => (index === at ? move + step : move))), 0);
    const steep = [...slope.keys()].sort((a, b) => Math.abs(slope[b] as number) - Math.abs(slope[a] as number)).slice(0, 25);
    for (const at of steep) {
      const measured = (lossAt(at, 1e-4) - lossAt(at, -1e-4)) / 2e-4;
      expect(Math.abs((slope[at] as number) - measured)).toBeLessThan(0.12 * Math.abs(measured) + 0.02); // what is held while it is taken
    }
  });
});

describe('fitting', () => {
  const moves = fitted(weighted, numbers);

  test('makes the verdicts that it sees likelier, and keeps every number within its range', () => {
    const loss = (at: Float64Array): number => weighted.reduce((sum, { features }) => sum + lossOf(features, numbers, at), 0);
    expect(loss(moves)).toBeLessThan(loss(still()));
    numbers.all.forEach(({ from, to }, at) => {
      expect(moves[at]).toBeGreaterThanOrEqual(from);
      expect(moves[at]).toBeLessThanOrEqual(to);
    });
  });

  test('moves nothing without cases, and is the same each time', () => {
    expect([...fitted([], numbers)].every(move => move === 0)).toBe(true);
    expect(fitted(weighted, numbers)).toEqual(moves);
  });

  test('judges everybody once, without having seen a sheet of theirs', () => {
    const judgedOnce = crossValidated(sheets.slice(0, 20), 1, [], numbers, 1);
    expect(judgedOnce.map(({ id }) => id).sort()).toEqual(cases.slice(0, 20).map(({ id }) => id).sort());
    expect(crossValidated(sheets.slice(0, 20), 1, [], numbers, 1, 0).every(({ before, after }) => before.loss === after.loss)).toBe(true);
  });

  test('gives a mean with its interval: of 1, 2 and 3 it is 2 ± 1.96 / √3', () => {
    const { mean, from, to } = meanOf([1, 2, 3]);
    expect([mean, to - mean, mean - from]).toEqual([2, expect.closeTo(1.959964 / Math.sqrt(3), 6), expect.closeTo(1.959964 / Math.sqrt(3), 6)]);
  });
});
