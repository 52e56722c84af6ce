import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose, diagnoseHistory } from '../../src/api/diagnose.ts';
import type { FunnelCounts } from '../../src/answers/funnelCounts.ts';
import { coachSheet } from '../../src/report/coach/coachSheet.ts';

const TITLE = 'Where your search stops';

function textsOf(funnel: FunnelCounts): readonly string[] {
  const section = coachSheet(diagnose({ outcome: 'rejected' }, { funnel })).find(({ title }) => title === TITLE);
  return (section?.blocks ?? []).flatMap(block => (block.kind === 'text' ? [block.text] : block.kind === 'list' ? block.items : []));
}

describe('where a search stops', () => {
  test('is said with the figures, what it means, how it was held to several steps, and each step', () => {
    expect(textsOf({ sent: 210, screens: 19, 'first-interviews': 13, 'second-interviews': 0, offers: 0 })).toEqual([
      '13 first interviews and no second interview: with the usual rates that happens to about 1 in 100 people. This is where your search stands out, unless some of it is still open. Your own rate here is probably about 24 in 100, somewhere from 13 to 38.',
      'It stops at the first interview, and that is what the causes above are about.',
      'With 3 steps to look at, one may look odd by chance, so only what happens to fewer than 2 in 100 people counts here.',
      'From applications to first calls: 19 of 210, where about 3 in 100 is usual. As many as usual, or more.',
      'From first calls to first interviews: 13 of 19, where about 40 in 100 is usual. As many as usual, or more.',
      'From first interviews to second interviews: 0 of 13, where about 35 in 100 is usual. Unusually few.',
    ]);
  });

  test.each<[FunnelCounts, RegExp]>([
    [{ sent: 400, screens: 0 }, /this tool does not ask about that\. Show your CV and a letter to someone who hires in your field, or to a career service\.$/],
    [{ screens: 40, 'first-interviews': 2 }, /^It stops at the first call\./],
    [{ 'second-interviews': 14, offers: 0 }, /^It stops after the second interview, so your first ones work\./],
  ])('after %o has its own meaning, and nothing of several steps', (funnel, meaning) => {
    const [figures, second, ...steps] = textsOf(funnel);
    expect(figures).toMatch(/ people\. This is where your search stands out/);
    expect(second).toMatch(meaning);
    expect(steps).toHaveLength(1);
  });

  test('before any call the application is left to those who know about it', () => {
    expect(textsOf({ sent: 400, screens: 0 })[0]).toBe('400 applications and no first call: with the usual rates that happens to about 2 in 100 people. This is where your search stands out, unless some of it is still open. Your own rate here is probably less than 1 in 100.');
  });

  test('is not told from too few numbers', () => {
    expect(textsOf({ sent: 30, screens: 2, 'first-interviews': 1, 'second-interviews': 0 })).toEqual([
      'These numbers are too few to tell where your search stops.',
      'From applications to first calls: 2 of 30, where about 3 in 100 is usual. As many as usual, or more.',
      'From first calls to first interviews: 1 of 2, where about 40 in 100 is usual. Too few to tell.',
      'From first interviews to second interviews: 0 of 1, where about 35 in 100 is usual. Too few to tell.',
    ]);
  });

  test('is not told from one interview that went on, as neither none nor all of so few would be unusual', () => {
    expect(textsOf({ 'first-interviews': 1, 'second-interviews': 1 })).toEqual([
      'These numbers are too few to tell where your search stops.',
      'From first interviews to second interviews: 1 of 1, where about 35 in 100 is usual. Too few to tell.',
    ]);
    expect(textsOf({ 'first-interviews': 8, 'second-interviews': 4 })[0]).toMatch(/^No step stands out/);
  });

  test('is not told where it is only nearly unusual, and that is said', () => {
    expect(textsOf({ sent: 120, screens: 12, 'first-interviews': 8, 'second-interviews': 0 }).slice(0, 3)).toEqual([
      'These numbers are too few to tell where your search stops.',
      'Nearest to it come eight first interviews and no second interview, as happens to about 5 in 100 people with the usual rates.',
      'With 3 steps to look at, one may look odd by chance, so only what happens to fewer than 2 in 100 people counts here.',
    ]);
  });

  test('is nowhere, where as many go on as usual, or nearly', () => {
    expect(textsOf({ 'first-interviews': 30, 'second-interviews': 8 })).toEqual([
      'No step stands out: at none of them do unusually few get through.',
      'From first interviews to second interviews: 8 of 30, where about 35 in 100 is usual. Fewer, but not unusually few.',
    ]);
    expect(textsOf({ 'first-interviews': 12, 'second-interviews': 11 }).at(-1)).toMatch(/ Unusually many\.$/);
  });

  test('takes two stages in a row', () => {
    expect(textsOf({ sent: 50 })).toEqual(['These counts do not tell yet where your search stops: that takes two stages in a row, with a 0 where nothing came.']);
  });

  test('is not spoken of without counts', () => {
    expect(textsOf({})).toEqual([]);
  });

  test('comes after what several interviews say, and before what to send', () => {
    const titles = coachSheet(diagnose({ outcome: 'waiting', 'days-since-interview': 2 }, { funnel: { sent: 50, screens: 2 } })).map(({ title }) => title);
    expect(titles.slice(titles.indexOf(TITLE) - 1, titles.indexOf(TITLE) + 2)).toEqual(['How much of it would be yours', TITLE, 'What to send, and when']);
    const several = coachSheet(diagnoseHistory([{ outcome: 'rejected' }, { outcome: 'rejected' }], { funnel: { sent: 50, screens: 2 } })).map(({ title }) => title);
    expect(several[several.indexOf(TITLE) - 1]).toBe('What your 2 interviews say together');
  });

  test('has no step twice in its words, no number with a point and no word missing, whatever the counts', () => {
    const counts = fc.array(fc.nat(400), { minLength: 5, maxLength: 5 }).map(numbers => {
      const [sent = 0, screens = 0, first = 0, second = 0, offers = 0] = numbers.sort((a, b) => b - a);
      return { sent, screens, 'first-interviews': first, 'second-interviews': second, offers };
    });
    fc.assert(fc.property(counts, funnel => {
      const texts = textsOf(funnel);
      expect(texts.length).toBeGreaterThan(0);
      expect(new Set(texts).size).toBe(texts.length);
      for (const text of texts) expect(text).not.toMatch(/undefined|NaN|Infinity|\d\.\d|!| {2}/);
    }), { numRuns: 60 });
  });
});
