import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { diagnose, diagnoseHistory } from '../../src/api/diagnose.ts';
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
    expect(text).toBe('A no hurts. Most of what your answers point to is something that you can change before the next one.');
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
    [{ outcome: 'no-reply', 'days-since-interview': 9 }, 'open'],
  ] as const)('%j: the headline and the silence agree', (answers, verdict) => {
    const { headline: { verdict: said, text }, silence } = diagnose(answers);
    expect(silence?.verdict).toBe(verdict);
    expect(said === 'too-early').toBe(verdict === 'too-early' || verdict === 'open'); // nothing is decided, and these answers speak for nothing
    expect(/too early/.test(text)).toBe(verdict === 'too-early');
    expect(/still open/.test(text)).toBe(verdict === 'open');
    expect(/probably over/.test(text)).toBe(verdict === 'probably-over');
    expect(/as good as over/.test(text)).toBe(verdict === 'over');
  });

  test('an interview that did not happen is to be put right today, as long as that can be', () => {
    const missed = (outcome: 'waiting' | 'no-reply' | 'rejected', days: number): boolean => /^The interview didn't happen, .* today/.test(diagnose({ outcome, attended: 'missed', 'days-since-interview': days }).headline.text);
    expect([missed('waiting', 1), missed('no-reply', 1), missed('rejected', 1), missed('no-reply', 60)]).toEqual([true, true, false, false]);
    expect(diagnose({ outcome: 'waiting', attended: 'as-agreed', 'days-since-interview': 1 }).headline.text).not.toContain("didn't happen");
    for (const attended of ['wrong-day', 'i-left', 'they-did-not-come'] as const) expect(diagnose({ outcome: 'waiting', attended }).headline.text).toContain("didn't happen");
  });
});

describe('the headline is two human sentences', () => {
  test.each([
    ['a no', { outcome: 'rejected', arrival: 'late' }, /^A no hurts\. /],
    ['a search that was called off', { outcome: 'cancelled' }, /^They called it off after all the work you put in\. /],
    ['silence', { outcome: 'no-reply' }, /the silence\. Waiting is hard/],
    ['a wait', { outcome: 'waiting' }, /^It's too early to read anything into the silence\. /],
    ['what nobody said', {}, /^You haven't said yet how it ended\. /],
    ['a yes', { outcome: 'advanced' }, /^You're through: well done/],
  ])('after %s', (_what, answers, start) => {
    expect(headline(answers)).toMatch(start);
  });

  test('it holds no figure: how much lay outside is told by the parts', () => {
    expect(headline({ outcome: 'rejected', arrival: 'late' })).not.toMatch(/\d|\bin a hundred\b/);
    expect(of({ outcome: 'rejected', arrival: 'late' }).outsideYourControl).toBeCloseTo(0.3975, 4);
  });

  test('it says what the answers point to: the reader, both, the match, the others, or nothing', () => {
    const late = { outcome: 'rejected', attended: 'as-agreed', arrival: 'late', 'minutes-late': 20, 'warned-ahead': 'no' } as const;
    const said = (answers: Parameters<typeof diagnose>[0]): string => diagnose(answers).headline.text.replace(/^A no hurts\. /, '');
    expect(said(late)).toBe('Most of what your answers point to is something that you can change before the next one.');
    expect(said({ ...late, 'hired-person': 'insider' })).toBe('Part of it you can change before the next one, and part of it was never yours.');
    expect(said({ outcome: 'rejected', 'hired-person': 'insider' })).toBe("As far as your answers show, this wasn't about you.");
    expect(headline({ outcome: 'rejected', stage: 'phone-screen', attended: 'there', arrival: 'on-time' })).toContain('What your answers point to is how you and this job matched');
    expect(said({ outcome: 'rejected', 'thank-you': 'none' })).toBe("What your answers show weighs little, so don't be hard on yourself over it.");
    expect(said({ outcome: 'rejected' })).toBe("Your answers don't show why, so don't go looking for a fault that may not be there.");
  });

  test('it says that it was not about the reader only where no answer shows a part of theirs', () => {
    const pointless = "this wasn't about you";
    const LEAST = 0.01; // what decided less often than so is no verdict
    expect(headline({ outcome: 'rejected', 'questions-asked': 0 })).not.toContain(pointless);
    fc.assert(fc.property(consistentAnswersTo(corePack), answers => {
      const { headline: { text }, explanations } = diagnose(answers as object);
      if (explanations.some(({ supported, control, share }) => supported && control === 'you' && share >= LEAST)) expect(text).not.toContain(pointless);
      if (explanations.some(({ supported, control }) => supported && control === 'you')) expect(text).not.toContain("Your answers don't show why");
    }), { numRuns: 120, seed: 81 });
  });

  test('after several finals it honours how far they came, and not after one, nor where an early one was among them', () => {
    const final = { outcome: 'rejected', stage: 'later' } as const;
    const said = (...interviews: readonly object[]): boolean => diagnoseHistory(interviews as never).headline.text.startsWith('Coming this close and hearing no hurts more');
    expect([said(final, final), said(final), said({ outcome: 'rejected', stage: 'first-interview' }, final), said({ ...final, outcome: 'advanced' }, final)]).toEqual([true, false, false, false]);
  });

  test('whoever was asked or told what the law forbids reads that it is not on them, before anything else', () => {
    for (const harm of [{ 'asked-unlawfully': ['family'] }, { 'stated-reason': ['private'], 'reason-detail': 'specific' }]) {
      for (const outcome of ['rejected', 'cancelled', 'no-reply', 'waiting']) expect(diagnose({ outcome, arrival: 'late', ...harm } as never).headline.text).toContain('That is not on you');
    }
  });

  test('it is two whole sentences without a figure, and neither shouts nor blames, whatever the answers', () => {
    const histories = fc.array(consistentAnswersTo(corePack), { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(fc.oneof(histories, fc.constant([{ outcome: 'rejected', stage: 'later' }, { outcome: 'rejected', stage: 'later' }])), interviews => {
      const { text } = diagnoseHistory(interviews as never).headline;
      expect(text).not.toMatch(/!|your fault|you failed|\d|%| {2}/);
      expect(text).toMatch(/^[A-Z][^.?]*\. [A-Z][^.?]*\.$/);
    }), { numRuns: 80, seed: 82 });
  });
});
