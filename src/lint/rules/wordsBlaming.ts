import type { LintRule } from '../rule.ts';
import { textsOf } from '../texts.ts';

/** Ways to speak of the person instead of what happened. */
const BLAMING = /\byou (?:failed|were too lazy|didn['’]t bother|couldn['’]t be bothered|messed up|blew|are (?:not good enough|lazy|rude|arrogant|careless|unprofessional|incompetent|boring))\b|\byou should(?:n['’]t| not)? have\b|\byour (?:own )?fault\b|\b(?:obviously|clearly|of course) you\b|\byou (?:obviously|clearly)\b|\bloser\b|\bstupid\b/i;

/** What the reader thinks, and what the reader says to the employer: “you” is someone else there. */
const saidByOthers: ReadonlySet<string | number> = new Set(['belief', 'say', 'words']);

export const wordsBlaming: LintRule = {
  id: 'words-blaming',
  severity: 'warning',
  title: 'This text blames the reader, or shouts.',
  why: 'More than a third of all feedback makes people worse, most of all when it is aimed at who they are (Kluger and DeNisi 1996). Say what happened, and what can be done next time.',
  file: 'cause',
  bad: `why: You should have set off earlier!
`,
  good: `why: The interview began with an apology instead of with you.
`,
  *find({ parsed }) {
    for (const { text, file, path } of textsOf(parsed)) {
      const found = path.some(key => saidByOthers.has(key)) ? null : BLAMING.exec(text);
      if (found) yield { file, path, message: `“${found[0]}” blames the reader`, hint: 'say what happened, or what can be done next time' };
      else if (text.includes('!')) yield { file, path, message: 'there is an exclamation mark', hint: 'end the sentence with a full stop: the reader has just been turned down' };
    }
  },
};
