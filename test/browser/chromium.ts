import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';

/** A page that was opened, and everything in it that went wrong or went elsewhere. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors, messages on the console, and violations of the content security policy. */
  readonly complaints: readonly string[];
  /** Every address that was asked for. */
  readonly requests: readonly string[];
}

/** The Chromium that comes inside an npm package; in one process it would end with its first page. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: sparticuz.args.filter(arg => arg !== '--single-process') });
}

/** Opens a page, watching it from its first byte. */
export async function open(browser: Browser, url: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<OpenedPage> {
  const page = await browser.newPage(options);
  const [complaints, requests]: [string[], string[]] = [[], []];
  page.on('console', message => { complaints.push(message.text()); });
  page.on('pageerror', error => { complaints.push(error.message); });
  page.on('request', request => { requests.push(request.url()); });
  await page.goto(url);
  return { page, complaints, requests };
}

/** A file as the server gives it out; nothing where there is none. */
export type Files = (path: string) => { readonly type: string; readonly body: string } | undefined;

/** Serves files on the loopback address, each with the same content security policy. */
export async function serve(files: Files, policy: string): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer((request, response) => {
    const found = files(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain', 'content-security-policy': policy });
    response.end(found?.body ?? 'not found');
  });
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
