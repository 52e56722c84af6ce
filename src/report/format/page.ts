import { escapedHtml } from './escaped.ts';

/** What a page is made of; `main` and `style` are HTML and CSS of ours, the other two are texts. */
export interface PageParts {
  readonly title: string;
  readonly language: string;
  readonly style: string;
  readonly main: string;
}

/** One page that needs nothing from elsewhere: no script, no font, no picture, no network. */
export function pageOf({ title, language, style, main }: PageParts): string {
  return `<!doctype html>
<html lang="${escapedHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedHtml(title)}</title>
<style>
${style}
</style>
</head>
<body>
${main}
</body>
</html>
`;
}
