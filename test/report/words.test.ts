import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandOf, bandText, inHundred } from '../../src/diagnosis/band.ts';
import { corePack } from '../../src/core/corePack.ts';
import { safeDiagnoseHistory } from '../../src/api/diagnose.ts';
import { formatProblems } from '../../src/base/problem.ts';
import { readAnswersFile } from '../../src/answers/answersFile.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { coachSheet } from '../../src/report/coach/coachSheet.ts';
import { namedIn } from '../../src/report/candidate/likelySection.ts';
import { candidateSheet } from '../../src/report/candidate/candidateSheet.ts';
import type { Section } from '../../src/report/section.ts';
import { foregroundOf } from '../../src/report/coach/causesSection.ts';
import { columnsOf } from '../../src/base/columns.ts';
import { printable, wrap } from '../../src/report/format/wrap.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe('a probability in words', () => {
  test.each([
    [0, 'almost certainly not (0–5%)'],
    [0.0499, 'almost certainly not (0–5%)'],
    [0.05, 'probably not (5–20%)'],
    [0.2, 'perhaps (20–45%)'],
    [0.45, 'as likely as not (45–55%)'],
    [0.5499, 'as likely as not (45–55%)'],
    [0.55, 'likely (55–80%)'],
    [0.8, 'very likely (80–95%)'],
    [0.95, 'almost certainly (95–100%)'],
    [1, 'almost certainly (95–100%)'],
  ])('%d is %s', (number, words) => {
    expect(bandText(bandOf(number))).toBe(words);
  });

  test('lies in the range that the words stand for', () => {
    fc.assert(fc.property(probability, number => {
      const { from, to } = bandOf(number);
      expect(number >= from && (number < to || number === 1)).toBe(true);
    }), { numRuns: 1000, seed: 51 });
  });

  test('never gets weaker words than a smaller one', () => {
    fc.assert(fc.property(probability, probability, (a, b) => {
      expect(bandOf(Math.min(a, b)).from).toBeLessThanOrEqual(bandOf(Math.max(a, b)).from);
    }), { numRuns: 1000, seed: 52 });
  });
});

describe('a probability in a hundred', () => {
  test.each([
    [0, 'about 0 in 100'],
    [Number.MIN_VALUE, 'less than 1 in 100'],
    [0.00499, 'less than 1 in 100'],
    [0.005, 'about 1 in 100'],
    [0.244, 'about 24 in 100'],
    [0.245, 'about 25 in 100'],
    [0.99499, 'about 99 in 100'],
    [0.995, 'more than 99 in 100'],
    [1 - 1e-15, 'more than 99 in 100'],
    [1, 'about 100 in 100'],
  ])('%d is %s', (number, words) => {
    expect(inHundred(number)).toBe(words);
  });

  test('is never none and never all of them, unless it is', () => {
    fc.assert(fc.property(fc.oneof(probability, fc.double({ min: 0, max: 0.01, noNaN: true }), fc.double({ min: 0.99, max: 1, noNaN: true })), number => {
      expect(/about 0 /.test(inHundred(number))).toBe(number === 0);
      expect(/about 100 /.test(inHundred(number))).toBe(number === 1);
    }), { numRuns: 1000, seed: 53 });
  });
});

describe('the columns that a text takes', () => {
  test.each([
    ['late', 4], ['', 0], ['é', 1], ['e\u0301', 1], ['面接', 4], ['면접', 4], ['🙂', 2], ['👩🏽‍💻', 2], ['🇩🇪', 2], ['“so”', 4], ['█░', 2], ['ﾒﾝ', 2],
  ])('“%s” takes %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

describe('a text is broken at its spaces', () => {
  test.each<[string, number, string, readonly string[]]>([
    ['one two three', 9, '', ['one two', 'three']],
    ['one two three', 13, '', ['one two three']],
    ['one two three', 12, '', ['one two', 'three']],
    ['one two three', 10, ' - ', [' - one two', '   three']],
    ['面接 面接 面接', 9, '', ['面接 面接', '面接']],
    ['a considerably long word', 10, '', ['a', 'considerably', 'long word']],
    ['considerably', 10, '> ', ['> considerably']],
    ['', 10, '> ', ['> ']],
  ])('“%s” in %i columns after “%s”', (text, width, first, lines) => {
    expect(wrap(text, width, first)).toEqual(lines);
  });

  test('no line is wider than asked for, no line is empty, and no word is lost', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '面', '🙂'), minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 30 });
    fc.assert(fc.property(words, fc.integer({ min: 14, max: 100 }), fc.constantFrom('', '  - ', ' 12. '), (list, width, first) => {
      const lines = wrap(list.join(' '), width, first);
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(width);
      expect(lines.map(line => line.slice(first.length)).join(' ')).toBe(list.join(' '));
      lines.slice(1).forEach((line, index) => {
        expect(columnsOf(lines[index] ?? '') + 1 + columnsOf(line.trim().split(' ')[0] ?? '')).toBeGreaterThan(width); // it had to be broken
      });
    }), { numRuns: 500, seed: 54 });
  });
});

describe('what could steer a terminal or turn a line round is taken out', () => {
  test.each([
    ['escape codes', '\u001b[31mred\u001b[0m', '[31mred[0m'],
    ['one-byte escape codes', '\u009b31mred', '31mred'],
    ['bells, backspaces and deletes', 'a\u0007b\u0008c\u007fd', 'abcd'],
    ['nothing at all', 'a\u0000b', 'ab'],
    ['direction marks', '\u200e\u200f\u061ca\u202ab\u202bc\u202cd\u202de\u202ef\u2066g\u2067h\u2068i\u2069j', 'abcdefghij'],
    ['what takes no room', 'a\u200bb\u2060c', 'abc'],
    ['line ends and tabs, which become blanks', 'a\r\nb\tc\u2028d\u0085e', 'a b c de'],
    ['blanks at the ends', '  a b \n', 'a b'],
    ['a hidden sign before a blank', '\u200b a', 'a'],
  ])('%s', (_what, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('and nothing else', () => {
    const text = 'Ça va? „Ja“ – 面接 🙂 <b>&amp; *so* | 100% \\';
    expect(printable(text)).toBe(text);
  });
});

describe.each(readdirSync('examples/answers'))('the report of %s', file => {
  const diagnosis = diagnosisOf(file);
  const sections = coachSheet(diagnosis);
  const titles = sections.map(({ title }) => title);
  const texts = textsIn(sections);
  const page = textsIn(candidateSheet(diagnosis));

  test('calls nothing most likely whose part is below a fifth', () => {
    const first = diagnosis.explanations.find(({ supported }) => supported)?.share ?? 0;
    if (titles.includes('What most likely lay behind it')) expect(first).toBeGreaterThanOrEqual(0.195);
    const [named] = namedIn(diagnosis);
    if (candidateSheet(diagnosis).some(({ title }) => title === 'Most likely')) expect(named?.share).toBeGreaterThanOrEqual(0.195);
  });

  test('asks only what happened, and orders nobody to choose all', () => {
    expect([...texts, ...page].filter(text => /Is it there\?|Choose all/.test(text))).toEqual([]);
  });

  test('opens no sentence with a small figure', () => {
    expect([...texts, ...page].filter(text => /(?:^|[.?] )(?:\d|1[0-2])(?!\d) /.test(text))).toEqual([]);
  });

  test('tells a rough share once, below its bar', () => {
    const rough = foregroundOf(diagnosis).filter(({ shareRange }) => shareRange && Math.round(shareRange[1] * 100) - Math.round(shareRange[0] * 100) >= 2);
    expect(rough.filter(({ share }) => texts.some(text => text.includes(`Its part is ${inHundred(share)}`)))).toEqual([]);
  });

  test('has one order for one message', () => {
    if (diagnosis.schedule.length === 0) return;
    expect(page.filter(text => /send this(?:, with the gaps filled)?:$/.test(text)).length).toBe(diagnosis.plan.message === null ? 0 : 1);
    const now = sections.find(({ title }) => title === 'With this employer')?.blocks ?? [];
    now.forEach((block, index) => {
      if (block.kind === 'plan' && block.say !== null) expect(now[index - 1]).toEqual({ kind: 'text', text: 'These words can go into the next message above:' });
    });
  });

  test('names the cause of each plan above it, in full or in its own line, and calls none of them merely possible', () => {
    const shown = foregroundOf(diagnosis).map(({ cause }) => cause);
    const silent = texts.find(text => text.includes('speaks for or against the')) ?? '';
    for (const { cause } of [diagnosis.plan.main, ...diagnosis.plan.also].filter(fix => fix !== null)) {
      const title = diagnosis.explanations.find(each => each.cause === cause)?.title ?? '?';
      const named = `For “${title.charAt(0).toLowerCase()}${title.slice(1)}”, which your `;
      expect(texts.some(text => text.startsWith(named))).toBe(!shown.includes(cause));
      expect(silent.toLowerCase()).not.toContain(title.toLowerCase());
    }
  });

  test('lets a plan show only where something was done well', () => {
    for (const { cause, shows } of [diagnosis.plan.main, ...diagnosis.plan.also].filter(fix => fix !== null)) {
      const kept = corePack.causes.find(({ id }) => id === cause)?.signs.filter(({ keep }) => keep) ?? [];
      expect(shows === null).toBe(kept.length === 0);
    }
  });
});

/** All that is said in words, but for the words to send or say. */
function textsIn(sections: readonly Section[]): readonly string[] {
  return sections.flatMap(({ blocks }) => blocks).flatMap(block => {
    switch (block.kind) {
      case 'text': case 'plan': return [block.text];
      case 'reason': return [block.title, block.text];
      case 'message': return [block.lead];
      case 'list': return block.items;
      case 'cause': return block.lines.map(({ text }) => text);
      default: return [];
    }
  });
}

function diagnosisOf(file: string): Diagnosis {
  const opened = readAnswersFile(JSON.parse(readFileSync(`examples/answers/${file}`, 'utf8')), corePack);
  const result = opened.ok ? safeDiagnoseHistory(opened.value.interviews, opened.value) : opened;
  if (!result.ok) throw new Error(formatProblems(result.problems));
  return result.value;
}
