import type { ICptWithParentsItem, INetwork } from 'bayesjs';
import { type ExplainedNo, explainNo } from '../../../src/inference/no/explainNo.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import type { Weighed } from '../../../src/evidence/weigh.ts';
import { bareCause, barePack } from '../../arbitraryPack.ts';
import { engineOf } from '../../engineOf.ts';
import type { Hidden } from './enumeration.ts';

/** A Bayesian network of causes, a standing with its levels, and the no that they and the background bring about. */
export interface NoisyOr {
  readonly causes: readonly Hidden[];
  readonly background: number;
  readonly levels: Pack['standing']['levels'];
}

/** What we say of it, causes in their order. */
export function explained(network: NoisyOr): ExplainedNo {
  return explainerOf(network)(network);
}

/** The same with what is worked out once for a pack behind it: background, standing and the number of causes are those of the network. */
export function explainerOf({ causes, background, levels }: NoisyOr): (network: Pick<NoisyOr, 'causes'>) => ExplainedNo {
  const names = causes.map((_, index) => bareCause(`cause-${String(index).padStart(2, '0')}`));
  const { baseline } = engineOf({ ...barePack(background, 0, names), standing: { levels } });
  return network => explainNo(baseline, weighedAs(network.causes));
}

/** Presence and strength as weighing some answers would give them. */
export function weighedAs(causes: readonly Hidden[]): Weighed {
  const zeros = causes.map(() => 0);
  return { baseRate: zeros, evidence: zeros, presence: causes.map(({ presence }) => presence), strength: causes.map(({ strength }) => strength), supported: zeros };
}

/** The network as bayesjs takes it: the presence of each cause and the level of the standing are parents of the no. */
export function networkOf({ causes, background, levels }: NoisyOr): INetwork {
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
