import bayesjs, { type INetwork } from 'bayesjs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepare } from '../../src/api/prepare.ts';
import { networkOf } from '../../src/cli/compile/network.ts';
import { toXmlBif } from '../../src/cli/compile/xmlBif.ts';
import { corePack } from '../../src/core/corePack.ts';
import type { Answers } from '../../src/answers/answers.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { AS_OF, arbitraryPack, consistentAnswersTo } from '../arbitraryPack.ts';
import { engineOf, readBy } from '../engineOf.ts';
import { tinyPack } from '../tinyPack.ts';
import { posterior } from './network/eliminate.ts';
import { observedIn, type ReadNetwork, readXmlBif } from './network/readXmlBif.ts';

/** The network of an interview, written and read back. */
function networkFor(pack: Pack, answers: Answers): ReadNetwork {
  const engine = engineOf(pack);
  return readXmlBif(toXmlBif(pack.id, [], networkOf(engine.baseline.prepared, readBy(engine, answers, AS_OF))));
}

/** What we say of an interview, and what the network of it says, by cause; the chance of a no last. */
function compared(pack: Pack, answers: Answers): { readonly ours: readonly number[]; readonly theirs: readonly number[] } {
  const { causes, chanceOfNo } = prepare(pack).interview(answers, { asOf: AS_OF }).explanation();
  const network = networkFor(pack, answers);
  const signs = Object.fromEntries(Object.entries(observedIn(network)).filter(([name]) => name !== 'interview.stopped'));
  const chance = (asked: string, state: string, observed: object): number => posterior(network, { ...signs, ...observed }, asked).get(state) ?? Number.NaN;
  return {
    ours: [...causes().map(({ presence }) => presence), chanceOfNo],
    theirs: [...causes().map(({ cause }) => chance(cause, 'present', { 'interview.stopped': 'yes' })), chance('interview.stopped', 'yes', {})],
  };
}

function largestDifference({ ours, theirs }: ReturnType<typeof compared>): number {
  return Math.max(...ours.map((each, index) => Math.abs(each - (theirs[index] ?? Number.NaN))));
}

/** The network as bayesjs takes it. */
function forBayesjs({ variables }: ReadNetwork): INetwork {
  return Object.fromEntries([...variables].map(([id, { states, given, rows }]) => {
    const then = rows.map(row => Object.fromEntries(states.map((state, index) => [state, row[index] ?? Number.NaN])));
    const combinations = given.reduce<readonly Readonly<Record<string, string>>[]>((all, parent) => all.flatMap(when => (variables.get(parent)?.states ?? []).map(state => ({ ...when, [parent]: state }))), [{}]);
    const cpt = given.length === 0 ? then[0] : combinations.map((when, index) => ({ when, then: then[index] }));
    return [id, { id, states: [...states], parents: [...given], cpt }];
  })) as INetwork;
}

const tinyAnswers: readonly Answers[] = [
  {}, { outcome: 'rejected' }, { outcome: 'rejected', arrival: 'late', 'minutes-late': 20, 'warned-ahead': 'no' }, { outcome: 'rejected', arrival: 'on-time', 'questions-asked': 0, prepared: [] },
  { outcome: 'cancelled', attended: 'missed' }, { outcome: 'rejected', stage: 'phone-screen', prepared: ['read-site'], 'questions-asked': 4 },
];

describe('the network of an interview, read back by another reader, says what the explanation says', () => {
  test.each(tinyAnswers)('of the tiny pack: %j', answers => {
    const both = compared(tinyPack, answers);
    expect(both.ours.length).toBe(7);
    expect(largestDifference(both)).toBeLessThan(1e-9);
  });

  test.each<Answers>([
    {}, { outcome: 'rejected' }, { outcome: 'rejected', arrival: 'late', 'minutes-late': 20, 'warned-ahead': 'no', 'thank-you': 'none' },
    { outcome: 'rejected', 'stated-reason': ['experience'], 'reason-detail': 'specific', nerves: ['voice'], 'stories-told': 0, prepared: ['read-site'] },
    { outcome: 'cancelled', 'hired-person': 'insider' },
  ])('of the core pack: %j', answers => {
    const both = compared(corePack, answers);
    expect(both.ours.length).toBeGreaterThan(40);
    expect(largestDifference(both)).toBeLessThan(1e-9);
  });

  test('of any pack, whatever is answered', () => {
    fc.assert(fc.property(arbitraryPack().chain(pack => fc.tuple(fc.constant(pack), consistentAnswersTo(pack))), ([pack, answers]) => {
      expect(largestDifference(compared(pack, answers))).toBeLessThan(1e-9);
    }), { numRuns: 60 });
  });

  test.each([
    ['junction trees', bayesjs.inferences.junctionTree.infer],
    ['variable elimination', bayesjs.inferences.variableElimination.infer],
  ])('by %s of bayesjs', (_method, infer) => {
    for (const answers of tinyAnswers.slice(1)) {
      const network = networkFor(tinyPack, answers);
      const theirs = forBayesjs(network);
      const observed = { ...observedIn(network) };
      expect(observed['interview.stopped']).toBe('yes');
      for (const { cause, presence } of prepare(tinyPack).interview(answers).explanation().causes()) {
        expect(Math.abs(infer(theirs, { [cause]: 'present' }, observed) - presence)).toBeLessThan(1e-9);
      }
    }
  });
});

describe('the network', () => {
  test('has a fact for what the answers show, and for what they may show yet', () => {
    const network = networkFor(tinyPack, { outcome: 'rejected', 'questions-asked': 0 });
    expect(observedIn(network)).toEqual({ 'sign.no-questions.sign-1': 'sign-1', 'interview.stopped': 'yes' });
    expect(network.variables.get('sign.no-questions.sign-2')).toMatchObject({ states: ['sign-2', 'not-known'], given: ['no-questions'], rows: [[0.5, 0.5], [0.1, 0.9]] });
    expect(network.variables.get('no-questions')?.properties).toEqual(['says = You asked nothing']);
  });

  test('of what is open is not told how it ends; of who went on, that they were not stopped', () => {
    expect(observedIn(networkFor(tinyPack, { outcome: 'no-reply' }))).toEqual({});
    expect(observedIn(networkFor(tinyPack, { outcome: 'advanced' }))).toMatchObject({ 'interview.stopped': 'no' });
  });

  test('of a group is one fact, of which the strongest sign counts', () => {
    const grouped = { ...tinyPack, causes: tinyPack.causes.map(cause => ({ ...cause, signs: cause.signs.map(sign => ({ ...sign, group: 'fact' })) })) };
    const network = networkFor(grouped, { outcome: 'rejected', prepared: [] });
    expect(network.variables.get('sign.no-research.fact')?.states).toEqual(['sign-1', 'sign-2', 'not-known']);
    expect(observedIn(network)).toMatchObject({ 'sign.no-research.fact': 'sign-1' });
    expect(largestDifference(compared(grouped, { outcome: 'rejected', prepared: [] }))).toBeLessThan(1e-9);
  });

  test('of a pack without causes is background and standing', () => {
    const bare = { ...tinyPack, causes: [] };
    expect([...networkFor(bare, {}).variables.keys()]).toEqual(['hidden.background', 'hidden.standing', 'interview.stopped']);
    expect(largestDifference(compared(bare, {}))).toBeLessThan(1e-9);
  });

  test('keeps what is written, and is well-formed whatever that is', () => {
    const title = 'You said “a < b && c > d” ]]> <!-- &amp; --> \'"';
    const odd = { ...tinyPack, causes: tinyPack.causes.map(cause => ({ ...cause, title })) };
    expect(networkFor(odd, {}).variables.get('late')?.properties).toEqual([`says = ${title}`]);
  });
});
