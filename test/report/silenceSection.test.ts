import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/api/diagnose.ts';
import type { Diagnosis, SilenceReport } from '../../src/diagnosis/diagnosis.ts';
import { silenceSection } from '../../src/report/coach/silenceSection.ts';

const waiting = diagnose({ outcome: 'waiting', 'days-since-interview': 3 });
const silence = waiting.silence as SilenceReport;

function opening(change: Partial<SilenceReport>, asOf: string | null = null): string {
  const shown: Diagnosis = { ...waiting, asOf, silence: { ...silence, ...change } };
  const [first] = silenceSection(shown).blocks;
  return first?.kind === 'text' ? first.text : '';
}

describe('what a silence says', () => {
  test.each<[SilenceReport['verdict'], string]>([
    ['too-early', 'It is too early to read anything into it. This counts 3 days of silence.'],
    ['open', 'It is still open. Asking once is fair. This counts 3 days of silence.'],
    ['probably-over', 'It is probably over. One last message costs little; then let it rest. This counts 3 days of silence.'],
    ['over', 'It is over, as far as anyone can tell. You may let it go. This counts 3 days of silence.'],
  ])('%s: %s', (verdict, text) => {
    expect(opening({ verdict })).toBe(text);
  });

  test('counts the days since the interview or the day that was named, and says when nobody counted', () => {
    const counted = (change: Partial<SilenceReport>): string => opening({ verdict: 'open', ...change }).replace('It is still open. Asking once is fair. ', '');
    expect(counted({ days: 1 })).toBe('This counts 1 day of silence.');
    expect(counted({ assumed: true, days: 21 })).toBe('This counts 21 days of silence, as you did not say how many.');
    expect(counted({ clock: 'promised-day', days: 0 })).toBe('The day that they named has not passed.');
    expect(counted({ clock: 'promised-day', days: 1 })).toBe('It is 1 day past the day that they named.');
  });

  test('names the days to ask and to let go, the second alone once it has come', () => {
    const dates = { verdict: 'open', askFrom: '2026-11-20', letGoFrom: '2026-12-04' } as const;
    expect(opening(dates, '2026-11-19')).toMatch(/ Asking is fair from Friday, 20 November on, and Friday, 4 December is the day to let go\.$/);
    expect(opening(dates, '2026-12-04')).toMatch(/ The day to let go was Friday, 4 December\.$/);
    expect(opening({ ...dates, verdict: 'probably-over' }, '2026-11-25')).toMatch(/ Friday, 4 December is the day to let go\.$/);
    expect(opening(dates, '2026-11-25')).not.toContain('probably');
  });

  test('three bars, and at most three causes of one in twenty or more, each with what speaks for it', () => {
    const cause = (probability: number, because?: string): SilenceReport['causes'][number] => ({
      cause: 'it', title: `They were ${probability}`, why: '', probability, against: [],
      for: because === undefined ? [] : [{ cause: 'it', speaks: 'for', because, answers: [] }],
    });
    const [, bars, , list] = silenceSection({ ...waiting, silence: { ...silence, causes: [cause(0.6, 'You said so.'), cause(0.3), cause(0.049), cause(0.04)] } }).blocks;
    expect(bars?.kind === 'bars' && bars.bars.map(({ value }) => value)).toEqual([silence.advance, silence.noToCome, silence.never]);
    expect(list).toEqual({ kind: 'list', items: ['About 60 in 100: they were 0.6. You said so.', 'About 30 in 100: they were 0.3.'] });
    expect(silenceSection({ ...waiting, silence: { ...silence, causes: [cause(0.01)] } }).blocks).toHaveLength(2);
  });

  test('nothing, once something was heard', () => {
    expect(silenceSection(diagnose({ outcome: 'rejected' })).blocks).toEqual([]);
  });
});
