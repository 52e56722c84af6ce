import { describe, expect, test } from 'vitest';
import { type CoreAnswers, corePack } from '../../src/core/corePack.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import type { Cause, Pack } from '../../src/pack/pack.ts';
import { adviceFor } from '../../src/diagnosis/advice.ts';
import { tinyPack } from '../tinyPack.ts';

const unanswered = { answers: [], columns: [] };

const [late] = tinyPack.causes.filter(({ id }) => id === 'late');
const [own] = late?.fixes.filter(each => each.for === 'next') ?? [];

function shows(pack: Pack, cause: Cause | undefined): string | undefined {
  const [fix] = cause?.fixes.filter(each => each.for === 'next') ?? [];
  return cause && fix && adviceFor(pack, cause, fix, unanswered).shows?.question;
}

describe('a fix for next time', () => {
  test('shows in the answer that tells most strongly of something done well', () => {
    expect(shows(tinyPack, late)).toBe('arrival');
    const weaker = late && { ...late, signs: late.signs.map(sign => (sign.speaks === 'rules out' ? { ...sign, speaks: 'slightly for' as const, keep: false } : sign)) };
    expect(shows(tinyPack, weaker)).toBeUndefined();
  });

  test('shows in what was done well and in nothing else, however strongly that speaks', () => {
    const signs = late && [
      { when: { test: 'chosen', question: 3, options: [0] }, speaks: 'rules out', because: 'It was not so.', keep: false },
      { when: { test: 'chosen', question: 1, options: [0] }, speaks: 'slightly against', because: 'You did well.', keep: true },
    ] as const;
    expect(shows(tinyPack, late && signs && { ...late, signs })).toBe(tinyPack.questions[1]?.id);
    expect(shows(tinyPack, late && signs && { ...late, signs: [signs[0]] })).toBeUndefined();
  });

  test('says how to rehearse it where its author did', () => {
    const fix = own && { ...own, rehearse: 'Look up the way.' };
    expect(late && fix && adviceFor(tinyPack, late, fix, unanswered).rehearse).toBe('Look up the way.');
    expect(late && own && adviceFor(tinyPack, late, own, unanswered).rehearse).toBeNull();
  });
});

describe('what is offered now fits what happened', () => {
  const nowFor = (answers: CoreAnswers): Readonly<Record<string, string | null>> =>
    Object.fromEntries(diagnose(answers).explanations.flatMap(({ fixes }) => fixes).filter(fix => fix.for === 'now').map(({ id, say }) => [id, say]));

  test('nothing is to be owned up to once they said yes, nor after a week; after a no a late arrival is, and a phone is not', () => {
    for (const [slip, fix, afterNo] of [[{ arrival: 'late' }, 'own-the-lateness', true], [{ conduct: ['phone-used'] }, 'own-the-phone', false]] as const) {
      const offered = (outcome: CoreAnswers['outcome'], days = 2): boolean => fix in nowFor({ ...slip, outcome, 'days-since-interview': days });
      expect([fix, offered('waiting'), offered('advanced'), offered('cancelled'), offered('rejected')]).toEqual([fix, true, false, false, afterNo]);
      expect([fix, offered('waiting', 8), offered('rejected', 8)]).toEqual([fix, false, false]);
    }
  });

  test.each([
    [1, "I'm sorry that I kept you waiting for a minute at the start. "],
    [12, "I'm sorry that I kept you waiting for 12 minutes at the start. "],
    [undefined, "I'm sorry that I kept you waiting at the start. "],
  ])('%s minutes late: %s', (minutes, words) => {
    const said = nowFor({ outcome: 'waiting', 'days-since-interview': 2, arrival: 'late', ...(minutes === undefined ? {} : { 'minutes-late': minutes }) })['own-the-lateness'];
    expect(said?.startsWith(`${words}I should have allowed more time`)).toBe(true);
  });

  test('a post is missed only where it is gone, a copy is ordered only where there is one, a missed time is owned only by who missed it', () => {
    const offered = (fix: string, answers: CoreAnswers): boolean => fix in nowFor(answers);
    expect([
      offered('ask-to-be-remembered-for-the-post', { outcome: 'cancelled' }),
      offered('ask-to-be-remembered-for-the-post', { outcome: 'rejected', 'stated-reason': ['role-changed'] }),
      offered('ask-to-be-remembered-for-the-post', { outcome: 'rejected', 'employer-news': ['freeze'] }),
    ]).toEqual([true, true, false]);
    expect([
      offered('ask-for-your-copy', { outcome: 'rejected', 'stated-reason': ['check'] }),
      offered('ask-for-your-copy', { outcome: 'rejected', 'stated-reason': ['check'], checks: ['licence'] }),
    ]).toEqual([true, false]);
    expect((['missed', 'moved-by-me'] as const).map(attended => offered('own-the-missed-time', { outcome: 'waiting', attended, 'missed-why': 'own-slip' }))).toEqual([true, false]);
  });

  test('nobody gives thanks for a talk that was not held', () => {
    for (const attended of ['missed', 'they-did-not-come'] as const) {
      for (const outcome of ['waiting', 'no-reply', 'rejected', 'cancelled'] as const) {
        const { explanations } = diagnose({ outcome, attended, 'days-since-interview': 3 });
        const said = explanations.flatMap(({ fixes }) => fixes).filter(fix => fix.for === 'now').map(({ say }) => say ?? '');
        expect(said.filter(words => /\bour talk\b|talk with me|good talk|time (?:that )?you (?:took|gave)/.test(words))).toEqual([]);
      }
    }
  });
});

test('a time that fell through on their side is not the reader’s to change', () => {
  for (const rebooked of ['unknown', 'offered-at-once', 'asked-vaguely'] as const) {
    const { explanations, headline } = diagnose({ outcome: 'rejected', attended: 'missed', 'missed-why': 'their-side', rebooked });
    expect([explanations[0]?.cause, headline.verdict]).toEqual(['employer-mistake', 'mostly-them']);
  }
  const left = diagnose({ outcome: 'rejected', attended: 'missed', 'missed-why': 'their-side', rebooked: 'nothing' }).explanations.find(({ cause }) => cause === 'missed-interview');
  expect(left?.for.map(({ because }) => because)).toEqual(['The slip was theirs, and for a day or more nobody asked for another time.']);
});

test('a fix for now shows in no later answer', () => {
  const now = corePack.causes.flatMap(cause => cause.fixes.filter(fix => fix.for === 'now').map(fix => adviceFor(corePack, cause, fix, unanswered)));
  expect(now.length).toBeGreaterThan(20);
  expect(now.filter(({ shows: shown, rehearse }) => shown !== null || rehearse !== null)).toEqual([]);
});

test('nearly every fix of the reader in the core pack shows in some answer', () => {
  const causes = corePack.causes.filter(({ control }) => control === 'you');
  expect(causes.filter(cause => shows(corePack, cause) === undefined).map(({ id }) => id)).toEqual([]);
});
