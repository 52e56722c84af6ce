import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../../src/core/corePack.ts';
import { diagnoseHistory } from '../../../src/api/diagnose.ts';
import type { Explanation } from '../../../src/diagnosis/diagnosis.ts';
import { consistentAnswersTo } from '../../arbitraryPack.ts';

type Interviews = Parameters<typeof diagnoseHistory>[0];
const no = { outcome: 'rejected' } as const;

function of(cause: string, interviews: Interviews): Explanation {
  const found = diagnoseHistory(interviews).explanations.find(each => each.cause === cause);
  if (!found) throw new Error(cause);
  return found;
}

describe('what several interviews show of a lasting cause', () => {
  const few = { ...no, 'requirements-missing': 4 } as const;
  const none = { ...no, 'requirements-missing': 0 } as const;

  test('counts the same in whatever order they took place', () => {
    expect(of('skills-gap', [few, none, no]).presence).toBeCloseTo(of('skills-gap', [none, few, no]).presence, 12);
  });

  test('counts once, however often it shows, and for and against each other', () => {
    const [once, twice, against] = [[few, no], [few, few, no], [few, none, no]].map(each => of('skills-gap', each).presence);
    expect(Math.abs((twice ?? 0) - (once ?? 0))).toBeLessThan(0.05);
    expect(against).toBeLessThan(once ?? 0);
  });

  test('never counts less when it is settled than when it is only likely', () => {
    const told = { ...no, manners: ['spoke-over'], 'stated-reason': ['too-long'], 'reason-detail': 'specific' } as const;
    const [open, likely, settled] = [told, { ...told, 'answer-length': 'longer' } as const, { ...told, 'answer-length': 'cut-off' } as const].map(each => of('monologue', [each, no]));
    expect(likely?.presence).toBeGreaterThan(open?.presence ?? 1);
    expect(settled?.presence).toBeGreaterThanOrEqual((likely?.presence ?? 1) - 1e-12);
    expect(settled?.share).toBeGreaterThanOrEqual((open?.share ?? 1) - 1e-12);
  });

  test('in any order of the earlier ones, for any answers', () => {
    fc.assert(fc.property(fc.array(consistentAnswersTo(corePack), { minLength: 2, maxLength: 3 }), earlier => {
      const [forth, back] = [earlier, earlier.toReversed()].map(each => diagnoseHistory([...each, no] as Interviews));
      for (const { cause, presence, share } of forth?.explanations ?? []) {
        const other = back?.explanations.find(each => each.cause === cause);
        expect(Math.abs(presence - (other?.presence ?? Number.NaN))).toBeLessThan(1e-9);
        expect(Math.abs(share - (other?.share ?? Number.NaN))).toBeLessThan(1e-9);
      }
    }), { numRuns: 20 });
  });

  test('silence of two days is no failure yet', () => {
    const fresh = { outcome: 'no-reply', 'days-since-interview': 2 } as const;
    expect(diagnoseHistory([no, fresh]).pattern?.failures).toBe(1);
    expect(diagnoseHistory([no, { ...fresh, 'days-since-interview': 30 }]).pattern?.failures).toBe(2);
  });

  test('is there for any two interviews, even where none was a no', () => {
    const { pattern, headline } = diagnoseHistory([{ outcome: 'advanced' }, { outcome: 'waiting', 'days-since-interview': 1 }]);
    expect(pattern).toMatchObject({ interviews: 2, failures: 0 });
    expect(pattern?.lasting).toBeLessThan(pattern?.lastingAtFirst ?? 0);
    expect(headline.verdict).toBe('too-early');
  });
});
