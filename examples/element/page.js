// @ts-check
// Shows what a page hears from the element: each answer, and the diagnosis once the page is opened.
const heard = document.querySelector('#heard');

document.addEventListener('answer', event => {
  const { question } = /** @type {CustomEvent<import('../../src/element.ts').AnswerDetail>} */ (event).detail;
  if (heard) heard.textContent = `Heard an answer to “${question}”.`;
});

document.addEventListener('diagnosis', event => {
  const { headline } = /** @type {CustomEvent<import('../../src/element.ts').Diagnosis>} */ (event).detail;
  if (heard) heard.textContent = `Heard the diagnosis: ${headline.verdict}.`;
});
