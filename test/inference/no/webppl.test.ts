import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExplainedNo } from '../../../src/inference/no/explainNo.ts';
import { probability } from '../../arbitraryPack.ts';
import { largestDifference } from './enumeration.ts';
import { explained, type NoisyOr } from './noisyOr.ts';
import { type Answer, askWebppl } from './webppl.ts';

const chance = fc.integer({ min: 1, max: 999 }).map(thousandths => thousandths / 1000);

const networks: fc.Arbitrary<NoisyOr> = fc.record({
  causes: fc.array(fc.record({ presence: chance, strength: probability }), { minLength: 4, maxLength: 4 }),
  background: chance,
  levels: fc.tuple(probability, probability, chance).map(([often, some, part]) =>
    [{ stops: often, weight: part / 2 }, { stops: some, weight: part / 2 }, { stops: 0, weight: 1 - part }]),
});

describe('exact enumeration by WebPPL agrees on random networks', () => {
  const cases = fc.sample(networks, { numRuns: 30, seed: 6 });
  const ours = cases.map(explained);
  let theirs: readonly Answer[] = [];
  beforeAll(() => { theirs = askWebppl(cases).answers; }, 90_000);

  const differences = (ourRow: (no: ExplainedNo) => readonly number[], theirRow: (answer: Answer) => readonly number[]): number =>
    largestDifference(ours.flatMap(ourRow), theirs.flatMap(theirRow));

  test('on how often it is a no', () => {
    expect(differences(no => [no.chanceOfNo], answer => [answer.chanceOfNo])).toBeLessThan(1e-12);
  });

  test('on the share of every cause, of the background and of the standing', () => {
    expect(differences(no => [...no.share, no.background, no.standing], answer => answer.share)).toBeLessThan(1e-12);
  });

  test('on how often each cause was the only reason', () => {
    expect(differences(no => no.necessity, answer => answer.necessity)).toBeLessThan(1e-12);
  });

  test('on how likely each cause was there, given a no', () => {
    expect(differences(no => no.presence, answer => answer.presence)).toBeLessThan(1e-12);
  });
});
