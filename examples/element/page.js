// @ts-check
// Beside the element: the code that makes it as it is, what can be said of it, and what a page hears from it.
const element = /** @type {HTMLElement} */ (document.querySelector('after-view'));
const attributes = /** @type {HTMLFormElement} */ (document.querySelector('#attributes'));
const [code, heard] = ['#code', '#heard'].map(place => /** @type {HTMLElement} */ (document.querySelector(place)));

function showCode() {
  const tag = element.outerHTML.replaceAll('=""', '');
  if (code) code.textContent = `<script type="module" src="element.js"></script>\n${tag}`;
}

attributes.addEventListener('change', event => {
  const { name, value, checked } = /** @type {HTMLInputElement} */ (event.target);
  if (checked) element.setAttribute(name, value === 'on' ? '' : value);
  else element.removeAttribute(name);
  showCode();
});
showCode();

document.addEventListener('answer', event => {
  const { question } = /** @type {CustomEvent<import('../../src/element.ts').AnswerDetail>} */ (event).detail;
  if (heard) heard.textContent = `Heard an answer to “${question}”.`;
});

document.addEventListener('diagnosis', event => {
  const { headline } = /** @type {CustomEvent<import('../../src/element.ts').Diagnosis>} */ (event).detail;
  if (heard) heard.textContent = `Heard the diagnosis: ${headline.verdict}.`;
});
