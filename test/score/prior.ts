import { safeLoadPack } from '../../src/node.ts';
import { formatProblems } from '../../src/base/problem.ts';
import { priorPredictive } from './priorPredictive.ts';

/** Prints what the pack in `rules/` says before any answer: `npm run prior`. */
const read = safeLoadPack('rules');
if (!read.ok) {
  console.error(formatProblems(read.problems));
  process.exit(1);
}
const prior = priorPredictive(read.value.pack);
const line = (what: string, share: number, aim: string): void => { console.log(`${what.padEnd(48)}${(share * 100).toFixed(1).padStart(5)} of 100   (aim: ${aim})`); };
line('go on', prior.advance, '30 to 35');
line('go on again, of those who went on', prior.advanceAgain, '38 to 46');
console.log('What decides a no:');
line('  rivals, luck and what is not seen', prior.rivalsAndLuck, 'near 28');
line('  other causes on the employer\'s side', prior.otherExternal, 'near 23');
line('  the match on paper', prior.match, 'near 15');
line('  what is in the candidate\'s hands', prior.inHands, 'near 34');
