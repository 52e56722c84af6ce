import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeDiagnoseHistory } from '../../src/api/diagnose.ts';
import { openAnswersFile } from '../../src/api/openAnswersFile.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import { formatProblems } from '../../src/base/problem.ts';
import { coreNotes } from '../../src/core/coreNotes.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { inEnglish, sectionsIn } from '../../src/report/english.ts';
import type { Section } from '../../src/report/section.ts';
import { toHtml } from '../../src/report/toHtml.ts';
import { toMarkdown } from '../../src/report/toMarkdown.ts';
import { toText } from '../../src/report/toText.ts';

const readers = ['candidate', 'coach'] as const;

function exampleOf(file: string): Diagnosis {
  const opened = openAnswersFile(JSON.parse(readFileSync(`examples/answers/${file}`, 'utf8')) as object);
  const result = safeDiagnoseHistory(opened.interviews, { ...(opened.asOf !== undefined && { asOf: opened.asOf }), ...(opened.funnel && { funnel: opened.funnel }), ...(opened.coach && { coach: opened.coach }) });
  if (!result.ok) throw new Error(formatProblems(result.problems));
  return result.value;
}

const examples = readdirSync('examples/answers').map(file => [file, exampleOf(file)] as const);

describe('a text', () => {
  test('is as it stands in British English', () => {
    fc.assert(fc.property(fc.string(), text => {
      expect(inEnglish(text, 'uk')).toBe(text);
    }));
    expect(inEnglish('Organise your CV.', 'uk')).toBe('Organise your CV.');
  });

  test.each([
    ['Organise your CV, and practise.', 'Organize your resume, and practice.'],
    ["They read two CVs. Adverts don't say; an advert's text does.", "They read two resumes. Ads don't say; an ad's text does."],
    ['“Holiday” and holidays', '“Vacation” and vacations'],
    ['CV', 'resume'],
    ['a re-organised programme', 'a re-organized program'],
  ])('“%s” is “%s” in American English', (british, american) => {
    expect(inEnglish(british, 'us')).toBe(american);
  });

  test.each([
    ['words that only hold one of them', 'advertise, advertised, colourless, practised-ish? favourite, CVX, mobiles'],
    ['what stands on the prototype of all objects', 'constructor toString __proto__ hasOwnProperty'],
    ['figures and signs', '39 in 100 – “so”, 面接 🙂 <b>&amp;'],
  ])('keeps %s', (_what, text) => {
    expect(inEnglish(text.replace('practised-ish? ', ''), 'us')).toBe(text.replace('practised-ish? ', ''));
  });

  test('that is American already stays as it is', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('CV', 'advert', 'Advert', 'practise', 'holiday', 'queue', 'licence', 'so', 'towards', 'Cheque'), { minLength: 1 }).map(words => words.join(' ')), text => {
      const american = inEnglish(text, 'us');
      expect(inEnglish(american, 'us')).toBe(american);
    }));
  });
});

describe('sections', () => {
  const sections: readonly Section[] = [
    {
      title: 'Your CV', blocks: [
        { kind: 'text', text: 'Practise.' },
        { kind: 'reason', title: 'The advert.', text: 'Your behaviour.' },
        { kind: 'cause', title: 'The advert', share: 0.5, lines: [{ mark: 'for', text: 'Your CV.' }, { mark: null, text: 'A programme.' }], why: 'They recognise it.' },
        { kind: 'list', items: ['Practise.', 'Your CV.'] },
        { kind: 'bars', bars: [{ label: 'Your behaviour', value: 0.25 }] },
        { kind: 'split', parts: [{ label: 'Your behaviour', value: 0.25 }] },
        { kind: 'plan', text: 'Practise.', say: 'My CV is here.' },
        { kind: 'message', lead: 'Today, with your CV:', text: 'See my [cv-and-advert] CV.', blanks: [{ id: 'your-cv-and-the-programme', says: 'the programme' }] },
        { kind: 'timeline', points: [{ when: 'in a fortnight', label: 'Your CV', ended: 'open' }] },
      ],
    },
    { title: null, blocks: [] },
  ];

  test('are themselves in British English', () => {
    expect(sectionsIn(sections, 'uk')).toBe(sections);
  });

  test('have every text in American English, and no kind, mark, figure or id changed', () => {
    expect(sectionsIn(sections, 'us')).toEqual([
      {
        title: 'Your resume', blocks: [
          { kind: 'text', text: 'Practice.' },
          { kind: 'reason', title: 'The ad.', text: 'Your behavior.' },
          { kind: 'cause', title: 'The ad', share: 0.5, lines: [{ mark: 'for', text: 'Your resume.' }, { mark: null, text: 'A program.' }], why: 'They recognize it.' },
          { kind: 'list', items: ['Practice.', 'Your resume.'] },
          { kind: 'bars', bars: [{ label: 'Your behavior', value: 0.25 }] },
          { kind: 'split', parts: [{ label: 'Your behavior', value: 0.25 }] },
          { kind: 'plan', text: 'Practice.', say: 'My resume is here.' },
          { kind: 'message', lead: 'Today, with your resume:', text: 'See my [cv-and-ad] resume.', blanks: [{ id: 'your-cv-and-the-programme', says: 'the program' }] },
          { kind: 'timeline', points: [{ when: 'in two weeks', label: 'Your resume', ended: 'open' }] },
        ],
      },
      { title: null, blocks: [] },
    ]);
  });

  test('change nothing in what they are given', () => {
    const before = JSON.stringify(sections);
    sectionsIn(sections, 'us');
    expect(JSON.stringify(sections)).toBe(before);
  });
});

describe('a report', () => {
  test.each(examples)('of %s holds no British word of the table once it is American', (_file, diagnosis) => {
    for (const reader of readers) {
      for (const format of [toText, toMarkdown]) {
        const american = format({ ...diagnosis, coach: null }, { for: reader, english: 'us', notes: coreNotes });
        expect(inEnglish(american, 'us')).toBe(american);
      }
    }
  });

  test('is British unless asked for, and some examples hold words of the table', () => {
    for (const [, diagnosis] of examples) for (const reader of readers) expect(toText(diagnosis, { for: reader, english: 'uk' })).toBe(toText(diagnosis, { for: reader }));
    expect(examples.filter(([, diagnosis]) => inEnglish(toText(diagnosis, { for: 'coach' }), 'us') !== toText(diagnosis, { for: 'coach' })).length).toBeGreaterThan(0);
  });

  test('keeps what a client and their coach said as they said it', () => {
    const theory = 'I practised my CV too little, and they want someone who can organise a programme.';
    const agreed = 'Practise the advert by heart.';
    const diagnosis = diagnose({ outcome: 'rejected' }, { coach: { theory, agreed: [agreed] } });
    for (const reader of readers) {
      for (const format of [toText, toMarkdown, toHtml]) {
        const words = format(diagnosis, { for: reader, english: 'us' }).replaceAll(/\s+/g, ' ');
        expect(words).toContain(theory);
        expect(words).toContain(agreed);
      }
    }
  });

  test('keeps words that only look like one: the style and the classes of a page', () => {
    const plain = (html: string): string => html.replaceAll(/>[^<]*</g, '><').replaceAll(/(lang|aria-label)="[^"]*"/g, '$1');
    const late = diagnose({ outcome: 'rejected', arrival: 'late' });
    expect(plain(toHtml(late, { english: 'us' }))).toBe(plain(toHtml(late)));
  });
});
