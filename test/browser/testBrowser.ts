import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Files, launchChromium, open, type OpenedPage, serve } from './chromium.ts';

/** A browser for the tests of one file, which ends with them, and so does whatever was served to it. */
export interface TestBrowser {
  readonly visit: (url: string, options?: Parameters<Browser['newPage']>[0]) => Promise<OpenedPage>;
  /** Serves files under a content security policy; gives their origin. */
  readonly serve: (files: Files, policy: string) => Promise<string>;
}

export function testBrowser(): TestBrowser {
  let browser: Browser;
  const servers: Server[] = [];
  beforeAll(async () => { browser = await launchChromium(); });
  afterAll(async () => {
    await browser.close();
    for (const server of servers) server.close();
  });
  return {
    visit: (url, options) => open(browser, url, options),
    serve: async (files, policy) => {
      const { server, origin } = await serve(files, policy);
      servers.push(server);
      return origin;
    },
  };
}
