import bayesjs, { type INetwork, type INode } from 'bayesjs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Hidden } from './enumeration.ts';
import { explained, type NoisyOr } from './noisyOr.ts';
import { type Answer, askWebppl } from './webppl.ts';

/**
 * Networks of textbooks whose gates are noisy ORs, as far as they are: their published numbers, ours, and those of
 * bayesjs and WebPPL beside each other. What is published has the digits that stand here.
 */
const infer = bayesjs.inferences.junctionTree.infer;

/** A gate without luck and standing. */
function gate(...causes: readonly Hidden[]): NoisyOr {
  return { causes, background: 0, levels: [{ stops: 0, weight: 1 }] };
}

const there = (strength: number): Hidden => ({ presence: 1, strength });

function root(id: string, chance: number): INode {
  return { id, states: ['yes', 'no'], parents: [], cpt: { yes: chance, no: 1 - chance } };
}

/** @param rows - the chance of `yes`, by the parents’ states: `yes` before `no`, the last parent first to change */
function node(id: string, parents: string[], rows: readonly number[]): INode {
  const combinations = parents.reduce<readonly Record<string, string>[]>((before, parent) => before.flatMap(when => ['yes', 'no'].map(state => ({ ...when, [parent]: state }))), [{}]);
  return { id, states: ['yes', 'no'], parents, cpt: combinations.map((when, index) => ({ when, then: { yes: rows[index] as number, no: 1 - (rows[index] as number) } })) };
}

function networkOf(...nodes: readonly INode[]): INetwork {
  return Object.fromEntries(nodes.map(each => [each.id, each]));
}

describe('fever from a cold, a flu and malaria', () => {
  // S. Russell, P. Norvig, Artificial Intelligence: A Modern Approach (2010), 14.3: the chance of no fever.
  const published = [[0, 0, 0, 1], [0, 0, 1, 0.1], [0, 1, 0, 0.2], [0, 1, 1, 0.02], [1, 0, 0, 0.6], [1, 0, 1, 0.06], [1, 1, 0, 0.12], [1, 1, 1, 0.012]] as const;

  test.each(published)('cold %i, flu %i, malaria %i: none in %d', (cold, flu, malaria, none) => {
    const { chanceOfNo, share } = explained(gate({ presence: cold, strength: 0.4 }, { presence: flu, strength: 0.8 }, { presence: malaria, strength: 0.9 }));
    expect(1 - chanceOfNo).toBeCloseTo(none, 14);
    expect(share.map(part => part > 0)).toEqual([cold, flu, malaria].map(Boolean));
  });
});

describe('the sprinkler', () => {
  // K. Murphy, A Brief Introduction to Graphical Models and Bayesian Networks (1998); the wet grass is a noisy OR of .9 and .9.
  const skies = [{ sprinkler: 0.1, rain: 0.8 }, { sprinkler: 0.5, rain: 0.2 }] as const;
  const full = networkOf(root('cloudy', 0.5), node('sprinkler', ['cloudy'], [0.1, 0.5]), node('rain', ['cloudy'], [0.8, 0.2]), node('wet', ['sprinkler', 'rain'], [0.99, 0.9, 0.9, 0]));
  const under = skies.map(({ sprinkler, rain }) => explained(gate({ presence: sprinkler, strength: 0.9 }, { presence: rain, strength: 0.9 })));
  const wet = under.reduce((sum, { chanceOfNo }) => sum + chanceOfNo / 2, 0);
  const given = (cause: number): number => under.reduce((sum, { chanceOfNo, presence }) => sum + ((presence[cause] ?? Number.NaN) * chanceOfNo) / 2, 0);

  test('the grass is wet in .6471; then it was the sprinkler in .2781 and rain in .4581 of all', () => {
    expect([wet, given(0), given(1)].map(each => each.toFixed(4))).toEqual(['0.6471', '0.2781', '0.4581']);
    expect([given(0) / wet, given(1) / wet].map(each => each.toFixed(3))).toEqual(['0.430', '0.708']);
  });

  test('rain explains the sprinkler away, to .1945', () => {
    const rained = skies.map(({ sprinkler, rain }) => ({ weight: rain / 2, no: explained(gate({ presence: sprinkler, strength: 0.9 }, there(0.9))) }));
    const sums = rained.map(({ weight, no: { chanceOfNo, presence } }) => [weight * chanceOfNo, weight * chanceOfNo * (presence[0] ?? Number.NaN)] as const);
    const sprinkler = sums.reduce((sum, [, both]) => sum + both, 0) / sums.reduce((sum, [all]) => sum + all, 0);
    expect(sprinkler.toFixed(4)).toBe('0.1945');
    expect(sprinkler).toBeCloseTo(infer(full, { sprinkler: 'yes' }, { wet: 'yes', rain: 'yes' }), 12);
  });

  test('and bayesjs says the same of the whole network', () => {
    expect(wet).toBeCloseTo(infer(full, { wet: 'yes' }), 12);
    expect(given(0) / wet).toBeCloseTo(infer(full, { sprinkler: 'yes' }, { wet: 'yes' }), 12);
    expect(given(1) / wet).toBeCloseTo(infer(full, { rain: 'yes' }, { wet: 'yes' }), 12);
  });
});

describe('the chest clinic, in which either disease shows', () => {
  // S. Lauritzen, D. Spiegelhalter, Journal of the Royal Statistical Society B 50 (1988) 157–224, “Asia”; `either` is an OR without noise.
  const full = networkOf(
    root('asia', 0.01), node('tub', ['asia'], [0.05, 0.01]), root('smoke', 0.5), node('lung', ['smoke'], [0.1, 0.01]), node('bronc', ['smoke'], [0.6, 0.3]),
    node('either', ['tub', 'lung'], [1, 1, 1, 0]), node('xray', ['either'], [0.98, 0.05]), node('dysp', ['either', 'bronc'], [0.9, 0.7, 0.8, 0.1]),
  );
  const histories = [
    { evidence: {}, tub: 0.0104, lung: 0.055 },
    { evidence: { smoke: 'yes' }, tub: 0.0104, lung: 0.1 },
    { evidence: { asia: 'yes', smoke: 'no' }, tub: 0.05, lung: 0.01 },
  ] as const;

  test('its tables give the published .436 of dyspnoea and .110 of a shadow on the film', () => {
    expect([infer(full, { dysp: 'yes' }), infer(full, { xray: 'yes' })].map(each => each.toFixed(3))).toEqual(['0.436', '0.110']);
  });

  test.each(histories)('given either, after $evidence', ({ evidence, tub, lung }) => {
    const { chanceOfNo, presence, share, necessity } = explained(gate({ presence: tub, strength: 1 }, { presence: lung, strength: 1 }));
    expect(chanceOfNo).toBeCloseTo(infer(full, { either: 'yes' }, evidence), 12);
    expect(presence[0]).toBeCloseTo(infer(full, { tub: 'yes' }, { ...evidence, either: 'yes' }), 12);
    expect(presence[1]).toBeCloseTo(infer(full, { lung: 'yes' }, { ...evidence, either: 'yes' }), 12);
    // One node at a time, as bayesjs leaves out all but one of two that share no clique.
    const both = infer(full, { tub: 'yes' }, { ...evidence, either: 'yes' }) * infer(full, { lung: 'yes' }, { ...evidence, either: 'yes', tub: 'yes' });
    expect(necessity[0]).toBeCloseTo((presence[0] ?? Number.NaN) - both, 12);
    expect(share[0]).toBeCloseTo((presence[0] ?? Number.NaN) - both / 2, 12);
  });

  test('a film that shows what either disease shows, or something else does, is a noisy OR of one cause with luck', () => {
    const either = 1 - (1 - 0.0104) * (1 - 0.055);
    const { chanceOfNo, presence } = explained({ ...gate({ presence: either, strength: 1 - 0.02 / 0.95 }), background: 0.05 });
    expect(chanceOfNo).toBeCloseTo(infer(full, { xray: 'yes' }), 12);
    expect(presence[0]).toBeCloseTo(infer(full, { either: 'yes' }, { xray: 'yes' }), 12);
  });
});

describe('WebPPL, told the same stories', () => {
  const networks: readonly NoisyOr[] = [
    gate({ presence: 0.3, strength: 0.4 }, { presence: 0.1, strength: 0.8 }, { presence: 0.01, strength: 0.9 }),
    gate({ presence: 0.1, strength: 0.9 }, { presence: 0.8, strength: 0.9 }),
    gate({ presence: 0.0104, strength: 1 }, { presence: 0.055, strength: 1 }),
  ];
  let theirs: readonly Answer[] = [];
  beforeAll(() => { theirs = askWebppl(networks).answers; }, 90_000);

  test('comes to the same chances, presences, shares and necessities', () => {
    networks.forEach((network, index) => {
      const ours = explained(network);
      const numbers = [ours.chanceOfNo, ...ours.presence, ...ours.share, ours.background, ours.standing, ...ours.necessity];
      const { chanceOfNo, presence, share, necessity } = theirs[index] as Answer;
      [chanceOfNo, ...presence, ...share, ...necessity].forEach((each, at) => { expect(numbers[at]).toBeCloseTo(each, 12); });
    });
  });
});
