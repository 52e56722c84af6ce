import fc from 'fast-check';
import bayesjs from 'bayesjs';
import { describe, expect, test } from 'vitest';
import { probability } from '../../arbitraryPack.ts';
import { largestDifference } from './enumeration.ts';
import { explained, networkOf, type NoisyOr } from './noisyOr.ts';

const chance = fc.integer({ min: 1, max: 999 }).map(thousandths => thousandths / 1000);

const networks: fc.Arbitrary<NoisyOr> = fc.record({
  causes: fc.array(fc.record({ presence: chance, strength: probability }), { minLength: 1, maxLength: 5, size: 'max' }),
  background: chance,
  levels: fc.tuple(chance, chance, chance).map(([often, some, part]) =>
    [{ stops: often, weight: part / 2 }, { stops: some, weight: part / 2 }, { stops: 0, weight: 1 - part }]),
});

describe('the presence of each cause, given a no, agrees with bayesjs', () => {
  test.each([
    ['by junction trees', bayesjs.inferences.junctionTree.infer],
    ['by variable elimination', bayesjs.inferences.variableElimination.infer],
  ])('%s, on random noisy-OR networks', (_method, infer) => {
    fc.assert(fc.property(networks, each => {
      const network = networkOf(each);
      const theirs = each.causes.map((_, index) => infer(network, { [`cause-${index}`]: 'there' }, { no: 'yes' }));
      const ours = explained(each);
      expect(largestDifference(ours.presence, theirs)).toBeLessThan(1e-9);
      expect(Math.abs(ours.chanceOfNo - infer(network, { no: 'yes' }))).toBeLessThan(1e-9);
    }), { numRuns: 50, seed: 5 });
  }, 60_000);
});
