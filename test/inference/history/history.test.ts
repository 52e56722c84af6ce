import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../../src/core/corePack.ts';
import { diagnose, diagnoseHistory, safeDiagnoseHistory } from '../../../src/api/diagnose.ts';
import { posteriorOf } from '../../../src/inference/history/posterior.ts';
import type { Lasting, PastInterview } from '../../../src/inference/history/lasting.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { bareCause, barePack, consistentAnswersTo } from '../../arbitraryPack.ts';
import { realCases } from '../../score/realCases.ts';
import { enumerateHistory } from './historyEnumeration.ts';

const chance = fc.double({ min: 0, max: 0.95, noNaN: true });
const level = fc.record({ stops: chance, weight: fc.double({ min: 0.05, max: 1, noNaN: true }) });

/** A person with up to six lasting causes and up to five interviews, some of them with strengths of their own. */
const histories = fc.tuple(fc.array(chance, { maxLength: 6 }), fc.array(level, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 5 }), fc.boolean(), fc.infiniteStream(chance), fc.infiniteStream(fc.boolean()))
  .map(([presence, levels, count, alike, chances, flips]) => {
    const next = (): number => chances.next().value as number;
    const flip = (): boolean => flips.next().value as boolean;
    const whole = levels.reduce((sum, { weight }) => sum + weight, 0);
    const lasting: Lasting = { presence, levels: levels.map(({ stops, weight }) => ({ stops, weight: weight / whole })) };
    const common = presence.map(next);
    const interviews = Array.from({ length: count }, (): PastInterview => ({
      failed: flip() || flip(),
      fresh: [0.05, next() / 2, next() / 2],
      strengths: alike ? common : common.map(strength => (flip() ? strength : flip() ? 0 : next())),
    }));
    return { lasting, interviews };
  });

describe('several interviews', () => {
  test('agree with the enumeration of every world, on 240 random histories', () => {
    fc.assert(fc.property(histories, ({ lasting, interviews: [latest, ...others] }) => {
      if (!latest) return;
      const [ours, theirs] = [posteriorOf(lasting, latest, others), enumerateHistory(lasting, latest, others)];
      ours.presence.forEach((value, index) => { expect(Math.abs(value - (theirs.presence[index] ?? Number.NaN))).toBeLessThan(1e-12); });
      expect(Math.abs(ours.standing - theirs.standing)).toBeLessThan(1e-12);
      const [mine, counted] = [[...ours.shares.lasting, ...ours.shares.fresh, ours.shares.standing], theirs.shares];
      mine.forEach((value, index) => { expect(Math.abs(value - (counted[index] ?? Number.NaN))).toBeLessThan(1e-12); });
      expect(mine.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(Math.abs(ours.chanceOfNo - theirs.chanceOfNo)).toBeLessThan(1e-12);
    }), { numRuns: 240, seed: 7 });
  });

  test('the order of the earlier ones changes nothing', () => {
    fc.assert(fc.property(histories, ({ lasting, interviews: [latest, ...others] }) => {
      if (!latest) return;
      const [one, other] = [posteriorOf(lasting, latest, others), posteriorOf(lasting, latest, others.toReversed())];
      one.presence.forEach((value, index) => { expect(value).toBeCloseTo(other.presence[index] ?? Number.NaN, 12); });
      expect(one.shares.standing).toBeCloseTo(other.shares.standing, 12);
    }), { numRuns: 200 });
  });

  test('20 lasting causes and 30 interviews, each with strengths of its own, still give shares that add to 1', () => {
    const lasting: Lasting = { presence: Array.from({ length: 20 }, (_, j) => 0.05 + j / 50), levels: corePack.standing.levels };
    const interview = (k: number): PastInterview => ({ failed: k % 7 !== 0, fresh: [0.03, 0.2, 0.1], strengths: lasting.presence.map((_, j) => ((j * 7 + k * 3) % 20) / 40) });
    const { shares } = posteriorOf(lasting, interview(1), Array.from({ length: 29 }, (_, k) => interview(k + 2)));
    expect([...shares.lasting, ...shares.fresh, shares.standing].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  });
});

describe('what looks large may be quick', () => {
  test('twenty interviews of the core pack, answered in any way', () => {
    fc.assert(fc.property(fc.array(consistentAnswersTo(corePack), { minLength: 20, maxLength: 20 }), interviews => {
      const result = safeDiagnoseHistory(interviews);
      if (!result.ok) throw new Error(result.problems[0]?.message);
      const { you, fit, them, background, unseen } = result.value.parts;
      expect(you + fit + them + background + unseen).toBeCloseTo(1, 10);
    }), { numRuns: 3 });
  });

  test('twenty of the real ones, that many noes in a row', () => {
    const real = realCases('first').filter(({ status }) => status === 'rejected' || status === 'ghosted').map(({ answers }) => answers);
    for (const start of [0, 40, 80]) {
      const result = safeDiagnoseHistory(Array.from({ length: 20 }, (_, k) => real[(start + 7 * k) % real.length]));
      if (!result.ok) throw new Error(result.problems[0]?.message);
      const { you, fit, them, background, unseen } = result.value.parts;
      expect(you + fit + them + background + unseen).toBeCloseTo(1, 7);
    }
  });

  test('40 lasting causes and twelve interviews, each with strengths of its own, are one of the quick cases', () => {
    const lasting: Lasting = { presence: Array.from({ length: 40 }, (_, j) => 0.05 + j / 100), levels: corePack.standing.levels };
    const interview = (k: number): PastInterview => ({ failed: k % 5 !== 0, fresh: [0.03, 0.2], strengths: lasting.presence.map((_, j) => ((j * 7 + k * 3) % 20) / 40) });
    const { shares } = posteriorOf(lasting, interview(1), Array.from({ length: 11 }, (_, k) => interview(k + 2)));
    expect([...shares.lasting, ...shares.fresh, shares.standing].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  });
});

describe('what would take too long is told, and not begun', () => {
  const causes = Array.from({ length: 60 }, (_, j) => ({
    ...bareCause(`cause-${j}`), scope: 'candidate' as const,
    strength: { value: 0.3, from: ['judgement'], when: [{ if: { test: 'within' as const, question: 0, from: { value: j, included: true }, to: null }, value: 0.2 + j / 200, from: ['judgement'] }] },
  }));
  const wide: Pack = { ...barePack(0.1, 0.2, causes), questions: [{ id: 'number', section: 'all', ask: 'Which?', kind: 'number', unit: 'of them', from: 0, to: 99, typical: [{ value: 1, share: 1 }], dontKnow: 0 }, { id: 'outcome', section: 'all', ask: 'How did it end?', kind: 'one-of', options: [{ id: 'rejected', says: 'With a no', typical: 1 }], dontKnow: 0 }] };

  test('60 causes that differ among 40 interviews', () => {
    const result = safeDiagnoseHistory(Array.from({ length: 40 }, (_, k) => ({ number: k, outcome: 'rejected' })), { pack: wide });
    expect(result.ok ? [] : result.problems).toEqual([{ code: 'too-large', message: 'these 40 interviews differ in too many ways to be weighed together', hint: 'leave out the oldest ones', path: [] }]);
  });
});

describe('with the core pack', () => {
  const no = { outcome: 'rejected' } as const;
  const lastingAfter = (failures: number, ...rest: readonly { readonly outcome: 'advanced' | 'rejected' }[]): number =>
    diagnoseHistory([...rest, ...Array.from({ length: failures }, () => no)]).pattern?.lasting ?? Number.NaN;

  test('one interview in a list equals the same interview alone', () => {
    fc.assert(fc.property(consistentAnswersTo(corePack), answers => {
      const result = safeDiagnoseHistory([answers]);
      if (!result.ok) throw new Error('consistent answers have no problem');
      expect(result.value).toEqual(diagnose(answers as Parameters<typeof diagnose>[0]));
    }), { numRuns: 40 });
  });

  test('two noes barely move what is thought to last, eight do, and one yes between them counts against it', () => {
    const [two, four, eight] = [lastingAfter(2), lastingAfter(4), lastingAfter(8)];
    const alone = diagnoseHistory([no, no]).pattern?.lastingAtFirst ?? Number.NaN;
    expect(two - alone).toBeLessThan(0.06);
    expect(four).toBeGreaterThan(two);
    expect(eight - alone).toBeGreaterThan(0.15);
    expect(lastingAfter(8, { outcome: 'advanced' })).toBeLessThan(eight - 0.08);
  });

  test('the order of equal interviews changes nothing', () => {
    const one = { outcome: 'rejected', nerves: ['voice'] } as const;
    const other = { outcome: 'rejected', 'stories-told': 0 } as const;
    const [first, second] = [diagnoseHistory([one, other, other, no]), diagnoseHistory([other, one, other, no])];
    expect(second.pattern?.lasting).toBeCloseTo(first.pattern?.lasting ?? Number.NaN, 12);
    expect(second.parts.you).toBeCloseTo(first.parts.you, 12);
  });

  test('an answer of an earlier interview speaks for what lasts in the latest', () => {
    const nervous = { outcome: 'rejected', nerves: ['voice', 'body', 'blanked'] } as const;
    const pattern = diagnoseHistory([nervous, nervous, no]).pattern;
    const nerves = pattern?.causes.find(({ cause }) => cause === 'low-confidence');
    expect(nerves?.presence).toBeGreaterThan((nerves?.presenceAtFirst ?? 1) + 0.2);
  });

  test('an interview that is still open teaches by its answers, not by its outcome', () => {
    expect(diagnoseHistory([no, { outcome: 'waiting' }, no]).pattern).toMatchObject({ interviews: 3, failures: 2 });
    expect(diagnoseHistory([no, { outcome: 'waiting' }, no]).pattern?.lasting).toBeCloseTo(lastingAfter(2), 12);
  });

  test('one more yes would lower what lasts, one more no would raise it', () => {
    const pattern = diagnoseHistory([no, no, no]).pattern;
    expect(pattern?.next.lastingAfterYes).toBeLessThan(pattern?.lasting ?? 0);
    expect(pattern?.next.lastingAfterNo).toBeGreaterThan(pattern?.lasting ?? 1);
  });

  test.each([[[]], ['rejected'], [Array.from({ length: 101 }, () => no)]])('what is no list of interviews is a problem', interviews => {
    expect(safeDiagnoseHistory(interviews)).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind' }] });
  });

  test('a problem names the interview that it is in', () => {
    expect(safeDiagnoseHistory([no, { outcom: 'rejected' }])).toMatchObject({ ok: false, problems: [{ code: 'unknown-question', path: [1, 'outcom'] }] });
  });
});
