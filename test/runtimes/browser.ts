import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Files, launchChromium, open, serve } from '../browser/chromium.ts';
import { bundled } from './bundle.ts';
import type { Said } from './checks.ts';
import { type Heard, judged, type Result } from './result.ts';

interface Exports {
  readonly exports: Readonly<Record<string, Conditions>>;
}
type Conditions = string | { readonly [condition: string]: Conditions };

/** Pages under a policy that allows scripts of their own origin, and no code out of text. */
export async function runInBrowser(home: string, expected: ReadonlyMap<string, string>): Promise<readonly Result[]> {
  const browser = await launchChromium();
  try {
    const runtime = `Chromium ${browser.version()}`;
    const bare = await heardFrom(browser, modules(home));
    const results = [{ runtime, format: 'ESM', suite: 'by an import map, strict policy', ...judged(bare, expected) }];
    for (const format of ['ESM', 'CJS'] as const) {
      const script = await bundled(home, `page-${format}.mjs`, 'iife', []);
      const heard = await heardFrom(browser, { files: path => (path === '/page.js' ? { type: 'text/javascript', body: script } : page(path, '<script src="/page.js"></script>')), policy: policyWith() });
      results.push({ runtime, format, suite: 'in a bundle, strict policy', ...judged(heard, expected) });
    }
    return results;
  } finally {
    await browser.close();
  }
}

interface Site {
  readonly files: Files;
  readonly policy: string;
}

/** The files as they were installed; an import map, known to the policy by its hash, says where each package is. */
function modules(home: string): Site {
  const map = JSON.stringify({ imports: Object.fromEntries(['afterview', 'zod', 'yaml'].flatMap(name => addressesOf(home, name))) });
  const head = `<script type="importmap">${map}</script><script type="module" src="/suite/page.mjs"></script>`;
  const files: Files = path => {
    if (!/\.m?js$/.test(extname(path))) return page(path, head);
    return { type: 'text/javascript', body: readFileSync(join(home, path), 'utf8') };
  };
  return { files, policy: policyWith(`'sha256-${createHash('sha256').update(map).digest('base64')}'`) };
}

function page(path: string, head: string): ReturnType<Files> {
  return path === '/' ? { type: 'text/html', body: `<!doctype html><html lang="en"><title>suite</title>${head}</html>` } : undefined;
}

function policyWith(...sources: readonly string[]): string {
  return `default-src 'none'; script-src ${["'self'", ...sources].join(' ')}; base-uri 'none'; require-trusted-types-for 'script'`;
}

/** Each name under which a package can be imported, and where its module is. */
function addressesOf(home: string, name: string): readonly (readonly [string, string])[] {
  const { exports } = JSON.parse(readFileSync(join(home, 'node_modules', name, 'package.json'), 'utf8')) as Exports;
  return Object.entries(exports).flatMap(([entry, conditions]) => {
    const file = moduleOf(conditions);
    return entry.includes('*') || file === undefined || !/js$/.test(file) ? [] : [[join(name, entry).replaceAll('\\', '/'), join('/node_modules', name, file).replaceAll('\\', '/')] as const];
  });
}

function moduleOf(conditions: Conditions): string | undefined {
  if (typeof conditions === 'string') return conditions;
  const found = Object.entries(conditions).find(([condition]) => ['browser', 'import', 'default'].includes(condition));
  return found && moduleOf(found[1]);
}

async function heardFrom(browser: Browser, { files, policy }: Site): Promise<Heard> {
  const { server, origin } = await serve(files, policy);
  try {
    const { page: opened, complaints } = await open(browser, origin);
    const said = await opened.waitForFunction('globalThis.said', undefined, { timeout: 60_000 }).then(handle => handle.jsonValue() as Promise<string>, (error: unknown) => `failed: ${String(error)}`);
    // the suite itself tries to make code out of text, and so does zod, once each: both are refused
    const others = complaints.filter(complaint => !/Content Security Policy|Trusted(?:Script|String|Type)/.test(complaint));
    if (others.length > 0 || said.startsWith('failed')) return { failed: `${said.slice(0, 200)} ${complaints.join(' ').slice(0, 600)}` };
    return JSON.parse(said) as readonly Said[];
  } finally {
    server.close();
  }
}
