import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { consistentAnswersTo } from '../arbitraryPack.ts';
import { tinyPack } from '../tinyPack.ts';

function headline(answers: Parameters<typeof of>[0]): string {
  return of(answers).headline.text;
}

function of(answers: Readonly<Record<string, string | number | readonly string[]>>): Diagnosis {
  return diagnose(answers, { pack: tinyPack });
}

describe('the verdict comes from the outcome and from what the answers support', () => {
  test.each([
    [{ outcome: 'advanced' }, 'advanced'],
    [{ outcome: 'advanced', arrival: 'late' }, 'advanced'],
    [{ outcome: 'waiting' }, 'too-early'],
    [{ outcome: 'waiting', arrival: 'late' }, 'mostly-you'],
    [{}, 'cannot-tell'],
    [{ outcome: 'rejected' }, 'cannot-tell'],
    [{ outcome: 'cancelled' }, 'cannot-tell'],
    [{ outcome: 'no-reply' }, 'cannot-tell'],
    [{ outcome: 'rejected', arrival: 'on-time', prepared: ['read-site'] }, 'cannot-tell'],
    [{ outcome: 'rejected', arrival: 'late' }, 'mostly-you'],
    [{ outcome: 'no-reply', arrival: 'late' }, 'mostly-you'],
    [{ outcome: 'cancelled', 'questions-asked': 0 }, 'mostly-you'],
    [{ outcome: 'rejected', 'questions-asked': 0 }, 'mostly-you'],
    [{ outcome: 'no-reply', 'questions-asked': 0 }, 'mostly-you'],
    [{ outcome: 'rejected', stage: 'phone-screen', attended: 'there', arrival: 'on-time' }, 'mostly-them'],
  ])('%j: %s', (answers, verdict) => {
    expect(of(answers).headline.verdict).toBe(verdict);
  });

  test('and the parts beside it say how much nobody can see', () => {
    const { explanations, parts, headline: { verdict, text } } = of({ outcome: 'rejected', 'questions-asked': 0 });
    expect(explanations.filter(({ supported }) => supported).map(({ cause, control }) => [cause, control])).toEqual([['no-questions', 'you']]);
    expect([verdict, parts.you < 0.5]).toEqual(['mostly-you', true]);
    expect(text).toMatch(/about \d+ in 100 lay outside your hands/);
  });

  test('a slip that hardly ever decides is no verdict', () => {
    expect(diagnose({ outcome: 'rejected', 'thank-you': 'none' }).headline.verdict).toBe('cannot-tell');
  });

  test('it weighs what the answers support on both sides', () => {
    const late = { outcome: 'rejected', attended: 'as-agreed', arrival: 'late', 'minutes-late': 20, 'warned-ahead': 'no' } as const;
    expect(diagnose(late).headline.verdict).toBe('mostly-you');
    expect(diagnose({ ...late, 'hired-person': 'insider' }).headline.verdict).toBe('both');
    expect(diagnose({ outcome: 'rejected', 'hired-person': 'insider' }).headline.verdict).toBe('mostly-them');
  });
});

describe('while nothing has been heard', () => {
  test.each([
    [{ outcome: 'waiting', 'days-since-interview': 2 }, 'too-early'],
    [{ outcome: 'waiting', 'days-since-interview': 60 }, 'over'],
    [{ outcome: 'no-reply', 'days-since-interview': 60 }, 'over'],
    [{ outcome: 'waiting', 'days-since-interview': 21 }, 'probably-over'],
  ] as const)('%j: the headline and the silence agree', (answers, verdict) => {
    const { headline: { verdict: said, text }, silence } = diagnose(answers);
    expect(silence?.verdict).toBe(verdict);
    expect(said === 'too-early').toBe(verdict === 'too-early');
    expect(/too early|still open/.test(text)).toBe(verdict === 'too-early');
    expect(/over\./.test(text)).toBe(verdict !== 'too-early');
  });
});

describe('the headline is one human line', () => {
  test.each([
    ['a no', { outcome: 'rejected', arrival: 'late' }, /^A no hurts\. About \d+ in 100 people do not go on from an interview, for one reason or another\. /],
    ['a search that was called off', { outcome: 'cancelled' }, /^It was called off, which is hard/],
    ['silence', { outcome: 'no-reply' }, /^You have heard nothing/],
    ['a wait', { outcome: 'waiting' }, /^Not knowing is hard\. It is too early to tell/],
    ['a yes', { outcome: 'advanced' }, /^You went on/],
  ])('after %s', (_what, answers, start) => {
    expect(headline(answers)).toMatch(start);
  });

  test('it says how much lay outside, as the parts have it', () => {
    expect(headline({ outcome: 'rejected', arrival: 'late' })).toContain('about 40 in 100 lay outside your hands');
    expect(of({ outcome: 'rejected', arrival: 'late' }).outsideYourControl).toBeCloseTo(0.3975, 4);
  });

  test('it says that nothing points at the reader only where nothing does', () => {
    const pointless = 'Nothing in your answers points at you';
    expect(headline({ outcome: 'rejected', stage: 'phone-screen', attended: 'there', arrival: 'on-time' })).toContain(pointless);
    expect(headline({ outcome: 'rejected', 'questions-asked': 0 })).not.toContain(pointless);
    fc.assert(fc.property(consistentAnswersTo(corePack), answers => {
      const { headline: { text }, explanations } = diagnose(answers as object);
      if (explanations.some(({ supported, control }) => supported && control === 'you')) expect(text).not.toContain(pointless);
    }), { numRuns: 40, seed: 81 });
  });

  test('it neither shouts nor blames nor scores, whatever the answers', () => {
    fc.assert(fc.property(consistentAnswersTo(corePack), answers => {
      const { text } = diagnose(answers as object).headline;
      expect(text).not.toMatch(/!|your fault|you failed|\d\.\d|\d%/);
      expect(text).toMatch(/^[A-Z].*[.]$/);
    }), { numRuns: 40, seed: 82 });
  });
});
