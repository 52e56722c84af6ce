import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { safeDiagnose } from '../../src/api/diagnose.ts';
import { contest } from '../../src/asking/contenders.ts';
import { readInterview } from '../../src/inference/readInterview.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { answersTo, arbitraryPack, AS_OF, withoutOdds } from '../arbitraryPack.ts';

describe.each([
  ['random packs', arbitraryPack(), 300],
  ['the core pack', fc.constant(corePack as Pack), 40],
] as const)('for %s', (_name, packs, numRuns) => {
  const answered = packs.chain(pack => fc.record({ pack: fc.constant(pack), answers: answersTo(pack).map(answers => withoutOdds(pack, answers)) }));

  test('the leader is the first of the ranking that the diagnosis gives', () => {
    fc.assert(fc.property(answered, ({ pack, answers }) => {
      const [read, diagnosis] = [readInterview(pack, answers, AS_OF), safeDiagnose(answers, { pack, asOf: AS_OF })];
      if (!read.ok || !diagnosis.ok) throw new Error('these answers should be fine');
      const { ranking, explanations } = diagnosis.value;
      fc.pre(ranking.length > 0);
      const { leader, nearness, weights } = contest(pack, read.value.weighed)(read.value.checked.reading);
      const first = pack.causes[leader]?.id;
      const [best, next] = ranking;
      const equal = best && next && Math.abs(best.weight - next.weight) < 1e-9 && explanations.length > 1; // which one is first is rounding
      expect(equal ? [best.cause, next.cause] : [best?.cause]).toContain(first);
      expect(Array.from(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      if (ranking.some(({ weight }) => weight > 1e-200)) expect(nearness.reduce((sum, near) => sum + near, 0)).toBeCloseTo(1, 9);
    }), { numRuns, seed: 7 });
  });
});
