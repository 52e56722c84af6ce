import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../../src/core/corePack.ts';
import { safeDiagnose } from '../../../src/api/diagnose.ts';
import type { Diagnosis, SilenceReport } from '../../../src/diagnosis/diagnosis.ts';
import { answersTo } from '../../arbitraryPack.ts';

function silenceAfter(answers: Readonly<Record<string, unknown>>): SilenceReport {
  const result = safeDiagnose({ outcome: 'no-reply', ...answers });
  if (!result.ok || result.value.silence === null) throw new Error(JSON.stringify(result));
  return result.value.silence;
}

describe('with nothing known but the days of silence', () => {
  test.each([[3, 29, 43, 28], [7, 21, 44, 35], [14, 12, 40, 48], [21, 8, 33, 60], [28, 5, 26, 69]])(
    'after %i days %i in 100 still get an invitation, %i a no, and %i never hear', (days, advance, noToCome, never) => {
      const silence = silenceAfter({ 'days-since-interview': days });
      expect(Math.round(silence.advance * 100)).toBe(advance);
      expect(Math.round(silence.noToCome * 100)).toBe(noToCome);
      expect(Math.round(silence.never * 100)).toBe(never);
    });

  test('a week is open, three weeks are probably over, two months are over, and waiting is too early', () => {
    expect(silenceAfter({ 'days-since-interview': 7 }).verdict).toBe('open');
    expect(silenceAfter({ 'days-since-interview': 21 }).verdict).toBe('probably-over');
    expect(silenceAfter({ 'days-since-interview': 60 }).verdict).toBe('over');
    expect(silenceAfter({ outcome: 'waiting' }).verdict).toBe('too-early');
  });

  test('days that nobody said are assumed, and said to be', () => {
    expect(silenceAfter({})).toMatchObject({ days: 14, assumed: true });
    expect(silenceAfter({ outcome: 'waiting' })).toMatchObject({ days: 3, assumed: true });
  });
});

describe('answers move the picture', () => {
  test('the silence after a good interview leaves more hope than after a missed one', () => {
    const missed = silenceAfter({ 'days-since-interview': 7, attended: 'missed', 'missed-why': 'own-slip', rebooked: 'nothing' });
    const good = silenceAfter({ 'days-since-interview': 7, 'company-question': 'facts', 'motive-question': 'this-job', 'questions-missed': 0, 'stories-told': 3, nerves: [] });
    expect(good.advance).toBeGreaterThan(missed.advance + 0.1);
  });

  test('a large employer takes longer than a small one, so the same silence says less', () => {
    const days = { 'days-since-interview': 14 };
    expect(silenceAfter({ ...days, 'employer-kind': 'public' }).advance).toBeGreaterThan(silenceAfter({ ...days, 'employer-kind': 'small' }).advance);
  });

  test('someone else having the job ends the hope', () => {
    expect(silenceAfter({ 'days-since-interview': 5, 'hired-person': 'like-me' }).advance).toBeLessThan(0.01);
  });

  test('the clock starts on the promised day: two weeks of silence before it are no delay', () => {
    const promised = silenceAfter({ 'days-since-interview': 14, 'timeline-given': 'by-date', 'days-past-promise': 0 });
    expect(promised).toMatchObject({ clock: 'promised-day', days: 0 });
    expect(promised.advance).toBeGreaterThan(silenceAfter({ 'days-since-interview': 14 }).advance);
  });
});

describe('a promised day without a today', () => {
  const named = { 'interview-date': '2026-11-10', 'timeline-given': 'by-date', 'promised-date': '2026-12-10' };
  const plan = (answers: Readonly<Record<string, unknown>>): Diagnosis => {
    const result = safeDiagnose({ ...named, ...answers });
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result.value;
  };

  test('nothing is sent before it, and the clock has not started', () => {
    const { silence, schedule } = plan({ outcome: 'waiting' });
    expect(silence).toMatchObject({ clock: 'promised-day', days: 0, assumed: true, askFrom: '2026-12-11' });
    expect(schedule.every(({ date }) => date !== null && date >= '2026-12-11')).toBe(true);
  });

  test('the days since the interview tell today', () => {
    const { asOf, silence, schedule } = plan({ outcome: 'waiting', 'days-since-interview': 3, 'thank-you': 'specific' });
    expect(asOf).toBe('2026-11-13');
    expect(silence).toMatchObject({ clock: 'promised-day', days: 0, assumed: false, askInDays: 28 });
    expect(schedule[0]).toMatchObject({ kind: 'check-in', date: '2026-12-11' });
  });

  test('whoever heard nothing when it was due is past it', () => {
    expect(plan({ outcome: 'no-reply' }).silence).toMatchObject({ clock: 'promised-day', days: 1 });
    expect(plan({ outcome: 'no-reply', 'promised-date': '2026-11-14' }).silence).toMatchObject({ clock: 'promised-day', days: 10 });
  });
});

describe('once it is over', () => {
  test('the day to let go has come, and nothing is sent', () => {
    const result = safeDiagnose({ outcome: 'no-reply', 'days-since-interview': 3, 'hired-person': 'like-me', 'thank-you': 'none' }, { asOf: '2026-11-13' });
    if (!result.ok) throw new Error(JSON.stringify(result));
    const { silence, schedule } = result.value;
    expect(silence).toMatchObject({ verdict: 'over', letGoFrom: '2026-11-13', letGoInDays: 0 });
    expect(schedule).toEqual([{ kind: 'let-go', date: '2026-11-13', inDays: 0 }]);
  });

  test('for any answers', () => {
    fc.assert(fc.property(answersTo(corePack), fc.integer({ min: 0, max: 200 }), (answers, days) => {
      const result = safeDiagnose({ ...answers, outcome: 'no-reply', 'interview-date': null, 'promised-date': null, 'days-past-promise': null, 'days-since-interview': days });
      if (!result.ok || result.value.silence?.verdict !== 'over') return;
      expect(result.value.silence.letGoInDays).toBeLessThanOrEqual(0);
      expect(result.value.schedule.map(({ kind }) => kind)).toEqual(['let-go']);
    }), { numRuns: 60 });
  });
});

describe('for any answers', () => {
  const silent = answersTo(corePack).map(answers => ({ ...answers, outcome: 'no-reply' }));
  const open = (answers: Readonly<Record<string, unknown>>): number | null => {
    const result = safeDiagnose(answers);
    return result.ok && result.value.silence ? result.value.silence.advance + result.value.silence.noToCome : null;
  };

  test('the three chances add to 1, and so do the causes', () => {
    fc.assert(fc.property(silent, answers => {
      const result = safeDiagnose(answers);
      const silence = result.ok ? result.value.silence : null;
      fc.pre(silence !== null);
      expect(silence.advance + silence.noToCome + silence.never).toBeCloseTo(1, 12);
      expect(silence.causes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    }), { numRuns: 200 });
  });

  test('longer silence never raises the chance that it is still open', () => {
    fc.assert(fc.property(silent, fc.nat(120), fc.nat(120), (answers, days, more) => {
      const undated = { ...answers, 'days-past-promise': null, 'promised-date': null, 'interview-date': null, 'timeline-given': 'not-said' };
      const [sooner, later] = [open({ ...undated, 'days-since-interview': days }), open({ ...undated, 'days-since-interview': days + more })];
      fc.pre(sooner !== null && later !== null);
      expect(later).toBeLessThanOrEqual(sooner + 1e-9);
    }), { numRuns: 200 });
  });

  test('a later promised day never lowers it', () => {
    fc.assert(fc.property(fc.integer({ min: -60, max: 60 }), fc.nat(60), fc.integer({ min: 1, max: 200 }), (past, later, since) => {
      const at = (days: number): number => open({ outcome: 'no-reply', 'days-since-interview': since, 'timeline-given': 'by-date', 'days-past-promise': days }) ?? Number.NaN;
      expect(at(past - later)).toBeGreaterThanOrEqual(at(past) - 1e-12);
    }));
  });
});
