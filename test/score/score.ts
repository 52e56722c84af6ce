import { safeLoadPack } from '../../src/node.ts';
import { formatProblems } from '../../src/base/problem.ts';
import { engine } from './rankers.ts';
import { realCases } from './realCases.ts';
import { scoreText } from './scoreText.ts';

/** Scores the pack in `rules/` on the real cases, beside baselines: `npm run score`, with `-- --misses` for the misses of the tuning half. */
const read = safeLoadPack('rules');
if (!read.ok) {
  console.error(formatProblems(read.problems));
  process.exit(1);
}
const { pack } = read.value;
const ours = engine(pack);
console.log(scoreText(pack, ours, realCases()));

if (process.argv.includes('--misses')) {
  for (const each of realCases().filter(({ half }) => half === 'tune')) {
    const order = ours.rank(each);
    if (order[0]?.cause === each.verdict[0]) continue;
    console.log(`${each.id} ${each.status} ${each.control}: expert ${each.verdict.join(', ')}; ours ${order.slice(0, 4).map(({ cause, weight }) => `${cause} ${Math.round(weight * 100)}`).join(', ')}`);
  }
}
