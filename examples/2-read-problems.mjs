// @ts-check
// Shows what happens to answers that cannot be used: `safeDiagnose` never throws, it returns every problem as data,
// with a code, a path and a hint. A form marks its fields by them, a log prints them.
import { formatProblem, safeDiagnose } from 'afterview';

/** What might come in from a form: any JSON at all. */
const received = [
  { outcome: 'rejected', arival: 'late' },
  { outcome: 'rejected', arrival: 'tardy', 'minutes-late': 'twenty' },
  { outcome: 'rejected', 'interview-date': '2026-12-24' },
  { outcome: 'rejected', 'thank-you': 'none', 'note-slips': ['typos'] },
];

for (const answers of received) {
  console.log(JSON.stringify(answers));
  const result = safeDiagnose(answers, { asOf: '2026-11-22' });
  if (result.ok) {
    console.log(`  usable: ${result.value.headline.verdict}`);
    for (const { question, text } of result.value.notes) console.log(`  about ${question}: ${text}`);
  } else {
    for (const problem of result.problems) {
      console.log(`  field ${problem.path?.join(' → ')} has the problem ${problem.code}:`);
      console.log(formatProblem(problem).replaceAll(/^/gm, '    '));
    }
  }
  console.log();
}
