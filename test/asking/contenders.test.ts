import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { diagnose, safeDiagnose } from '../../src/api/diagnose.ts';
import { findContenders } from '../../src/asking/contenders.ts';
import { askingOf } from '../../src/asking/questionWorths.ts';
import { tryOn } from '../../src/asking/trial.ts';
import type { Answer } from '../../src/pack/answer.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { answersTo, arbitraryPack, AS_OF, withoutOdds } from '../arbitraryPack.ts';
import { engineOf, readBy } from '../engineOf.ts';

describe.each([
  ['random packs', arbitraryPack(), 300],
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
