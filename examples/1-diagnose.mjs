// @ts-check
// Shows the shortest way in: answers as an object, a diagnosis as plain data. An editor offers every question and
// every answer of the core pack; what is not known is left out.
import { diagnose } from 'afterview';

const diagnosis = diagnose({
  outcome: 'rejected',
  'stated-reason': [],
  arrival: 'late',
  'minutes-late': 20,
  'warned-ahead': 'no',
  'company-question': 'facts',
  'stories-told': 2,
});

const inHundred = (/** @type {number} */ share) => `${Math.round(share * 100)} in 100`;

console.log(diagnosis.headline.text);

console.log('\nWhat your answers speak for:');
for (const { title, share, for: findings } of diagnosis.explanations.filter(({ supported }) => supported)) {
  console.log(`- ${title} (its part: ${inHundred(share)})`);
  for (const { because } of findings) console.log(`    ${because}`);
}

console.log('\nIn whose hands it lay:');
for (const [part, share] of Object.entries(diagnosis.parts)) console.log(`- ${part}: ${inHundred(share)}`);

const { main } = diagnosis.plan;
if (main) console.log(`\nNext time: If ${main.if}, then ${main.do}`);
