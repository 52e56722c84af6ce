import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import type { OpenedPage } from '../browser/chromium.ts';
import { testBrowser } from '../browser/testBrowser.ts';
import { TODAY } from './elementPage.ts';

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

const browser = testBrowser();

/** An application in React that keeps the answers itself, and one in Vue; both show what they heard. */
const applications = {
  React: `import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'afterview/element';
function App() {
  const [answers, setAnswers] = useState({});
  const [verdict, setVerdict] = useState('none');
  return h('div', null,
    h('after-view', { answers, short: true, locale: 'us', asOf: '${TODAY}', onanswer: event => setAnswers(event.detail.answers), ondiagnosis: event => setVerdict(event.detail.headline.verdict) }),
    h('p', { id: 'heard' }, JSON.stringify({ answers, verdict })));
}
createRoot(document.querySelector('main')).render(h(App));`,
  Vue: `import { createApp, h, ref } from 'vue';
import 'afterview/element';
createApp({ setup() {
  const [answers, verdict] = [ref({}), ref('none')];
  return () => h('div', [
    h('after-view', { answers: answers.value, short: true, locale: 'us', asOf: '${TODAY}', onAnswer: event => { answers.value = event.detail.answers; }, onDiagnosis: event => { verdict.value = event.detail.headline.verdict; } }),
    h('p', { id: 'heard' }, JSON.stringify({ answers: answers.value, verdict: verdict.value })),
  ]);
} }).mount('main');`,
} as const;

async function opened(application: string): Promise<OpenedPage> {
  const { outputFiles } = await build({
    stdin: { contents: application, resolveDir: '.' }, bundle: true, write: false, format: 'esm', minify: true,
    alias: { 'afterview/element': resolve('dist/element.js') },
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  });
  const origin = await browser.serve(path => {
    if (path === '/') return { type: 'text/html', body: '<!doctype html><html lang="en"><title>An application</title><main></main><script type="module" src="/app.js"></script></html>' };
    return path === '/app.js' ? { type: 'text/javascript', body: outputFiles[0]?.text ?? '' } : undefined;
  }, policy);
  return browser.visit(origin);
}

describe.each(Object.entries(applications))('in %s', (_framework, application) => {
  test('properties arrive, events are heard, and what is heard can be set again', async () => {
    const { page, complaints } = await opened(application);
    await page.getByLabel('They said no').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Back' }).waitFor();
    const heard = async (): Promise<unknown> => JSON.parse(await page.locator('#heard').innerText()) as unknown;
    expect(await heard()).toEqual({ answers: { outcome: 'rejected' }, verdict: 'none' });
    const given = await page.evaluate(() => {
      const { short, locale, asOf, answers } = document.querySelector('after-view') as unknown as Record<string, unknown>;
      return { short, locale, asOf, answers, attribute: document.querySelector('after-view')?.getAttribute('as-of') };
    });
    expect(given).toEqual({ short: true, locale: 'us', asOf: TODAY, answers: { outcome: 'rejected' }, attribute: TODAY });
    await page.evaluate(() => { (document.querySelector('after-view') as unknown as { showPage: () => void }).showPage(); });
    expect(await heard()).toMatchObject({ verdict: expect.not.stringMatching('none') as string });
    expect(complaints).toEqual([]);
  });
});

describe('the example', () => {
  test('runs as it stands under a strict policy, and hears what the element tells', async () => {
    const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };
    const origin = await browser.serve(path => {
      const type = types[extname(path)];
      return type !== undefined && /^\/(?:examples\/element|dist)\/\w+\.\w+$/.test(path) ? { type, body: readFileSync(`.${path}`, 'utf8') } : undefined;
    }, policy);
    const { page, complaints } = await browser.visit(`${origin}/examples/element/index.html`);
    await page.getByLabel('They said no').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Heard an answer to “outcome”.').waitFor();
    for (let count = 0; count < 40 && await page.getByRole('button', { name: 'Show me what you have' }).count() === 0; count += 1) await page.getByRole('button', { name: "I don't know", exact: true }).click();
    await page.getByRole('button', { name: 'Show me what you have' }).click();
    await page.getByText('Heard the diagnosis:').waitFor();
    expect(complaints).toEqual([]);
  });
});
