import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import type { Cause, Pack } from '../../src/pack/pack.ts';
import { adviceFor } from '../../src/report/advice.ts';
import { tinyPack } from '../tinyPack.ts';

const [late] = tinyPack.causes.filter(({ id }) => id === 'late');
const [own] = late?.fixes.filter(each => each.for === 'next') ?? [];

function shows(pack: Pack, cause: Cause | undefined): string | undefined {
  const [fix] = cause?.fixes.filter(each => each.for === 'next') ?? [];
  return cause && fix && adviceFor(pack, cause, fix, []).shows?.question;
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
    expect(late && fix && adviceFor(tinyPack, late, fix, []).rehearse).toBe('Look up the way.');
    expect(late && own && adviceFor(tinyPack, late, own, []).rehearse).toBeNull();
  });
});

test('a fix for now shows in no later answer', () => {
  const now = corePack.causes.flatMap(cause => cause.fixes.filter(fix => fix.for === 'now').map(fix => adviceFor(corePack, cause, fix, [])));
  expect(now.length).toBeGreaterThan(20);
  expect(now.filter(({ shows: shown, rehearse }) => shown !== null || rehearse !== null)).toEqual([]);
});

test('nearly every fix of the reader in the core pack shows in some answer', () => {
  const causes = corePack.causes.filter(({ control }) => control === 'you');
  expect(causes.filter(cause => shows(corePack, cause) === undefined).map(({ id }) => id)).toEqual([]);
});
