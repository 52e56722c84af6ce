import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/api/compare.ts';
import { corePack } from '../../src/core/corePack.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Comparison } from '../../src/diagnosis/comparison.ts';
import { comparisonOutline, comparisonToMarkdown, comparisonToText } from '../../src/report/comparisonText.ts';
import { AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { tinyPack } from '../tinyPack.ts';
import { packSaying } from './packSaying.ts';

type Given = Readonly<Record<string, string | number | readonly string[]>>;

function compared(before: Given, after: Given, pack: Pack = tinyPack): Comparison {
  return compare(diagnose(before, { pack }), diagnose(after, { pack }));
}

const late = { outcome: 'rejected', attended: 'there', arrival: 'late', prepared: ['read-site'], 'questions-asked': 0 };
const better = { outcome: 'rejected', attended: 'there', arrival: 'on-time', prepared: ['read-site'] };
const comparison = compared(late, better);

function itemsOf(title: string, of: Comparison): readonly string[] {
  return comparisonOutline(of).filter(each => each.title === title).flatMap(({ blocks }) => blocks.flatMap(block => (block.kind === 'list' ? block.items : block.kind === 'text' ? [block.text] : [])));
}

describe('two interviews in words', () => {
  test('as text', () => {
    expect(comparisonToText(comparison)).toBe(`Both times it was a no. One more ending proves little, since luck and rivals
play a part in every one. What you did differently tells you more.
Outside your control:
  The earlier interview                 ████████░░░░░░░░░░░░ about 39 in 100
  The later one                         ███████████████░░░░░ about 73 in 100

What you set out to do
  - Done, going by your answers: If I have an interview, then I am at the door
    early. This was about “you came late”. You were there at the agreed time.
  - Your answers don't say: If I have an interview, then write down three
    questions. This was about “you asked nothing”.

What changed
  - You came late: certain the first time, ruled out the second. Its share went
    from about 36 in 100 to nothing.
  - You asked nothing: likely (55–80%) the first time, perhaps (20–45%) the
    second. Its share went from about 14 in 100 to about 9 in 100.

What to keep
  - You read their site.

What to try next
Nothing in your latest answers calls for a change. Prepare as you did.
`);
  });

  test('as Markdown', () => {
    expect(comparisonToMarkdown(comparison)).toBe(`# Two interviews, one after the other

Both times it was a no. One more ending proves little, since luck and rivals play a part in every one. What you did differently tells you more.

Outside your control:

| | |
|---|---|
| The earlier interview | about 39 in 100 |
| The later one | about 73 in 100 |

## What you set out to do

- Done, going by your answers: If I have an interview, then I am at the door early. This was about “you came late”. You were there at the agreed time.
- Your answers don't say: If I have an interview, then write down three questions. This was about “you asked nothing”.

## What changed

- You came late: certain the first time, ruled out the second. Its share went from about 36 in 100 to nothing.
- You asked nothing: likely (55–80%) the first time, perhaps (20–45%) the second. Its share went from about 14 in 100 to about 9 in 100.

## What to keep

- You read their site.

## What to try next

Nothing in your latest answers calls for a change. Prepare as you did.
`);
  });

  test.each([
    [{ outcome: 'rejected' }, { outcome: 'advanced' }, 'The earlier interview: it was a no. The later one: you got through to the next step.'],
    [{ outcome: 'no-reply' }, { outcome: 'cancelled' }, 'The earlier interview: you heard nothing back. The later one: it was called off.'],
    [{}, { outcome: 'waiting' }, "The earlier interview: you didn't say how it ended. The later one: you were still waiting to hear."],
    [{ outcome: 'advanced' }, { outcome: 'advanced' }, 'Both times you got through to the next step.'],
  ])('%j and %j: %s', (before, after, words) => {
    expect(comparisonToMarkdown(compared(before, after))).toContain(`\n${words} One more ending proves little`);
  });

  test('what lay outside is taken as a no where there was none', () => {
    expect(comparisonToText(comparison)).toContain('Outside your control:\n');
    for (const outcome of ['advanced', 'waiting', 'no-reply']) expect(comparisonToText(compared(late, { ...better, outcome }))).toContain('Outside your control, had each of them been a no:\n');
  });

  test('different rules are told', () => {
    const flagged = 'The two were weighed by different rules, and some of the figures differ for that reason alone.';
    expect(comparisonToMarkdown(comparison)).not.toContain(flagged);
    expect(comparisonToMarkdown({ ...comparison, samePack: false })).toContain(flagged);
  });

  test('the preparation is to be repeated only where it is known to have been good', () => {
    const unplanned = { outcome: 'rejected', attended: 'there', arrival: 'on-time' };
    expect(itemsOf('What to try next', compared(unplanned, unplanned))).toEqual(['Nothing in your latest answers calls for a change.']);
    expect(itemsOf('What to try next', compared(late, unplanned))).toEqual(['Nothing in your latest answers calls for a change.']);
    expect(itemsOf('What to try next', compared(better, better))).toEqual(['Nothing in your latest answers calls for a change. Prepare as you did.']);
  });

  test('what came of each part of the plan', () => {
    const missed = { outcome: 'rejected', attended: 'missed' };
    expect(itemsOf('What you set out to do', compared(missed, late))).toEqual(['Not needed this time, going by your answers: If I have an interview, then put it in the calendar. This was about “you were not there”. You were there.']);
    expect(itemsOf('What you set out to do', compared(missed, missed))).toEqual(['Still needed, going by your answers: If I have an interview, then put it in the calendar. This was about “you were not there”. You were not there.']);
  });
});

describe('what changed', () => {
  test('what is the same is said once', () => {
    const [change] = comparison.changes;
    if (!change) throw new Error('nothing changed');
    const moved = (before: [number, number], after: [number, number]): readonly string[] => itemsOf('What changed', {
      ...comparison, changes: [{ ...change, before: { supported: true, presence: before[0], share: before[1] }, after: { supported: true, presence: after[0], share: after[1] } }],
    });
    expect(moved([1, 0.1], [1, 0.2])).toEqual(['You came late: certain both times. Its share went from about 10 in 100 to about 20 in 100.']);
    expect(moved([0.81, 0.1], [0.9, 0.101])).toEqual(['You came late: very likely (80–95%) both times. Its share stays at about 10 in 100.']);
    expect(moved([0.1, 0.001], [1, 0.002])).toEqual(['You came late: probably not (5–20%) the first time, certain the second. Its share is small.']);
    expect(moved([0, 0], [1, 0.2])).toEqual(['You came late: ruled out the first time, certain the second. Its share went from nothing to about 20 in 100.']);
    expect(moved([0.5, 0.1], [0.51, 0.105])).toEqual(['Nothing in your answers changed much.']);
  });

  test('nothing of a part that is small both times, unless an answer settled it', () => {
    const [change] = comparison.changes;
    if (!change) throw new Error('nothing changed');
    const small = (before: number, after: number): readonly string[] => itemsOf('What changed', {
      ...comparison, changes: [{ ...change, before: { supported: true, presence: before, share: 0.009 }, after: { supported: false, presence: after, share: 0.002 } }],
    });
    expect(small(0.67, 0.5)).toEqual(['Nothing in your answers changed much.']);
    expect(small(1, 0.5)).toEqual(['You came late: certain the first time, as likely as not (45–55%) the second. Its share is small.']);
    expect(small(0.67, 0)).toEqual(['You came late: likely (55–80%) the first time, ruled out the second. Its share is small.']);
  });

  test('nothing of what no answer speaks for, and six lines at most', () => {
    expect(itemsOf('What changed', comparison).filter(line => line.includes('omeone else'))).toEqual([]);
    expect(itemsOf('What changed', { ...comparison, changes: Array.from({ length: 9 }, () => comparison.changes[0] as Comparison['changes'][number]) })).toHaveLength(6);
  });
});

describe('read aloud', () => {
  const pairs = fc.tuple(consistentAnswersTo(corePack), consistentAnswersTo(corePack)).map(([one, other]) =>
    compare(diagnose(one as object, { asOf: AS_OF }), diagnose(other as object, { asOf: AS_OF })));

  test('every sentence is whole, with no figure twice, no point in a number, and nobody shouting', () => {
    fc.assert(fc.property(pairs, each => {
      for (const { title, blocks } of comparisonOutline(each)) {
        for (const text of blocks.flatMap(block => (block.kind === 'text' ? [block.text] : block.kind === 'list' ? block.items : block.kind === 'plan' ? [block.text] : []))) {
          expect(text).toMatch(title === null ? /^[A-Z].*[.:]$/ : /^[A-Z].*[.?]$/);
          expect(text).not.toMatch(/!|\d\.\d| {2}|\.\.|undefined|null|NaN|from (.+) to \1\b|: (.+) the first time, \2 the second/);
        }
      }
    }), { numRuns: 60 });
  });

  test('lines fit the width', () => {
    fc.assert(fc.property(pairs, fc.constantFrom(40, 60, 80), (each, width) => {
      expect(Math.max(...comparisonToText(each, { width }).split('\n').map(line => line.length))).toBeLessThanOrEqual(width);
    }), { numRuns: 20 });
  });

  test('sections come in this order, with nothing empty', () => {
    fc.assert(fc.property(pairs, each => {
      const order = [null, 'What you set out to do', 'What changed', 'What to keep', 'What to try next'];
      const titles = comparisonOutline(each).map(({ title }) => title);
      expect(titles).toEqual(order.filter(title => titles.includes(title)));
      for (const { blocks } of comparisonOutline(each)) expect(blocks).not.toEqual([]);
    }), { numRuns: 20 });
  });

  test('texts of a pack steer neither the terminal nor the markup', () => {
    const nasty = compared(late, { ...late, arrival: 'on-time', 'questions-asked': 3 }, packSaying('a\u001b[2J <b>*b*'));
    expect(comparisonToText(nasty)).not.toMatch(/[^\P{C}\n]/u);
    expect(comparisonToMarkdown(nasty)).toContain('a\\[2J \\<b\\>\\*b\\*');
    expect(comparisonToText(comparison, { colour: true }).replaceAll(/\u001b\[\d+m/g, '')).toBe(comparisonToText(comparison));
  });
});
