import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { build, type InlineConfig, type Plugin, type Rollup } from 'vite';
import { describe, expect, test, vi } from 'vitest';
import type { OpenedPage } from '../browser/chromium.ts';
import { testBrowser } from '../browser/testBrowser.ts';
import { violations } from '../browser/violations.ts';
import { TODAY } from './elementPage.ts';

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

const browser = testBrowser();

/** What was built, by its path. */
async function built(options: InlineConfig): Promise<Readonly<Record<string, string>>> {
  vi.stubEnv('NODE_ENV', 'production'); // as when it is built outside of tests
  const output = await build({
    ...options, logLevel: 'silent', resolve: { alias: { 'afterview/element': resolve('dist/element.js') } }, build: { write: false, modulePreload: false },
  }) as Rollup.RollupOutput;
  vi.unstubAllEnvs();
  return Object.fromEntries(output.output.map(file => [`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source)]));
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

async function opened(files: Readonly<Record<string, string>>): Promise<OpenedPage> {
  const origin = await browser.serve(path => {
    const name = path === '/' ? '/index.html' : path;
    const body = files[name];
    return body === undefined ? undefined : { type: types[extname(name)] ?? 'text/plain', body };
  }, policy);
  return browser.visit(origin);
}

test('in React, the example keeps the answers of two clients apart, and hears the verdict', async () => {
  const { page, complaints } = await opened(await built({ root: 'examples/react' }));
  await page.getByLabel('They said no').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Client 1: 1 answered.').waitFor();
  await page.getByRole('button', { name: 'Client 2' }).click();
  await page.getByText('Client 2: 0 answered.').waitFor();
  expect(await page.getByLabel('They said no').isChecked()).toBe(false);
  await page.getByRole('button', { name: 'Client 1' }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  expect(await page.getByLabel('They said no').isChecked()).toBe(true);
  await page.evaluate(() => { (document.querySelector('after-view') as unknown as { showPage: () => void }).showPage(); });
  await page.getByText(/^Client 1: 1 answered, \w+/).waitFor();
  expect(complaints).toEqual([]);
});

/** An application in Vue that keeps the answers itself, and shows what it heard. */
const inVue = `import { createApp, h, ref } from 'vue';
import 'afterview/element';
createApp({ setup() {
  const [answers, verdict] = [ref({}), ref('none')];
  return () => h('div', [
    h('after-view', { answers: answers.value, short: true, locale: 'us', asOf: '${TODAY}', onAnswer: event => { answers.value = event.detail.answers; }, onDiagnosis: event => { verdict.value = event.detail.headline.verdict; } }),
    h('p', { id: 'heard' }, JSON.stringify({ answers: answers.value, verdict: verdict.value })),
  ]);
} }).mount('main');`;

const vueFlags = { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' };

/** A module and a page around it that exist in memory only. */
function inMemory(code: string): Plugin {
  const page = resolve('index.html');
  return {
    name: 'in-memory',
    resolveId: id => (id === page || id === '/application.js' ? id : null),
    load: id => ({ [page]: '<!doctype html><html lang="en"><title>An application</title><main></main><script type="module" src="/application.js"></script></html>', '/application.js': code })[id] ?? null,
  };
}

test('in Vue, properties arrive, events are heard, and what is heard can be set again', async () => {
  const { page, complaints } = await opened(await built({ configFile: false, define: vueFlags, plugins: [inMemory(inVue)] }));
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

describe('the example', () => {
  test('runs as it stands under a strict policy, and hears what the element tells', async () => {
    const origin = await browser.serve(path => {
      const type = types[extname(path)];
      return type !== undefined && /^\/(?:examples\/element|dist)\/\w+\.\w+$/.test(path) ? { type, body: readFileSync(`.${path}`, 'utf8') } : undefined;
    }, policy);
    const { page, complaints } = await browser.visit(`${origin}/examples/element/index.html`, { reducedMotion: 'reduce' });
    expect(await page.locator('#code').innerText()).toMatch(/<after-view short><\/after-view>$/);
    await page.getByLabel('American words').check();
    await page.getByLabel('keep nothing in the browser').check();
    expect(await page.locator('#code').innerText()).toMatch(/<after-view short locale="us" remember="off"><\/after-view>$/);
    await page.getByLabel('They said no').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Heard an answer to “outcome”.').waitFor();
    for (let count = 0; count < 40 && await page.getByRole('button', { name: 'Show me what you have' }).count() === 0; count += 1) await page.getByRole('button', { name: "I don't know", exact: true }).click();
    await page.getByRole('button', { name: 'Show me what you have' }).click();
    await page.getByText('Heard the diagnosis:').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
