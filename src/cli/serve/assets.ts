import { readFileSync } from 'node:fs';
import { once } from '../../base/once.ts';
import { corePack } from '../../core/corePack.ts';
import type { Pack } from '../../pack/pack.ts';

export interface Asset {
  readonly type: string;
  readonly body: () => string;
}

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>After your interview</title>
<link rel="stylesheet" href="/page.css">
<script type="module" src="/element.js"></script>
<script type="module" src="/pack.js"></script>
</head>
<body><main><h1>After your interview</h1><after-view short remember="off"></after-view></main></body>
</html>
`;
const style = ':root { color-scheme: light dark; } body { margin: 0 auto; padding: 1rem; max-width: 46rem; font: 1rem/1.5 system-ui, sans-serif; }\n';

/** The page with the element, by path; what it asks and infers stays in the browser. */
export function assetsFor(pack: Pack): ReadonlyMap<string, Asset> {
  const core = pack === corePack;
  const element = once(() => readFileSync(new URL(core ? 'element.js' : 'bareElement.js', import.meta.url), 'utf8'));
  const own = (): string => (core ? '' : `for (const element of document.getElementsByTagName('after-view')) element.pack = ${JSON.stringify(pack)};\n`);
  const script = 'text/javascript; charset=utf-8';
  return new Map<string, Asset>([
    ['/', { type: 'text/html; charset=utf-8', body: () => page }],
    ['/page.css', { type: 'text/css; charset=utf-8', body: () => style }],
    ['/element.js', { type: script, body: element }],
    ['/pack.js', { type: script, body: own }],
  ]);
}
