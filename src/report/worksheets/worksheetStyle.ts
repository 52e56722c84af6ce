import type { WorksheetKind } from './worksheetKinds.ts';

/** How high an empty cell is on paper: a sheet stays within one page. Five stories have more room than six. */
const cellHeights: Readonly<Record<WorksheetKind, string>> = {
  stories: '14mm', questions: '13mm', research: '14mm', references: '12mm', note: '13mm',
};

/** What a worksheet needs besides the style of every page: ruled tables, and the paper turned for the grid of stories. */
export function worksheetStyle(kind: WorksheetKind): string {
  return `.afterview-worksheet { max-width: ${kind === 'stories' ? '64rem' : '48rem'}; }
.afterview-worksheet h1 { margin-bottom: .75rem; color: var(--ink); font-size: 1.4rem; letter-spacing: 0; }
.afterview-worksheet h2 { margin-top: 1.1rem; padding-top: 0; border-top: 0; }
.afterview-grid { width: 100%; table-layout: fixed; }
.afterview-grid td, .afterview-grid th { padding: .3rem .5rem; border: 1px solid var(--soft); }
.afterview-grid thead th, .afterview-grid [scope="rowgroup"] { font-weight: 600; }
.afterview-grid thead th { background: var(--card); }
.afterview-grid [scope="rowgroup"] { padding-top: .6rem; }
.afterview-grid td:empty { height: 3.25rem; }
.afterview-hints { color: var(--soft); font-style: italic; }
.afterview-columns-2 thead th:first-child { width: 42%; }
.afterview-columns-4 thead th:first-child { width: 3rem; }
@media (min-width: 30.01rem) {
  .afterview-columns-5 thead th:first-child { width: 22%; }
  .afterview-columns-5 thead th:last-child { width: 14%; }
}
@media (max-width: 30rem) {
  .afterview-grid { font-size: .8rem; }
  .afterview-grid td, .afterview-grid th { padding: .25rem; }
}
@page { margin: 12mm 15mm;${kind === 'stories' ? ' size: landscape;' : ''} }
@media print {
  .afterview-worksheet { padding: 0 1px; font-size: 10pt; line-height: 1.3; }
  .afterview-worksheet h1 { margin-bottom: 2mm; font-size: 14pt; }
  .afterview-worksheet h2 { margin: 3mm 0 1mm; padding-top: 0; font-size: 11pt; }
  .afterview-worksheet p, .afterview-worksheet ul, .afterview-worksheet table { margin: 1mm 0; }
  .afterview-worksheet li { margin: .5mm 0; }
  .afterview-worksheet blockquote { margin: 1.5mm 0; padding: 2mm 3mm; }
  .afterview-grid { font-size: 9.5pt; line-height: 1.25; }
  .afterview-grid td, .afterview-grid th { padding: 1mm 1.5mm; border-color: #888; }
  .afterview-grid td:empty { height: ${cellHeights[kind]}; }
  .afterview-stories tr:first-child:nth-last-child(6) ~ tr td:empty { height: 17mm; }
  .afterview-grid tr { break-inside: avoid; }
}`;
}
