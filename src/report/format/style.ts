/** Each colour of a page by its name, by day and by night. */
export const palette: readonly (readonly [name: string, day: string, night: string])[] = [
  ['paper', '#fbfaf7', '#191816'], ['ink', '#24211c', '#ece8df'], ['soft', '#5c574d', '#b3ad9f'], ['line', '#ddd8cc', '#3c3932'], ['card', '#ffffff', '#22201d'],
  ['yours', '#1f6f5c', '#6cc3ab'], ['match', '#b07d2b', '#dbae62'], ['others', '#b9b3a6', '#6d685d'], ['mark', '#fdf0c4', '#4d4219'],
];

/** How a sheet and its parts look, its title being a heading of level `top`; the colours of the palette are custom properties. */
export function sheetRules(top: 1 | 2): string {
  return `.afterview-sheet { max-width: 40rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; overflow-wrap: anywhere; }
h${top} { margin: 0 0 1.25rem; color: var(--soft); font: 600 .9rem/1.4 system-ui, sans-serif; letter-spacing: .02em; }
h${top + 1} { margin: 1.75rem 0 .5rem; padding-top: .9rem; border-top: 1px solid var(--line); font: 600 1.05rem/1.3 system-ui, sans-serif; }
h${top + 2} { margin: 1.4rem 0 .25rem; font: 600 1rem/1.35 system-ui, sans-serif; }
p, ul, table { margin: .45rem 0; }
ul { padding-inline-start: 1.2rem; }
li { margin: .2rem 0; }
.afterview-opening p:first-child { font-size: 1.3rem; line-height: 1.4; }
.afterview-opening p + p, .afterview-more, .afterview-why { color: var(--soft); }
.afterview-more { margin-top: 1.75rem; padding-top: .9rem; border-top: 1px solid var(--line); font-size: .95rem; }
.afterview-why { font-style: italic; }
.afterview-plan { font-weight: 600; }
blockquote { margin: .5rem 0 1rem; padding: .8rem 1rem; border-inline-start: 3px solid var(--yours); background: var(--card); }
mark { background: var(--mark); color: inherit; padding: 0 .15em; border-radius: .2em; }
table { border-collapse: collapse; font: .95rem/1.45 system-ui, sans-serif; }
td, th { padding-block: .15rem; padding-inline: 0 .9rem; text-align: start; vertical-align: top; font-weight: normal; }
td { font-variant-numeric: tabular-nums; }
.afterview-legend td { white-space: nowrap; }
meter { width: 8rem; max-width: 40vw; height: .9rem; vertical-align: middle; }
.afterview-split { display: block; width: 100%; height: 1.4rem; margin-top: .6rem; border-radius: .35rem; }
.afterview-timeline { display: block; width: 100%; height: auto; }
.afterview-timeline line { stroke: var(--line); stroke-width: 2; }
.afterview-yes { fill: var(--yours); } .afterview-no { fill: var(--others); } .afterview-open { fill: var(--paper); stroke: var(--soft); stroke-width: 2; }
.afterview-part-1 { fill: var(--yours); background: var(--yours); } .afterview-part-2 { fill: var(--match); background: var(--match); } .afterview-part-3 { fill: var(--others); background: var(--others); }
.afterview-key { display: inline-block; width: .75rem; height: .75rem; margin-inline-end: .5rem; border-radius: .15rem; forced-color-adjust: none; print-color-adjust: exact; }`;
}

/** How a page looks: by day and by night, on a phone, and on paper of either size. No font and no picture comes from elsewhere. */
export const style = `:root {
  color-scheme: light dark;
  ${palette.map(([name, day]) => `--${name}: ${day};`).join(' ')}
}
@media (prefers-color-scheme: dark) {
  :root { ${palette.map(([name, , night]) => `--${name}: ${night};`).join(' ')} }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 ui-serif, Georgia, "Times New Roman", serif; }
${sheetRules(1)}
@media (max-width: 30rem) {
  .afterview-sheet { padding: 1.25rem 1rem 2rem; }
  .afterview-opening p:first-child { font-size: 1.15rem; }
}
@page { margin: 16mm 18mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --card: #fff; --yours: #1f6f5c; --match: #b07d2b; --others: #b9b3a6; --mark: #fff; }
  body { font-size: 10.5pt; line-height: 1.4; }
  .afterview-sheet { max-width: none; padding: 0; }
  .afterview-split, .afterview-timeline { print-color-adjust: exact; }
  mark { text-decoration: underline; }
  h2 { margin-top: .9rem; padding-top: .5rem; break-after: avoid; }
  h3 { break-after: avoid; }
  blockquote, table, li, .afterview-reason { break-inside: avoid; }
}`;
