import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose, diagnoseHistory } from '../../src/api/diagnose.ts';
import type { Diagnosis, Pattern } from '../../src/diagnosis/diagnosis.ts';
import { inHundred } from '../../src/diagnosis/band.ts';
import { coachSheet } from '../../src/report/coach/coachSheet.ts';
import type { Block } from '../../src/report/section.ts';
import { patternSection } from '../../src/report/coach/patternSection.ts';
import { toMarkdown } from '../../src/report/toMarkdown.ts';
import { toText } from '../../src/report/toText.ts';
import { AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { arbitraryPlannedPack } from '../plan/plannedPack.ts';

const no = diagnose({ outcome: 'rejected' });
const pattern: Pattern = {
  interviews: 4, failures: 4, history: [], lasting: 0.6, lastingAtFirst: 0.4, standing: 0.1, recurring: [], causes: [],
  next: { advance: 0.2, lastingAfterNo: 0.65, lastingAfterYes: 0.45 },
};

function saying(change: Partial<Pattern>): readonly string[] {
  const shown: Diagnosis = { ...no, pattern: { ...pattern, ...change }, plan: { ...no.plan, chance: { asItStands: 0.21, withPlan: 0.3 } } };
  return textsIn(patternSection(shown).blocks);
}

/** What stands below the line of time. */
function textsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(block => (block.kind === 'text' ? [block.text] : []));
}

const cause = (id: string, presenceAtFirst: number, presence: number): Pattern['causes'][number] => ({ cause: id, title: `You were ${id}`, presence, presenceAtFirst });

describe('what several interviews say together', () => {
  test('is not there for one', () => {
    expect(patternSection(no)).toEqual({ title: null, blocks: [] });
    expect(toText(no, { for: 'coach' })).not.toContain('say together');
  });

  test('begins with the interviews on a line of time, the oldest first', () => {
    const history = [{ date: '2026-05-06', outcome: 'rejected', stage: 'first-interview' }, { date: null, outcome: 'advanced', stage: null }, { date: null, outcome: 'no-reply', stage: 'later' }];
    const [line] = patternSection({ ...no, pattern: { ...pattern, history } }).blocks;
    expect(line?.kind === 'timeline' && line.points.map(({ ended }) => ended)).toEqual(['no', 'yes', 'open']);
    expect(line?.kind === 'timeline' && line.points.map(({ label }) => label)).toEqual(['First interview, a no.', 'On to the next step.', 'Second interview or later, no answer.']);
    expect(line?.kind === 'timeline' && line.points[0]?.when).toMatch(/6 May/);
  });

  test('a pattern, once what lasts has gained a tenth', () => {
    expect(saying({})).toEqual([
      'Of the latest no, about 60 in 100 is down to things that may still be there at the next interview, up from about 40 in 100 for that interview alone. Hearing no four times makes a pattern more likely, and a pattern is something that you can work on.',
      'One more interview would tell a good deal more: if it goes on, the part that may last would be about 45 in 100, and if not, about 65 in 100.',
      'You get through the next interview in about 21 of 100 cases, if these figures hold for you.',
    ]);
  });

  test.each([[1, 'One no is no pattern: don\'t take it for one.'], [2, 'Hearing no twice is no pattern: don\'t take it for one.']])('%i of them: %s', (failures, words) => {
    expect(saying({ interviews: 3, failures, lasting: 0.42 })[0]).toBe(`Of the latest no, about 42 in 100 is down to things that may still be there at the next interview; from that interview alone it would be about 40 in 100. ${words}`);
  });

  test('a single no is none either, however much the answers about other interviews add', () => {
    expect(saying({ interviews: 3, failures: 1 })[0]).toBe('Of the latest no, about 60 in 100 is down to things that may still be there at the next interview, up from about 40 in 100 for that interview alone, as your answers about the others point the same way. One no is no pattern: don\'t take it for one.');
  });

  test('something that was not asked about is named where it is a third of what lasts, with what helps', () => {
    expect(saying({ standing: 0.19 }).filter(text => text.includes('second pair of eyes'))).toEqual([]);
    expect(saying({ standing: 0.2 }).filter(text => text.includes('second pair of eyes'))).toHaveLength(1);
  });

  test('the causes that gained, three at most, and none that lost', () => {
    const causes = [cause('late', 0.1, 0.5), cause('rude', 0.2, 0.4), cause('silent', 0.3, 0.36), cause('loud', 0.3, 0.35), cause('calm', 0.6, 0.2)];
    expect(saying({ causes })[1]).toBe('Your interviews together make more likely: you were late (from about 10 in 100 to about 50 in 100); you were rude (from about 20 in 100 to about 40 in 100); you were silent (from about 30 in 100 to about 36 in 100).');
    expect(saying({ causes: [cause('calm', 0.6, 0.2), cause('still', 0.3, 0.34)] })).toHaveLength(3);
  });

  test('the chance is said once beside the figures: by the plan, where there is one', () => {
    const goesOn = (diagnosis: Diagnosis): number => coachSheet(diagnosis).flatMap(({ blocks }) => blocks).filter(block => block.kind === 'text' && block.text.includes(inHundred(diagnosis.plan.chance.asItStands).replace(/ in 100$/, ''))).length;
    const late = diagnoseHistory(Array.from({ length: 3 }, () => ({ outcome: 'rejected', arrival: 'late' } as const)));
    const planless: Diagnosis = { ...late, plan: { ...late.plan, main: null, also: [] } };
    expect([late.plan.main === null, goesOn(late)]).toEqual([false, 1]);
    expect(goesOn(planless)).toBe(1);
  });

  test('what one more interview would tell, in one sentence', () => {
    const telling = (lastingAfterYes: number, lastingAfterNo: number): string | undefined => saying({ next: { advance: 0.2, lastingAfterNo, lastingAfterYes } })[1];
    expect(telling(0.55, 0.62)).toBe('One more interview would tell a little more: if it goes on, the part that may last would be about 55 in 100, and if not, about 62 in 100.');
    expect(telling(0.6, 0.601)).toBe('One more interview would tell little more: the part that may last would be about 60 in 100, however it ends.');
  });

  test.each([[12, 'twelve times'], [13, '13 times'], [3, 'three times']])('%i are %s', (failures, words) => {
    expect(saying({ interviews: 20, failures })[0]).toContain(`. Hearing no ${words} makes a pattern more likely`);
  });
});

describe("on the coach's sheet", () => {
  const eight = diagnoseHistory(Array.from({ length: 8 }, () => ({ outcome: 'rejected' } as const)));

  test('it stands under its title in text and in Markdown, in the same words', () => {
    const [inText, inMarkdown] = [toText(eight, { for: 'coach' }), toMarkdown(eight, { for: 'coach' })];
    expect(inText).toMatch(/\nWhat your 8 interviews say together\n(?: {2}○ .+\n){8}Of the latest no, about /);
    expect(inMarkdown).toMatch(/\n## What your 8 interviews say together\n\n(?:- .+\n){8}\nOf the latest no, about /);
    const words = (text: string): string => text.replaceAll(/\\(.)/g, '$1').replaceAll(/\s+/g, ' ');
    for (const text of textsIn(patternSection(eight).blocks)) {
      expect(words(inText)).toContain(text);
      expect(words(inMarkdown)).toContain(text);
    }
  });

  test('it stands before the causes where most interviews have one in common, and below whose they were where not', () => {
    const titlesOf = (diagnosis: Diagnosis): readonly (string | null)[] => coachSheet(diagnosis).map(({ title }) => title);
    const recurring = [{ cause: 'late', title: 'You arrived late', control: 'you', interviews: 6 }] as const;
    const leading = titlesOf({ ...eight, pattern: { ...pattern, interviews: 8, failures: 8, recurring } });
    expect([leading[1], titlesOf(eight)[1]]).toEqual(['What your 8 interviews say together', 'What is always possible']);
    const titles = titlesOf(eight);
    expect(titles[titles.indexOf('What your 8 interviews say together') - 1]).toBe('How much of it was yours');
  });

  test('it is whole sentences with figures that are some, whatever the interviews', () => {
    const histories = arbitraryPlannedPack().chain(pack => fc.array(consistentAnswersTo(pack), { minLength: 2, maxLength: 5 }).map(interviews => diagnoseHistory(interviews, { pack, asOf: AS_OF })));
    fc.assert(fc.property(histories, diagnosis => {
      const { lasting, lastingAtFirst, standing, next } = diagnosis.pattern ?? pattern;
      for (const figure of [lasting, lastingAtFirst, standing, ...Object.values(next)]) expect(figure >= 0 && figure <= 1 + 1e-9).toBe(true);
      for (const text of textsIn(patternSection(diagnosis).blocks)) {
        expect(text).toMatch(/^[A-Z].*[.]$/);
        expect(text).not.toMatch(/!|\d\.\d| {2}|undefined|NaN|\b1 times/);
      }
    }), { numRuns: 150, endOnFailure: true });
  });
});
