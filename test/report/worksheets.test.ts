import { readdirSync, readFileSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose, diagnoseHistory } from '../../src/api/diagnose.ts';
import { openAnswersFile } from '../../src/api/openAnswersFile.ts';
import { DiagnosisError } from '../../src/base/errors.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { loadPack } from '../../src/node.ts';
import { wordsIn } from '../../src/report/candidate/candidateSheet.ts';
import { safeToWorksheet, toWorksheet } from '../../src/report/toWorksheet.ts';
import { askingPool } from '../../src/report/worksheets/askingPool.ts';
import { type WorksheetKind, worksheetKinds } from '../../src/report/worksheets/worksheetKinds.ts';
import { launchChromium } from '../browser/chromium.ts';
import { gradeOf } from '../rules/grade.ts';

const MOST_WORDS = 300;
const HIGHEST_GRADE = 8;

function exampleOf(name: string): Diagnosis {
  const { interviews, asOf, funnel } = openAnswersFile(JSON.parse(readFileSync(`examples/answers/${name}.json`, 'utf8')));
  return diagnoseHistory(interviews, { ...(asOf === undefined ? {} : { asOf }), ...(funnel === undefined ? {} : { funnel }) });
}

const examples = readdirSync('examples/answers').map(file => file.replace('.json', '')).map(name => [name, exampleOf(name)] as const);

/** Answers to which every sheet has most to say. */
const full = diagnose({
  outcome: 'waiting', 'interview-date': '2026-11-20', 'timeline-given': 'not-said', interviewers: 'panel', 'stated-reason': ['experience', 'undecided'], 'requirements-missing': 2,
  prepared: ['wrote-questions'], emphasis: 'something-else', 'hard-questions': ['examples', 'trade', 'lead', 'history'], 'stories-told': 0, 'answer-length': 'cut-off', conduct: ['kept-back'],
  'company-question': 'could-not', 'industry-question': 'could-not', 'motive-question': 'any-job', 'name-used': 'wrong', 'questions-asked': 0, terms: ['pay', 'place', 'hours', 'start', 'permit', 'asked-first'],
  'insider-signs': ['named-insider'], 'employer-news': ['freeze'], test: 'half-solved', 'test-conditions': ['unannounced'], 'told-next': ['next-round'], references: 'doubtful', checks: ['dismissal'],
}, { asOf: '2026-11-22' });
const empty = diagnose({ outcome: 'rejected' });

/** Words of a page, tags and style left out. */
function wordsOfHtml(html: string): readonly string[] {
  const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  const text = html.replace(/<head>[\s\S]*<\/head>/, '').replaceAll(/<\/?mark>/g, '').replaceAll(/<[^>]*>/g, ' ').replaceAll(/&(?:amp|lt|gt|quot|#39);/g, entity => entities[entity] ?? entity);
  return text.trim().split(/\s+/);
}

/** The same of Markdown. */
function wordsOfMarkdown(markdown: string): readonly string[] {
  const text = markdown.replaceAll(/^[|-]+$/gm, '').replaceAll(/^(?:#+|>|-) /gm, '').replaceAll('**', '').replaceAll(/(?<!\\)\|/g, ' ').replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
  return text.trim().split(/\s+/);
}

/** Texts of a sheet, a cell, an item or a paragraph each. */
function textsOf(markdown: string): readonly string[] {
  return markdown.split(/\n|(?<!\\)\|/).map(text => wordsOfMarkdown(text).join(' ')).filter(text => text !== '');
}

/** What the answers show of a cause, in the words of the pack. */
function shownOf(diagnosis: Diagnosis, cause: string): string {
  return diagnosis.explanations.find(each => each.cause === cause)?.for[0]?.because ?? 'nothing is shown';
}

function allSheets(diagnosis: Diagnosis): readonly (readonly [WorksheetKind, string])[] {
  return worksheetKinds.map(kind => [kind, toWorksheet(kind, diagnosis)]);
}

describe.each(worksheetKinds)('the worksheet “%s”', kind => {
  test('has one heading for the page, and a few hundred words at most, whatever the answers', () => {
    for (const [name, diagnosis] of [...examples, ['full', full], ['empty', empty]] as const) {
      const markdown = toWorksheet(kind, diagnosis);
      expect(markdown.match(/^# /gm), name).toHaveLength(1);
      expect(wordsIn(wordsOfMarkdown(markdown).join(' ')), name).toBeLessThanOrEqual(MOST_WORDS);
    }
  });

  test('says the same in both formats', () => {
    for (const [name, diagnosis] of [...examples, ['full', full], ['empty', empty]] as const) {
      expect(wordsOfHtml(toWorksheet(kind, diagnosis, { format: 'html' })), name).toEqual(wordsOfMarkdown(toWorksheet(kind, diagnosis)));
    }
  });

  test('has cells to write in', () => {
    expect(toWorksheet(kind, empty, { format: 'html' }).match(/<td><\/td>/g)?.length).toBeGreaterThanOrEqual(4);
    expect(toWorksheet(kind, empty)).toContain(' |  |');
  });

  test('is read with ease, and says it calmly', () => {
    for (const diagnosis of [full, empty]) {
      const texts = textsOf(toWorksheet(kind, diagnosis));
      expect(gradeOf(texts)).toBeLessThanOrEqual(HIGHEST_GRADE);
      expect(texts.filter(text => /!|—|\butili[sz]e|\bleverage|\bpassion/i.test(text))).toEqual([]);
    }
  });

  test('is made for any pack', () => {
    const { pack } = loadPack('examples/own-pack');
    const audition = diagnose({ outcome: 'rejected', 'excerpts-stopped': 2, 'pulse-check': 'several', seat: 'nobody' }, { pack });
    expect(safeToWorksheet(kind, audition)).toMatchObject({ ok: true });
    expect(wordsIn(toWorksheet(kind, audition))).toBeLessThanOrEqual(MOST_WORDS);
  });

  test('gives the same bytes for the same diagnosis, and the same in both ways', () => {
    expect(safeToWorksheet(kind, full, { format: 'html' })).toEqual({ ok: true, value: toWorksheet(kind, full, { format: 'html' }) });
    expect(toWorksheet(kind, full)).toBe(toWorksheet(kind, full));
  });
});

describe('what is known stands in it', () => {
  test('stories: rows for what was thin, before the points of the advert', () => {
    const sheet = toWorksheet('stories', full);
    expect(sheet).toContain(`## What your answers show\n\n- ${shownOf(full, 'no-stories')}\n`);
    expect(sheet).toMatch(/\n\| What they asked for and hardly heard about last time \| {2}\| {2}\| {2}\| {2}\|\n\| A must-have they may miss[^\n]*\n\| A conflict, or a hard day at work [^\n]*\n\| Point 1 of the advert [^\n]*\n\| Point 2 [^\n]*\n\| Point 3 [^\n]*\n\n/);
    expect(sheet).toContain('Some of your answers ran long.');
    expect(sheet).toContain('Leave out names and figures that are secret.');
    expect(toWorksheet('stories', empty).match(/\n\| Point \d of the advert/g)).toHaveLength(5);
    expect(toWorksheet('stories', empty)).not.toContain('## What your answers show');
  });

  test('stories: answers of a sentence are said once, and called to be longer', () => {
    const nervous = exampleOf('nervous');
    const sheet = toWorksheet('stories', nervous);
    expect(sheet).toContain(shownOf(nervous, 'no-stories'));
    expect(sheet).not.toContain(`${shownOf(nervous, 'unprepared-answers')}\n`);
    expect(sheet).toContain('- Give each story three sentences at least.\n');
  });

  test('questions: ten, those first that the answers call for', () => {
    expect(askingPool.reduce((sum, { asked }) => sum + asked, 0)).toBe(10);
    for (const [name, diagnosis] of [...examples, ['full', full]] as const) expect(toWorksheet('questions', diagnosis).match(/^\| \d+\\\. /gm), name).toHaveLength(10);
    const sheet = toWorksheet('questions', full);
    for (const asked of ['Where does the team work in a normal week', 'What are the hours like', 'Has the money for this job been approved', 'What could someone from outside bring', 'Which part of my experience', 'by which day do you hope to decide', 'Will there be a test or a task']) {
      expect(sheet).toContain(asked);
    }
    expect(sheet).toContain(`## What your answers show\n\n- ${shownOf(full, 'no-questions')}\n`);
    expect(toWorksheet('questions', empty)).not.toMatch(/money|outside|test or a task|permit/);
  });

  test('questions: none is about pay or holidays', () => {
    expect(askingPool.flatMap(({ pool }) => pool).filter(({ ask }) => /\b(?:pay|paid|salary|holidays?|perks|bonus)\b/i.test(ask))).toEqual([]);
    expect(toWorksheet('questions', full)).toContain('Last time you raised pay, holidays or perks first. This time, wait until they do.');
  });

  test('research: what was not prepared comes before anything to find out', () => {
    const sheet = toWorksheet('research', exampleOf('weak-research'));
    expect(sheet).toMatch(/## What was missing last time\n\n- [^#]*- Not done last time: reading their website; reading news about them; looking up the people you met\.\n\n## Five facts/);
    expect(sheet).toContain('| What they make or do, and for whom (missing last time) |');
    expect(sheet).toContain('| A reason that no other employer could give you (missing last time) |');
    expect(toWorksheet('research', exampleOf('nothing-wrong'))).not.toContain('missing last time');
  });

  test('research: a place without rivals is compared with its like', () => {
    expect(toWorksheet('research', diagnose({ outcome: 'rejected', 'employer-kind': 'public' }))).toContain('Two places like it');
  });

  test('references: the weak point is named to the reader only, and what was wrong with a reference', () => {
    const late = exampleOf('late');
    const weak = (late.explanations.find(({ cause }) => cause === 'late')?.title ?? '').replace(/^Y/, 'y');
    const [own, sent] = toWorksheet('references', late).split('## For them: send this part') as [string, string];
    expect(own).toContain(`Your answers point to this: ${weak}. You need not mention it.`);
    expect(sent).not.toContain(weak);
    expect(sent).toContain('Am I on time, and do I keep to what was agreed?');
    const reference = exampleOf('a-reference');
    expect(toWorksheet('references', reference)).toContain(`- ${shownOf(reference, 'weak-references')}\n`);
    expect(toWorksheet('references', exampleOf('ghosted'))).toContain('- Your answers point to no weak point of yours.');
    expect(toWorksheet('references', full)).toContain('- Why did I leave?');
  });

  test('references: a pack of its own names its weak point, too', () => {
    const audition = diagnose({ outcome: 'rejected', 'pulse-check': 'several' }, { pack: loadPack('examples/own-pack').pack });
    expect(toWorksheet('references', audition)).toContain('Your answers point to this: the pulse did not hold in the excerpts.');
  });

  test('note: the message that is due, with a line for each gap', () => {
    const waiting = exampleOf('waiting-three-days');
    const sheet = toWorksheet('note', waiting);
    expect(sheet).toMatch(/^# Your note\n\n\*\*Today, Sunday, 22 November, send this[^*]*:\*\*\n\n> Thank you again/);
    expect(waiting.plan.message?.blanks.length).toBeGreaterThan(0);
    for (const { says } of waiting.plan.message?.blanks ?? []) expect(sheet).toMatch(new RegExp(`\n\\| ${says} \\|  \\|`, 'i'));
    expect(toWorksheet('note', waiting, { format: 'html' })).toContain('<mark>[something they told you about the work]</mark>');
  });

  test.each([['waiting-three-days', false], ['late', true], ['silence-after-the-date', true], ['ghosted', false]])('note: what makes a good note is told beside the message of %s', (name, later) => {
    const sheet = toWorksheet('note', exampleOf(name));
    for (const rule of [/within a day, by e-mail or on paper/, /one thing they said|something they said/i, /one thing you bring/i, /spelling of every name/, /definite day for a call/]) expect(sheet).toMatch(rule);
    expect(sheet.includes('## Your next thank-you note')).toBe(later);
  });

  test('note: where nothing is due there is one for next time', () => {
    expect(exampleOf('ghosted').plan.message).toBeNull();
    expect(toWorksheet('note', exampleOf('ghosted'))).toContain('Nothing is due to this employer now. Here is a note for your next interview.');
  });

  test('what a coach struck out is left out', () => {
    const late = exampleOf('late');
    const without = (cause: string): Diagnosis['coach'] => ({ struck: [{ cause, title: 'It' }], added: [], theory: null, agreed: [] });
    const weak = (late.explanations.find(({ cause }) => cause === 'late')?.title ?? '').replace(/^Y/, 'y');
    expect([late, { ...late, coach: without('late') }].map(each => toWorksheet('references', each).includes(weak))).toEqual([true, false]);
    const shown = shownOf(full, 'no-stories');
    expect([full, { ...full, coach: without('no-stories') }].map(each => toWorksheet('stories', each).includes(shown))).toEqual([true, false]);
  });

  test('answers of another kind than those of the core pack say nothing', () => {
    const odd = { ...empty, answers: { prepared: ['yoga'], 'requirements-missing': 'many', terms: 3, constructor: 'x' } } as unknown as Diagnosis;
    expect(allSheets(odd)).toEqual(allSheets(empty));
  });
});

describe('in American English', () => {
  test('there are ads and resumes', () => {
    expect(toWorksheet('stories', full, { english: 'us' })).toContain('# Stories for the points of the ad\n');
    for (const kind of worksheetKinds) expect(toWorksheet(kind, full, { english: 'us' })).not.toMatch(/\badvert\b|\bholidays\b|\bCV\b/);
    expect(toWorksheet('stories', full, { english: 'us', format: 'html' })).toContain('<html lang="en-US">');
  });
});

describe('hostile texts of a pack', () => {
  const piece = fc.constantFrom('*', '**', '`', '[a](b)', '![a](b)', '<b>', '</td>', '</main>', '<script>alert(1)</script>', '<!--', '&amp;', '"', "'", '# ', '- ', '1. ', '> ', '|', '---', '\\', '\n', '\n\n', '\t', 'a', '\u202e', '\u001b[31m', ' onload=x ');
  const nasty = fc.array(piece, { minLength: 1, maxLength: 8 }).map(pieces => pieces.join(''));
  const saying = (text: string): Diagnosis => ({
    ...full,
    explanations: full.explanations.map(each => ({ ...each, title: text, for: each.for.map(finding => ({ ...finding, because: text })) })),
    plan: { ...full.plan, message: { occasion: 'thank-you', date: null, inDays: 0, parts: [{ place: 'thanks', fix: null, text: [text, { blank: 'it' }] }], blanks: [{ id: 'it', says: text }] } },
  });
  const tags = (html: string): readonly string[] => (html.match(/<[^>]*>/g) ?? []).filter(tag => !/^<\/?mark>$/.test(tag));
  const markup = (markdown: string): string => markdown.replaceAll(/\\[!-/:-@[-`{-~]/g, '').replaceAll(/[^*_`[\]<>|#~\n]/g, '');

  test('become no tag and no markup', () => {
    for (const kind of worksheetKinds) {
      const plain = [tags(toWorksheet(kind, saying('plain'), { format: 'html' })), markup(toWorksheet(kind, saying('plain')))];
      fc.assert(fc.property(nasty, text => {
        const hostile = saying(text);
        expect([tags(toWorksheet(kind, hostile, { format: 'html' })), markup(toWorksheet(kind, hostile))]).toEqual(plain);
        expect(toWorksheet(kind, hostile, { format: 'html' })).not.toMatch(/[^\P{C}\n]/u);
      }), { numRuns: 100, seed: 81 });
    }
  });

  test('are no tag as a title, either', () => {
    const html = toWorksheet('note', full, { format: 'html', title: '</title><script>1</script>' });
    expect(html).not.toContain('<script');
    expect(html).toContain('<title>&lt;/title&gt;&lt;script&gt;1&lt;/script&gt;</title>');
    expect(toWorksheet('note', full, { title: '*Mine*' })).toMatch(/^# \\\*Mine\\\*\n/);
  });
});

describe('what cannot be is told', () => {
  test.each([
    ['another worksheet', 'storys', {}, { code: 'wrong-kind', message: '“storys” is no worksheet', hint: 'did you mean “stories”?', path: ['kind'] }],
    ['no name', 7, {}, { code: 'wrong-kind', message: '7 is no worksheet', hint: 'one of: stories, questions, research, references, note', path: ['kind'] }],
    ['another option', 'note', { formt: 'md' }, { code: 'unknown-key', hint: 'did you mean “format”?', path: ['formt'] }],
    ['another format', 'note', { format: 'pdf' }, { code: 'wrong-kind', message: '“format” takes md or html, not “pdf”', path: ['format'] }],
    ['another English', 'note', { english: 'au' }, { code: 'wrong-kind', message: '“english” takes uk or us, not “au”', path: ['english'] }],
    ['an empty title', 'note', { title: ' ' }, { code: 'wrong-kind', path: ['title'] }],
    ['no language', 'note', { format: 'html', language: '"><b>' }, { code: 'wrong-kind', path: ['language'] }],
    ['a language of Markdown', 'note', { language: 'en' }, { code: 'unknown-key', message: '“language” has no meaning in Markdown', path: ['language'] }],
    ['options that are none', 'note', null, { code: 'not-an-object' }],
  ])('%s', (_what, kind, options, problem) => {
    expect(safeToWorksheet(kind, full, options)).toMatchObject({ ok: false, problems: [problem] });
    expect(() => toWorksheet(kind as 'note', full, options as object)).toThrow(DiagnosisError);
  });

  test('all at once', () => {
    expect(safeToWorksheet('x', 'y', { z: 1, format: 2 })).toMatchObject({ ok: false, problems: [{ path: ['kind'] }, { code: 'not-an-object' }, { path: ['z'] }, { path: ['format'] }] });
  });

  test('a diagnosis that is none, another one, or broken', () => {
    expect(safeToWorksheet('note', { outcome: 'rejected' })).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind' }] });
    expect(safeToWorksheet('note', { ...full, version: 1 })).toMatchObject({ ok: false, problems: [{ code: 'unsupported-format' }] });
    expect(safeToWorksheet('stories', { ...full, explanations: {} })).toMatchObject({ ok: false, problems: [{ code: 'wrong-shape' }] });
  });

  test('an option that is undefined is not given', () => {
    expect(safeToWorksheet('note', full, { format: undefined, title: undefined, language: undefined, english: undefined })).toEqual(safeToWorksheet('note', full));
  });
});

describe('the page', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
  });
  afterAll(async () => { await browser.close(); });

  const sheets = [...examples.filter(([name]) => ['weak-research', 'nervous', 'waiting-three-days', 'a-reference'].includes(name)), ['full', full] as const, ['empty', empty] as const];

  test.each(sheets)('of %s is one page on paper of either size, with handwriting in every empty cell', async (_name, diagnosis) => {
    for (const kind of worksheetKinds) {
      await page.setContent(toWorksheet(kind, diagnosis, { format: 'html' }));
      for (const format of ['A4', 'Letter']) {
        const pdf = await page.pdf({ format, preferCSSPageSize: true });
        expect([kind, format, pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length]).toEqual([kind, format, 1]);
      }
      await page.emulateMedia({ media: 'print' });
      const lowest = await page.evaluate<number>("Math.min(...[...document.querySelectorAll('td:empty')].map(cell => cell.getBoundingClientRect().height))");
      await page.emulateMedia({ media: null });
      expect(lowest).toBeGreaterThan(38); // pixels, of which an inch has 96: 10 mm
    }
  });

  test.each(worksheetKinds)('“%s” has no fault that axe sees, and no way for its parts to run or to call', async kind => {
    const html = toWorksheet(kind, full, { format: 'html' });
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref=|\son\w+=|https?:|url\(|@import/i);
    expect(html.match(/<h[1-6]/g)?.slice(0, 2)).toEqual(['<h1', '<h2']);
    expect(html.match(/<th(?: colspan="\d")?>/g)).toBeNull();
    await page.setContent(html);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>("axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })");
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: where }) => where).join(' ')}`)).toEqual([]);
  });

  test.each(worksheetKinds)('“%s” fits a phone', async kind => {
    const phone = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await phone.setContent(toWorksheet(kind, full, { format: 'html' }));
    expect(await phone.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await phone.close();
  });
});
