import { orDiagnosisError } from '../base/errors.ts';
import { type Checked } from '../base/problem.ts';
import { inHundred } from '../diagnosis/band.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { outline } from './outline.ts';
import type { Block, Remark, Section } from './outline/section.ts';
import type { ReportOptions } from './reportOptions.ts';
import { safeReport } from './safeReport.ts';
import { printable } from './wrap.ts';

/**
 * A diagnosis as one HTML page that needs nothing from elsewhere: no script, no font, no picture, no network.
 *
 * @throws DiagnosisError for anything but a diagnosis of this version, and for options that cannot be
 */
export function toHtml(diagnosis: Diagnosis, options: ReportOptions = {}): string {
  return orDiagnosisError(safeToHtml(diagnosis, options));
}

/** As `toHtml`, for a diagnosis and options of any origin: it returns problems instead of throwing them. */
export function safeToHtml(diagnosis: unknown, options: unknown = {}): Checked<string> {
  return safeReport(diagnosis, options, ['notes'], (known, { notes }) => page(outline(known, notes)));
}

function page(sections: readonly Section[]): string {
  const body = sections.map(sectionHtml).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>After your interview</title>
<style>
${style}
</style>
</head>
<body>
<main>
<h1>After your interview</h1>
${body}
</main>
</body>
</html>
`;
}

const style = `:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.6 system-ui, sans-serif; background: Canvas; color: CanvasText; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; } h3 { font-size: 1rem; margin: 1.4rem 0 .2rem; }
p { margin: .4rem 0; } ul { margin: .4rem 0; padding-left: 1.2rem; }
meter { width: 8rem; height: .9rem; vertical-align: middle; }
td, th { padding: .2rem .8rem .2rem 0; text-align: left; font-weight: normal; }
blockquote { margin: .4rem 0 .8rem; padding-left: .8rem; border-left: 3px solid GrayText; }
.why { font-style: italic; }`;

function sectionHtml({ title, blocks }: Section): string {
  const body = blocks.map(blockHtml).join('\n');
  return title === null ? body : `<section>\n<h2>${escaped(title)}</h2>\n${body}\n</section>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'cause':
      return causeHtml(block);
    case 'bars':
      return `<table>\n${block.bars.map(({ label, value }) => `<tr><th scope="row">${escaped(label)}</th><td>${meter(label, value)}</td></tr>`).join('\n')}\n</table>`;
    case 'list':
      return `<ul>\n${block.items.map(item => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
    case 'plan':
      return `<p><strong>${escaped(block.text)}</strong></p>${block.say === null ? '' : `\n<blockquote>${escaped(block.say)}</blockquote>`}`;
  }
}

function causeHtml({ title, share, lines, why }: Extract<Block, { kind: 'cause' }>): string {
  return [
    `<h3>${escaped(title)}</h3>`,
    `<p>${meter(title, share)}</p>`,
    ...lines.map((line, index) => remarkHtml(line, lines[index - 1], lines[index + 1])),
    `<p class="why">${escaped(why)}</p>`,
  ].join('\n');
}

/** In their order; those for and against that follow one another are one list. */
function remarkHtml({ mark, text }: Remark, before: Remark | undefined, after: Remark | undefined): string {
  if (mark === null) return `<p>${escaped(text)}</p>`;
  const [opens, closes] = [before, after].map(each => each === undefined || each.mark === null);
  return `${opens ? '<ul>\n' : ''}<li>${mark === 'for' ? 'For' : 'Against'}: ${escaped(text)}</li>${closes ? '\n</ul>' : ''}`;
}

function meter(label: string, value: number): string {
  return `<meter aria-label="${escaped(label)}" min="0" max="1" value="${value.toFixed(3)}"></meter> ${inHundred(value)}`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return printable(text).replaceAll(/[&<>"']/g, sign => entities[sign] ?? sign);
}
