// @ts-check
// Shows a pack of one's own: a folder of YAML about another field, here orchestra auditions. It is read and checked
// once; then the same `diagnose` works with its questions and causes.
import { fileURLToPath } from 'node:url';
import { diagnose, formatProblems, visibleQuestions } from 'afterview';
import { loadPack, PackError } from 'afterview/node';

try {
  const { pack } = loadPack(fileURLToPath(new URL('own-pack', import.meta.url)));
  console.log(`${pack.title} (${pack.causes.length} causes)\n`);

  for (const { id, ask } of visibleQuestions({}, { pack })) console.log(`${id}: ${ask}`);

  const diagnosis = diagnose({ outcome: 'rejected', 'excerpts-stopped': 3, 'pulse-check': 'one-excerpt', seat: 'on-trial' }, { pack });
  for (const { title, share, presence, for: findings, fixes } of diagnosis.explanations) {
    console.log(`\n${title}: there with ${Math.round(presence * 100)}%, its part ${Math.round(share * 100)}%`);
    for (const { because } of findings) console.log(`  + ${because}`);
    for (const fix of fixes) console.log(`  > If ${fix.if}, then ${fix.do}`);
  }
  console.log(`\nLuck of the day: its part ${Math.round(diagnosis.parts.background * 100)}%`);
} catch (error) {
  if (!(error instanceof PackError)) throw error;
  console.error(formatProblems(error.problems));
  process.exitCode = 1;
}
