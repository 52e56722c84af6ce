import type { ICptWithParentsItem, INetwork } from 'bayesjs';
import { type ExplainedNo, explainNo } from '../../../src/inference/no/explainNo.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { bareCause, barePack } from '../../arbitraryPack.ts';
import type { Hidden } from './enumeration.ts';

/** A Bayesian network of causes, a standing with its levels, and the no that they and the background bring about. */
export interface NoisyOr {
  readonly causes: readonly Hidden[];
  readonly background: number;
  readonly levels: Pack['standing']['levels'];
}

/** What we say of it, causes in their order. */
export function explained({ causes, background, levels }: NoisyOr): ExplainedNo {
  const order = new Map(causes.map((_, index) => [`cause-${index}`, index]));
  const weighed = causes.map(({ presence, strength }, index) => ({ cause: bareCause(`cause-${index}`), findings: [], baseRate: 0.5, presence, strength }));
  const no = explainNo({ ...barePack(background, 0), standing: { levels, from: ['judgement'] } }, weighed);
  return { ...no, causes: [...no.causes].sort((one, other) => (order.get(one.cause.id) ?? 0) - (order.get(other.cause.id) ?? 0)) };
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
