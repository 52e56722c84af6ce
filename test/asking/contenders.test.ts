import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { diagnose, safeDiagnose } from '../../src/api/diagnose.ts';
import { type Contenders, findContenders } from '../../src/asking/contenders.ts';
import { askingOf } from '../../src/asking/questionWorths.ts';
import { tryOn } from '../../src/asking/trial.ts';
import { explainNo } from '../../src/inference/no/explainNo.ts';
import { explainSilence, waitOf } from '../../src/inference/silence/explainSilence.ts';
import type { Answer } from '../../src/pack/answer.ts';
import type { Condition } from '../../src/pack/condition.ts';
import type { Cause, Pack, Sign } from '../../src/pack/pack.ts';
import { sealedPack } from '../../src/pack/sealed.ts';
import { answersTo, arbitraryPack, AS_OF, bareCause, barePack, withoutOdds } from '../arbitraryPack.ts';
import { engineOf, readBy } from '../engineOf.ts';

/** Random packs that speak of waiting, some with a focus, with a cause for each kind of silence; every third cause of a no may stand behind it as well. */
const ofWaiting = fc.tuple(arbitraryPack(), fc.constantFrom(0, 0.3)).map(([pack, focus]): Pack => {
  const time = { median: 10, sigma: 0.5 };
  const silent = (id: string, state: NonNullable<Cause['silence']>['state']): Cause => ({ ...bareCause(id), strength: undefined, silence: { state, share: { value: 0.5 } } }) as unknown as Cause;
  const either = (cause: Cause, at: number): Cause => (at % 3 === 0 && cause.strength ? { ...cause, silence: { state: 'undecided', share: { value: 0.5 } } } : cause);
  return sealedPack({
    ...pack, focus: { value: focus }, causes: [...pack.causes.map(either), silent('slow', 'undecided'), silent('mute', 'never-told')],
    questions: [...pack.questions, { id: 'since', kind: 'number', section: 'all', ask: 'How many?', unit: 'days', from: 0, to: 60, typical: [{ value: 9, share: 1 }], dontKnow: 0 }],
    waiting: { types: [{ id: 'firm', title: 'A firm', weight: 1, advance: 0.3, toldNo: 0.4, timeToYes: time, timeToNo: time }], daysSince: pack.questions.length, missedPromise: 3, whenUnsaid: { waiting: 3, 'no-reply': 21 }, signs: [] },
  });
});

describe.each([
  ['random packs', fc.oneof(arbitraryPack(), ofWaiting), 300],
  ['the core pack', fc.constant(corePack as Pack), 40],
] as const)('for %s', (_name, packs, numRuns) => {
  const answered = packs.chain(pack => fc.record({ pack: fc.constant(pack), answers: answersTo(pack).map(answers => withoutOdds(pack, answers)) }));

  test('the leader is the first of the ranking that the diagnosis gives', () => {
    fc.assert(fc.property(answered, ({ pack, answers }) => {
      const engine = engineOf(pack);
      const diagnosis = safeDiagnose(answers, { pack, asOf: AS_OF });
      if (!diagnosis.ok) throw new Error('these answers should be fine');
      const { ranking } = diagnosis.value;
      fc.pre(ranking.length > 0);
      const { known: { reading }, weighed } = readBy(engine, answers, AS_OF);
      const { leader, nearness, parts } = askingOf(engine.baseline, reading, weighed, engine.likely).before;
      expect(pack.causes[leader]?.id).toBe(ranking[0]?.cause);
      expect(parts.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      if (ranking.some(({ weight }) => weight > 1e-200)) expect(nearness.reduce((sum, near) => sum + near, 0)).toBeCloseTo(1, 9);
    }), { numRuns, seed: 7 });
  });
});

describe('for random packs that speak of waiting', () => {
  const answered = ofWaiting.chain(pack => fc.record({ pack: fc.constant(pack), answers: answersTo(pack), outcome: fc.constantFrom('no-reply', 'waiting', 'rejected') })
    .map(({ answers, outcome, ...rest }) => ({ ...rest, answers: withoutOdds(pack, { ...answers, outcome }) })));

  test('the parts are those of a no, by how likely it is one, beside those of the silence, and the larger ones are nearest', () => {
    fc.assert(fc.property(answered, ({ pack, answers }) => {
      const { baseline, likely } = engineOf(pack);
      const { known: { reading }, weighed } = readBy(engineOf(pack), answers, AS_OF);
      const { parts, nearness } = askingOf(baseline, reading, weighed, likely).before;
      const no = explainNo(baseline, weighed);
      fc.pre(no.chanceOfNo < 0.9999); // else what is left for a yes is rounding
      const wait = waitOf(baseline.prepared, reading);
      const silence = wait && explainSilence(baseline, wait, weighed, 1 - no.chanceOfNo);
      const chanceOfNo = silence ? 1 - silence.advance : 1;
      const whole = chanceOfNo + (silence ? 1 : 0);
      const ofSilence = new Map(silence?.causes.map(({ cause, probability }) => [cause, probability]));
      const expected = [...no.share, no.background, no.standing].map((share, player) => (chanceOfNo * share + (ofSilence.get(player) ?? 0)) / whole);
      parts.forEach((part, player) => { expect(part).toBeCloseTo(expected[player] ?? Number.NaN, 6); });
      const named = pack.causes.map(({ strength }, cause) => (strength ? chanceOfNo * (no.share[cause] ?? 0) : ofSilence.get(cause) ?? 0));
      if (named.every(part => part < 1e-30)) return;
      const powers = named.map((part, cause) => (part * (weighed.supported[cause] === 1 ? 1 : 0.3)) ** 4);
      const sum = powers.reduce((all, power) => all + power, 0);
      nearness.forEach((near, cause) => { expect(near).toBeCloseTo((powers[cause] ?? Number.NaN) / sum, 6); });
    }), { numRuns: 200, seed: 7 });
  });
});

describe('how near causes are to the first place', () => {
  const before = (pack: Pack, answers: object = {}): Contenders => {
    const engine = engineOf(pack);
    const { known: { reading }, weighed } = readBy(engine, answers, AS_OF);
    return askingOf(engine.baseline, reading, weighed, engine.likely).before;
  };

  test('is nothing where none can be it', () => {
    expect(before(barePack(0.5, 0, [bareCause('one', 0.5, 0), bareCause('other', 0.5, 0)]))).toMatchObject({ nearness: [0, 0], parts: [0, 0, 1, 0] });
  });

  test('is told apart by the fourth power, however small the parts are', () => {
    const { nearness } = before(barePack(0.5, 0, [bareCause('one', 0.5, 1e-90), bareCause('other', 0.5, 2e-90)]));
    expect(nearness.map(near => near * 17)).toEqual([expect.closeTo(1, 9), expect.closeTo(16, 9)]);
  });

  test('does not count what stands out; which one leads does, as in the ranking', () => {
    const shown: Condition = { test: 'chosen', question: 0, options: [0] };
    const of = (id: string, speaks: Sign['speaks'], baseRate: number): Cause => ({ ...bareCause(id, baseRate), signs: [{ when: shown, speaks, because: 'It shows.', keep: false }] });
    const pack: Pack = {
      ...barePack(0.1, 0, [of('often', 'slightly for', 0.5), of('plain', 'strongly for', 0.06)]), focus: { value: 0.5 },
      questions: [{ id: 'shown', kind: 'yes-no', section: 'all', ask: 'Was it so?', dontKnow: 0, options: ['yes', 'no'].map(id => ({ id, says: id, typical: 0.5 })) }],
    };
    // of 2:1 and of 10 · 6:94, so that the first has the larger part, but what is seldom there stands out more
    const [focused, plain] = [before(pack, { shown: 'yes' }), before({ ...pack, focus: { value: 0 } }, { shown: 'yes' })];
    expect([focused.leader, plain.leader]).toEqual([1, 0]);
    expect(focused.nearness).toEqual(plain.nearness);
  });
});

describe('of causes that an answer makes equal, the one that the ranking puts first leads', () => {
  test.each([
    ['phone-use', {
      outcome: 'rejected', 'stated-reason': ['hired-nobody'], 'reason-detail': 'stock', 'requirements-missing': 2, attended: 'as-agreed', 'questions-missed': 3,
      nerves: ['blanked', 'body'], manners: ['hurried-them'], test: 'most-solved', terms: [], 'insider-signs': [], 'advert-since': 'gone', 'hired-person': 'unknown',
    }, { conduct: ['phone-used'] }],
    ['background-check', { outcome: 'rejected', nerves: [], manners: [], terms: [], test: 'little-solved' }, { checks: ['record'] }],
  ] as const)('%s', (first, given, answer) => {
    const { baseline, likely } = engineOf(corePack);
    const { known: { reading }, weighed } = readBy(engineOf(corePack), given, AS_OF);
    const { contest, trial, after } = askingOf(baseline, reading, weighed, likely);
    const then = { ...given, ...answer };
    const question = corePack.questions.findIndex(({ id }) => id in answer);
    tryOn(trial, question, readBy(engineOf(corePack), then, AS_OF).known.reading.answers[question] as Answer);
    findContenders(contest, null, trial.weighed, trial.touched, after);
    const [best, next] = diagnose(then, { asOf: AS_OF }).ranking;
    expect(best?.cause).toBe(first);
    expect(best?.weight).toBe(next?.weight);
    expect(corePack.causes[after.leader]?.id).toBe(first);
  });
});
