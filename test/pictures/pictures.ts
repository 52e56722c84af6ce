import { readFileSync, writeFileSync } from 'node:fs';
import { diagnoseHistory } from '../../src/api/diagnose.ts';
import { openAnswersFile } from '../../src/api/openAnswersFile.ts';
import { coreNotes } from '../../src/core/coreNotes.ts';
import { toHtml } from '../../src/report/toHtml.ts';
import { launchChromium, open, serve } from '../browser/chromium.ts';

/** Takes the pictures of the README from the real thing: `npm run pictures`, after a build. */
const { interviews, ...options } = openAnswersFile(JSON.parse(readFileSync('examples/answers/weak-research.json', 'utf8')));
const answers = JSON.stringify(interviews[0]);
const element = (before: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A picture</title><style>body { margin: 0 }</style>${before}<script type="module" src="/element.js"></script></html>`;
const pages: Readonly<Record<string, string>> = {
  '/questions': element('<after-view short remember="off"></after-view>'),
  '/page': element(`<after-view as-of="${options.asOf ?? ''}"></after-view><script>document.querySelector('after-view').answers = ${answers}; addEventListener('load', () => document.querySelector('after-view').showPage());</script>`),
  '/sheet': toHtml(diagnoseHistory(interviews, options), { for: 'coach', notes: coreNotes }),
};
const pictures = [
  { name: 'questions', shows: 'How did it end?', width: 390, height: 760 },
  { name: 'page', shows: 'What your answers point to', width: 390, height: 760 },
  { name: 'sheet', shows: 'the coach', width: 800, height: 760 },
] as const;

const browser = await launchChromium();
const { server, origin } = await serve(path => {
  if (path === '/element.js') return { type: 'text/javascript', body: readFileSync('dist/element.js', 'utf8') };
  return pages[path] === undefined ? undefined : { type: 'text/html; charset=utf-8', body: pages[path] };
}, '');
for (const { name, shows, width, height } of pictures) {
  const { page } = await open(browser, `${origin}/${name}`, { viewport: { width, height }, deviceScaleFactor: 1.5, reducedMotion: 'reduce', colorScheme: 'light' });
  await page.getByText(shows).first().waitFor();
  if (name === 'questions') await page.getByLabel('They said no').check();
  writeFileSync(`examples/pictures/${name}.png`, await page.screenshot());
}
await browser.close();
server.close();
