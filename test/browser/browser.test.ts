import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { diagnoseHistory } from '../../src/api/diagnose.ts';
import { openAnswersFile } from '../../src/api/openAnswersFile.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { toHtml } from '../../src/report/toHtml.ts';
import { timeline } from '../../src/api/timeline.ts';
import { coreNotes } from '../../src/core/coreNotes.ts';
import { timelineToHtml } from '../../src/report/toTimelineReport.ts';
import { toWorksheet } from '../../src/report/toWorksheet.ts';
import { worksheetKinds } from '../../src/report/worksheets/worksheetKinds.ts';
import type { Files, OpenedPage } from './chromium.ts';
import { testBrowser, type TestBrowser } from './testBrowser.ts';
import { violations } from './violations.ts';

/** As strict as can be for a page with one script of its own: nothing inline, no code out of text, nothing from elsewhere. */
const policy = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

const examples: ReadonlyMap<string, unknown> = new Map(readdirSync('examples/answers')
  .map(name => [name.replace('.json', ''), JSON.parse(readFileSync(join('examples/answers', name), 'utf8')) as unknown]));

/** What Node makes of an example. */
function diagnosed(file: unknown): Diagnosis {
  const { interviews, asOf, funnel } = openAnswersFile(file);
  return diagnoseHistory(interviews, { ...(asOf === undefined ? {} : { asOf }), ...(funnel === undefined ? {} : { funnel }) });
}

/** What the page does: the same with the library as it was built, handing the result to the test. */
const script = `import { openAnswersFile, safeDiagnoseHistory } from './dist/index.js';
globalThis.diagnosed = file => {
  const { interviews, asOf, funnel } = openAnswersFile(file);
  return JSON.stringify(safeDiagnoseHistory(interviews, { ...(asOf === undefined ? {} : { asOf }), ...(funnel === undefined ? {} : { funnel }) }).value);
};
globalThis.refused = () => JSON.stringify(safeDiagnoseHistory([{ outcome: 'rejcted' }]).problems);
document.title = 'ready';`;

const files: Files = path => {
  if (path === '/') return { type: 'text/html', body: '<!doctype html><html lang="en"><title>loading</title><script type="module" src="/page.js"></script></html>' };
  if (path === '/page.js') return { type: 'text/javascript', body: script };
  if (path === '/from-text') return { type: 'text/html', body: '<!doctype html><html lang="en"><title>loading</title><script src="/from-text.js"></script></html>' };
  if (path === '/from-text.js') return { type: 'text/javascript', body: "new Function('document.title = \"ready\"')();" };
  const [, name] = /^\/dist\/([\w-]+\.js)$/.exec(path) ?? [];
  return name === undefined ? undefined : { type: 'text/javascript', body: readFileSync(join('dist', name), 'utf8') };
};

const browser = testBrowser();

async function opened(served: Files, under: string, options: Parameters<TestBrowser['visit']>[1] = {}): Promise<OpenedPage & { readonly origin: string }> {
  const origin = await browser.serve(served, under);
  return { ...await browser.visit(origin, options), origin };
}

describe('the library in a browser, under a strict content security policy', () => {
  let here: OpenedPage & { readonly origin: string };

  beforeAll(async () => {
    here = await opened(files, policy);
    await here.page.waitForFunction("document.title === 'ready'");
  });

  test.each([...examples])('says of %s what it says in Node, to the byte', async (_name, file) => {
    const printed = await here.page.evaluate(of => (globalThis as unknown as { diagnosed: (file: unknown) => string }).diagnosed(of), file);
    expect(printed).toBe(JSON.stringify(diagnosed(file)));
  });

  test('tells problems, too', async () => {
    const problems = await here.page.evaluate(() => (globalThis as unknown as { refused: () => string }).refused());
    expect(problems).toContain('rejected');
  });

  test('breaks no policy, and asks for nothing but its own files', () => {
    expect(here.complaints).toEqual([]);
    expect(here.requests.filter(url => !url.startsWith(`${here.origin}/`))).toEqual([]);
    expect(here.requests.some(url => url.endsWith('/dist/index.js'))).toBe(true);
  });

  test('whereas code out of text is refused there, which shows that the policy holds', async () => {
    const { page, complaints } = await browser.visit(`${here.origin}/from-text`);
    expect(complaints.join(' ')).toMatch(/Content Security Policy/);
    expect(await page.title()).toBe('loading');
  });
});

/** Every kind of page that the library makes, by what it shows. */
const pages: ReadonlyMap<string, () => string> = new Map([
  ...['weak-research', 'ghosted', 'eight-first-interviews', 'funnel', 'nothing-wrong', 'waiting-three-days'].map(name => [name, () => toHtml(diagnosed(examples.get(name)))] as const),
  ...['late', 'eight-first-interviews', 'waiting-three-days'].map(name => [`${name} for a coach`, () => toHtml(diagnosed(examples.get(name)), { for: 'coach', notes: coreNotes })] as const),
  ['three interviews over time', () => timelineToHtml(timeline(['client-1', 'client-2', 'client-3'].map(name => diagnosed(examples.get(name)))))],
  ...worksheetKinds.map(kind => [`worksheet of ${kind}`, () => toWorksheet(kind, diagnosed(examples.get('late')), { format: 'html' })] as const),
]);

describe('the pages', () => {
  /** Styles stand in the page itself; nothing else is allowed. */
  const ofReport = "default-src 'none'; style-src 'unsafe-inline'";

  async function show(name: string, options: Parameters<TestBrowser['visit']>[1] = {}): Promise<OpenedPage> {
    return opened(path => (path === '/' ? { type: 'text/html; charset=utf-8', body: pages.get(name)?.() ?? '' } : undefined), ofReport, options);
  }

  test.each([...pages.keys()])('%s can be read by everyone, by day and by night', async name => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, complaints } = await show(name, { colorScheme, bypassCSP: true });
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    }
  });

  test.each([...pages.keys()])('%s needs nothing from elsewhere, and fits the narrowest screen', async name => {
    const { page, complaints, requests } = await show(name, { viewport: { width: 320, height: 640 } });
    expect(complaints).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.close();
  });

  test.each([...pages.keys()].filter(name => !/coach|over time/.test(name)))('%s is printed on one sheet of either size', async name => {
    const { page } = await show(name);
    for (const format of ['A4', 'Letter']) {
      const pdf = (await page.pdf({ format, preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    }
    await page.close();
  });
});
