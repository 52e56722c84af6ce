import { describe, expect, test } from 'vitest';
import { coreNotes } from '../../src/core/coreNotes.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import { DiagnosisError } from '../../src/base/errors.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { candidateSheet, wordsIn } from '../../src/report/candidate/candidateSheet.ts';
import { sectionsToText } from '../../src/report/format/text.ts';
import { coachSheet } from '../../src/report/coach/coachSheet.ts';
import { toHtml } from '../../src/report/toHtml.ts';
import { toMarkdown } from '../../src/report/toMarkdown.ts';
import { toText } from '../../src/report/toText.ts';
import { tinyNotes } from '../tinyPack.ts';

const late = diagnose({ outcome: 'rejected', arrival: 'late', 'thank-you': 'none' });
const TITLE = 'What this is based on';
const section = coachSheet(late, coreNotes).find(({ title }) => title === TITLE);

/** What is said of the cause of coming late. */
function saidOf(notes: typeof coreNotes): string {
  const [list] = coachSheet(late, notes).find(({ title }) => title === TITLE)?.blocks ?? [];
  return list?.kind === 'list' ? list.items.find(item => item.startsWith('You arrived late: ')) ?? '' : '';
}

/** The same notes, in which the cause of coming late is based on these. */
function withLate(from: readonly string[], claims: readonly string[]): typeof coreNotes {
  return { ...coreNotes, causes: { ...coreNotes.causes, late: { claims, baseRate: { from, when: [] } } } };
}

describe('what a diagnosis is based on', () => {
  test('is every source of the figures of a cause, and no other', () => {
    expect(saidOf(withLate(['talview', 'judgement', 'harris-2024'], []))).toMatch(/^You arrived late: [^,]+ \(2024\), [^,]+\.$/);
    expect(saidOf(withLate(['judgement'], []))).toBe('');
  });

  test('counts the articles that claim what a cause says', () => {
    const articles = coreNotes.sources.filter(({ claims }) => claims.some(({ id }) => id === 'A10')).map(({ title }) => title);
    expect(articles.length).toBeGreaterThan(0);
    for (const title of articles) expect(saidOf(withLate(['judgement'], ['A10']))).toContain(`“${title}”`);
  });

  test('is told below the report for each cause in the foreground: who found it, and when', () => {
    const [list, note] = section?.blocks ?? [];
    const items = list?.kind === 'list' ? list.items : [];
    expect(items[0]).toMatch(/^You arrived late: [A-Z][^;]+ \(20\d\d\), .+, and \d+ more\.$/);
    expect(items.join(' ')).not.toContain(', via ');
    expect(note).toMatchObject({ kind: 'text', text: expect.stringContaining('judgement') as string });
  });

  test('is not told where no answer speaks for anything', () => {
    expect(coachSheet(diagnose({ outcome: 'rejected' }), coreNotes).map(({ title }) => title)).not.toContain(TITLE);
  });

  test('is told in every format to coaches who pass the notes, and not to others', () => {
    for (const format of [toText, toMarkdown, toHtml]) {
      expect(format(late, { for: 'coach', notes: coreNotes })).toContain(TITLE);
      expect(format(late, { for: 'coach' })).not.toContain(TITLE);
      expect(format(late, { for: 'coach', notes: undefined })).toBe(format(late, { for: 'coach' }));
      expect(format(late)).not.toContain(TITLE);
    }
  });

  test("is told in short on the candidate's page, where there is room: of the cause that is named first, two sources at most and how many more", () => {
    const brief: Diagnosis = { ...late, beliefs: [], plan: { ...late.plan, message: null } };
    const words = (text: string): string => text.replaceAll(/\\(.)/g, '$1').replaceAll(/\s+/g, ' ');
    for (const format of [toText, toMarkdown, toHtml]) {
      expect(words(format(brief, { notes: coreNotes }))).toMatch(/ Based on [A-Z][^.]+ \(20\d\d\), [^,]+ \(20\d\d\), and \d+ more\./);
      expect(words(format(brief, { notes: withLate(['judgement'], []) }))).not.toContain('Based on');
      expect(format(brief)).not.toContain('Based on');
      expect(format(brief, { notes: undefined })).toBe(format(brief));
    }
    expect(toText(diagnose({ outcome: 'rejected' }), { notes: coreNotes })).not.toContain('Based on');
  });

  test('never costs the page anything else: where there is no room for it, it is left out', () => {
    const text = (length: number): readonly string[] => [Array.from({ length }, () => 'word').join(' ')];
    for (const length of [20, 60, 80, 90, 100, 110, 120, 140]) {
      const full: Diagnosis = { ...late, plan: { ...late.plan, message: { occasion: 'after-a-no', date: null, inDays: 0, blanks: [], parts: [{ place: 'thanks', fix: null, text: text(length) }] } } };
      const [plain, sourced] = [candidateSheet(full), candidateSheet(full, '', coreNotes)];
      expect(sourced.slice(0, -1)).toEqual(plain.slice(0, -1));
      if (wordsIn(sectionsToText(plain)) > 210) expect(sourced).toEqual(plain);
    }
  });

  test('cannot be told with the notes of another pack', () => {
    const message = 'these notes are about “tiny” 1.2.3, and the diagnosis was made with “core” 0.1.0';
    for (const format of [toText, toMarkdown, toHtml]) {
      for (const reader of ['candidate', 'coach'] as const) {
        expect(() => format(late, { for: reader, notes: tinyNotes })).toThrow(DiagnosisError);
        expect(() => format(late, { for: reader, notes: tinyNotes })).toThrow(message);
      }
    }
  });
});
