import { describe, expect, test } from 'vitest';
import type { ExplainedNo } from '../../src/inference/no/explainNo.ts';
import type { Cause, Fix, Pack } from '../../src/pack/pack.ts';
import { type Choice, type ChoiceOptions, chooseFixes } from '../../src/plan/choose.ts';
import type { FixOf } from '../../src/plan/nextChance.ts';
import { bareCause, barePack } from '../arbitraryPack.ts';
import { engineOf } from '../engineOf.ts';
import { fixTaking, nowTaking } from './fixing.ts';

/** A cause as it stood in this interview, and its fixes. */
interface Stood {
  readonly fixes: readonly Fix[];
  readonly strength?: number;
  readonly presence?: number;
  readonly share?: number;
  readonly supported?: boolean;
  readonly control?: Cause['control'];
}

const yes: Fix['when'] = { test: 'chosen', question: 0, options: [0] };
const questions: Pack['questions'] = [{ id: 'shown', kind: 'yes-no', section: 'all', ask: 'Was it so?', dontKnow: 0, options: ['yes', 'no'].map(id => ({ id, says: id, typical: 0.5 })) }];

/** What is chosen for causes 0, 1, 2 …, where the one question was answered with yes; each cause comes back just as it was. */
function chosen(causes: readonly Stood[], options: ChoiceOptions = {}): Choice {
  const own = causes.map(({ fixes, control = 'you' }, index): Cause => ({ ...bareCause(`cause-${index}`), control, fixes }));
  const { baseline: { prepared, weighed } } = engineOf({ ...barePack(0, 0, own), questions });
  const [presence, strength] = [causes.map(each => each.presence ?? 1), causes.map(each => each.strength ?? 0.5)];
  const explained: ExplainedNo = {
    weighed: { ...weighed, presence, strength, supported: causes.map(({ supported = true }) => (supported ? 1 : 0)) },
    presence, share: causes.map(({ share = 0.1 }) => share), necessity: causes.map(() => 0), chanceOfNo: 0.5, background: 0, standing: 0,
  };
  return chooseFixes(prepared, explained, { otherwise: 1, presence: causes.map(() => 1), strength }, { answers: [{ kind: 'choice', option: 0 }], columns: [] }, options);
}

const idsOf = (fixes: readonly FixOf[]): readonly string[] => fixes.map(({ cause, fix }) => `${cause}/${fix.id}`);
const next = (causes: readonly Stood[], options?: ChoiceOptions): readonly string[] => idsOf(chosen(causes, options).next);
const learn = (strength: number, rest: Partial<Stood> = {}): Stood => ({ strength, fixes: [fixTaking('learn', 0.5)], ...rest });
const saying = (id: string, removes: number, rest: Partial<Fix> = {}): Fix => ({ ...nowTaking(id, removes), say: [{ pieces: [['I am sorry.']] }], ...rest });

describe('the first cause that can be changed leads the plan', () => {
  test('though another fix would help more', () => {
    expect(next([learn(0.6), learn(0.3)])).toEqual(['0/learn', '1/learn']);
    expect(next([learn(0.6), learn(0.3)], { order: [1, 0] })).toEqual(['1/learn', '0/learn']);
    expect(next([learn(0.6), learn(0.5), learn(0.4), learn(0.1)], { order: [3, 0, 1, 2] })).toEqual(['3/learn', '0/learn', '1/learn']);
  });

  test('not one that lies with others, though its fix may be among the best', () => {
    expect(next([learn(0.6), learn(0.7, { control: 'them' })], { order: [1, 0] })).toEqual(['0/learn', '1/learn']);
    expect(next([learn(0.6), learn(0.7, { control: 'fit' })], { order: [1, 0] })).toEqual(['1/learn', '0/learn']);
  });

  test('not one without a fix, or with none that applies', () => {
    expect(next([learn(0.6), { fixes: [] }, { fixes: [{ ...fixTaking('other', 0.9), unless: yes }] }], { order: [1, 2, 0] })).toEqual(['0/learn']);
    expect(next([learn(0.3), { fixes: [] }, learn(0.6)], { order: [1, 0, 2] })).toEqual(['0/learn', '2/learn']);
  });

  test('not one that probably was not there, where another was', () => {
    expect(next([learn(0.6, { presence: 0.2 }), learn(0.3, { presence: 0.199 })], { order: [1, 0] })).toEqual(['0/learn', '1/learn']);
    expect(next([learn(0.6, { presence: 0.2 }), learn(0.3, { presence: 0.2 })], { order: [1, 0] })).toEqual(['1/learn', '0/learn']);
    expect(next([learn(0.6, { presence: 0.1 }), learn(0.3, { presence: 0.1 })], { order: [1, 0] })).toEqual(['1/learn', '0/learn']);
    expect(next([learn(0.6), learn(0.3, { presence: 0.1 })], { order: [1, 0], added: [1] })).toEqual(['1/learn', '0/learn']); // a coach says that it was
  });

  test('even where its fix takes longer than an evening, unless a budget forbids it', () => {
    const long: Stood = { strength: 0.3, fixes: [fixTaking('long', 0.5, 'weeks')] };
    expect(next([learn(0.6), long], { order: [1, 0] })).toEqual(['1/long', '0/learn']);
    expect(next([learn(0.6), long], { order: [1, 0], budget: 'weekend' })).toEqual(['0/learn']);
    expect(next([learn(0.6), long], { order: [1, 0], budget: 'weeks' })).toEqual(['1/long', '0/learn']);
    expect(next([learn(0.3), long, learn(0.6)], { order: [1, 0, 2], budget: 'weekend' })).toEqual(['0/learn', '2/learn']); // then the next one leads
  });

  test('though its fix moves nothing; without a lead there is no such plan', () => {
    const idle: Stood = { strength: 0.3, fixes: [fixTaking('idle', 0)] };
    expect(next([idle], { order: [0] })).toEqual(['0/idle']);
    expect(next([idle])).toEqual([]);
  });

  test('with what is for just this case, where a general fix does not do more than twice as much', () => {
    const both = (general: number): Stood => ({ fixes: [fixTaking('general', general), { ...fixTaking('special', 0.4), when: yes }] });
    expect(next([both(0.8)], { order: [0], budget: 'minutes' })[0]).toBe('0/special');
    expect(next([both(0.81)], { order: [0], budget: 'minutes' })[0]).toBe('0/general');
    expect(next([both(0.8)], { order: [0] })).toEqual(['0/special']);
    expect(next([{ fixes: [fixTaking('one', 0.4), fixTaking('other', 0.3)] }], { order: [0] })).toEqual(['0/one', '0/other']);
  });
});

describe('a plan', () => {
  test('keeps to a budget, though nothing that helps fits into it', () => {
    const long: Stood = { fixes: [fixTaking('long', 0.5, 'weeks')] };
    expect([next([long]), next([long], { budget: 'weekend' }), next([long], { budget: 'weeks' })]).toEqual([['0/long'], [], ['0/long']]);
  });

  test('tells what helps as much by the names of the fixes', () => {
    const named = (id: string): Stood => ({ fixes: [fixTaking(id, 0.5)] });
    expect(next([named('b'), named('c'), named('a')])).toEqual(['2/a', '0/b', '1/c']);
  });
});

describe('a coach', () => {
  const now = { fixes: [fixTaking('learn', 0.5), saying('sorry', 0.5), { ...nowTaking('right', 0.5), always: true as const }] };

  test('takes causes out, of which nothing is said at all', () => {
    const { next: later, now: today, recoveries } = chosen([now, now], { struck: [0] });
    expect([idsOf(later), idsOf(today), idsOf(recoveries)]).toEqual([['1/learn'], ['1/right', '1/sorry'], ['1/sorry']]);
  });

  test('adds causes that no answer speaks for, and none of them twice', () => {
    const unsupported = { ...now, supported: false, presence: 0.01 };
    expect(idsOf(chosen([unsupported]).next)).toEqual([]);
    const { next: later, now: today, recoveries } = chosen([unsupported], { added: [0] });
    expect([idsOf(later), idsOf(today), idsOf(recoveries)]).toEqual([['0/learn'], ['0/right', '0/sorry'], ['0/sorry']]);
    expect(idsOf(chosen([now], { added: [0] }).now)).toEqual(['0/right', '0/sorry']);
  });
});

describe('what several interviews speak for', () => {
  test('is worked on for next time, unless a coach has struck it, and not told this employer', () => {
    const lasting: Stood = { supported: false, fixes: [fixTaking('learn', 0.5), nowTaking('write', 0.5)] };
    expect(next([learn(0.3), lasting])).toEqual(['0/learn']);
    const found = chosen([learn(0.3), lasting], { lasting: new Set([1]) });
    expect([idsOf(found.next), idsOf(found.now)]).toEqual([['1/learn', '0/learn'], []]);
    expect(next([learn(0.3), lasting], { lasting: new Set([1]), struck: [1] })).toEqual(['0/learn']);
    expect(next([learn(0.3), lasting], { lasting: new Set([0, 1]) })).toEqual(['1/learn', '0/learn']);
  });
});

describe('for this employer', () => {
  const today = (...causes: readonly Stood[]): readonly string[] => idsOf(chosen(causes).now);
  const told = (id: string, rest: Partial<Fix> = {}): Stood => ({ fixes: [{ ...nowTaking(id, 0.5), ...rest }] });

  test('what is always told comes first, and leaves less room for the rest', () => {
    const always = (id: string): Stood => told(id, { always: true });
    expect(today(told('a'), told('b'), told('c'))).toEqual(['0/a', '1/b']);
    expect(today(told('a'), told('b'), always('c'))).toEqual(['2/c', '0/a']);
    expect(today(told('a'), always('b'), always('c'), always('d'))).toEqual(['1/b', '2/c', '3/d']);
  });

  test('nothing is done about what probably was not there, but for what is always told', () => {
    expect(today({ ...told('a'), presence: 0.199 }, { ...told('b'), presence: 0.2 }, { ...told('c', { always: true }), presence: 0.01 })).toEqual(['2/c', '1/b']);
  });

  test('nothing that does not apply, and nothing for next time', () => {
    expect(today(told('a', { unless: yes }), told('b', { when: yes }), learn(0.5))).toEqual(['1/b']);
  });
});

describe('words for a message', () => {
  const words = (...causes: readonly Stood[]): readonly string[] => idsOf(chosen(causes).recoveries);

  test('are those of every cause that was likelier there than not, the best of each, worth most first', () => {
    expect(words({ fixes: [saying('small', 0.2), saying('large', 0.3)] }, { share: 0.3, fixes: [saying('more', 0.2)] }, { fixes: [nowTaking('silent', 0.9)] })).toEqual(['1/more', '0/large']);
    expect(words({ share: 0.3, fixes: [saying('small', 0.2)] }, { share: 0.2, fixes: [saying('large', 0.5)] })).toEqual(['1/large', '0/small']);
    expect(words({ presence: 0.5, fixes: [saying('sorry', 0.5)] }, { presence: 0.499, fixes: [saying('sorry', 0.5)] })).toEqual(['0/sorry']);
  });

  test('or an apology for an act that the answers show, however little it may have counted', () => {
    const apology = (rest: Partial<Fix>, presence = 0.3): readonly string[] => words({ presence, fixes: [saying('sorry', 0.5, rest)] });
    expect(apology({ place: 'apology', when: yes })).toEqual(['0/sorry']);
    expect(apology({ place: 'apology' })).toEqual([]);
    expect(apology({ place: 'recovery', when: yes })).toEqual([]);
    expect(apology({ place: 'apology', when: yes }, 0.19)).toEqual([]);
  });
});
