import { safeLoadPack } from '../../src/node.ts';
import { formatProblems } from '../../src/base/problem.ts';
import { agreementText } from './agreement.ts';
import { engine } from './rankers.ts';
import { casesBySet, elicitedSheets, realCases } from './realCases.ts';
import { scoreText } from './scoreText.ts';

/** Scores the pack in `rules/` on the real cases, beside baselines: `npm run score`, with `-- --misses` for what it gets otherwise, and `-- --readers` for how the readers agree. */
const read = safeLoadPack('rules');
if (!read.ok) {
  console.error(formatProblems(read.problems));
  process.exit(1);
}
const { pack } = read.value;
const ours = engine(pack);
const [first, second] = [realCases('first'), realCases('second')];
console.log(scoreText(pack, ours, casesBySet(), elicitedSheets()));

if (process.argv.includes('--readers')) console.log(`\n${agreementText(pack, ours, first, second)}`);
if (process.argv.includes('--misses')) {
  for (const each of [...first, ...second]) {
    const order = ours.rank(each);
    const verdict = ours.verdict?.(each);
    if (order[0]?.cause === each.verdict[0]) continue;
    console.log(`${each.id} ${each.status} ${each.control}/${verdict}: expert ${each.verdict.join(', ')}; ours ${order.slice(0, 4).map(({ cause, weight }) => `${cause} ${Math.round(weight * 100)}`).join(', ')}`);
  }
}
