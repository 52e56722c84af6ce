import type { LintRule } from '../rule.ts';
import { sentencesOf, textsOf, wordsOf } from '../texts.ts';

/** Specialist prose, on Björnsson's scale; newspapers stand at 40 to 50. */
const HARDEST = 60;
/** Below so many words the index says nothing. */
const FEWEST_WORDS = 20;
const LONG = 6;

export const wordsHard: LintRule = {
  id: 'words-hard',
  severity: 'warning',
  title: 'This text is as hard to read as a specialist’s.',
  why: 'It is measured by LIX: words in a sentence, plus the percentage of words of more than six letters (C. H. Björnsson, Läsbarhet, 1968). Above 60 only specialists read easily, and a reader who is hurt gives up earlier.',
  file: 'cause',
  bad: `why: >
  Interviewers habitually attribute unpunctuality to insufficient organisational capability and disrespectful
  predispositions, notwithstanding extenuating environmental circumstances affecting transportation between
  geographically separated destinations.
`,
  good: `why: >
  Many people read a late start as poor planning or a lack of respect. They hardly ever ask what held you up on the way.
`,
  *find({ parsed }) {
    for (const { text, file, path } of textsOf(parsed)) {
      const lix = readability(text);
      if (lix > HARDEST) yield { file, path, message: `this text is hard to read (LIX ${Math.round(lix)}, ${HARDEST} at most)`, hint: 'use shorter words and shorter sentences' };
    }
  },
};

/** LIX of a text; 0 where it is too short to tell. */
function readability(text: string): number {
  const words = wordsOf(text);
  if (words.length < FEWEST_WORDS) return 0;
  const long = words.filter(word => word.length > LONG).length;
  return words.length / sentencesOf(text).length + (100 * long) / words.length;
}
