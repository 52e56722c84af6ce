import type { LintRule } from '../rule.ts';
import { sentencesOf, textsOf, wordsOf } from '../texts.ts';

const MOST_WORDS = 35;

export const sentenceLong: LintRule = {
  id: 'sentence-long',
  severity: 'warning',
  title: `A sentence has more than ${MOST_WORDS} words.`,
  why: 'The reader has just been turned down and reads on a telephone. Two short sentences are understood where one long one is skipped.',
  file: 'cause',
  bad: `why: >
  Many people who hire take a late start for poor planning or for a lack of respect before the first question has even
  been asked, and so the interview that you had looked forward to begins with an apology instead of with what you can do.
`,
  good: `why: >
  Many people who hire take a late start for poor planning. And the interview begins with an apology instead of with you.
`,
  *find({ parsed }) {
    for (const { text, file, path } of textsOf(parsed)) {
      const longest = Math.max(0, ...sentencesOf(text).map(sentence => wordsOf(sentence).length));
      if (longest > MOST_WORDS) yield { file, path, message: `a sentence here has ${longest} words`, hint: `make two of it: ${MOST_WORDS} words are the most that are read in one go` };
    }
  },
};
