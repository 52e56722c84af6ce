import { once } from '../base/once.ts';
import { palette, sheetRules } from '../report/format/style.ts';

/** The colours of a page and two more; pages around set each as `--afterview-…`, the colour of what is the reader's as `--afterview-accent`. */
const colours = [...palette, ['error', '#98331f', '#f2a48f'], ['on-accent', '#ffffff', '#10241f']] as const;

function coloursBy(of: (day: string, night: string) => string): string {
  return colours.map(([name, day, night]) => `--${name}: var(--afterview-${name === 'yours' ? 'accent' : name}, ${of(day, night)});`).join(' ');
}

const rules = `
:host { display: block; }
:host([hidden]) { display: none; }
.frame { ${coloursBy(day => day)} --radius: var(--afterview-radius, .75rem); --text: var(--afterview-font, ui-serif, Georgia, "Times New Roman", serif); --ui: var(--afterview-ui-font, system-ui, sans-serif); }
@supports (color: light-dark(#000, #fff)) { .frame { ${coloursBy((day, night) => `light-dark(${day}, ${night})`)} } }
.frame { background: var(--paper); color: var(--ink); border-radius: var(--radius); font: 1.0625rem/1.55 var(--text); text-align: start; overflow-wrap: anywhere; accent-color: var(--yours); }
.frame, .frame * { box-sizing: border-box; }
.column { max-width: 40rem; margin-inline: auto; padding: clamp(1.25rem, 5vw, 2.5rem) clamp(1rem, 4vw, 1.5rem); }
.progress { display: grid; gap: .5rem; margin-block-end: 1.75rem; }
.progress p { margin: 0; min-height: 1.45em; color: var(--soft); font: .9rem/1.45 var(--ui); }
.progress progress { appearance: none; display: block; width: 100%; height: .25rem; border: 0; border-radius: 1rem; overflow: hidden; background: var(--line); }
progress::-webkit-progress-bar { background: var(--line); }
progress::-webkit-progress-value { background: var(--yours); border-radius: 1rem; }
progress::-moz-progress-bar { background: var(--yours); border-radius: 1rem; }
.progress:has(p:empty) { display: contents; }
.progress p:empty { min-height: 0; }
.progress progress[hidden] { display: none; }
.greeting { margin: 0 0 1.5rem; color: var(--soft); }
.view .heading { margin: 0 0 .5rem; color: var(--ink); letter-spacing: normal; font: 600 clamp(1.3rem, 1.1rem + 1vw, 1.6rem)/1.3 var(--text); text-wrap: balance; }
[tabindex="-1"] { outline: none; }
fieldset { min-inline-size: 0; margin: 0; padding: 0; border: 0; }
legend { padding: 0; }
.help { margin: 0 0 1rem; color: var(--soft); font: 1rem/1.5 var(--ui); }
.options { display: grid; gap: .6rem; margin-block-start: 1.1rem; }
.option { display: flex; align-items: center; gap: .85rem; min-height: 3.25rem; padding: .7rem 1rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--card); font: 1.0625rem/1.4 var(--ui); cursor: pointer; }
.option input { flex: none; width: 1.3rem; height: 1.3rem; margin: 0; }
.option:hover { border-color: var(--soft); }
.option:has(:checked) { border-color: var(--yours); box-shadow: inset 0 0 0 1px var(--yours); }
.option:focus-within:has(:focus-visible) { outline: 3px solid var(--yours); outline-offset: 2px; }
.option input:focus-visible { outline: none; }
.typed { display: grid; gap: .5rem; margin-block-start: 1.1rem; color: var(--soft); font: 1rem/1.4 var(--ui); }
.typed input { width: 100%; max-width: 14rem; min-height: 3.25rem; padding: .5rem 1rem; border: 1px solid var(--soft); border-radius: var(--radius); background: var(--card); color: var(--ink); font: 1.15rem/1.4 var(--ui); }
.typed input[aria-invalid] { border-color: var(--error); }
.error { margin: 1rem 0 0; color: var(--error); font: 600 1rem/1.5 var(--ui); }
.error:empty { margin: 0; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-block-start: 1.75rem; }
button { min-height: 3rem; padding: .65rem 1.35rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--card); color: var(--ink); font: 600 1rem/1.4 var(--ui); text-align: center; cursor: pointer; }
button:hover { border-color: var(--soft); }
.primary { border-color: transparent; background: var(--yours); color: var(--on-accent); }
.primary:hover { border-color: var(--ink); }
.quiet { flex: none; padding-inline: 0; overflow-wrap: normal; border-color: transparent; background: transparent; color: var(--soft); text-decoration: underline; text-underline-offset: .2em; }
button:focus-visible, summary:focus-visible, .typed input:focus-visible { outline: 3px solid var(--yours); outline-offset: 2px; }
details { margin-block-start: 1.25rem; font: 1rem/1.5 var(--ui); }
summary { min-height: 2.75rem; padding-block: .6rem; color: var(--soft); border-radius: .25rem; cursor: pointer; }
details p { margin: .25rem 0 1rem; }
.why p { padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.keeping { margin-block-start: 2rem; padding-block-start: .75rem; border-block-start: 1px solid var(--line); color: var(--soft); font-size: .9rem; }
.answers ul { margin: 0; padding: 0; list-style: none; }
.answers li { display: flex; align-items: center; justify-content: space-between; gap: 1rem; margin: 0; padding-block: .6rem; border-block-start: 1px solid var(--line); }
.answers p { margin: 0; }
.answers .asked { display: block; color: var(--soft); font-size: .95rem; }
.answers strong { font-weight: 600; }
.page > .actions { margin-block: 0 .5rem; }
.counted { color: var(--soft); font: .95rem/1.5 var(--ui); }
code { font-size: .9em; }
${sheetRules(2)}
.afterview-sheet { max-width: none; margin: 0; padding: 0; }
.frame :is(h2, h3, h4, p, span, li, blockquote, th, td, summary, button) { unicode-bidi: plaintext; }
.frame:dir(rtl), .frame:dir(rtl) :is(th, td) { text-align: right; }
.afterview-split:dir(rtl), .afterview-timeline:dir(rtl) { transform: scaleX(-1); }
.afterview-split { forced-color-adjust: none; }
@media (max-width: 30rem) {
  .actions > button:not(.quiet) { flex: 1 1 100%; }
  .afterview-opening p:first-child { font-size: 1.15rem; }
}
@media (prefers-reduced-motion: no-preference) {
  .view { animation: arrive .25s ease-out; }
  .option, button { transition: border-color .15s, box-shadow .15s; }
  @keyframes arrive { from { opacity: 0; transform: translateY(.35rem); } }
}
@media (forced-colors: active) {
  .option:has(:checked) { outline: 2px solid Highlight; }
  .primary { border-color: ButtonText; }
  progress { border: 1px solid CanvasText; }
}
@media print {
  .progress, .actions, .answers, .keeping { display: none; }
  .column { max-width: none; padding: 0; }
  blockquote, table, li, .afterview-reason { break-inside: avoid; }
}`;

/** One sheet for all elements. It is constructed, as a policy may forbid styles that stand in the page. */
export const elementStyle = once((): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
});
