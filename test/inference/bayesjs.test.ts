import fc from 'fast-check';
import bayesjs, { type ICptWithParentsItem, type INetwork } from 'bayesjs';
import { describe, expect, test } from 'vitest';
import { explainNo } from '../../src/inference/explainNo.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { bareCause, barePack, probability } from '../arbitraryPack.ts';
import { type Hidden, largestDifference } from './enumeration.ts';

/** A Bayesian network of causes, a standing with its levels, and the no that they and the background bring about. */
interface NoisyOr {
  readonly causes: readonly Hidden[];
  readonly background: number;
  readonly levels: Pack['standing']['levels'];
}

const chance = fc.integer({ min: 1, max: 999 }).map(thousandths => thousandths / 1000);

const networks: fc.Arbitrary<NoisyOr> = fc.record({
  causes: fc.array(fc.record({ presence: chance, strength: probability }), { minLength: 1, maxLength: 5, size: 'max' }),
  background: chance,
  levels: fc.tuple(chance, chance, chance).map(([often, some, part]) =>
    [{ stops: often, weight: part / 2 }, { stops: some, weight: part / 2 }, { stops: 0, weight: 1 - part }]),
});

/** The network as bayesjs takes it: the presence of each cause and the level of the standing are parents of the no. */
function networkOf({ causes, background, levels }: NoisyOr): INetwork {
  const hidden = [...causes.map((_, index) => `cause-${index}`), 'standing'];
  return {
    ...Object.fromEntries(causes.map(({ presence }, index) =>
      [`cause-${index}`, { id: `cause-${index}`, states: ['there', 'absent'], parents: [], cpt: { there: presence, absent: 1 - presence } }])),
    standing: {
      id: 'standing', states: levels.map((_, level) => `level-${level}`), parents: [],
      cpt: Object.fromEntries(levels.map(({ weight }, level) => [`level-${level}`, weight])),
    },
    no: { id: 'no', states: ['yes', 'not'], parents: hidden, cpt: rows(causes, levels).map(({ when, passes }) =>
      ({ when, then: { yes: 1 - (1 - background) * passes, not: (1 - background) * passes } })) },
  };
}

/** Every combination of the parents, with the chance that none of those that are there stops the candidate. */
function rows(causes: readonly Hidden[], levels: NoisyOr['levels']): readonly { readonly when: ICptWithParentsItem['when']; readonly passes: number }[] {
  return causes.reduce(
    (sofar, { strength }, index) => sofar.flatMap(({ when, passes }) => [
      { when: { ...when, [`cause-${index}`]: 'there' }, passes: passes * (1 - strength) },
      { when: { ...when, [`cause-${index}`]: 'absent' }, passes },
    ]),
    levels.map(({ stops }, level): ReturnType<typeof rows>[number] => ({ when: { standing: `level-${level}` }, passes: 1 - stops })),
  );
}

describe('the presence of each cause, given a no, agrees with bayesjs', () => {
  test.each([
    ['by junction trees', bayesjs.inferences.junctionTree.infer],
    ['by variable elimination', bayesjs.inferences.variableElimination.infer],
  ])('%s, on random noisy-OR networks', (_method, infer) => {
    fc.assert(fc.property(networks, each => {
      const network = networkOf(each);
      const theirs = each.causes.map((_, index) => infer(network, { [`cause-${index}`]: 'there' }, { no: 'yes' }));
      const pack = { ...barePack(each.background, 0), standing: { levels: each.levels, from: [] } };
      const ours = explainNo(pack, each.causes.map((cause, index) => ({ cause: bareCause(`cause-${index}`), findings: [], open: [], baseRate: 0.5, ...cause })));
      const byId = [...ours.causes].sort((one, other) => (one.cause.id < other.cause.id ? -1 : 1));
      expect(largestDifference(byId.map(({ presenceGivenNo }) => presenceGivenNo), theirs)).toBeLessThan(1e-9);
      expect(Math.abs(ours.chanceOfNo - infer(network, { no: 'yes' }))).toBeLessThan(1e-9);
    }), { numRuns: 50, seed: 5 });
  }, 60_000);
});
