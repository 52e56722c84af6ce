import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { OpenedPage } from '../browser/chromium.ts';
import { testBrowser, type TestBrowser } from '../browser/testBrowser.ts';

/** As strict as a page can be that has scripts and styles of its own: nothing inline, nothing from elsewhere, no HTML out of text. */
export const strict = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** What stands in a page with the element. */
export interface PageParts {
  /** What stands in the body; an element that counts up to a fixed day unless given. */
  readonly body?: string;
  /** A script that runs before the element is defined, and one that runs after. */
  readonly before?: string;
  readonly after?: string;
  readonly css?: string;
  /** Another element than the one with the core pack. */
  readonly entry?: 'element.js' | 'bareElement.js';
  readonly html?: string;
}

/** The day that counts as today in these tests. */
export const TODAY = '2026-11-22';

/** Keeps what the element tells, and from which element it seemed to come. */
const listening = `globalThis.heard = [];
for (const name of ['answer', 'diagnosis']) document.addEventListener(name, event => { heard.push({ name, from: event.target.localName, detail: event.detail }); });`;

export interface Heard {
  readonly name: 'answer' | 'diagnosis';
  readonly from: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Pages with the element, in one browser for all of a file. */
export interface ElementPages {
  /** Opens a page with the element under the strict policy, and waits for its first view. */
  readonly open: (parts?: PageParts, options?: Parameters<TestBrowser['visit']>[1]) => Promise<OpenedPage>;
}

export function elementPages(): ElementPages {
  const browser = testBrowser();
  return { open: async (parts = {}, options = {}) => {
    const { body = `<after-view as-of="${TODAY}"></after-view>`, before = '', after = '', css = '', entry = 'element.js', html = '<html lang="en">' } = parts;
    const scripts: Readonly<Record<string, string>> = { '/before.js': `${listening}\n${before}`, '/after.js': after };
    const page = `<!doctype html>${html}<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title><link rel="stylesheet" href="/page.css">`
      + `<script src="/before.js"></script><script type="module" src="/dist/${entry}"></script><script type="module" src="/after.js"></script><main><h1>A page</h1>${body}</main></html>`;
    const origin = await browser.serve(path => {
      if (path === '/') return { type: 'text/html', body: page };
      if (path === '/page.css') return { type: 'text/css', body: `:root { color-scheme: light dark; } body { margin: 0; }\n${css}` };
      if (scripts[path] !== undefined) return { type: 'text/javascript', body: scripts[path] };
      const [, name] = /^\/dist\/(\w+\.js)$/.exec(path) ?? [];
      return name === undefined ? undefined : { type: 'text/javascript', body: readFileSync(join('dist', name), 'utf8') };
    }, strict);
    const opened = await browser.visit(origin, options);
    await opened.page.locator('after-view .heading, after-view .greeting, after-view .afterview-sheet').first().waitFor({ timeout: 20_000 });
    return opened;
  } };
}

/** The heading of the view that is shown. */
export function headingOf(page: Page): Promise<string> {
  return page.locator('after-view [tabindex="-1"]').first().innerText();
}

/** What has the focus, down to the shadow root: its tag, its type, and the words on it. */
export function focusedIn(page: Page): Promise<{ readonly tag: string; readonly type: string; readonly text: string }> {
  return page.evaluate(() => {
    const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return { tag: inner?.localName ?? '', type: inner?.getAttribute('type') ?? '', text: inner?.textContent ?? '' };
  });
}

export function heardIn(page: Page): Promise<readonly Heard[]> {
  return page.evaluate(() => (globalThis as unknown as { heard: readonly Heard[] }).heard);
}

/** Sets properties of the first element, as a page would. */
export async function give(page: Page, properties: Readonly<Record<string, unknown>>): Promise<void> {
  await page.evaluate(given => {
    Object.assign(document.querySelector('after-view') as HTMLElement, given);
    return new Promise(resolve => { setTimeout(resolve); });
  }, properties);
}

/** Answers to the core pack after which it is enough, or nothing is left to ask. */
export const enoughAnswers = {
  outcome: 'rejected', stage: 'first-interview', arrival: 'late', 'minutes-late': 25, 'warned-ahead': 'no', attended: 'as-agreed', 'thank-you': 'none', 'stated-reason': [],
} as const;
