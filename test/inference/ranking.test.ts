import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { byRanking } from '../../src/inference/ranking.ts';

const pack: Pack = corePack;
const reasons = new Set(pack.causes.filter(({ strength }) => strength).map(({ id }) => id));

function weights({ ranking }: Diagnosis): ReadonlyMap<string, number> {
  return new Map(ranking.map(({ cause, weight }) => [cause, weight]));
}

describe('when a no was heard', () => {
  const bare: Pack = (({ focus, ...rest }) => (focus ? rest : rest))(pack);

  test('where a pack names no focus, the ranking is the order of the explanations, by their shares', () => {
    const { ranking, explanations } = diagnose({ outcome: 'rejected', arrival: 'late', 'thank-you': 'none' }, { pack: bare });
    const whole = explanations.reduce((sum, { share }) => sum + share, 0);
    expect(ranking.map(({ cause }) => cause)).toEqual(explanations.map(({ cause }) => cause));
    for (const [at, { weight }] of ranking.entries()) expect(weight).toBeCloseTo((explanations[at]?.share ?? 0) / whole, 14);
  });

  test('with one, a share counts by how far the cause stands out: times its likelihood ratio to the power of the focus', () => {
    const found = diagnose({ outcome: 'rejected', nerves: ['voice', 'eyes'], 'told-next': ['close-call'] }); // both speak “for”, at 5 to 1
    const [weighed, shares] = [weights(found), new Map(found.explanations.map(({ cause, share }) => [cause, share]))];
    const ratio = (cause: string): number => (weighed.get(cause) ?? 0) / (shares.get(cause) ?? 1);
    expect(ratio('low-confidence') / ratio('needs-changed')).toBeCloseTo(5 ** 0.7, 9);
    expect(ratio('stronger-candidate') / ratio('needs-changed')).toBeCloseTo(5 ** 0.7, 9);
  });

  test('the weights add to 1', () => {
    const { ranking } = diagnose({ outcome: 'rejected', arrival: 'late' });
    expect(ranking.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});

describe('when nothing was heard', () => {
  const cases = [
    { outcome: 'waiting', 'days-since-interview': 2 },
    { outcome: 'no-reply', 'days-since-interview': 30, arrival: 'late', 'employer-conduct': ['ignored-messages', 'missed-own-date'] },
    { outcome: 'no-reply', 'days-since-interview': 9, 'told-next': ['more-to-see'], rivals: 9 },
  ] as const;

  test.each(cases)('%j: reasons weigh their share of a no, causes of the silence alone their probability', answers => {
    const found = diagnose(answers, { pack: (({ focus, ...rest }) => (focus ? rest : rest))(pack) });
    const { silence, explanations } = found;
    const weighed = weights(found);
    const alone = silence?.causes.filter(({ cause }) => !reasons.has(cause)) ?? [];
    const parts = [...explanations.map(({ cause, share }) => [cause, (1 - (silence?.advance ?? 0)) * share] as const), ...alone.map(({ cause, probability }) => [cause, probability] as const)];
    const whole = parts.reduce((sum, [, part]) => sum + part, 0);
    expect(alone.length).toBeGreaterThan(0);
    for (const [cause, part] of parts) expect(weighed.get(cause)).toBeCloseTo(part / whole, 14);
    expect(weighed.size).toBe(pack.causes.length);
  });

  test.each(cases)('%j: supported ones come first, each kind by weight', answers => {
    const { ranking, explanations, silence } = diagnose(answers);
    const supported = new Set([
      ...explanations.filter(each => each.supported).map(({ cause }) => cause),
      ...(silence?.causes ?? []).filter(each => each.for.length > 0 && !reasons.has(each.cause)).map(({ cause }) => cause),
    ]);
    const order = ranking.map(({ cause, weight }) => [supported.has(cause) ? 0 : 1, -weight] as const);
    expect(order).toEqual([...order].sort(([a, x], [b, y]) => a - b || x - y));
  });
});

describe('what is said of causes', () => {
  const ranking = ['late', 'rude', 'rival'].map(cause => ({ cause, weight: 1 / 3 }));

  test('stands in the order of the ranking, and what is not in it comes last, as it stood', () => {
    const said = ['silent', 'rival', 'late', 'loud', 'rude'].map(cause => ({ cause }));
    expect([...said].sort(byRanking(ranking)).map(({ cause }) => cause)).toEqual(['late', 'rude', 'rival', 'silent', 'loud']);
    expect([...said].sort(byRanking([])).map(({ cause }) => cause)).toEqual(said.map(({ cause }) => cause));
  });

  test('and no belief denies the cause that is named first, whatever the answers', () => {
    for (const answers of [{ nerves: ['voice', 'eyes'] }, { attended: 'as-agreed', arrival: 'late', 'minutes-late': 5 }, { 'questions-asked': 0 }] as const) {
      const { ranking: ranked, beliefs } = diagnose({ outcome: 'rejected', 'stated-reason': [], ...answers });
      expect(beliefs.map(({ denies }) => denies)).not.toContain(ranked[0]?.cause);
    }
  });
});
